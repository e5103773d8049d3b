/** The versions of a project that somebody tagged, as the revision table of a document tells them. */
import { runGit } from './run-git.js';

export interface TaggedRevision {
  /** Name of the tag, such as `v1.2.0`. */
  readonly name: string;
  /** Day on which it was tagged, where the person was: `2026-05-18`. */
  readonly date: string;
  readonly by: string;
  /** First line of what the person wrote. */
  readonly subject: string;
  /** Hash of the commit in full. */
  readonly commit: string;
}

const FIELDS = [
  'objecttype',
  '*objecttype',
  'refname:strip=2',
  'taggerdate:short',
  'taggername',
  'contents:subject',
  '*objectname',
];
/** Tags without words are asked for too, since Git cannot leave them out. */
const ASKED = 500;
const MOST = 20;

/**
 * @param commit hash of the commit whose history is meant
 * @returns annotated tags `v…` of that history, the latest first, at most 20; none without Git
 */
export function readTaggedRevisions(folder: string, commit: string): readonly TaggedRevision[] {
  if (!/^[0-9a-f]{40,64}$/.test(commit)) return [];
  const answer = runGit(folder, [
    'for-each-ref',
    `--merged=${commit}`,
    '--sort=-taggerdate',
    `--count=${ASKED}`,
    `--format=${FIELDS.map((field) => `%(${field})`).join('%00')}`,
    'refs/tags/v*',
  ]);
  if (!answer.ok) return [];
  const lines = answer.bytes.toString('utf8').split('\n');
  return lines.flatMap((line) => readTag(line)).slice(0, MOST);
}

function readTag(line: string): readonly TaggedRevision[] {
  const [type, of, name, date, by, subject, commit] = line.split('\0');
  if (type !== 'tag' || of !== 'commit' || !name || !date || !commit) return [];
  return [{ name: short(name), date, by: short(by ?? ''), subject: short(subject ?? ''), commit }];
}

function short(words: string): string {
  return words.length > 200 ? `${words.slice(0, 199)}…` : words;
}
