/** What is wrong with the evidence itself, as faults that a check tells: touched files, and results for ids that name nothing. */
import { standingStatements, whenOf, type StoredEvidence, type StoredStatement } from '../evidence/index.js';
import type { Fault } from '../rules/index.js';
import type { Spot } from '../shapes/index.js';

export function evidenceFaults(stored: StoredEvidence): readonly Fault[] {
  const unknown = newestPerReport(stored.statements).flatMap(unknownIds);
  const once = new Map(unknown.map((fault) => [JSON.stringify([fault.subject, fault.details]), fault]));
  return [...stored.faults.map(touched), ...once.values()];
}

function touched({ path, message }: StoredEvidence['faults'][number]): Fault {
  return {
    rule: 'evidence-not-as-stored',
    subject: `file:${path}`,
    record: undefined,
    details: [],
    spot: placeIn(path, 1),
    message: `\`${path}\` is not as it was stored. ${message}`,
    todo: 'Bring the file back from Git, or add the report again. `medward evidence verify` looks at every file.',
    related: [],
  };
}

const MOST = 50;

function unknownIds({ statement: { predicate } }: StoredStatement): readonly Fault[] {
  const { report, unknownIds: ids } = predicate;
  return ids.slice(0, MOST).map(({ id, test, line }) => ({
    rule: 'result-for-unknown-record',
    subject: `file:${report.name}`,
    record: undefined,
    details: [id],
    spot: placeIn(report.name, line ?? 1),
    message: `The result of \`${test}\` names ${id}, and there is no such record.`,
    todo: `Write the test record ${id}, or correct the id in the name of the test and add its report again.`,
    related: [],
  }));
}

/** Of reports with one name the newest count: an id that was corrected since is no fault any more. */
function newestPerReport(statements: readonly StoredStatement[]): readonly StoredStatement[] {
  const newest = new Map<string, StoredStatement[]>();
  for (const stored of standingStatements(statements)) {
    const { name } = stored.statement.predicate.report;
    const [known] = newest.get(name) ?? [];
    const isNewer = known !== undefined && whenOf(known) < whenOf(stored);
    if (!known || isNewer) newest.set(name, [stored]);
    else if (whenOf(known) === whenOf(stored)) newest.get(name)?.push(stored);
  }
  return [...newest.values()].flat();
}

const MOST_LINES = 10_000_000;

/** A place in a file that is not read here: only its line is known. */
function placeIn(path: string, line: number): Spot {
  const above = Math.min(Math.max(Math.floor(line) - 1, 0), MOST_LINES);
  return { source: { path, text: '\n'.repeat(above) }, offset: above };
}
