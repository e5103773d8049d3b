/** What is left of a threat never becomes less by taking a control or a test away: with real Git and real results. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { whyNotProven } from '../src/assess/index.js';
import type { RateOutput, ThreatsOutput } from '../src/contract/index.js';
import { commitAll, testFolder, writeFiles } from '../src/project/folder.test-support.js';
import { add, assessed, DATE, FILES, junit } from './freshness/pump.js';
import { runMedward, type Ran } from './run-medward.test-support.js';

const CONTROLS = `requirements:
  - { id: SRS-1, title: Dose limit, text: A dose above 10 ml is refused., level: software, allocated-to: [EL-1] }
  - { id: SRS-2, title: Rate limit, text: Ten orders a minute are enough., level: software, allocated-to: [EL-2] }
controls:
  - { id: SC-1, title: Dose limit, domain: security, realised-by: [SRS-1], mitigates: [TH-1] }
  - { id: SC-2, title: Rate limit, domain: security, realised-by: [SRS-2], mitigates: [TH-1] }
threats:
  - id: TH-1
    title: A flood of orders
    targets: [EL-2]
    before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S5 }
`;
const TESTS = `tests:
  - { id: TC-3, title: Pump refuses, level: system, type: functional, verifies: [SRS-1, SRS-2] }
  - { id: TC-4, title: Flood is refused, level: system, type: threat-mitigation, verifies: [SC-1, SC-2] }
  - { id: TC-5, title: A slow flood is refused, level: system, type: threat-mitigation, verifies: [SC-2] }
`;
const MODEL = 'records/requirements.yaml';

function medward(folder: string, ...words: readonly string[]): Promise<Ran> {
  return runMedward(folder, words, { date: DATE });
}

async function rate(folder: string, ...words: readonly string[]): Promise<RateOutput> {
  const { status, out, notes } = await medward(folder, 'rate', 'TH-1', '--moment', 'after', ...words, '--json');
  expect(status, notes).toBe(0);
  return JSON.parse(out) as RateOutput;
}

/** Rated after control by both controls, of which the second one has a test without a result. */
async function pumpRated(passed: readonly string[] = ['TC-3', 'TC-4']): Promise<string> {
  const folder = testFolder({ ...FILES, [MODEL]: CONTROLS, 'records/tests.yaml': TESTS });
  commitAll(folder);
  await rate(folder, '--vector', 'AV:P/AC:H/PR:H/UI:R', '--severity', 'S2', '--by', 'ada');
  commitAll(folder);
  await add(folder, junit('2026-11-20T10:00:00Z', Object.fromEntries(passed.map((id) => [id, 'passed']))));
  return folder;
}

const text = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8');

async function residual(folder: string): Promise<string> {
  const { threats } = JSON.parse((await medward(folder, 'threats', '--json')).out) as ThreatsOutput;
  return threats[0]?.residual.counts ?? '';
}

function gapsAt(folder: string): readonly string[] {
  return assessed(folder)
    .gaps.filter(({ rule }) => rule === 'rated-with-other-controls')
    .map(({ message }) => message);
}

function edit(folder: string, file: string, from: RegExp | string, to = ''): void {
  const before = text(folder, file);
  const after = before.replace(from, to);
  expect(after).not.toBe(before);
  writeFiles(folder, { [file]: after });
}

// @verifies TC-528
describe('a rating after control', () => {
  test('keeps what it counted, and counts once all of it is proven', async () => {
    const folder = await pumpRated(['TC-3', 'TC-4', 'TC-5']);
    expect(text(folder, MODEL)).toMatch(
      /counted:[\s\S]*SC-1: '?[0-9a-f]{64}[\s\S]*SC-2: '?[0-9a-f]{64}[\s\S]*SRS-1: realises[\s\S]*TC-5: tests/,
    );
    expect(gapsAt(folder)).toEqual([]);
    expect(await residual(folder)).toBe('after');
  });

  test.each<[what: string, file: string, from: RegExp | string, to: string, says: string]>([
    ['the control', MODEL, /^ {2}- \{ id: SC-2.*\n/m, '', 'SC-2, which its rating after control counted, is gone'],
    [
      'its link to the threat',
      MODEL,
      /(SC-2.*), mitigates: \[TH-1\]/,
      '$1',
      'SC-2, which its rating after control counted, mitigates it no more',
    ],
    ['the test', 'records/tests.yaml', /^.*TC-5.*\n/m, '', 'TC-5, which its rating after control counted, is gone'],
    [
      'what the test verifies',
      'records/tests.yaml',
      /(TC-5.*verifies: )\[SC-2\]/,
      '$1[SRS-9]',
      'TC-5, which its rating after control counted, tests none of its controls any more',
    ],
    [
      'the control by its status',
      MODEL,
      'title: Rate limit, domain',
      'title: Rate limit, status: obsolete, domain',
      'SC-2, which its rating after control counted, is gone',
    ],
  ])('does not count once somebody took away %s that proved nothing', async (_, file, from, to, says) => {
    const folder = await pumpRated();
    expect(await residual(folder)).toBe('before');
    if (file !== MODEL)
      writeFiles(folder, { 'records/more.yaml': 'requirements:\n  - { id: SRS-9, title: Other, level: software }\n' });
    edit(folder, file, from, to);
    expect(await residual(folder)).toBe('before');
    expect(gapsAt(folder).join(' ')).toContain(says);
  });

  test('is out of date when a control says something else, and holds again once it is confirmed', async () => {
    const folder = await pumpRated(['TC-3', 'TC-4', 'TC-5']);
    edit(folder, MODEL, 'title: Rate limit, domain', 'title: Rate limit for some, domain');
    expect(gapsAt(folder)).toEqual([
      'The rating of TH-1 after control is out of date: SC-2 changed since it was counted.',
    ]);
    expect(await residual(folder)).toBe('before');
    const before = text(folder, MODEL);
    expect((await rate(folder, '--again', '--by', 'ben')).counted).toEqual([
      'SC-1',
      'SC-2',
      'SRS-1',
      'SRS-2',
      'TC-3',
      'TC-4',
      'TC-5',
    ]);
    expect(text(folder, MODEL).replace(/^ {4}after:[\s\S]*/m, '')).toBe(before.replace(/^ {4}after:[\s\S]*/m, ''));
    expect(gapsAt(folder)).toEqual([]);
  });

  test('of a moment that nobody rated cannot be confirmed', async () => {
    const folder = testFolder({ ...FILES, [MODEL]: CONTROLS, 'records/tests.yaml': TESTS });
    const { status, notes } = await medward(folder, 'rate', 'TH-1', '--moment', 'after', '--again');
    expect([status, notes]).toEqual([2, expect.stringContaining('TH-1 is not rated after control')]);
    expect(text(folder, MODEL)).toBe(CONTROLS);
  });

  test('minds no other test and no other threat of its controls', async () => {
    const folder = await pumpRated(['TC-3', 'TC-4', 'TC-5']);
    edit(folder, 'records/tests.yaml', /$/, '  - { id: TC-6, title: Another, level: system, verifies: [SYS-9] }\n');
    edit(folder, MODEL, 'threats:\n', 'threats:\n  - { id: TH-2, title: Other, targets: [EL-1], controls: [SC-1] }\n');
    expect(gapsAt(folder)).toEqual([]);
    const { trace, proofs } = assessed(folder);
    const threat = trace.all('threat')[0];
    expect(threat && whyNotProven(threat, trace, proofs).filter((why) => why.includes('count'))).toEqual([]);
  });
});
