/** Checks of single entries that their shape cannot say: sources, facts, levels, hours, methods. */
import { didYouMean, shown } from '../shapes/index.js';
import { sortFacts } from './fact-table.js';
import { conditionName } from './fact-values.js';
import { answeringFaults } from './check-answering.js';
import { starterFaults } from './check-starters.js';
import { spotAt, type Entry, type EntryFault, type Path } from './pack-draft.js';
import type { PackProblem } from './pack-problem.js';
import type { PackWorld } from './pack-world.js';
import type {
  Attachment,
  Disclosure,
  Effort,
  EffortRow,
  Fact,
  Method,
  Overhead,
  Sourced,
  SpecialCriterion,
  Starter,
} from './pack.js';

/** Words of the condition language that no fact may be called. */
const RESERVED = new Set(
  'as break const continue else false for function if import in let loop package namespace null return true var void while count size double exists all has type google cel bool int uint string bytes list map duration timestamp dyn optional'.split(
    ' ',
  ),
);

export function checkEntry(entry: Entry, world: PackWorld): readonly PackProblem[] {
  if (!entry.value) return [];
  const found = [...sourced(entry), ...own(entry, world)];
  return found.map(([path, message, todo]) => ({ spot: spotAt(entry, path), message, todo }));
}

function* own(entry: Entry, world: PackWorld): Generator<EntryFault> {
  switch (entry.section) {
    case 'facts':
      return yield* fact(entry.value as Fact, world);
    case 'overhead':
      return yield* overhead(entry.value as Overhead);
    case 'effort':
      return yield* effort(entry.value as Effort, world);
    case 'methods':
      return yield* method(entry.value as Method);
    case 'criteria':
      return yield* criterion(entry.value as SpecialCriterion);
    case 'starters':
      return yield* starterFaults(entry.value as Starter, world);
    case 'disclosures':
      for (const [index, topic] of (entry.value as Disclosure).topics.entries()) {
        yield* answeringFaults(topic, ['topics', index], world);
      }
      return;
    case 'attachments':
      return yield* answeringFaults(entry.value as Attachment, [], world);
    default:
  }
}

/** Who carries a level, a number or a class set says from where and how sure. */
function* sourced(entry: Entry): Generator<EntryFault> {
  switch (entry.section) {
    case 'clauses':
    case 'work-products':
    case 'methods':
    case 'starters':
    case 'disclosures':
    case 'attachments':
      return yield* withSources([], entry.value as Sourced, entry.id);
    case 'threats':
    case 'controls':
      return yield* withSources([], entry.value as Sourced, entry.id, 'says what may happen or what helps');
    case 'criteria': {
      const value = entry.value as SpecialCriterion;
      if (value.level !== undefined) yield* withSources([], value, entry.id);
      return;
    }
    case 'overhead': {
      const { rules, adjust } = entry.value as Overhead;
      for (const [index, rule] of rules.entries()) yield* withSources(['rules', index], rule, rule.id);
      for (const [index, each] of adjust.entries()) yield* withSources(['adjust', index], each, each.id);
      return;
    }
    case 'effort': {
      const value = entry.value as Effort;
      yield* withSources([], value, 'effort');
      for (const [index, row] of value.rows.entries()) {
        // What holds for the whole model need not be said in each row.
        yield* withSources(['rows', index], { ...sourcesOf(value), ...row }, row.id);
      }
      return;
    }
    default:
  }
}

function sourcesOf(effort: Effort): Sourced {
  return {
    ...(effort.sources && { sources: effort.sources }),
    ...(effort.confidence && { confidence: effort.confidence }),
  };
}

function* withSources(
  path: Path,
  value: Sourced,
  id: string,
  what = 'carries a level, a number or a class set',
): Generator<EntryFault> {
  if (!value.sources || value.sources.length === 0) {
    yield [path, `\`${id}\` ${what} without \`sources\`.`, 'Say where it comes from.'];
  }
  if (!value.confidence)
    yield [path, `\`${id}\` does not say how sure it is.`, 'Add `confidence:` high, medium or low.'];
}

function* fact(value: Fact, world: PackWorld): Generator<EntryFault> {
  if (RESERVED.has(conditionName(value.id)))
    yield [['id'], `No fact can be called \`${value.id}\`.`, 'Take another name.'];
  const hasValues = value.type === 'enum' || value.type === 'set';
  if (hasValues && !value.values?.length) yield [[], `\`${value.id}\` has no values.`, 'Add `values:`.'];
  if (!hasValues && value.values) yield [['values'], `A fact of type ${value.type} lists no values.`, 'Delete them.'];
  if (value.values?.includes('unknown')) {
    yield [['values'], '`unknown` is no value: what is not known is left out.', 'Delete it.'];
  }
  if (value.is !== undefined && value.type !== 'bool' && value.type !== 'enum') {
    yield [['is'], `A fact of type ${value.type} cannot be defined by a condition.`, 'Make it `bool` or `enum`.'];
  }
  const origins = [value.is, value.derived, value.stated].filter((origin) => origin !== undefined);
  if (origins.length > 1 || (value.default && (value.is !== undefined || value.stated !== undefined))) {
    yield [
      [],
      `\`${value.id}\` has two origins.`,
      'Keep one of `is`, `derived`, `stated`; a default goes with neither `is` nor `stated`.',
    ];
  }
  if (value.stated !== undefined && !world.ids('facts').has(value.stated)) {
    const hint = didYouMean(value.stated, world.ids('facts')) || '.';
    yield [['stated'], `There is no fact \`${shown(value.stated)}\`${hint}`, 'Correct the id.'];
  }
  yield* defaults(value);
}

