/** Files of a commit as `git log` lists them: by `--raw` (git-diff(1), RAW OUTPUT FORMAT), `--name-status` or `--name-only`. */
import { clip } from '../limits.js';
import type { ReviewedFile } from '../report.js';

const RAW = /^:\d{6} \d{6} [0-9a-f]+(?:\.{3})? ([0-9a-f]+)(?:\.{3})? ([A-Z])\d{0,3}\t(.+)$/;
const STATUS = /^([A-Z])\d{0,3}\t(.+)$/;

/** @returns `undefined` for what is no file, and for one that is gone with this commit */
export function fileInLog(line: string): ReviewedFile | undefined {
  const [, blob, rawStatus, rawPaths] = RAW.exec(line) ?? [];
  if (blob !== undefined)
    return fileOf(rawStatus, rawPaths, /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(blob) ? blob : null);
  const [, status, paths] = STATUS.exec(line) ?? [];
  if (status !== undefined) return fileOf(status, paths, null);
  // Of the merge of several, and of statistics, nothing is read.
  return /^[: \t]/.test(line) || line.includes('\t') ? undefined : fileOf('M', line, null);
}

function fileOf(status: string | undefined, paths: string | undefined, blob: string | null): ReviewedFile | undefined {
  // Of a file that was renamed or copied, the new path stands last.
  const path = unquoted(paths?.split('\t').at(-1) ?? '');
  return status === 'D' || path === '' ? undefined : { path: clip(path), blob };
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', a: '\u0007', b: '\b', f: '\f', v: '\v' };

/** Git writes unusual paths in quotes, with bytes as `\303\244` (git-config(1), core.quotePath). */
function unquoted(path: string): string {
  const [, inner] = /^"(.*)"$/.exec(path) ?? [];
  if (inner === undefined) return path;
  const parts = [...inner.matchAll(/\\([0-7]{3})|\\(.)|([^\\]+)/g)].map(([, octal, escaped, plain]) => {
    if (octal !== undefined) return Buffer.from([Number.parseInt(octal, 8)]);
    return Buffer.from(plain ?? ESCAPES[escaped ?? ''] ?? escaped ?? '');
  });
  return Buffer.concat(parts).toString('utf8');
}
