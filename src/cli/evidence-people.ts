/** Whether those who are named as approving, reviewing or judging are those who committed it: a hint, for people share machines. */
import type { PeopleChecked } from '../contract/index.js';
import { lineAuthors, type LineAuthor, type Person } from '../project/index.js';
import type { AnyRecord } from '../records/index.js';
import { placeOf } from '../shapes/index.js';
import type { EvidenceProject } from './evidence-project.js';

/** Blame costs tens of milliseconds a file, so only here, and of so many files at most. */
const MOST_FILES = 200;

const JUDGING: ReadonlySet<string> = new Set(['approval', 'review', 'statement', 'decision']);

export function checkPeople({ folder, project }: EvidenceProject): PeopleChecked {
  const addresses = addressesOf(project.settings.people);
  const authors = new Map<string, readonly (LineAuthor | undefined)[] | undefined>();
  const authorsIn = (file: string): readonly (LineAuthor | undefined)[] | undefined => {
    if (!authors.has(file) && authors.size < MOST_FILES) authors.set(file, lineAuthors(folder, file));
    return authors.get(file);
  };
  const named = project.input.reading.records.flatMap((record) => judgements(record, addresses));
  const hints = new Map<string, PeopleChecked['hints'][number] & { readonly records: string[] }>();
  let checked = 0;
  for (const { record, person, own, file, line } of named) {
    const by = authorsIn(file)?.[line - 1];
    if (!by) continue;
    checked++;
    if (own.some((addressed) => addressed.has(by.author) || addressed.has(by.committer))) continue;
    const hint = hints.get(`${person}\n${by.author}`) ?? { person, committedBy: by.author, file, line, records: [] };
    hint.records.push(record.id);
    hints.set(`${person}\n${by.author}`, hint);
  }
  return { checked, notKnown: named.length - checked, hints: [...hints.values()] };
}

type Addresses = ReadonlyMap<string, ReadonlySet<string>>;

/** By id and by name; a person of whom no address is known cannot be compared. */
function addressesOf(people: readonly Person[]): Addresses {
  const found = new Map<string, ReadonlySet<string>>();
  for (const { id, name, 'commits-as': addresses } of people) {
    if (!addresses || addresses.length === 0) continue;
    const own = new Set(addresses.map((address) => address.trim().toLowerCase()));
    found.set(id, own);
    if (name !== undefined) found.set(name, own);
  }
  return found;
}

interface Judgement {
  readonly record: AnyRecord;
  /** As it is written. */
  readonly person: string;
  readonly own: readonly ReadonlySet<string>[];
  readonly file: string;
  readonly line: number;
}

/** Several people review together, and one of them writes it down. */
function judgements(record: AnyRecord, addresses: Addresses): readonly Judgement[] {
  if (!JUDGING.has(record.kind)) return [];
  const names = [(record.fields as { readonly by?: string | readonly string[] }).by ?? []].flat();
  const own = names.flatMap((name) => addresses.get(name.trim()) ?? []);
  if (own.length === 0) return [];
  const { file, line } = placeOf(record.fieldSpots.get('by') ?? record.spot);
  return [{ record, person: names.join(', '), own, file, line }];
}