function* defaults(value: Fact): Generator<EntryFault> {
  for (const [index, choice] of (value.default ?? []).entries()) {
    const fits = value.type === 'bool' ? typeof choice.then === 'boolean' : value.values?.includes(String(choice.then));
    if (value.type === 'set' || value.type === 'number') {
      yield [['default'], `A fact of type ${value.type} has no default.`, 'What nobody stated stays unknown.'];
    } else if (!fits && value.type !== 'text') {
      const message = `\`${shown(String(choice.then))}\` is no value of \`${value.id}\`.`;
      yield [['default', index, 'then'], message, `Its values: ${value.values?.join(', ') ?? 'true, false'}.`];
    }
  }
}

/** @returns a problem at one of the facts that are defined by each other */
export function checkFactCycle(entries: readonly Entry<'facts'>[], world: PackWorld): readonly PackProblem[] {
  if (!world.factsAreSound) return [];
  const readable = world.facts.filter((each) => conditionsAreSound(each, world));
  const { cycle } = sortFacts(readable, (text) => world.conditions.factsIn(text));
  const entry = cycle && entries.find((each) => cycle.includes(each.id));
  if (!cycle || !entry) return [];
  const message = `Facts are defined by each other: ${cycle.join(' → ')}.`;
  return [{ spot: spotAt(entry, []), message, todo: 'Define one of them without the others.' }];
}

function conditionsAreSound(value: Fact, world: PackWorld): boolean {
  const texts = [value.is, ...(value.default ?? []).map((choice) => choice.if)];
  return texts.every((text) => text === undefined || !world.conditions.check(text, 'bool'));
}

function* overhead(value: Overhead): Generator<EntryFault> {
  const ids = new Set<string>();
  for (const part of ['rules', 'adjust', 'findings'] as const) {
    for (const [index, { id }] of value[part].entries()) {
      if (ids.has(id)) yield [[part, index], `The id \`${id}\` stands twice.`, 'Rename one.'];
      ids.add(id);
    }
  }
  for (const [index, rule] of value.rules.entries()) {
    const levels = typeof rule.level === 'string' ? [rule.level] : rule.level.map((choice) => choice.then);
    for (const level of levels)
      if (!value.levels.includes(level)) yield noLevel(['rules', index, 'level'], level, value);
  }
  for (const [index, { notBelow }] of value.adjust.entries()) {
    if (!value.levels.includes(notBelow)) yield noLevel(['adjust', index, 'not-below'], notBelow, value);
  }
}

function noLevel(path: Path, level: string, { levels }: Overhead): EntryFault {
  return [path, `There is no level \`${level}\`${didYouMean(level, levels) || '.'}`, `Levels: ${levels.join(', ')}.`];
}

function* effort(value: Effort, world: PackWorld): Generator<EntryFault> {
  const counts = new Set(value.counts.map((count) => count.id));
  const rows = new Map<string, EffortRow>();
  for (const name of Object.keys(value.expected)) if (!counts.has(name)) yield noCount(['expected'], name, counts);
  for (const [index, reference] of value.references.entries()) {
    for (const name of Object.keys(reference.counts)) {
      if (!counts.has(name)) yield noCount(['references', index, 'counts'], name, counts);
    }
  }
  for (const [index, row] of value.rows.entries()) {
    const path = ['rows', index];
    if (rows.has(row.id)) yield [path, `The id \`${row.id}\` stands twice.`, 'Rename one.'];
    if (row.per !== undefined && !counts.has(row.per)) yield noCount([...path, 'per'], row.per, counts);
    yield* effortRow(row, path, value, rows, world);
    rows.set(row.id, row);
  }
}

