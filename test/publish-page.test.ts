/** Holds the lists of tags and documents in docs/publish.md against the tags and templates that there are. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { renderersFor, SITE } from '../src/cli/publish-formats.js';
import { shippedTemplates, templateSet } from '../src/publish/index.js';
import { all } from '../src/publish/tags/all.js';
import type { Tag } from '../src/publish/tags/define.js';
import { PARTS, WORDS } from '../src/publish/word-template/placeholders.js';

const PAGE = join(import.meta.dirname, '../docs/publish.md');
const page = readFileSync(PAGE, 'utf8');

const FORMS: Readonly<Record<Tag['form'], string>> = { block: '::', container: ':::', inline: ':' };

function tagList(tags: readonly Tag[]): string {
  const rows = tags.map(({ name, form, about, attributes }) => {
    const taken = Object.entries(attributes).map(([key, { about: what, needed, values }]) => {
      const of = values ? ` (${values.join(', ')})` : '';
      return `\`${key}\`${needed ? ', needed' : ''}: ${what.replace(/\.$/, '')}${of}`;
    });
    return `| \`${FORMS[form]}${name}\` | ${about} | ${taken.join('<br>') || '–'} |`;
  });
  return ['| tag | what it puts there | attributes |', '| --- | --- | --- |', ...rows].join('\n');
}

function documentList(): string {
  const { templates } = templateSet(shippedTemplates(), new Map());
  const rows = templates.map(({ id, title, products }) => `| \`${id}\` | ${title} | ${products.join(', ') || '–'} |`);
  return ['| id | title | work products |', '| --- | --- | --- |', ...rows].join('\n');
}

async function withLists(text: string): Promise<string> {
  const lists = { tags: tagList(all), documents: documentList() };
  const filled = Object.entries(lists).reduce(
    (before, [name, list]) =>
      before.replace(
        new RegExp(`(<!-- ${name}: [^>]*-->\n).*?(<!-- end of ${name} -->)`, 's'),
        (_, head: string, end: string) => `${head}\n${list}\n\n${end}`,
      ),
    text,
  );
  return format(filled, { parser: 'markdown', singleQuote: true, printWidth: 120 });
}

test('the page on documents lists each tag with its attributes, and each document', async () => {
  const expected = await withLists(page);
  if (process.env.UPDATE_EXPECTED) writeFileSync(PAGE, expected);
  expect(process.env.UPDATE_EXPECTED ? expected : page).toBe(expected);
});

test('the page names every place of a Word template, and the formats are those of the command', () => {
  for (const name of [...WORDS, ...PARTS]) expect(page).toContain(`{{${name}}}`);
  expect(() => renderersFor(`html,md,csv,pdf,docx,xlsx,${SITE}`)).not.toThrow();
});
