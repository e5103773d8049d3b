/**
 * Approvals of a GitLab merge request, as `GET /projects/:id/merge_requests/:iid/approvals` gives them (REST API v4). They
 * name no commit: an approval may be older than the last push, unless the project takes approvals back on each push. So
 * the commit (`sha` of the merge request, put into the same object) counts only beside `reset_approvals_on_push: true`.
 */
import { listAt, textAt } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip } from '../limits.js';
import type { ReportSink, ReviewedFile } from '../report.js';
import { defineFormat } from './define.js';
import { commitIn } from './github-review.js';

export default defineFormat({
  name: 'gitlab-approvals',
  title: 'Approvals of a GitLab merge request',
  ending: 'json',
  detects: ({ json }) => json?.isList === false && json.keys.has('approved_by'),
  read(report, sink) {
    sink.has('reviews');
    sink.tool({ name: 'GitLab', version: null });
    const request: MergeRequest = { of: null, sha: null, isReset: false, approvals: [], files: [] };
    const isWhole = readJson(report, PATHS, ({ path: [key], value }) => take(String(key), value, request), sink);
    tell(request, sink);
    sink.complete(isWhole);
  },
});

const PATHS = ['$.approved_by', '$.web_url', '$.iid', '$.sha', '$.reset_approvals_on_push', '$.changes', '$.diffs'];

interface MergeRequest {
  of: string | null;
  sha: string | null;
  isReset: boolean;
  approvals: readonly unknown[];
  files: readonly ReviewedFile[];
}

function take(key: string, value: unknown, request: MergeRequest): void {
  switch (key) {
    case 'approved_by':
      request.approvals = listAt({ value }, 'value');
      return;
    case 'sha':
      request.sha = commitIn(value);
      return;
    case 'reset_approvals_on_push':
      request.isReset = value === true;
      return;
    case 'changes':
    case 'diffs':
      request.files = listAt({ value }, 'value').flatMap(fileOf);
      return;
    default:
      // The address says more than the number.
      if (key === 'web_url' || request.of === null) request.of = clip(String(value), 300);
  }
}

function fileOf(change: unknown): readonly ReviewedFile[] {
  const path = textAt(change, 'new_path');
  const isGone = (change as { deleted_file?: unknown } | null)?.deleted_file === true;
  return path === undefined || isGone ? [] : [{ path: clip(path), blob: null }];
}

function tell({ of, sha, isReset, approvals, files }: MergeRequest, sink: ReportSink): void {
  const commit = isReset ? sha : null;
  if (sha !== null && !isReset) {
    sink.problem(
      'Nothing says that a push takes approvals back (`reset_approvals_on_push`), so they are of no commit.',
    );
  }
  for (const approval of approvals) {
    const by = textAt(approval, 'user', 'username') ?? textAt(approval, 'user', 'name') ?? 'unknown';
    const at = textAt(approval, 'approved_at') ?? null;
    sink.review({ by: clip(by, 100), how: 'approval', state: 'approved', commit, at, of });
  }
  if (commit !== null && files.length > 0) sink.change({ commit, files });
}
