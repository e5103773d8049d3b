/**
 * Approvals of a GitLab merge request, as `GET /projects/:id/merge_requests/:iid/approvals` gives them (REST API v4). They
 * name no commit: only a project that takes approvals back on new commits ties them to what was merged.
 */
import { listAt, textAt } from '../json-access.js';
import { readJson } from '../json-values.js';
import { clip } from '../limits.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'gitlab-approvals',
  title: 'Approvals of a GitLab merge request',
  ending: 'json',
  detects: ({ json }) => json?.isList === false && json.keys.has('approved_by'),
  read(report, sink) {
    sink.has('reviews');
    sink.tool({ name: 'GitLab', version: null });
    let of: string | null = null;
    let commit: string | null = null;
    const approvals: unknown[] = [];
    const isWhole = readJson(
      report,
      ['$.approved_by', '$.web_url', '$.iid', '$.sha'],
      ({ path: [key], value }) => {
        if (key === 'approved_by') approvals.push(...listAt({ value }, 'value'));
        else if (key === 'sha' && typeof value === 'string' && /^[0-9a-f]{40,64}$/.test(value)) commit = value;
        else if (key !== 'sha' && (typeof value === 'string' || typeof value === 'number'))
          of ??= clip(String(value), 300);
      },
      sink,
    );
    for (const approval of approvals) {
      const by = textAt(approval, 'user', 'username') ?? textAt(approval, 'user', 'name') ?? 'unknown';
      const at = textAt(approval, 'approved_at') ?? null;
      sink.review({ by: clip(by, 100), how: 'approval', state: 'approved', commit, at, of });
    }
    sink.complete(isWhole);
  },
});
