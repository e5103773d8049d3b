/** What records say to a question of a form, and how far: never more than they carry, and not known where they carry nothing. */
import {
  coveringDocuments,
  saysSomething,
  stateOf,
  verificationOf,
  type Assessment,
  type ObligationAnswer,
} from '../../assess/index.js';
import type { AnsweredByRecords } from '../../packs/index.js';
import type { AnyRecord } from '../../records/index.js';
import { shortList } from '../../shapes/index.js';
import { factWords } from '../tags/fact.js';

/**
 * `verified`: every record that says it is. `recorded`: it is written, and nothing tests it. `unproven`: tests would show
 * it, and do not. `partly`: of what would answer it something is missing.
 */
export type Carried = 'verified' | 'recorded' | 'unproven' | 'partly' | 'unknown';

export interface RecordedAnswer {
  readonly state: Carried;
  /** In whole phrases, with ids. */
  readonly says: readonly string[];
}

export const CARRIED: Readonly<Record<Carried, string>> = {
  verified: '✓ recorded and verified',
  recorded: '● recorded',
  unproven: '◔ recorded, not verified',
  partly: '◐ recorded in part',
  unknown: '? not known from records',
};

// @implements SRS-530
/** @param named records that name the question themselves */
export function answerByRecords(
  by: AnsweredByRecords,
  assessment: Assessment,
  named: readonly AnyRecord[] = [],
): RecordedAnswer {
  const parts = [
    ...(named.length > 0 ? [ofRecords(named, '', assessment)] : []),
    ...(by.facts ?? []).map((fact) => ofFact(fact, assessment)),
    ...(by.controls ?? []).map((category) => ofControls(category, assessment)),
    ...(by.interfaces ? [ofInterfaces(assessment)] : []),
    ...(by.flows ?? []).map((field) => ofFlows(field, assessment)),
    ...(by.soup ?? []).map((field) => ofSoup(field, assessment)),
    ...(by.workProducts ?? []).map((product) => ofProduct(product, assessment)),
    ...(by.sections ?? []).map((section) => ofSection(section, assessment)),
  ];
  return { state: together(parts.map(({ state }) => state)), says: [...new Set(parts.flatMap(({ says }) => says))] };
}

/** Where nothing is asked of records, nothing is known. */
function together(states: readonly Carried[]): Carried {
  const [first = 'unknown'] = states;
  if (states.every((state) => state === first)) return first;
  if (states.some((state) => state === 'unknown' || state === 'partly')) return 'partly';
  return states.includes('unproven') ? 'unproven' : 'recorded';
}

/** What is written down and counts: neither a draft nor obsolete. */
function counting<T extends AnyRecord>(records: readonly T[], { trace }: Assessment): readonly T[] {
  return records.filter((record) => ['approved', 'claimed'].includes(stateOf(record, trace)));
}

function ofFact(id: string, assessment: Assessment): RecordedAnswer {
  const title = assessment.packs.table.facts.find((fact) => fact.id === id)?.title ?? id;
  const value = assessment.facts.get(id);
  if (value === undefined || !isStated(id, assessment))
    return { state: 'unknown', says: [`${title}: nobody stated it`] };
  return { state: 'recorded', says: [`${title}: ${factWords(value)}`] };
}

/** By a person or by records; what holds by default is a guess of ours, however likely, and so is what follows from it. */
function isStated(id: string, assessment: Assessment): boolean {
  const { profile, packs } = assessment;
  const defined = packs.table.facts.find((fact) => fact.id === id)?.is;
  if (defined === undefined) return (profile.get(id)?.source ?? 'default') !== 'default';
  return packs.table.conditions.factsIn(defined).every((one) => one !== id && isStated(one, assessment));
}

function ofControls(category: string, assessment: Assessment): RecordedAnswer {
  const title = category.replaceAll('-', ' ');
  const controls = securityControls(category, assessment);
  if (controls.length === 0) return { state: 'unknown', says: [`${title}: no control is recorded`] };
  return ofRecords(controls, `${title}: `, assessment);
}

export function securityControls(category: string, assessment: Assessment): readonly AnyRecord[] {
  const all = assessment.trace.all('control').filter(({ fields }) => fields.category === category);
  return counting(all, assessment).filter(({ unusable }) => !unusable.has('category'));
}

function ofRecords(records: readonly AnyRecord[], title: string, { trace, proofs }: Assessment): RecordedAnswer {
  const verified = records.filter((record) => verificationOf(record, trace, proofs)?.state === 'verified');
  const how = `${verified.length} of ${records.length} verified`;
  const state = verified.length === records.length ? 'verified' : 'unproven';
  return { state, says: [`${title}${idsOf(records)} (${how})`] };
}

