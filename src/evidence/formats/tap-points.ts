/** The points of a TAP stream, subtests included, one after the other (TAP 14, testanything.org). */
import type { ReportBytes } from '../report-bytes.js';
import type { ReportSink } from '../report.js';
import { textLines } from '../text-lines.js';

export interface TapPoint {
  readonly isOk: boolean;
  readonly name: string;
  readonly directive: 'skip' | 'todo' | null;
  /** Names of the points around it, outermost first; known only once those are read, so `depth` comes with the point. */
  readonly depth: number;
  /** It sums up subtests that stand before it. */
  readonly hasSubtests: boolean;
  readonly suites: readonly string[];
  /** From the diagnostic block behind it; node:test tells the file only of what failed. */
  readonly type: string | null;
  readonly file: string | null;
  readonly line: number;
}

export interface TapEnd {
  readonly version: number;
  /** The plan at the top, if there is one. */
  readonly planned: number | null;
  readonly seen: number;
  readonly bailedOut: string | null;
  /** Comments at the top such as `# pass 3`. */
  readonly totals: ReadonlyMap<string, number>;
}

const POINT = /^(not )?ok\b(?: +(\d+))?(?: +-)? *(.*)$/;
const PLAN = /^1\.\.(\d{1,9})(?:\s|$)/;
const TOTAL = /^# ([a-z_]{1,30}) (\d{1,12})(?:\.\d+)?$/;

interface Open {
  readonly point: Omit<TapPoint, 'type' | 'file'>;
  type: string | null;
  file: string | null;
}

/** Calls `onPoint` for each point, inner ones first. */
export function readTap(report: ReportBytes, sink: ReportSink, onPoint: (point: TapPoint) => void): TapEnd {
  const state = new TapState(onPoint);
  for (const { text, number } of textLines(report, sink)) if (!state.line(text, number)) break;
  return state.end();
}

class TapState {
  readonly #onPoint: (point: TapPoint) => void;
  /** Names that `# Subtest: …` announced, by depth. */
  readonly #subtests: string[] = [];
  readonly #totals = new Map<string, number>();
  #deepest = 0;
  #open: Open | undefined;
  #isInBlock = false;
  #version = 12;
  #planned: number | null = null;
  #seen = 0;
  #bailedOut: string | null = null;

  constructor(onPoint: (point: TapPoint) => void) {
    this.#onPoint = onPoint;
  }

  /** @returns whether to go on */
  line(raw: string, number: number): boolean {
    const text = raw.trimStart();
    const depth = Math.floor((raw.length - text.length) / 4);
    if (this.#isInBlock) return this.#inBlock(text);
    if (text.startsWith('---') && this.#open) this.#isInBlock = true;
    else if (/^Bail out!/i.test(text)) {
      this.#bailedOut = text.slice('Bail out!'.length).trim();
      return false;
    } else if (/^TAP version \d+/i.test(text) && depth === 0) this.#version = Number(/\d+/.exec(text)?.[0]);
    else if (text.startsWith('# Subtest')) this.#openSubtest(text, depth);
    else if (depth === 0 && TOTAL.test(text)) this.#total(text);
    else if (depth === 0 && PLAN.test(text)) this.#planned = Number(PLAN.exec(text)?.[1]);
    else this.#point(text, depth, number);
    return true;
  }

  #inBlock(text: string): true {
    if (text.startsWith('...')) this.#isInBlock = false;
    const type = /^type: *["']?([\w-]{1,30})["']?$/.exec(text)?.[1];
    if (type !== undefined && this.#open) this.#open.type ??= type;
    const file = /^location: *["']?(.{1,1000}?):\d+:\d+["']?$/.exec(text)?.[1];
    if (file !== undefined && this.#open) this.#open.file ??= file;
    return true;
  }

  #openSubtest(text: string, depth: number): void {
    // The comment stands one step in, or at the level of the point that it announces (node).
    this.#subtests.length = Math.min(this.#subtests.length, depth);
    this.#subtests[depth] = text.replace(/^# Subtest:? */, '');
  }

  #total(text: string): void {
    const [, name, value] = TOTAL.exec(text) ?? [];
    if (name !== undefined) this.#totals.set(name, Number(value));
  }

  #point(text: string, depth: number, line: number): void {
    const [, not, , rest] = POINT.exec(text) ?? [];
    if (rest === undefined) return;
    this.#flush();
    const { name, directive } = namedOf(rest);
    const hasSubtests = this.#deepest > depth;
    this.#deepest = depth;
    if (depth === 0) this.#seen++;
    const suites = this.#subtests.slice(0, depth).filter((one) => one !== undefined);
    this.#open = {
      point: { isOk: not === undefined, name, directive, depth, hasSubtests, suites, line },
      type: null,
      file: null,
    };
  }

  #flush(): void {
    if (this.#open) this.#onPoint({ ...this.#open.point, type: this.#open.type, file: this.#open.file });
    this.#open = undefined;
  }

  end(): TapEnd {
    this.#flush();
    return {
      version: this.#version,
      planned: this.#planned,
      seen: this.#seen,
      bailedOut: this.#bailedOut,
      totals: this.#totals,
    };
  }
}

/** A `#` behind a backslash belongs to the name. */
function namedOf(rest: string): { name: string; directive: TapPoint['directive'] } {
  const at = /(?:^|\s)# *(skip|todo)\S*/i.exec(rest);
  const name = (at ? rest.slice(0, at.index) : rest).replace(/ \{$/, '').trim();
  const unescaped = name.replaceAll(/\\([\\#])/g, '$1');
  return { name: unescaped, directive: (at?.[1]?.toLowerCase() as TapPoint['directive'] | undefined) ?? null };
}

/** What the end of a stream says about the run. */
export function tellEnd({ planned, seen, bailedOut }: TapEnd, sink: ReportSink): void {
  if (bailedOut !== null)
    sink.problem(`The run was given up${bailedOut === '' ? '.' : `: ${bailedOut.slice(0, 200)}`}`);
  else if (planned === null) sink.problem('There is no plan (`1..N`), so that lost results would not be seen.');
  else if (planned !== seen) sink.problem(`The plan says ${planned} tests, ${seen} stand here.`);
  sink.complete(bailedOut === null && planned === seen);
}

/** Whether the beginning of a report is TAP, and which tool wrote it. */
export function isTap(text: string): boolean {
  return /^TAP version \d+/im.test(text.slice(0, 2_000)) || /^(?:1\.\.\d+\s*\n)?(?:#.*\n)*(?:not )?ok \d+/.test(text);
}
