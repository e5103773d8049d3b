/** Markdown that is broken, or in which an id stands where it opens no record. */
import { beside, repeated, type HostileCase } from './hostile-case.js';

const markdown = (name: string, text: string, more: Omit<HostileCase, 'name' | 'files' | 'status'>): HostileCase => ({
  kept: ['UN-1'],
  ...more,
  name,
  files: () => beside('records/a.md', text),
  status: 1,
});

export const markdownCases: readonly HostileCase[] = [
  markdown('front matter that is never closed', '---\nid: SRS-1\ntitle: x\n# SRS-2 y\n', {
    says: ['records/a.md:1:1  cannot be read', 'The front matter that opens here is never closed'],
    lost: ['SRS-1', 'SRS-2'],
  }),
  markdown('a rule across the page at the top', '---\n\n# SRS-2 y\n', { says: [], kept: ['SRS-2'] }),
  markdown('front matter that is a list', '---\n- a\n---\n# SRS-2 y\n', {
    says: ['records/a.md:2:1', 'Here stand the fields of a record'],
    lost: ['SRS-2'],
  }),
  markdown('front matter that is a word', '---\nhello\n---\n# SRS-2 y\n', { says: ['records/a.md:2:1'] }),
  markdown('front matter with a broken quote', '---\nid: "SRS-1\n---\n', {
    says: ['records/a.md:3:1'],
    lost: ['SRS-1'],
  }),
  markdown('a block that is never closed', '# SRS-1 a\n\n```yaml\nlevel: software\n\n# SRS-2 b\n', {
    says: ['records/a.md:3:1  cannot be read', 'The fence that opens here is never closed'],
    kept: ['SRS-1'],
    lost: ['SRS-2'],
  }),
  markdown('a comment that is never closed', '# SRS-1 a\n\n<!-- draft\n\n# SRS-2 b\n', {
    says: ['records/a.md:3:1  cannot be read', 'The comment that opens here is never closed'],
    kept: ['SRS-1'],
    lost: ['SRS-2'],
  }),
  markdown(
    'ids that are no headings',
    '> # SRS-1 quote\n\n| # SRS-2 |\n\n<!--\n# SRS-3 comment\n-->\n\n```\n# SRS-4 fence\n```\n\n    # SRS-5 indented\n\n<!-- # SRS-6 -->\n\n# SRS-8 after all that\n',
    { says: [], kept: ['SRS-8'], lost: ['SRS-1', 'SRS-2', 'SRS-3', 'SRS-4', 'SRS-5', 'SRS-6'] },
  ),
  markdown(
    'headings with a line under them',
    'SRS-1 one\n=========\n\ntext\n\nSRS-2 two\n---------\n\n```yaml\nlevel: software\n```\n',
    {
      says: [],
      kept: ['SRS-1', 'SRS-2'],
    },
  ),
  markdown('an unknown kind', '---\nkind: requirment\n---\n# SRS-1 x\n', {
    says: ['records/a.md:2:7', '`requirment` is no kind of record; did you mean `requirement`?'],
    lost: ['SRS-1'],
  }),
  markdown('a kind that every object has', '---\nkind: constructor\nid: X-1\n---\n', {
    says: ['`constructor` is no kind of record'],
    lost: ['X-1'],
  }),
  markdown('CRLF', '---\r\nid: SRS-1\r\nfoo: 1\r\n---\r\nbody\r\n', {
    says: ['records/a.md:3:1', 'Unknown field `foo`'],
    kept: ['SRS-1'],
  }),
  markdown('a byte-order mark', '\uFEFF---\nid: SRS-1\nfoo: 1\n---\nx\n', {
    says: ['records/a.md:3:1', 'Unknown field `foo`'],
    kept: ['SRS-1'],
  }),
  markdown('lines that end in CR alone', '# SRS-1 x\r\r```yaml\rfoo: 1\r```\r', { says: [] }),
  // Each of these lines once took a pattern time by the square of its length.
  markdown('blanks inside a heading', `# SRS-1 a${' '.repeat(190_000)}x\n`, { says: [], kept: ['SRS-1'] }),
  markdown('marks inside a heading', `# SRS-1 a${' #'.repeat(90_000)} x\n`, { says: [], kept: ['SRS-1'] }),
  markdown('a line of tildes', `${'~'.repeat(190_000)}\`\n`, { says: ['records/a.md:1:1'] }),
  markdown('blanks behind a fence of tildes', `~~~${' '.repeat(190_000)}\`\n`, { says: ['records/a.md:1:1'] }),
  markdown('blanks behind a fence', `\`\`\`${' '.repeat(190_000)}\`\n\n# SRS-1 a\n`, { says: [], kept: ['SRS-1'] }),
  markdown(
    'blanks inside the text of two records with one id',
    `# SRS-1 a\n\nx${' '.repeat(190_000)}x\n\n# SRS-1 b\n`,
    {
      says: ['The id SRS-1 stands twice.'],
    },
  ),
  markdown('an id of many parts', `# A${'-a'.repeat(90_000)}!\n`, { says: [] }),
  markdown(
    'a thousand headings with one id',
    repeated(1000, () => '# SRS-1 x\n'),
    {
      says: ['records/a.md:1:3', 'The id SRS-1 stands 1000 times.'],
    },
  ),
  markdown(
    'twenty thousand blocks',
    repeated(20_000, (at) => `# Heading ${at}\n\n\`\`\`yaml\na: b\n\`\`\`\n`),
    { says: [] },
  ),
];