function* effortRow(
  row: EffortRow,
  path: Path,
  { shares }: Effort,
  above: ReadonlyMap<string, EffortRow>,
  world: PackWorld,
): Generator<EntryFault> {
  if ((row.hours === undefined) === (row.as === undefined)) {
    yield [path, `\`${row.id}\` needs either \`hours\` or \`as\`.`, 'Keep one of them.'];
  }
  const other = row.as && above.get(row.as.row);
  if (row.as && (!other || Array.isArray(other.hours) || typeof other.hours !== 'object')) {
    yield [[...path, 'as'], `No row with hours per class is called \`${row.as.row}\` above.`, 'Correct the name.'];
  }
  if (row.share !== undefined && !Object.hasOwn(shares, row.share)) {
    yield [[...path, 'share'], `There is no share \`${row.share}\`.`, 'Add it under `shares:`.'];
  }
  for (const id of Object.keys(row.for)) {
    if (world.ids('work-products').has(id)) continue;
    const hint = didYouMean(id, world.ids('work-products')) || '.';
    yield [[...path, 'for', id], `There is no work product \`${shown(id)}\`${hint}`, 'Correct the id.'];
  }
  const sum = Object.values(row.for).reduce((total, part) => total + part, 0);
  if (Math.abs(sum - 1) > 1e-9) {
    yield [
      [...path, 'for'],
      `The parts of \`${row.id}\` add up to ${Number(sum.toFixed(4))}, expected 1.`,
      'Correct the parts.',
    ];
  }
}

function noCount(path: Path, name: string, counts: ReadonlySet<string>): EntryFault {
  return [path, `There is no count \`${shown(name)}\`${didYouMean(name, counts) || '.'}`, 'Add it under `counts:`.'];
}

function* method(value: Method): Generator<EntryFault> {
  const levels = new Set(value.accept.map((each) => each.level));
  const steps = stepsOf(value);
  if (steps.length === 0) {
    yield [
      [],
      `\`${value.id}\` has no steps of likelihood.`,
      'Add `vector` and `steps`, `likelihood`, or `probability`.',
    ];
  }
  yield* methodQuestions(value);
  for (const step of steps) {
    if (!Object.hasOwn(value.matrix, step)) yield [['matrix'], `The matrix has no row \`${step}\`.`, 'Add it.'];
  }
  for (const [step, row] of Object.entries(value.matrix)) {
    const path = ['matrix', step];
    if (!steps.includes(step))
      yield [path, `The matrix has a row \`${step}\` and no such step.`, `Steps: ${steps.join(', ')}.`];
    if (row.length !== value.severity.length) {
      yield [
        path,
        `The row \`${step}\` has ${row.length} levels for ${value.severity.length} severities.`,
        'Give one per severity.',
      ];
    }
    const unknown = row.find((level) => !levels.has(level));
    if (unknown !== undefined)
      yield [path, `The level \`${unknown}\` has no rule of acceptance.`, 'Add it under `accept:`.'];
  }
}

/** Every answer gives a value or leads on, each question leads only forwards, and each metric is decided. */
function* methodQuestions({ id, questions = [], vector = [] }: Method): Generator<EntryFault> {
  const known = questions.map((question) => question.id);
  for (const [index, { id: own, metric: asked, answers }] of questions.entries()) {
    const path = ['questions', index];
    if (known.indexOf(own) !== index) yield [path, `The question \`${own}\` stands twice.`, 'Rename one of them.'];
    if (!vector.includes(asked))
      yield [path, `\`${asked}\` is no metric of the vector.`, `Metrics: ${vector.join(', ')}.`];
    for (const { say, value, next } of answers) {
      if ((value === undefined) === (next === undefined)) {
        yield [path, `The answer \`${say}\` to \`${own}\` needs either \`value\` or \`next\`.`, 'Keep one of them.'];
      }
      if (next !== undefined && known.indexOf(next) <= index) {
        yield [
          path,
          `The answer \`${say}\` leads to \`${next}\`, which does not stand below.`,
          'Questions lead forwards only.',
        ];
      }
    }
  }
  const silent = questions.length === 0 ? [] : vector.filter((each) => !questions.some((one) => one.metric === each));
  if (silent.length > 0) yield [['questions'], `No question of \`${id}\` decides ${silent.join(', ')}.`, 'Add one.'];
}

/** Rows of the matrix: steps of exploitability by their id, sums of probability as `P1`, `P2` … */
function stepsOf({ steps, vector, likelihood, probability }: Method): readonly string[] {
  if (likelihood) return likelihood.map((step) => step.id);
  if (steps && vector) return steps.map((step) => step.id);
  if (!probability) return [];
  const numbers = probability.steps.map((step) => step.id);
  return Array.from(
    { length: Math.max(...numbers) * 2 - probability.minus - probability.atLeast + 1 },
    (_, index) => `P${probability.atLeast + index}`,
  );
}

/** Static analysis answers by weaknesses, so it can answer nothing where none is named. */
function* criterion({ id, weaknesses, core, answeredBy }: SpecialCriterion): Generator<EntryFault> {
  for (const [index, weakness] of (core ?? []).entries()) {
    if (weaknesses.includes(weakness)) continue;
    yield [
      ['core', index],
      `${weakness} is at the core of \`${id}\` and not among its weaknesses.`,
      'Add it to `weaknesses:`.',
    ];
  }
  if (answeredBy?.includes('static-analysis') && weaknesses.length === 0) {
    yield [
      ['answered-by'],
      `Static analysis cannot answer \`${id}\`: it names no weakness.`,
      'Add `weaknesses:`, or take it out.',
    ];
  }
}
