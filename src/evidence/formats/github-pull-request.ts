/**
 * A GitHub pull request with its reviews and files in one object: `gh pr view N --json number,url,headRefOid,reviews,files`,
 * or the answers of the REST API (2022-11-28) put together under the same names. Its files are those of its head; a review
 * of an earlier commit saw others.
 */
import { objectOf, textAt } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip, LIMITS } from '../limits.js';
import type { ReportSink, Review, ReviewedFile } from '../report.js';
import { defineFormat } from './define.js';
import { commitIn, githubReview } from './github-review.js';

export default defineFormat({
  name: 'github-pull-request',
  title: 'GitHub pull request with reviews and files',
  ending: 'json',
  detects: ({ json, text }) =>
    json?.isList === false &&
    ['reviews', 'headRefOid', 'files'].filter((key) => json.keys.has(key)).length >= 2 &&
    /"(?:login|headRefOid)"/.test(text),
  read(report, sink) {
    sink.has('reviews');
    sink.tool({ name: 'GitHub', version: null });
    const request = new PullRequest(sink);
    const isWhole = readJson(report, PATHS, ({ path, value, line }) => request.part(path, value, line), sink);
    request.tell();
    sink.complete(isWhole);
  },
});

const PATHS = ['$.number', '$.url', '$.html_url', '$.headRefOid', '$.head.sha', '$.files.*', '$.reviews.*'];

class PullRequest {
  readonly #sink: ReportSink;
  readonly #reviews: Review[] = [];
  readonly #files: ReviewedFile[] = [];
  #head: string | null = null;
  #of: string | null = null;

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  part([area]: readonly (string | number)[], value: unknown, line: number): void {
    switch (area) {
      case 'headRefOid':
      case 'head':
        this.#head = commitIn(value);
        return;
      case 'files':
        this.#file(value);
        return;
      case 'reviews':
        this.#review(value, line);
        return;
      default:
        // The address says more than the number.
        if (area !== 'number' || this.#of === null) this.#of = clip(String(value), 300);
    }
  }

  #file(value: unknown): void {
    const path = textAt(value, 'path') ?? textAt(value, 'filename');
    if (path === undefined || textAt(value, 'status') === 'removed') return;
    if (this.#files.length < LIMITS.reviewedFiles)
      this.#files.push({ path: clip(path), blob: commitIn(textAt(value, 'sha')) });
  }

  #review(value: unknown, line: number): void {
    if (!objectOf(value)) return this.#sink.problem('A review is expected to be an object here.', line);
    const review = githubReview(value, null);
    if (review && this.#reviews.length < LIMITS.kept) this.#reviews.push(review);
  }

  tell(): void {
    for (const review of this.#reviews) this.#sink.review({ ...review, of: review.of ?? this.#of });
    if (this.#head !== null && this.#files.length > 0) this.#sink.change({ commit: this.#head, files: this.#files });
  }
}
