/** What stands on the first page of a document, as names and values: the same in every format. */
import type { Approval, Document, Note } from '../document.js';
import { everyBlock } from './numbering.js';

export const APPROVAL_STATES: Readonly<Record<Approval['state'], string>> = {
  given: 'given for this content',
  void: 'void: the content changed since',
  open: 'still to come',
};

export const REVISION_HEADS = ['Version', 'Date', 'By', 'What'] as const;

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

/** What whoever opens a draft must know first; `undefined` for a release. */
export interface DraftNote {
  readonly head: string;
  readonly words: string;
  readonly isBlocking: boolean;
}

export function draftNote(document: Document): DraftNote | undefined {
  if (document.status !== 'draft') return undefined;
  const notes = [...everyBlock(document.blocks)].filter((block): block is Note => block.is === 'note');
  const [gaps, starters] = ['gap', 'write'].map((kind) =>
    notes.reduce((sum, note) => sum + (note.kind === kind ? (note.count ?? 1) : 0), 0),
  );
  const isBlocking = notes.some((note) => note.isBlocking);
  const counted = [counts(gaps ?? 0, 'gap', 'gaps'), counts(starters ?? 0, 'text', 'texts', ' that nobody finished')];
  const said = counted.filter((one) => one !== '').join(' and ');
  return {
    head: 'Draft, not for release.',
    words: `${said === '' ? 'No part of it is marked as unwritten.' : `${said} in this document, each marked where it belongs.`}${listed(document)}`,
    isBlocking,
  };
}

/** That no place is marked does not mean that nothing is open: the list of gaps is longer than what has a place. */
function listed({ blocks }: Document): string {
  const open = [...everyBlock(blocks)].find((block) => block.is === 'table' && block.count?.what === 'open gaps');
  const shown = open?.is === 'table' ? (open.count?.shown ?? 0) : 0;
  return shown === 0 ? '' : ` ${counts(shown, 'gap is', 'gaps are')} listed under its open points.`;
}

function counts(count: number, one: string, many: string, more = ''): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}${more}`;
}
