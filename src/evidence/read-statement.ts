/** Reads a statement back: whatever would make its readers stumble, or pass for more than it is, makes it none. */
import { at, countOf, objectOf, textAt } from './json-access.js';
import { momentOf } from './moment.js';
import { PREDICATE_TYPE, STATEMENT_TYPE, type Statement } from './statement.js';

/** @returns `undefined` if the text is no statement of this form; what is inside is as trustworthy as its hash */
export function readStatement(text: string): Statement | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
  const isStatement =
    textAt(value, '_type') === STATEMENT_TYPE &&
    textAt(value, 'predicateType') === PREDICATE_TYPE &&
    /^[0-9a-f]{64}$/.test(textAt(value, 'predicate', 'report', 'sha256') ?? '') &&
    hasParts(at(value, 'predicate'));
  return isStatement ? (value as Statement) : undefined;
}

type Check = (value: unknown) => boolean;

/** The parts that are read back; a later version may add more. Those that came later may be absent. */
const PARTS: Readonly<Record<string, Check>> = {
  report: (report) => isText(at(report, 'name')) && isText(at(report, 'format')),
  tool: orNull((tool) => isText(at(tool, 'name')) && isTextOrNull(at(tool, 'version'))),
  ranAt: isTextOrNull,
  told: orAbsent(isTold),
  addedOn: isText,
  commit: orNull(isCommit),
  tester: isTextOrNull,
  configuration: isTextOrNull,
  tests: orNull((tests) => objectOf(tests) !== undefined),
  records: listOfAll(isMapped),
  unmapped: isCount,
  unknownIds: listOfAll((unknown) => isText(at(unknown, 'id')) && isText(at(unknown, 'test'))),
  weaknesses: listOfAll(isText),
  scanned: orAbsent(orNull(listOfAll(isText))),
  openFindings: orAbsent(listOfAll(isFinding)),
  reviews: listOfAll(isReview),
  changes: orAbsent(listOfAll(isChange)),
  supersedes: orAbsent(isTextOrNull),
  inputs: isTextOrNull,
  contents: orAbsent(mapOf(isText)),
  tagged: orAbsent(mapOf(listOfAll(isText))),
  problems: listOfAll((problem) => isText(at(problem, 'message'))),
};

function hasParts(predicate: unknown): boolean {
  return Object.entries(PARTS).every(([name, isFine]) => isFine(at(predicate, name)));
}

function orNull(isFine: Check): Check {
  return (value) => value === null || isFine(value);
}

function orAbsent(isFine: Check): Check {
  return (value) => value === undefined || isFine(value);
}

function listOfAll(isFine: Check): Check {
  return (value) => Array.isArray(value) && value.every(isFine);
}

function mapOf(isFine: Check): Check {
  return (value) => {
    const found = objectOf(value);
    return found !== undefined && Object.values(found).every(isFine);
  };
}

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

function isTextOrNull(value: unknown): boolean {
  return value === null || isText(value);
}

function isCount(value: unknown): boolean {
  return countOf(value) !== undefined;
}

/** A time in another form would stand wrongly among others, which compare as text. */
function isTold(told: unknown): boolean {
  const ranAt = at(told, 'ranAt');
  const isMoment = typeof ranAt === 'string' && momentOf(ranAt) === ranAt;
  return (ranAt === null || isMoment) && typeof at(told, 'toEnd') === 'boolean';
}

const OUTCOMES = new Set(['passed', 'failed', 'errored', 'skipped', 'flaky']);

function isMapped(value: unknown): boolean {
  return isText(at(value, 'id')) && OUTCOMES.has(textAt(value, 'outcome') ?? '');
}

/** A commit of which nobody says whether files differed from it would pass for a clean one. */
function isCommit(commit: unknown): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(textAt(commit, 'id') ?? '') && typeof at(commit, 'dirty') === 'boolean';
}

function isFinding(finding: unknown): boolean {
  const fileLine = at(finding, 'fileLine');
  return (
    listOfAll(isText)(at(finding, 'weaknesses')) &&
    ['rule', 'file', 'fingerprint'].every((key) => isTextOrNull(at(finding, key))) &&
    (fileLine === null || typeof fileLine === 'number')
  );
}

const REVIEW_STATES = new Set(['approved', 'changes-requested', 'commented', 'dismissed']);

function isReview(review: unknown): boolean {
  return (
    isText(at(review, 'by')) &&
    REVIEW_STATES.has(textAt(review, 'state') ?? '') &&
    ['commit', 'at', 'of'].every((key) => isTextOrNull(at(review, key)))
  );
}

function isChange(change: unknown): boolean {
  const isFile: Check = (file) => isText(at(file, 'path')) && isTextOrNull(at(file, 'blob'));
  return isTextOrNull(at(change, 'commit')) && listOfAll(isFile)(at(change, 'files'));
}
