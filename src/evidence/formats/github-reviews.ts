/**
 * Reviews of a GitHub pull request, as `GET /repos/{owner}/{repo}/pulls/{n}/reviews` gives them (REST API 2022-11-28;
 * also several pages joined by `gh api --paginate --slurp`). Of each reviewer all reviews stand here; the last one counts.
 */
import { listOf, objectOf } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip } from '../limits.js';
import type { ReportSink } from '../report.js';
import { defineFormat } from './define.js';
import { githubReview } from './github-review.js';

export default defineFormat({
  name: 'github-reviews',
  title: 'Reviews of a GitHub pull request',
  ending: 'json',
  detects: ({ json, text }) =>
    (json?.isList === true &&
      json.keys.has('state') &&
      json.keys.has('user') &&
      /"submitted_at"|"commit_id"/.test(text)) ||
    /^\s*\[\s*\[\s*\{[^{}]*\{[^{}]*"login"/.test(text),
  read(report, sink) {
    sink.has('reviews');
    sink.tool({ name: 'GitHub', version: null });
    const isWhole = readJson(
      report,
      ['$.*'],
      ({ value, line }) => {
        for (const review of Array.isArray(value) ? listOf(value) : [value]) tellReview(review, line, sink);
      },
      sink,
    );
    sink.complete(isWhole);
  },
});

function tellReview(value: unknown, line: number, sink: ReportSink): void {
  if (!objectOf(value)) return sink.problem('A review is expected to be an object here.', line);
  const review = githubReview(value, null);
  if (review) sink.review({ ...review, of: review.of === null ? null : clip(review.of, 300) });
}