const MOST_IDS = 8;

function idsOf(records: readonly { readonly id: string }[]): string {
  return shortList(
    records.map(({ id }) => id),
    MOST_IDS,
  );
}

function ofInterfaces(assessment: Assessment): RecordedAnswer {
  const all = counting(assessment.trace.all('interface'), assessment);
  if (all.length === 0) return { state: 'unknown', says: ['No interface is recorded'] };
  const silent = all.filter(({ fields }) => fields.enabled === undefined);
  const count = (enabled: string): number => all.filter(({ fields }) => fields.enabled === enabled).length;
  const words = `${all.length} interfaces: ${count('yes')} in use, ${count('service-only')} for service only, ${count('no')} closed`;
  if (silent.length === 0) return { state: 'recorded', says: [words] };
  return { state: 'partly', says: [`${words}, not said of ${idsOf(silent)}`] };
}

function ofFlows(field: string, assessment: Assessment): RecordedAnswer {
  const { trace } = assessment;
  const crossing = counting(trace.all('flow'), assessment).filter((flow) => {
    const crosses = trace.computed(flow, 'crosses');
    return !Array.isArray(crosses) || crosses.length > 0;
  });
  return saidBy(crossing, field, 'flows that cross a boundary');
}

function ofSoup(field: string, assessment: Assessment): RecordedAnswer {
  return saidBy(counting(assessment.trace.all('soup'), assessment), field, 'components of others');
}

function saidBy(records: readonly AnyRecord[], field: string, what: string): RecordedAnswer {
  const title = field.replaceAll('-', ' ');
  const silent = records.filter((record) => !isSaid(record, field));
  if (silent.length === records.length) {
    const says = records.length === 0 ? `no ${what} are recorded` : `none of ${records.length} ${what} says it`;
    return { state: 'unknown', says: [`${title}: ${says}`] };
  }
  const said = `${records.length - silent.length} of ${records.length} ${what} say it`;
  if (silent.length === 0) return { state: 'recorded', says: [`${title}: ${said}`] };
  return { state: 'partly', says: [`${title}: ${said}, not ${idsOf(silent)}`] };
}

function isSaid({ fields, unusable }: AnyRecord, field: string): boolean {
  if (unusable.has(field) || !Object.hasOwn(fields, field)) return false;
  const value: unknown = (fields as Readonly<Record<string, unknown>>)[field];
  return value !== undefined && value !== '';
}

const STATUS_WORDS: Readonly<Record<ObligationAnswer['status'], string>> = {
  met: 'criteria met',
  unproven: 'not proven',
  incomplete: 'incomplete',
  missing: 'missing',
  'not-due': 'not due yet',
  'not-applicable': 'decided not applicable',
  unknown: 'not known',
};

function ofProduct(id: string, { obligations, packs }: Assessment): RecordedAnswer {
  const title = packs.workProducts.find((product) => product.id === id)?.title ?? id;
  const own = obligations.filter(({ product }) => product.id === id);
  if (own.length === 0) return { state: 'unknown', says: [`${title}: not asked here`] };
  const statuses = [...new Set(own.map(({ status }) => status))];
  const says = [`${title}: ${statuses.map((status) => STATUS_WORDS[status]).join(', ')}`];
  if (statuses.every((status) => status === 'met' || status === 'not-applicable')) return { state: 'recorded', says };
  return { state: own.some(({ records }) => records > 0) ? 'partly' : 'unknown', says };
}

function ofSection(section: string, { trace, packs }: Assessment): RecordedAnswer {
  const covering = coveringDocuments(section, 'device', trace);
  const said = covering.filter((document) => saysSomething(document, trace, packs.packs));
  if (said.length > 0) {
    const elsewhere = said.filter(({ fields }) => fields.reference !== undefined);
    const here = said.filter(({ fields }) => fields.reference === undefined);
    return {
      state: 'recorded',
      says: [
        ...(here.length > 0 ? [`written in ${idsOf(here)}`] : []),
        ...(elsewhere.length > 0 ? [`kept elsewhere, by ${idsOf(elsewhere)}`] : []),
      ],
    };
  }
  const [product = '', part = ''] = section.split('#', 2);
  const title = packs.workProducts.find(({ id }) => id === product)?.title ?? product;
  return { state: 'unknown', says: [`${title}, ${part.replaceAll('-', ' ')}: nobody has written it`] };
}
