/** Finds the place of a new record: where the team keeps records of its kind, else a file of its own. */
import { cutMarkdown, type AnyRecord, type KindName, type Reading } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import { isYaml } from './record-place.js';

export type Home =
  | { readonly is: 'list'; readonly path: string }
  | { readonly is: 'sections'; readonly path: string }
  | { readonly is: 'new-file'; readonly path: string };

/** Kinds that are signed off in one list; the others have a text, which reads better in a file of its own. */
const LISTED: ReadonlySet<KindName> = new Set(['decision', 'statement', 'approval', 'review', 'run']);

/**
 * @param folder first folder of records
 * @param id of the new record
 */
export function homeOf(kind: KindName, plural: string, id: string, reading: Reading, folder: string): Home {
  const fullest = fullestFile(reading.records.filter((record) => record.kind === kind && isOfRecords(record, folder)));
  if (!fullest) {
    const path = LISTED.has(kind) ? `${plural}.yaml` : `${plural}/${id}.md`;
    return { is: 'new-file', path: folder === '' ? path : `${folder}/${path}` };
  }
  const { path } = fullest.spot.source;
  if (isYaml(path)) return { is: 'list', path };
  if (!isWholeFile(fullest)) return { is: 'sections', path };
  return { is: 'new-file', path: `${path.slice(0, path.lastIndexOf('/') + 1)}${id}.md` };
}

/** Software systems stand in the settings, which are no file of records. */
function isOfRecords(record: AnyRecord, folder: string): boolean {
  const { path } = record.spot.source;
  return /\.(?:md|ya?ml)$/i.test(path) && path !== 'medward.yaml' && (folder === '' || path.startsWith(`${folder}/`));
}

function fullestFile(records: readonly AnyRecord[]): AnyRecord | undefined {
  const byFile = new Map<string, AnyRecord[]>();
  for (const record of records) {
    const { path } = record.spot.source;
    byFile.set(path, [...(byFile.get(path) ?? []), record]);
  }
  const files = [...byFile].toSorted(([a, inA], [b, inB]) => inB.length - inA.length || compareText(b, a));
  return files[0]?.[1][0];
}

function isWholeFile({ spot }: AnyRecord): boolean {
  const { front } = cutMarkdown(spot.source.text);
  return front !== undefined && spot.offset < front.end;
}
