/** Steps 2 and 4: the facts of the profile, from what was declared and what records tell; the more cautious value is used. */
import { completeFacts, type Fact, type FactTable, type FactValue, type FactValues } from '../packs/index.js';
import type { Fault } from '../rules/index.js';
import { compareText, didYouMean, placeOf, shown, type Spot } from '../shapes/index.js';
import type { Methods } from '../threats/index.js';
import type { Trace } from '../trace/index.js';
import { DERIVATIONS } from './derivations.js';
import type { Declared, Derived, FactAnswer } from './fact-answer.js';

/** One value of `profile:` as somebody wrote it. */
export interface WrittenFact {
  readonly id: string;
  readonly words: string | readonly string[];
  readonly keySpot: Spot;
  readonly spot: Spot;
}

export interface FactInput {
  readonly table: FactTable;
  readonly trace: Trace;
  readonly methods: Methods;
  readonly written: readonly WrittenFact[];
  /** Facts replaced for one question; they win at their own step. */
  readonly whatIf: FactValues;
  /** Where the profile stands. */
  readonly profileSpot: Spot;
}

export interface FactsRead {
  readonly answers: ReadonlyMap<string, FactAnswer>;
  readonly values: FactValues;
  readonly faults: readonly Fault[];
}

/** @param before answers of the earlier step, whose values are known already */
export function readFacts(step: 2 | 4, input: FactInput, before: FactValues = new Map()): FactsRead {
  const { declared, faults } = readDeclared(input);
  const answers = new Map<string, FactAnswer>();
  const stated = new Map<string, FactValue>(before);
  const contradictions: Fault[] = [];
  for (const fact of input.table.facts) {
    if (fact.step !== step || fact.is !== undefined || fact.stated !== undefined || before.has(fact.id)) continue;
    const answer = answerOf(fact, declared.get(fact.id), input);
    answers.set(fact.id, answer.answer);
    contradictions.push(...answer.faults);
    if (answer.answer.value !== undefined) stated.set(fact.id, answer.answer.value);
  }
  const values = replaced(completeFacts(input.table, stated, { step }), stated, step, input);
  return {
    answers: completed(answers, values, step, input),
    values,
    faults: step === 2 ? [...faults, ...contradictions] : contradictions,
  };
}

/** A fact that is asked about replaces the value; what is defined by it follows. */
function replaced(
  values: FactValues,
  stated: ReadonlyMap<string, FactValue>,
  step: 2 | 4,
  input: FactInput,
): FactValues {
  const asked = [...input.whatIf].filter(([id]) => (input.table.byId.get(id)?.step ?? 2) <= step);
  if (asked.length === 0) return values;
  return completeFacts(input.table, new Map([...stated, ...asked]), { step });
}

function completed(
  answers: ReadonlyMap<string, FactAnswer>,
  values: FactValues,
  step: 2 | 4,
  input: FactInput,
): ReadonlyMap<string, FactAnswer> {
  const all = new Map(answers);
  for (const fact of input.table.facts) {
    if (fact.step !== step || fact.stated !== undefined) continue;
    const value = values.get(fact.id);
    const known = answers.get(fact.id);
    if (fact.is !== undefined) {
      all.set(fact.id, { id: fact.id, value, source: 'derived', declared: undefined, derived: value, from: [] });
    } else if (known && (known.value === undefined || input.whatIf.has(fact.id))) {
      all.set(fact.id, { ...known, value, source: known.value === undefined ? 'default' : known.source });
    }
  }
  return new Map([...all].toSorted(([a], [b]) => compareText(a, b)));
}

