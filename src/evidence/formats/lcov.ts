/** LCOV trace files (geninfo(1), lcov 1 and 2), as lcov, c8, Istanbul, node:test, Go and Rust tools write them. */
import type { Covered, ReportSink } from '../report.js';
import { textLines } from '../text-lines.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'lcov',
  title: 'LCOV',
  ending: 'info',
  detects: ({ text, root, json }) => !root && !json && /^(?:TN:.*\n|#.*\n|\s*\n)*SF:.+$/m.test(text.slice(0, 4_000)),
  read(report, sink) {
    sink.has('coverage');
    let file: FileLines | undefined;
    for (const { text, number } of textLines(report, sink)) {
      if (text.startsWith('SF:')) {
        if (file) sink.problem('A file begins before the one above it ended.', number);
        file = new FileLines(text.slice(3));
      } else if (text === 'end_of_record') {
        file?.tell(sink);
        file = undefined;
      } else file?.line(text);
    }
    if (file) sink.problem('The report ends in the middle of a file, which is left out.');
    sink.complete(file === undefined);
  },
});

/** The counts stand in summaries (LF, LH …) that not every tool writes; the single lines always do. */
class FileLines {
  readonly #file: string;
  readonly #lines = new Map<string, boolean>();
  readonly #branches = { covered: 0, total: 0 };
  readonly #functions = new Map<string, boolean>();

  constructor(file: string) {
    this.#file = file;
  }

  line(text: string): void {
    const [key, rest] = [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];
    const fields = rest.split(',');
    if (key === 'DA') this.#note(this.#lines, fields[0] ?? '', fields[1]);
    else if (key === 'FNDA') this.#note(this.#functions, fields.slice(1).join(','), fields[0]);
    else if (key === 'FN') this.#note(this.#functions, fields.at(-1) ?? '', '0');
    else if (key === 'FNA') this.#note(this.#functions, fields.slice(2).join(','), fields[1]);
    else if (key === 'BRDA') {
      this.#branches.total++;
      if (Number(fields.at(-1)) > 0) this.#branches.covered++;
    }
  }

  #note(notes: Map<string, boolean>, name: string, hits: string | undefined): void {
    notes.set(name, notes.get(name) === true || Number(hits) > 0);
  }

  tell(sink: ReportSink): void {
    const lines = coveredOf(this.#lines);
    const functions = this.#functions.size > 0 ? coveredOf(this.#functions) : null;
    const branches = this.#branches.total > 0 ? this.#branches : null;
    sink.coverage({ file: this.#file, lines, branches, functions });
  }
}

function coveredOf(notes: ReadonlyMap<string, boolean>): Covered {
  return { covered: [...notes.values()].filter(Boolean).length, total: notes.size };
}
