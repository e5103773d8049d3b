/** The output of `check` as the comment on a pull request: the verdict, new gaps in a table, everything else folded up. */
import type { CheckOutput, GapOutput, ProblemOutput } from '../contract/index.js';
import { mostSevereFirst } from './check-order.js';
import { goneSentence, many, softening, softenings, verdict } from './check-words.js';
import { inMarkdown } from './markdown-text.js';

/** GitHub refuses a longer comment; it counts characters, and bytes are never fewer. */
const MAX_BYTES = 65_536;
/** Rows that stand open; the others are folded up. */
const OPEN_ROWS = 20;
const LONGEST_CELL = 400;
/** Kept for the sentences that say how much is missing, one for each table. */
const FOR_MISSING = 400;

/** @param rules only gaps of these; all if empty */
export function checkAsMarkdown(output: CheckOutput, rules: readonly string[] = []): string {
  const gaps = mostSevereFirst(output.gaps).filter((gap) => rules.length === 0 || rules.includes(gap.rule));
  const fresh = gaps.filter((gap) => gap.decision === null && gap.new);
  const known = gaps.filter((gap) => gap.decision === null && !gap.new);
  const decided = gaps.filter((gap) => gap.decision !== null);
  const word = output.baseline === null ? 'gap' : 'new gap';
  const foot = footOf(output);
  const page = new Page(MAX_BYTES - bytesOf(foot) - FOR_MISSING);
  page.add(headOf(output));
  page.addTable('', { head: PROBLEM_HEAD, of: output.problems, row: problemRow });
  page.addTable('', gapTable(fresh.slice(0, OPEN_ROWS)));
  page.addTable(many(fresh.length - OPEN_ROWS, `more ${word}`), gapTable(fresh.slice(OPEN_ROWS)));
  page.addTable(`${many(known.length, 'gap')} known from the baseline`, gapTable(known));
  page.addTable(`${many(decided.length, 'gap')} taken out by decisions`, gapTable(decided));
  return `${page.text()}${foot}`;
}

/** The first line lets a job find its own comment and write it again. */
function headOf(output: CheckOutput): string {
  const more = [...softenings(output), goneSentence(output)].filter((sentence) => sentence !== '');
  return `<!-- medward check -->\n${[`**${cell(verdict(output))}**`, ...more.map(cell)].join('\n\n')}\n`;
}

function footOf({ project, date, tool }: CheckOutput): string {
  const commit = project.commit === null ? 'no commit' : `commit ${project.commit.slice(0, 7)}`;
  const dirty = project.dirty && project.commit !== null ? ', changed since' : '';
  return `\n<sub>${inMarkdown(`${commit}${dirty}, ${date}, Medward ${tool.version}.`)} More: <code>medward check --all</code>, <code>medward explain RULE</code>.</sub>\n`;
}

const PROBLEM_HEAD = '| place | cannot be read |\n| --- | --- |\n';
const GAP_HEAD = '| | place | what, and what to do | rule |\n| --- | --- | --- | --- |\n';

interface Table<T> {
  readonly head: string;
  readonly of: readonly T[];
  readonly row: (one: T) => string;
}

function gapTable(of: readonly GapOutput[]): Table<GapOutput> {
  return { head: GAP_HEAD, of, row: gapRow };
}

function problemRow(problem: ProblemOutput): string {
  return `| ${cell(placeOf(problem))} | ${cell(problem.message)} |\n`;
}

function gapRow(gap: GapOutput): string {
  const milder = softening(gap);
  const how = milder === '' ? '' : `<br>${cell(milder)}`;
  const decided = gap.decision === null ? '' : `<br>decided by ${cell(gap.decision)}`;
  const severity = gap.severity === 'error' ? '**error**' : gap.severity;
  return `| ${severity}${how}${decided} | ${cell(placeOf(gap))} | ${cell(gap.message)}<br>${cell(gap.fix)} | ${cell(gap.rule)} |\n`;
}

function placeOf(place: ProblemOutput | GapOutput): string {
  return `${place.file}:${place.line}`;
}

function cell(text: string): string {
  return inMarkdown(text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL - 1)}…` : text);
}

function bytesOf(text: string): number {
  return Buffer.byteLength(text);
}

/** Grows until it is full; a table that does not fit ends with the count of what is missing. */
class Page {
  readonly #parts: string[] = [];
  #left: number;

  constructor(maxBytes: number) {
    this.#left = maxBytes;
  }

  add(part: string): void {
    this.#parts.push(part);
    this.#left -= bytesOf(part);
  }

  /** @param summary of a table that is folded up; empty where it stands open */
  addTable<T>(summary: string, table: Table<T>): void {
    const { length } = table.of;
    if (length === 0) return;
    const open = summary === '' ? `\n${table.head}` : `\n<details><summary>${summary}</summary>\n\n${table.head}`;
    const close = summary === '' ? '' : '\n</details>\n';
    const rows = fittingRows(table, this.#left - bytesOf(open) - bytesOf(close) - bytesOf(missing(length)));
    if (rows.length === 0) this.add(missing(length));
    else this.add(`${open}${rows.join('')}${rows.length < length ? missing(length - rows.length) : ''}${close}`);
  }

  text(): string {
    return this.#parts.join('');
  }
}

function fittingRows<T>({ of, row }: Table<T>, room: number): readonly string[] {
  const rows: string[] = [];
  let left = room;
  for (const one of of) {
    const text = row(one);
    left -= bytesOf(text);
    if (left < 0) break;
    rows.push(text);
  }
  return rows;
}

function missing(count: number): string {
  return `\n${count} more do not fit into a comment.\n`;
}
