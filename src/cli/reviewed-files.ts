/** Completes what an export of reviews says of files by what Git knows of the commit that was reviewed. */
import type { Report, ReviewedChange, ReviewedFile } from '../evidence/index.js';
import type { Versions } from '../project/index.js';

/** Each costs two calls of Git; of a longer log, files of the others stay unknown. */
const MAX_COMMITS = 200;

/**
 * A file of which the export gives no blob gets the one of the commit. A trailer speaks of its own commit, whose files are
 * those that it changed; a review by the host speaks of a request, whose files only the export knows.
 */
export function withReviewedFiles(report: Report, versions: Versions): Report {
  if (report.reviews.length === 0) return report;
  const told = report.changes.map((change) => withBlobs(change, versions));
  const known = new Set(told.map(({ commit }) => commit));
  const trailers = report.reviews.filter(({ how, commit }) => how === 'trailer' && !known.has(commit));
  const commits = [...new Set(trailers.flatMap(({ commit }) => commit ?? []))].slice(0, MAX_COMMITS);
  const found = commits.flatMap((commit) => {
    const files = changedBy(commit, versions);
    return files.length > 0 ? [{ commit, files }] : [];
  });
  return { ...report, changes: [...told, ...found] };
}

function withBlobs({ commit, files }: ReviewedChange, versions: Versions): ReviewedChange {
  const ids = commit === null ? undefined : versions.at(commit);
  return { commit, files: files.map(({ path, blob }) => ({ path, blob: blob ?? ids?.get(path) ?? null })) };
}

function changedBy(commit: string, versions: Versions): readonly ReviewedFile[] {
  const [after, before] = [versions.at(commit), versions.before(commit)];
  if (!after || !before) return [];
  return [...after].flatMap(([path, blob]) => (before.get(path) === blob ? [] : [{ path, blob }]));
}
