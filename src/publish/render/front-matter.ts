/** What stands on the first page of a document, as names and values: the same in every format. */
import type { Approval, Document } from '../document.js';

export const APPROVAL_STATES: Readonly<Record<Approval['state'], string>> = {
  given: 'given for this content',
  void: 'void: the content changed since',
  open: 'still to come',
};

export function frontMatter(document: Document): readonly (readonly [name: string, value: string])[] {
  const { number, version, device, manufacturer, commit, dirty, date, status } = document;
  const rows: readonly (readonly [string, string | undefined])[] = [
    ['Device', device],
    ['Manufacturer', manufacturer],
    ['Version', version],
    ['Number', number],
    ['Status', status === 'draft' ? 'draft' : 'released'],
    ['Date', date],
    [
      'Commit',
      commit === undefined
        ? 'no commit'
        : `${commit.slice(0, 12)}${dirty ? ', with changes that nobody committed' : ''}`,
    ],
  ];
  return rows.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
