/** Holds a work product against its clauses, and refuses an obligation that nothing could fail. */
import { shown } from '../shapes/index.js';
import { spotAt, type Entry, type EntryFault, type Path } from './pack-draft.js';
import type { PackProblem } from './pack-problem.js';
import type { PackWorld } from './pack-world.js';
import {
  SAFETY_CLASSES,
  type Ask,
  type AskName,
  type Clause,
  type Criterion,
  type SafetyClass,
  type WorkProduct,
} from './pack.js';

/** Asks that look at what is written; the others look at who vouches for it. */
const CONTENT: readonly AskName[] = ['document', 'records', 'each', 'rule'];
/** What an ask needs to be able to fail. */
const NEEDED: Readonly<Record<AskName, readonly (keyof Criterion)[]>> = {
  document: ['sections'],
  records: ['of'],
  each: ['of', 'has'],
  rule: ['rules'],
  evidence: ['of'],
  review: [],
  statement: [],
  approval: [],
};
/**
 * Which products hold results, by what the entry itself says: a record that lives where tests live and calls itself a
 * report or records. Their results must be proven, by evidence or, where the result is a review, by a review.
 */
const TEST_PLACES: readonly string[] = ['unit-tests', 'integration-tests', 'system-tests', 'special-tests'];
const RESULTS = /-(report|records)$/;
const REVIEW_RESULTS = /-review-(report|records)$/;

// @implements SRS-302
export function checkWorkProduct(entry: Entry<'work-products'>, world: PackWorld): readonly PackProblem[] {
  const product = entry.value;
  if (!product) return [];
  const found = [...classLevels(product, world), ...criteria(product), ...whatCanFail(product)];
  return found.map(([path, message, todo]) => ({ spot: spotAt(entry, path), message, todo }));
}

function* classLevels(product: WorkProduct, world: PackWorld): Generator<EntryFault> {
  for (const [index, ask] of product.asks.entries()) {
    const path = ['asks', index];
    if (isNone(ask) && ask.clauses.length > 0) {
      yield [path, 'The level is none for everybody, and clauses ask it.', 'Move the clauses to `see:`.'];
    }
    if (!isNone(ask) && ask.clauses.length === 0 && ask.basis === undefined) {
      yield [path, 'Nobody asks it: the ask has no clause.', 'Name the clauses, or say `basis: own-reading`.'];
    }
    if (ask.side === 'safety-class') yield* safetyLevels(ask, path, world);
  }
}

function* safetyLevels(ask: Ask, path: Path, world: PackWorld): Generator<EntryFault> {
  // A clause that is not loaded, only named or faulty has an unknown class set: it may ask any class.
  const clauses = ask.clauses.map((id) => ({ id, clause: world.clauses.get(id) }));
  const allKnown = clauses.length > 0 && clauses.every(({ clause }) => clause !== undefined);
  for (const safetyClass of SAFETY_CLASSES) {
    const asking = clauses.filter(({ clause }) => clause && classesOf(clause).includes(safetyClass));
    if (levelAt(ask, safetyClass) !== 'none') {
      if (allKnown && asking.length === 0) {
        const message = `Class ${safetyClass} is asked, but none of the clauses asks class ${safetyClass}.`;
        yield [[...path, 'level'], message, `Set ${safetyClass} to none, or name the clause that asks it.`];
      }
      continue;
    }
    const unconditional = asking.find(({ clause }) => clause?.asks.when === undefined && clause?.route === undefined);
    if (unconditional && ask.when === undefined && !isNone(ask)) {
      const message = `\`${shown(unconditional.id)}\` asks class ${safetyClass}, but the level is none.`;
      yield [[...path, 'level'], message, `Raise ${safetyClass}, or move the clause to an ask of its own.`];
    }
  }
}

function* criteria(product: WorkProduct): Generator<EntryFault> {
  for (const [index, criterion] of product.criteria.entries()) {
    const path = ['criteria', index];
    for (const key of NEEDED[criterion.ask]) {
      const value = criterion[key];
      if (value !== undefined && (!Array.isArray(value) || value.length > 0)) continue;
      yield [
        path,
        `${criterion.id} asks \`${criterion.ask}\` without \`${key}\`: it could not fail.`,
        `Add \`${key}\`.`,
      ];
    }
    if (criterion.classes === undefined && criterion.security === undefined) {
      yield [path, `${criterion.id} is asked of nobody.`, 'Add `classes:` or `security:`.'];
    }
  }
}

function* whatCanFail(product: WorkProduct): Generator<EntryFault> {
  const asks = product.criteria.map((criterion) => criterion.ask);
  if (!asks.some((ask) => CONTENT.includes(ask))) {
    yield [['criteria'], 'No criterion looks at the content.', `Add one with \`ask\` ${CONTENT.join(', ')}.`];
  }
  if (product.criteria.every((criterion) => criterion.empty === 'fine')) {
    yield [['criteria'], 'With no records at all every criterion would hold.', 'Add one without `empty: fine`.'];
  }
  if (product.form === 'record' && asks.every((ask) => ask === 'document' || ask === 'approval')) {
    yield [
      ['criteria'],
      'A record of results is judged by a text alone.',
      'Add a criterion on records, rules or proof.',
    ];
  }
  if (holdsTestResults(product) && !asks.includes(REVIEW_RESULTS.test(product.id) ? 'review' : 'evidence')) {
    yield [
      ['criteria'],
      'A report of results without a proof asked for them.',
      'Add a criterion with `ask: evidence`.',
    ];
  }
  yield* askedAndFailing(product);
}

/** Each class and side that asks the product needs a criterion, or it would be met by nothing. */
function* askedAndFailing(product: WorkProduct): Generator<EntryFault> {
  for (const safetyClass of SAFETY_CLASSES) {
    const asked = product.asks.some((ask) => ask.side === 'safety-class' && levelAt(ask, safetyClass) !== 'none');
    if (asked && !product.criteria.some((criterion) => criterion.classes?.includes(safetyClass))) {
      yield [
        ['criteria'],
        `Class ${safetyClass} is asked, but no criterion is for it.`,
        'Add a criterion with that class.',
      ];
    }
  }
  const secured = product.asks.some((ask) => ask.side === 'cybersecurity' && !isNone(ask));
  // What the class asks in full of every device may be all that security asks as well.
  const everybody = product.criteria.some((criterion) => criterion.classes?.length === SAFETY_CLASSES.length);
  if (secured && !everybody && !product.criteria.some((criterion) => criterion.security)) {
    yield [
      ['criteria'],
      'Cybersecurity asks it, but no criterion is for that side.',
      'Add a criterion with `security:`.',
    ];
  }
}

function holdsTestResults(product: WorkProduct): boolean {
  return product.form === 'record' && TEST_PLACES.includes(product.place) && RESULTS.test(product.id);
}

function levelAt(ask: Ask, safetyClass: SafetyClass): string {
  return typeof ask.level === 'string' ? ask.level : ask.level[safetyClass];
}

function isNone(ask: Ask): boolean {
  return SAFETY_CLASSES.every((safetyClass) => levelAt(ask, safetyClass) === 'none');
}

function classesOf(clause: Clause): readonly SafetyClass[] {
  return clause.asks.class ?? SAFETY_CLASSES;
}
