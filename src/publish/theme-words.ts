/** The words that the tool itself puts on a page: a theme may say them in another language. */

export const FURNITURE = {
  contents: 'Contents',
  'tables-and-figures': 'Tables and figures',
  approvals: 'Approvals',
  revisions: 'Revisions',
  table: 'Table',
  figure: 'Figure',
  draft: 'Draft',
  released: 'released',
  version: 'version',
  page: 'Page {page} of {pages}',
} as const;

export type FurnitureWord = keyof typeof FURNITURE;
export type Words = Readonly<Record<FurnitureWord, string>>;

export const FURNITURE_WORDS = Object.keys(FURNITURE) as readonly FurnitureWord[];
