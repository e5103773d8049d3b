/**
 * Reviews of a GitHub pull request, as `GET /repos/{owner}/{repo}/pulls/{n}/reviews` gives them (REST API 2022-11-28;
 * also several pages joined by `gh api --paginate --slurp`). Of each reviewer all reviews stand here; the last one counts.
 */
import { at, listOf, objectOf, textAt } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip } from '../limits.js';
import type { ReportSink, Review } from '../report.js';
import { defineFormat } from './define.js';

const STATES = new Map<string, Review['state']>([
  ['APPROVED', 'approved'],
  ['CHANGES_REQUESTED', 'changes-requested'],
  ['COMMENTED', 'commented'],
  ['DISMISSED', 'dismissed'],
]);

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

function tellReview(review: unknown, line: number, sink: ReportSink): void {
  if (!objectOf(review)) return sink.problem('A review is expected to be an object here.', line);
  const state = STATES.get(textAt(review, 'state') ?? '');
  // A review that is still being written has the state PENDING.
  if (state === undefined) return;
  const commit = textAt(review, 'commit_id') ?? null;
  sink.review({
    by: clip(textAt(review, 'user', 'login') ?? 'unknown', 100),
    how: 'review',
    state,
    commit: commit !== null && /^[0-9a-f]{40,64}$/.test(commit) ? commit : null,
    at: textAt(review, 'submitted_at') ?? null,
    of: typeof at(review, 'pull_request_url') === 'string' ? clip(String(at(review, 'pull_request_url')), 300) : null,
  });
}
