/**
 * Trailers of commits (git-interpret-trailers(1)) in the output of `git log` in its default form: `Reviewed-by` and
 * `Acked-by`. A trailer is a claim: whoever commits can type it. With `--raw --no-abbrev`, `--name-status` or
 * `--name-only` the files of each commit stand there too.
 */
import { clip, LIMITS } from '../limits.js';
import type { ReportSink, Review, ReviewedFile } from '../report.js';
import { textLines } from '../text-lines.js';
import { defineFormat } from './define.js';
import { fileInLog } from './git-log-files.js';

const COMMIT = /^commit ([0-9a-f]{40}|[0-9a-f]{64})\b/;
const TRAILER = /^ {4}(?:Reviewed-by|Acked-by): (.{1,300})$/i;
const DATE = /^(?:Author|Commit)?Date: +(.{1,60})$/;

export default defineFormat({
  name: 'git-trailers',
  title: 'Review trailers in `git log`',
  ending: 'txt',
  detects: ({ text }) => COMMIT.test(text),
  read(report, sink) {
    sink.has('reviews');
    sink.tool({ name: 'git', version: null });
    let commit: CommitText | undefined;
    for (const { text } of textLines(report, sink)) {
      const begins = COMMIT.exec(text)?.[1];
      if (begins === undefined) commit?.line(text);
      else {
        commit?.tell(sink);
        commit = new CommitText(begins);
      }
    }
    commit?.tell(sink);
  },
});

class CommitText {
  readonly #commit: string;
  #at: string | null = null;
  #isHeader = true;
  /** Trailers are the last paragraph of a message: what an empty line parts from the end is quoted text. */
  #trailers: string[] = [];
  #paragraphEnded = false;
  readonly #files: ReviewedFile[] = [];

  constructor(commit: string) {
    this.#commit = commit;
  }

  line(text: string): void {
    if (text.trim() === '') {
      this.#isHeader = false;
      this.#paragraphEnded = true;
    } else if (this.#isHeader) this.#at ??= DATE.exec(text)?.[1] ?? null;
    else if (text.startsWith('    ')) this.#message(text);
    else this.#file(text);
  }

  #message(text: string): void {
    if (this.#paragraphEnded) this.#trailers = [];
    this.#paragraphEnded = false;
    const by = TRAILER.exec(text)?.[1];
    if (by !== undefined && this.#trailers.length < LIMITS.properties) this.#trailers.push(clip(by.trim()));
  }

  #file(text: string): void {
    const file = this.#files.length < LIMITS.reviewedFiles ? fileInLog(text) : undefined;
    if (file) this.#files.push(file);
  }

  tell(sink: ReportSink): void {
    const common: Omit<Review, 'by'> = {
      how: 'trailer',
      state: 'approved',
      commit: this.#commit,
      at: this.#at,
      of: null,
    };
    for (const by of this.#trailers) sink.review({ by, ...common });
    if (this.#trailers.length > 0 && this.#files.length > 0) sink.change({ commit: this.#commit, files: this.#files });
  }
}
