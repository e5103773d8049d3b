/** What the pages of all sorts share: names of clauses, sources, and where an entry comes from. */
import type { ExplainPage } from '../../contract/index.js';
import type { Explained, PackSet } from '../../packs/index.js';
import { clauseName } from '../words.js';

export type Page = ExplainPage;
export type Row = Page['rows'][number];

export function clauses(ids: readonly string[], packs: PackSet): string {
  return ids.map((id) => clauseName(id, packs)).join('; ');
}

/** A condition on fields, such as `level system, own true`. */
export function whereWords(where: Readonly<Record<string, string | readonly string[]>>): string {
  return Object.entries(where)
    .map(([name, value]) => `${name} ${[value].flat().join(' or ')}`)
    .join(', ');
}

/** How sure it is, where it was read, who changed it, and in which pack it stands. */
export function originRows({ is, entry, pack }: Explained, packs: PackSet): readonly Row[] {
  if (is === 'pack') return [];
  const named = (name: string): string =>
    pack.sources[name] ?? packs.packs.find((one) => one.sources[name])?.sources[name] ?? name;
  const { overridden } = entry;
  return [
    ['confidence', entry.confidence ?? ''],
    ['sources', entry.sources?.map(named).join('\n') ?? ''],
    ['note', entry.note ?? ''],
    ['overridden', overridden ? `${overridden.reason} (${overridden.by}, ${overridden.date})` : ''],
    ['pack', `${pack.pack}@${pack.edition}, ${pack.title}`],
  ];
}
