/** Steps 2 and 4: the facts of the profile, from what was declared and what records tell; the more cautious value is used. */
import {
  completeFacts,
  type Completing,
  type Fact,
  type FactTable,
  type FactValue,
  type FactValues,
} from '../packs/index.js';
import type { Fault } from '../rules/index.js';
import { compareText, didYouMean, placeOf, shortList, shown, type Spot } from '../shapes/index.js';
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
  const { declared, unreadable, faults } = readDeclared(input);
  const answers = new Map<string, FactAnswer>();
  const stated = new Map<string, FactValue>(before);
  const unknown = new Set<string>();
  const contradictions: Fault[] = [];
  for (const fact of input.table.facts) {
    if (fact.step > step || fact.is !== undefined || fact.stated !== undefined || before.has(fact.id)) continue;
    const answer = answerOf(fact, declared.get(fact.id), unreadable.has(fact.id), input);
    // No default fills what somebody said and nobody can read, also not at the next step.
    if (answer.isOpen) unknown.add(fact.id);
    if (fact.step !== step) continue;
    answers.set(fact.id, answer.answer);
    contradictions.push(...answer.faults);
    if (answer.answer.value !== undefined) stated.set(fact.id, answer.answer.value);
  }
  const completing: Completing = { step, unknown };
  const values = replaced(completeFacts(input.table, stated, completing), stated, completing, input);
  return {
    answers: completed(answers, values, step, input),
    values,
    faults: step === 2 ? [...faults, ...contradictions] : contradictions,
  };
}

// @implements SRS-409
/** A fact that is asked about replaces the value; what is defined by it follows. */
function replaced(
  values: FactValues,
  stated: ReadonlyMap<string, FactValue>,
  completing: Completing,
  input: FactInput,
): FactValues {
  const asked = [...input.whatIf].filter(([id]) => (input.table.byId.get(id)?.step ?? 2) <= (completing.step ?? 4));
  if (asked.length === 0) return values;
  return completeFacts(input.table, new Map([...stated, ...asked]), completing);
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
  isUnreadable: boolean,
  input: FactInput,
): { answer: FactAnswer; isOpen: boolean; faults: readonly Fault[] } {
  const derivation =
    fact.derived !== undefined && Object.hasOwn(DERIVATIONS, fact.derived) ? DERIVATIONS[fact.derived] : undefined;
  const { derived, open } = derivation?.(input.trace, input.methods) ?? { open: false };
  const said = joined(fact, declared?.value, derived?.value);
  const isOpen = (open || isUnreadable) && !isMostDemanding(fact, said);
  const value = isOpen ? undefined : said;
  const answer: FactAnswer = {
    id: fact.id,
    value,
    source: declared ? 'declared' : derived ? 'derived' : 'default',
    declared: declared?.value,
    derived: derived?.value,
    from: [...(declared ? [lineOf(declared.spot)] : []), ...(derived?.from ?? [])],
  };
  return { answer, isOpen, faults: declared && derived ? contradiction(fact, declared, derived, input) : [] };
}

function lineOf(spot: Spot): string {
  const place = placeOf(spot);
  return `${place.file}:${place.line}`;
}

/**
 * Something is there that does not tell enough: what is said is used only where nothing that might still be told can ask
 * for more. For the exposure that is a network or a radio, which no further exposure can outdo.
 */
function isMostDemanding(fact: Fact, said: FactValue | undefined): boolean {
  if (said === undefined) return false;
  if (fact.type === 'set') return Array.isArray(said) && said.some((value) => CONNECTED.has(value));
  if (fact.type === 'bool') return said === !RELIEVING.has(fact.id);
  return fact.type === 'enum' && said === fact.values?.at(-1);
}

const CONNECTED = new Set(['short-range-radio', 'controlled-network', 'public-network']);

/** Facts whose truth takes work away: for these "no" is the cautious answer, for all others "yes" or the later value. */
const RELIEVING = new Set(['independent-barrier', 'power-only-shown']);

// @implements SRS-308
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
      message: `The profile says ${fact.id} is ${wordsOf(declared.value)}; the records say ${wordsOf(more)} (${shortList(derived.from)}).`,
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

function wordsOf(value: FactValue): string {
  if (Array.isArray(value)) return value.join(', ');
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}

function readDeclared(input: FactInput): {
  declared: ReadonlyMap<string, Declared>;
  /** Facts that somebody wrote with a value that is none of theirs. */
  unreadable: ReadonlySet<string>;
  faults: readonly Fault[];
} {
  const declared = new Map<string, Declared>();
  const unreadable = new Set<string>();
  const faults: Fault[] = [];
  for (const written of input.written) {
    const fact = input.table.byId.get(written.id);
    if (!fact || fact.is !== undefined || fact.stated !== undefined) faults.push(unknownFact(written, input.table));
    else {
      const value = readFactValue(fact, written.words);
      if (value === undefined) {
        unreadable.add(written.id);
        faults.push(wrongFact(written, fact));
      } else declared.set(written.id, { value, spot: written.spot });
    }
  }
  return { declared, unreadable, faults };
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

// @implements SRS-310
/** One gap for each fact that decides something and that is not known; a warning where only a flag or finding is open. */
export function unknownFactFaults(
  unknown: ReadonlySet<string>,
  severity: 'error' | 'warning',
  input: Pick<FactInput, 'table' | 'profileSpot' | 'written'>,
): readonly Fault[] {
  return [...unknown].toSorted(compareText).flatMap((id) => {
    const fact = input.table.byId.get(id);
    if (!fact) return [];
    const written = input.written.find((one) => one.id === id);
    return [
      {
        rule: 'fact-unknown',
        severity,
        subject: 'project',
        record: undefined,
        details: [id],
        spot: written?.keySpot ?? input.profileSpot,
        ...whyUnknown(fact, written),
        related: [],
      },
    ];
  });
}

/** Who stated a fact is not told that nobody did, but what keeps it from counting. */
function whyUnknown(fact: Fact, written: WrittenFact | undefined): Pick<Fault, 'message' | 'todo'> {
  const values = fact.type === 'bool' ? 'yes or no' : fact.values ? `one of ${fact.values.join(', ')}` : 'a value';
  if (!written) {
    return {
      message: `Nobody stated \`${fact.id}\`: ${fact.about}`,
      todo: `Add \`${fact.id}:\` under \`profile:\` in medward.yaml (${values}).`,
    };
  }
  if (readFactValue(fact, written.words) === undefined) {
    return {
      message: `What the profile says of \`${fact.id}\` cannot be read: ${fact.about}`,
      todo: `Write ${values}.`,
    };
  }
  return {
    message: `The profile states \`${fact.id}\`, but records that cannot be read or do not tell enough may ask for more: ${fact.about}`,
    todo: 'Mend these records: `medward check --all` names what cannot be read and what is missing in them.',
  };
}
