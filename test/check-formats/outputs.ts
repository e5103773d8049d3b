/** Outputs of `check` to write in every format: of sample devices, of projects with bad intentions, and of any text at all. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { allRules } from '../../src/rules/index.js';
import { check, memoryTree, openProject, readBaseline, type CheckOutput } from '../../src/index.js';
import { sampleFolder } from '../sample-folders.js';

export const DATE = '2026-11-24';

const at = (folder: string): CheckOutput => check(openProject(folder), { date: DATE });

export const labdesk = at(sampleFolder('labdesk-begun'));
export const glucoloop = at(sampleFolder('glucoloop'));

/** LabDesk against a baseline that lacks two of its gaps and knows one that is gone. */
export const againstBaseline = ((): CheckOutput => {
  const keys = new Set(labdesk.gaps.slice(2).map((gap) => gap.key));
  const baseline = readBaseline(JSON.stringify({ ...labdesk, gaps: [...labdesk.gaps.slice(2), { key: 'gone@X-1' }] }));
  if (!baseline.ok || !keys.has(labdesk.gaps[2]?.key ?? '')) throw new Error('The baseline is one.');
  return check(openProject(sampleFolder('labdesk-begun')), { date: DATE, baseline: baseline.baseline });
})();

/** Text that somebody may write to be taken for something else. */
const WORDS = [
  '</failure></testcase><testcase name="x"/>',
  ']]> --> <script>alert(1)</script>',
  '[click](javascript:alert(1)) ![i](https://example.org/x.png)',
  '| a | b |\n| --- | --- |',
  '@octo-org/everybody #12 GH-12 www.example.org https://example.org someone@example.org',
  '\n::error file=/etc/passwd::taken\r\n##[set-output name=x]y',
  '%0A::set-env name=A::b%25',
  '{0} {1} {a}',
  '`` ` ``` $x$ **bold** __b__ ~~s~~ <!-- c -->',
  '\u001B[31mred\u0000\u0007\u202Eturned\uFFFE',
  '\uD800 half a character',
];
const BAD_WORDS = WORDS.join(' ');

const inYaml = (text: string): string => JSON.stringify(text).replaceAll('\\u0000', '\\0').replaceAll('\\ud800', 'x');
const quoted = inYaml(BAD_WORDS);

const BAD_FILE = 'records/a b%20#1,2:3ü[x](y)|`@z.yaml';

const SETTINGS = `medward: 1\ndevice: { name: ${quoted}, version: "1|2" }\npacks: [iec62304@2015]\nsoftware: [{ id: SW-1, class: B }]\n`;

/** Names, titles, paths and unknown words that try to be markup, commands or links. */
export const hostile = ofFiles({
  'medward.yaml': SETTINGS,
  [BAD_FILE]: `requirements:\n${WORDS.map((word, at) => `  - { id: SRS-${at}, level: ${inYaml(word)}, satisfies: [${inYaml(word)}] }\n`).join('')}  - { id: SRS-0, ${quoted}: x }\n`,
  'records/broken.yaml': 'items: [\n',
});

/** A gap that a decision took out, next to one that stays. */
export const decided = ofFiles({
  'medward.yaml': SETTINGS.replace(quoted, 'Pump'),
  'records/a.yaml':
    'needs: [{ id: UN-1 }, { id: UN-2 }]\nthreats: [{ id: TH-1 }]\ndecisions:\n  - { id: DEC-1, type: deviation, scope: [work-product-incomplete], reason: So., by: brandt, date: 2026-01-01 }\n',
});

export const unreadable = ofFiles({ 'medward.yaml': SETTINGS.replace(quoted, 'Pump'), 'records/a.yaml': 'items: [\n' });
export const empty = ofFiles({ 'medward.yaml': 'medward: 1\ndevice: { name: Empty }\n' });

function ofFiles(files: Readonly<Record<string, string>>): CheckOutput {
  return check(openProject(memoryTree(new Map(Object.entries(files)))), { date: DATE });
}

export const OUTPUTS: readonly (readonly [string, CheckOutput])[] = [
  ['LabDesk', labdesk],
  ['GlucoLoop', glucoloop],
  ['LabDesk against a baseline', againstBaseline],
  ['a project with bad intentions', hostile],
  ['gaps that are decided', decided],
  ['a project that cannot be read', unreadable],
  ['an empty project', empty],
];

/** Any code units, halves of characters too. */
const anyText = fc.oneof(
  fc.string({ unit: fc.integer({ min: 0, max: 0xff_ff }).map((code) => String.fromCharCode(code)), maxLength: 60 }),
  fc.string({ maxLength: 200 }),
  fc.constant(BAD_WORDS),
);
const anyPath = fc.oneof(
  fc.constant(BAD_FILE),
  anyText.map((text) => text.replaceAll('/', '') || 'a.yaml'),
);
const place = { file: anyPath, line: fc.integer({ min: 1, max: 9999 }), column: fc.integer({ min: 1, max: 999 }) };
const severity = fc.constantFrom('error' as const, 'warning' as const, 'hint' as const);

const anyGap = fc.record({
  ...place,
  key: anyText,
  rule: fc.constantFrom(...allRules.map((rule) => rule.id)),
  severity,
  originalSeverity: severity,
  strictness: fc.constantFrom('observe' as const, 'warn' as const, 'enforce' as const),
  softenedBy: fc.option(fc.record(place)),
  because: fc.constantFrom('safety-class' as const, 'cybersecurity' as const, 'both' as const),
  record: fc.option(anyText),
  message: anyText,
  why: anyText,
  fix: anyText,
  basis: fc.array(anyText, { maxLength: 3 }),
  obligations: fc.array(anyText, { maxLength: 3 }),
  related: fc.array(fc.record({ ...place, message: anyText }), { maxLength: 3 }),
  decision: fc.option(anyText),
  new: fc.boolean(),
});

/** An output in which any text stands wherever text may stand. */
export const anyOutput: fc.Arbitrary<CheckOutput> = fc
  .record({
    gaps: fc.array(anyGap, { maxLength: 40 }),
    problems: fc.array(fc.record({ ...place, message: anyText }), { maxLength: 5 }),
    name: anyText,
    hasBaseline: fc.boolean(),
  })
  .map(({ gaps, problems, name, hasBaseline }) => ({
    ...labdesk,
    project: { ...labdesk.project, name },
    gaps,
    problems,
    baseline: hasBaseline ? { version: null, date: null, commit: null, gaps: 2, gone: 1 } : null,
  }));

export function fixture(name: string): string {
  return readFileSync(path.join(import.meta.dirname, '../fixtures', name), 'utf8');
}