function answerOf(
  fact: Fact,
  declared: Declared | undefined,
  input: FactInput,
): { answer: FactAnswer; faults: readonly Fault[] } {
  const derivation = fact.derived === undefined ? undefined : DERIVATIONS[fact.derived];
  const told = derivation?.(input.trace, input.methods);
  const derived = told === 'open' ? undefined : told;
  const value = told === 'open' ? cautiousWhenOpen(fact, declared) : joined(fact, declared?.value, derived?.value);
  const answer: FactAnswer = {
    id: fact.id,
    value,
    source: declared ? 'declared' : derived ? 'derived' : 'default',
    declared: declared?.value,
    derived: derived?.value,
    from: [...(declared ? [lineOf(declared.spot)] : []), ...(derived?.from ?? [])],
  };
  return { answer, faults: declared && derived ? contradiction(fact, declared, derived, input) : [] };
}

function lineOf(spot: Spot): string {
  const place = placeOf(spot);
  return `${place.file}:${place.line}`;
}

/**
 * Records are there that do not tell enough: the declaration alone is used only where nothing that they might still
 * tell can ask for more. For the exposure that is a network or a radio, which no further exposure can outdo.
 */
function cautiousWhenOpen(fact: Fact, declared: Declared | undefined): FactValue | undefined {
  if (fact.type === 'set' && Array.isArray(declared?.value)) {
    const connected = ['short-range-radio', 'controlled-network', 'public-network'];
    return declared.value.some((value) => connected.includes(value)) ? declared.value : undefined;
  }
  return declared?.value === fact.values?.at(-1) ? declared?.value : undefined;
}

/** Facts whose truth takes work away: for these "no" is the cautious answer, for all others "yes" or the later value. */
const RELIEVING = new Set(['independent-barrier', 'power-only-shown']);

function joined(fact: Fact, declared: FactValue | undefined, derived: FactValue | undefined): FactValue | undefined {
  if (declared === undefined) return derived;
  if (derived === undefined) return declared;
  if (fact.type === 'set') return union(declared as readonly string[], derived as readonly string[]);
  if (fact.type === 'bool') return RELIEVING.has(fact.id) ? declared && derived : declared || derived;
  if (fact.type === 'enum') return laterOf(fact.values ?? [], String(declared), String(derived));
  return declared;
}

function union(a: readonly string[], b: readonly string[]): readonly string[] {
  const all = [...new Set([...a, ...b])].toSorted(compareText);
  return all.length > 1 ? all.filter((value) => value !== 'none') : all;
}

function laterOf(order: readonly string[], a: string, b: string): string {
  return order.indexOf(b) > order.indexOf(a) ? b : a;
}

/** For a set only what the records tell and nobody declared: what is declared may come from elsewhere. */
function contradiction(fact: Fact, declared: Declared, derived: Derived, input: FactInput): readonly Fault[] {
  const more = missingFrom(declared.value, derived.value);
  if (more.length === 0) return [];
  return [
    {
      rule: 'fact-contradicted',
      subject: 'project',
      record: undefined,
      details: [fact.id],
      spot: declared.spot,
      message: `The profile says ${fact.id} is ${wordsOf(declared.value)}; the records say ${wordsOf(more)} (${namesOf(derived.from)}).`,
      todo: `Correct \`${fact.id}\` in the profile, or the records. Until then the more demanding answer counts.`,
      related: derived.from.slice(0, 5).flatMap((id) => {
        const record = input.trace.find(id);
        return record ? [{ spot: record.spot, message: `${id} tells it.` }] : [];
      }),
    },
  ];
}

function missingFrom(declared: FactValue, derived: FactValue): readonly string[] {
  if (Array.isArray(declared) && Array.isArray(derived))
    return derived.filter((value: string) => !declared.includes(value) && value !== 'none');
  return declared === derived ? [] : [wordsOf(derived)];
}

export function wordsOf(value: FactValue): string {
  if (Array.isArray(value)) return value.join(', ');
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}

export function namesOf(ids: readonly string[], most = 4): string {
  return ids.length <= most ? ids.join(', ') : `${ids.slice(0, most).join(', ')} and ${ids.length - most} more`;
}

