/** What answering a criterion needs: the records, their proofs, the gaps that rules found, and how deep it is asked. */
import type { EvidenceType, Pack, Selector } from '../packs/index.js';
import { linkFields, type AnyRecord, type Where } from '../records/index.js';
import type { Gap, UndecidedRules } from '../rules/index.js';
import type { Trace } from '../trace/index.js';
import type { Proofs } from './1-proofs.js';
import type { Obligation } from './6-obligations.js';
import { systemsOf } from './3-class.js';
import { chooseRecords, type Chosen, type ChosenFor } from './chosen-records.js';
import { stateOf } from './record-state.js';

export interface CriterionInput {
  readonly date: string;
  readonly trace: Trace;
  readonly proofs: Proofs;
  /** Gaps that no decision took away. */
  readonly openGaps: readonly Gap[];
  readonly knownRules: ReadonlySet<string>;
  readonly undecided: UndecidedRules;
  readonly packs: readonly Pack[];
  readonly selectors: ReadonlyMap<string, Selector>;
  /** What selectors chose before: many criteria ask for the same records. */
  readonly selected: Map<string, Selected>;
  readonly evidenceTypes: ReadonlyMap<string, EvidenceType>;
  readonly isLoaded: (clause: string) => boolean;
}

export type Answer = 'yes' | 'no' | 'unknown';

// @implements SRS-522
export interface Answered {
  readonly answer: Answer;
  /** How many records or sections it was asked of. */
  readonly counted: number;
  /** Ids of records, or names of sections, that failed. */
  readonly failed: readonly string[];
  /** What is missing, in words that stand alone after the work product's name. */
  readonly says: string;
  readonly todo: string;
  readonly byReference: number;
  /** Records that counted towards it. */
  readonly members: readonly AnyRecord[];
  /** Where each record is asked for fields: what was lacking. */
  readonly lacking?: readonly LackedBy[];
  /** Section → document that was begun for it and has places to fill. */
  readonly begun?: ReadonlyMap<string, string>;
  /** A proof that is current failed: worse than a missing one. */
  readonly failedProof?: boolean;
}

/** One thing that records lack: each of these fields, or where there is none, an approval. */
export interface LackedBy {
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

/** The whole set, or narrowed to the security-relevant members. */
export interface Selected extends Chosen {
  /** A record of the kind could not be read: the set is not known whole. */
  readonly open: boolean;
  readonly title: string;
  readonly kinds: readonly string[];
}

/** @param partial only the security-relevant members */
export function select(ids: readonly string[], partial: boolean, scope: string, input: CriterionInput): Selected {
  const [single, ...others] = ids.map((id) => selectKnown(id, partial, scope, input));
  if (single && others.length === 0) return single;
  const key = JSON.stringify([ids, partial, scope]);
  const known = input.selected.get(key) ?? joined(single ? [single, ...others] : []);
  input.selected.set(key, known);
  return known;
}

function joined(parts: readonly Selected[]): Selected {
  const unique = (records: readonly AnyRecord[]): readonly AnyRecord[] => [...new Set(records)];
  return {
    members: unique(parts.flatMap((part) => part.members)),
    sure: unique(parts.flatMap((part) => part.sure)),
    whole: parts.reduce((sum, part) => sum + part.whole, 0),
    open: parts.some((part) => part.open),
    title: parts.map((part, at) => (at === 0 ? part.title : lowerFirst(part.title))).join(', '),
    kinds: parts.flatMap((part) => part.kinds),
  };
}

function selectKnown(id: string, partial: boolean, scope: string, input: CriterionInput): Selected {
  const key = JSON.stringify([id, partial, scope]);
  const known = input.selected.get(key) ?? selectOne(id, partial, scope, input);
  input.selected.set(key, known);
  return known;
}

function selectOne(id: string, partial: boolean, scope: string, input: CriterionInput): Selected {
  const selector = input.selectors.get(id);
  if (!selector) throw new Error(`A criterion names the selector ${id}, which no pack has.`);
  const { trace } = input;
  const narrow = partial && selector.partial ? selector.partial : undefined;
  const { members, sure, whole } = chosenBy(selector, narrow, trace)(scope);
  const { lostKinds } = trace.reading;
  const rests = restsOnOthers(selector.kind, { ...selector.where, ...narrow }, trace);
  return {
    members,
    sure,
    whole,
    open: lostKinds.has(selector.kind) || lostKinds.has('any') || (rests && isLinkLost(trace)),
    title: selector.title,
    kinds: [selector.kind],
  };
}

const knownChosen = new WeakMap<Trace, Map<string, ChosenFor>>();

function chosenBy(selector: Selector, narrow: Where | undefined, trace: Trace): ChosenFor {
  const known = knownChosen.get(trace) ?? new Map<string, ChosenFor>();
  knownChosen.set(trace, known);
  // Several packs choose the same records under names of their own.
  const key = JSON.stringify([selector.kind, selector.where, selector.belongsBy, narrow]);
  const chosen = known.get(key) ?? chooseRecords(selector, narrow, trace);
  known.set(key, chosen);
  return chosen;
}

/** Whether it takes other records to tell that a record is a member. */
function restsOnOthers(kind: string, where: Where, trace: Trace): boolean {
  return Object.keys(where).some(
    (name) => trace.isComputed(kind, name) || name.includes('.') || linkFields(kind).has(name),
  );
}

const withLostLinks = new WeakMap<Trace, boolean>();

/** Whether a link may be lost, with a record or in a field that nobody can read. */
export function isLinkLost(trace: Trace): boolean {
  const known = withLostLinks.get(trace);
  if (known !== undefined) return known;
  const isLost =
    trace.reading.lostKinds.size > 0 ||
    trace.records.some((record) => [...record.unusable].some((name) => linkFields(record.kind).has(name)));
  withLostLinks.set(trace, isLost);
  return isLost;
}

/** A record of no software system belongs to all of them. */
export function isInScope(record: AnyRecord, scope: string, trace: Trace): boolean {
  if (scope === 'device') return true;
  const systems = systemsOf(record, trace);
  return systems.length === 0 || systems.includes(scope);
}

export function counts(record: AnyRecord, trace: Trace): boolean {
  const state = stateOf(record, trace);
  return (state === 'approved' || state === 'claimed') && !trace.reading.duplicates.has(record.id);
}

export interface Asked {
  readonly obligation: Obligation;
  readonly partial: boolean;
}

/** For a title inside a sentence; abbreviations such as SOUP stay. */
export function lowerFirst(title: string): string {
  return /^[A-Z][a-z ]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
