/** `check --format markdown`: a comment that GitHub takes, in which text of records is text. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAsMarkdown } from '../../src/cli/check-markdown.js';
import { inMarkdown } from '../../src/cli/markdown-text.js';
import { plain } from '../../src/cli/terminal.js';
import type { CheckOutput } from '../../src/contract/index.js';
import { againstBaseline, anyOutput, decided, glucoloop, hostile, labdesk, OUTPUTS } from './outputs.js';

const OWN_TAGS = /<!-- medward check -->|<\/?(?:details|summary|sub|code)>|<br>/g;

/** What is left of markup when our own is taken away. */
function strangeMarkup(markdown: string): readonly string[] {
  const rest = markdown.replaceAll(OWN_TAGS, '').replaceAll('**', '').replaceAll('| --- ', '');
  return [...rest.matchAll(/[<>\\`*_~[\]$#@](?!\d+;)|&(?!#\d+;)|\w+:\/\/|\bwww\.|\bGH-\d/gi)].map(([found]) => found);
}

/** Cells of each row; a row with more or fewer than its head shows text that broke out. */
function rowsOf(markdown: string): readonly (readonly string[])[] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split('|').slice(1, -1));
}

function faultsOf(markdown: string): readonly string[] {
  const faults = [...strangeMarkup(markdown)];
  if (rowsOf(markdown).some((row) => row.length !== 4 && row.length !== 2))
    faults.push('a row with other cells than its head');
  if (Buffer.byteLength(markdown) > 65_536) faults.push('too long');
  if (markdown.split('<details>').length !== markdown.split('</details>').length)
    faults.push('details that do not end');
  return faults;
}

// @verifies TC-719
describe.each(OUTPUTS)('%s', (_, output) => {
  test('fits into a comment, and nothing in it is markup but our own', () => {
    expect(faultsOf(checkAsMarkdown(output))).toEqual([]);
  });
});

test('the checks of the tests see what breaks out', () => {
  for (const text of ['[a](b)', '<b>', '@a', '`a`', 'https://a', '&amp;', '#1', 'GH-1', 'a_b'])
    expect(strangeMarkup(text)).not.toEqual([]);
});

test('verdict first, then the table of what is new; what is known and decided is folded up', () => {
  const comment = checkAsMarkdown(againstBaseline);
  const [marker, verdict, , head] = comment.split('\n').filter((line) => line !== '');
  expect(marker).toBe('<!-- medward check -->');
  expect(verdict).toMatch(/^\*\*LabDesk 3\.2\.0: /);
  expect([head, comment.split('\n')].flat()).toContain('| | place | what, and what to do | rule |');
  const beforeFold = comment.slice(0, comment.indexOf('<details>'));
  expect(rowsOf(beforeFold)).toHaveLength(2 + 2);
  expect(comment).toContain(`<summary>${labdesk.gaps.length - 2} gaps known from the baseline</summary>`);
  expect(checkAsMarkdown(decided)).toMatch(/<summary>\d+ gaps? taken out by decisions<\/summary>/);
});

test('no more than twenty rows stand open', () => {
  const comment = checkAsMarkdown(labdesk);
  expect(rowsOf(comment.slice(0, comment.indexOf('<details>')))).toHaveLength(20 + 2);
  expect(comment).toContain(`<summary>${labdesk.gaps.length - 20} more gaps</summary>`);
});

test('a comment that is full says how much is missing', () => {
  const many: CheckOutput = { ...glucoloop, gaps: Array.from({ length: 20 }, () => glucoloop.gaps).flat() };
  const comment = checkAsMarkdown(many);
  expect(faultsOf(comment)).toEqual([]);
  const open = many.gaps.filter((gap) => gap.decision === null).length;
  const missing = [...comment.matchAll(/^(\d+) more do not fit into a comment\.$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );
  const rows = rowsOf(comment).filter(([first]) => /error|warning|hint/.test(first ?? '')).length;
  expect(rows + missing).toBe(open + (many.gaps.length - open));
  expect(Buffer.byteLength(comment)).toBeGreaterThan(60_000);
});

test('a comment in which every table is full, under a name without end, still fits', () => {
  const gaps = Array.from({ length: 20 }, () => glucoloop.gaps).flat();
  const every = gaps.map((gap, at) => ({ ...gap, new: at % 3 !== 0, decision: at % 3 === 1 ? 'DEC-1' : null }));
  const problems = Array.from({ length: 900 }, (_, at) => ({
    file: 'a.yaml',
    line: at + 1,
    column: 1,
    message: 'x'.repeat(at),
  }));
  const project = { ...glucoloop.project, name: 'n'.repeat(100_000) };
  expect(faultsOf(checkAsMarkdown({ ...glucoloop, gaps: every, problems, project }))).toEqual([]);
  expect(faultsOf(checkAsMarkdown({ ...glucoloop, gaps: every, project }))).toEqual([]);
});

test('rules can be picked', () => {
  const comment = checkAsMarkdown(labdesk, ['interface-without-integration-test']);
  const rules = rowsOf(comment)
    .slice(2)
    .map((row) => row[3]?.trim());
  expect(new Set(rules)).toEqual(new Set(['interface-without-integration-test']));
});

test('text that calls somebody calls nobody', () => {
  expect(strangeMarkup(checkAsMarkdown(hostile))).toEqual([]);
});

describe('text in Markdown', () => {
  test.each([
    ['a | b', 'a &#124; b'],
    ['two\nlines\tand  more', 'two lines and more'],
    ['see `level`', 'see <code>level</code>'],
    ['`<b>` and `', '&#96;&#60;b&#62;&#96; and &#96;'],
    ['@octo #12', '&#64;&#8203;octo &#35;&#8203;12'],
    ['https://a.b', 'https:&#8203;//a.b'],
    ['GH-12, www.a.b', 'GH-&#8203;12, www&#8203;.a.b'],
    ['&lt;', '&#38;lt;'],
    ['\u001B[31m', '\uFFFD&#91;31m'],
  ])('%s', (text, expected) => {
    expect(inMarkdown(text)).toBe(expected);
  });

  test('comes back as it was, but for white space and what a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const back = inMarkdown(text)
          .replaceAll('&#8203;', '')
          .replaceAll(/<\/?code>/g, '`')
          .replaceAll(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
        expect(back).toBe(plain(text).replaceAll(/\s+/g, ' '));
      }),
    );
  });
});

test('any text fits into a comment', () => {
  fc.assert(
    fc.property(anyOutput, (output) => {
      expect(faultsOf(checkAsMarkdown(output))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