function readDeclared(input: FactInput): { declared: ReadonlyMap<string, Declared>; faults: readonly Fault[] } {
  const declared = new Map<string, Declared>();
  const faults: Fault[] = [];
  for (const written of input.written) {
    const fact = input.table.byId.get(written.id);
    if (!fact || fact.is !== undefined || fact.stated !== undefined) faults.push(unknownFact(written, input.table));
    else {
      const value = readFactValue(fact, written.words);
      if (value === undefined) faults.push(wrongFact(written, fact));
      else declared.set(written.id, { value, spot: written.spot });
    }
  }
  return { declared, faults };
}

/** @returns the value of a fact as written, or `undefined` if it is none of its values */
export function readFactValue(fact: Fact, written: string | readonly string[]): FactValue | undefined {
  if (fact.type === 'set') return readSet(fact, typeof written === 'string' ? [written] : written);
  const [word, ...more] = typeof written === 'string' ? [written] : written;
  if (word === undefined || more.length > 0) return undefined;
  if (fact.type === 'bool')
    return word === 'true' || word === 'yes' ? true : word === 'false' || word === 'no' ? false : undefined;
  if (fact.type === 'number') return /^\d{1,9}(\.\d{1,6})?$/.test(word) ? Number(word) : undefined;
  if (fact.type === 'enum') return fact.values?.includes(word) ? word : undefined;
  return word;
}

/** `none` stands alone: beside anything else it says two things at once. */
function readSet(fact: Fact, written: readonly string[]): readonly string[] | undefined {
  if (written.length === 0 || new Set(written).size < written.length) return undefined;
  if (fact.values && !written.every((word) => fact.values?.includes(word))) return undefined;
  return written.includes('none') && written.length > 1 ? undefined : [...written].toSorted(compareText);
}

function unknownFact(written: WrittenFact, table: FactTable): Fault {
  const known = table.facts.filter((fact) => fact.is === undefined && fact.stated === undefined).map((fact) => fact.id);
  return {
    rule: 'unknown-field',
    subject: 'project',
    record: undefined,
    details: [`profile.${written.id}`],
    spot: written.keySpot,
    message: `The profile has no fact \`${shown(written.id)}\`${didYouMean(written.id, known) || '.'}`,
    todo: `Known facts: ${known.join(', ')}.`,
    related: [],
  };
}

function wrongFact(written: WrittenFact, fact: Fact): Fault {
  const words = typeof written.words === 'string' ? [written.words] : written.words;
  const values = fact.type === 'bool' ? ['yes', 'no'] : (fact.values ?? []);
  const wrong = words.find((word) => !values.includes(word));
  const said = wrong === undefined ? `\`${shown(words.join(', '))}\`` : `\`${shown(wrong)}\``;
  const expected =
    fact.type === 'set'
      ? `a list out of ${values.join(', ')}, with \`none\` alone`
      : fact.type === 'number'
        ? 'a number'
        : `one of ${values.join(', ')}`;
  return {
    rule: 'wrong-type',
    subject: 'project',
    record: undefined,
    details: [`profile.${fact.id}`],
    spot: written.spot,
    message: `\`${fact.id}\` takes ${expected}, found ${said}${(wrong && didYouMean(wrong, values)) || '.'}`,
    todo: `Write ${expected}.`,
    related: [],
  };
}

/** One gap for each fact that decides something and that nobody stated; a warning where only a flag or finding is open. */
export function unknownFactFaults(
  unknown: ReadonlySet<string>,
  severity: 'error' | 'warning',
  input: Pick<FactInput, 'table' | 'profileSpot'>,
): readonly Fault[] {
  return [...unknown].toSorted(compareText).flatMap((id) => {
    const fact = input.table.byId.get(id);
    if (!fact) return [];
    const values = fact.type === 'bool' ? 'yes or no' : fact.values ? `one of ${fact.values.join(', ')}` : 'a value';
    return [
      {
        rule: 'fact-unknown',
        severity,
        subject: 'project',
        record: undefined,
        details: [id],
        spot: input.profileSpot,
        message: `Nobody stated \`${id}\`: ${fact.about}`,
        todo: `Add \`${id}:\` under \`profile:\` in medward.yaml (${values}).`,
        related: [],
      },
    ];
  });
}
