/** 120 payloads through every place where user text is printed: none of them leaves its place. */
// @verifies TC-S18
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { listPage, messagePage, orderPage, type ShownOrder } from './pages.js';
import { orderSheet } from './order-sheet.js';

const CORES = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg/onload=alert(1)>', '"><b onmouseover=alert(1)>', "' autofocus onfocus=alert(1) x='",
  '</title><script>alert(1)</script>', '</p><iframe src=javascript:alert(1)>', '<a href="javascript:alert(1)">x</a>', '<%= it %>', '<% process.exit() %>',
  '<!--', '<style>@import "//evil"</style>',
];
const DISGUISES: readonly ((core: string) => string)[] = [
  (core) => core,
  (core) => `${core.toUpperCase()} `,
  (core) => core.replace(/^/, '\u0000'),
  (core) => `&lt;${core}&gt;`,
  (core) => `\t${core}\n`,
  (core) => `fasting ${core}`,
  (core) => `${core}${core}`,
  (core) => `"${core}`,
  (core) => `'>${core}`,
  (core) => `\u2028${core}\u2029`,
];
const PAYLOADS = CORES.flatMap((core) => DISGUISES.map((disguise) => disguise(core)));

function orderOf(text: string): ShownOrder {
  return { number: text, patient: text, patientNumber: text, born: text, ward: text, tests: [text], comment: text, entered: text, progress: text };
}

const PAGES: readonly (readonly [string, (text: string) => string])[] = [
  ['list', (text) => listPage([orderOf(text)])],
  ['order', (text) => orderPage(orderOf(text))],
  ['sheet', (text) => orderSheet(orderOf(text), new Date(0))],
  ['message', (text) => messagePage(text, [text])],
];

/** Tags and quotes of a page, in order: they are the same whatever the text, if none gets out of its place. */
const skeleton = (page: string): string => (page.match(/[<>"]/g) ?? []).join('');

test('TC-S18 there are 120 payloads', () => {
  assert.equal(new Set(PAYLOADS).size, 120);
});

for (const [name, print] of PAGES) {
  test(`TC-S18 ${name}: no payload adds a tag, an attribute or a quote`, () => {
    const harmless = skeleton(print('harmless'));
    for (const payload of PAYLOADS) assert.equal(skeleton(print(payload)), harmless, payload);
  });
}
