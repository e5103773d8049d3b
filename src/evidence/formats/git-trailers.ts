/**
 * Trailers of commits (git-interpret-trailers(1)) in the output of `git log` in its default form: `Reviewed-by` and
 * `Acked-by`. A trailer is a claim: whoever commits can type it.
 */
import { clip } from '../limits.js';
import type { Review } from '../report.js';
import { textLines } from '../text-lines.js';
import { defineFormat } from './define.js';

const COMMIT = /^commit ([0-9a-f]{40}|[0-9a-f]{64})\b/;
const TRAILER = /^ {4}(Reviewed-by|Acked-by): (.{1,300})$/i;

export default defineFormat({
  name: 'git-trailers',
  title: 'Review trailers in `git log`',
  ending: 'txt',
  detects: ({ text }) => COMMIT.test(text),
  read(report, sink) {
    sink.has('reviews');
    sink.tool({ name: 'git', version: null });
    let commit: string | null = null;
    let at: string | null = null;
    // Trailers are the last paragraph of a message: what an empty line parts from the end is quoted text.
    let paragraph: Review[] = [];
    let paragraphEnded = false;
    const tell = (): void => {
      for (const review of paragraph) sink.review(review);
      paragraph = [];
    };
    for (const { text } of textLines(report, sink)) {
      const begins = COMMIT.exec(text)?.[1];
      if (begins !== undefined) {
        tell();
        [commit, at] = [begins, null];
        continue;
      }
      if (text.trim() !== '' && paragraph.length > 0 && paragraphEnded) paragraph = [];
      paragraphEnded = text.trim() === '';
      at ??= /^(?:Author|Commit)?Date: +(.{1,60})$/.exec(text)?.[1] ?? null;
      const [, , by] = TRAILER.exec(text) ?? [];
      if (by === undefined) continue;
      paragraph.push({ by: clip(by.trim()), how: 'trailer', state: 'approved', commit, at, of: null });
    }
    tell();
  },
});
