/** `medward rate`: what it asks, what it writes, and that an open question stays open. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RateOutput, ThreatsOutput } from '../src/contract/index.js';
import { runMedward, type Ran } from './run-medward.test-support.js';

const FILE = 'records/threats/TH-01.md';
const IMPACT = 'XCP XCD XCT XCW XCS XCO XIP XID XIT XIW XIS XIO XAP XAD XAT XAW XAS XAO'.split(' ');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'medward-rate-'));
  cpSync(path.join(import.meta.dirname, 'fixtures/labdesk-begun'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const text = (): string => readFileSync(path.join(folder, FILE), 'utf8');

function medward(words: readonly string[], lines?: readonly string[]): Promise<Ran> {
  const typed = [...(lines ?? [])];
  return runMedward(folder, words, lines ? { ask: () => Promise.resolve(typed.shift()) } : {});
}

async function rate(...words: readonly string[]): Promise<RateOutput> {
  const { status, out, notes } = await medward(['rate', 'TH-01', ...words, '--json']);
  expect(status, notes).toBe(0);
  return JSON.parse(out) as RateOutput;
}

function byRubric(): void {
  const settings = path.join(folder, 'medward.yaml');
  writeFileSync(
    settings,
    readFileSync(settings, 'utf8').replace('security: cvss31-exploitability', 'security: mitre-rubric'),
  );
}

// @verifies TC-316
describe('medward rate', () => {
  test('shows the questions and writes nothing when nothing is said', async () => {
    const before = text();
    const { questions, questionsOf, method, written } = await rate();
    expect(questions.filter((one) => one.state === 'open').map((one) => one.id)).toEqual([
      'XAVN',
      'XACL',
      'XPRL',
      'XUI',
      'XS',
      ...IMPACT,
    ]);
    expect([questionsOf?.id, method.id, written]).toEqual(['mitre-rubric', 'cvss31-exploitability', []]);
    expect(text()).toBe(before);
  });

  test('stores answers with reasons, person, day and version of the method, and leaves the rest of the file as it was', async () => {
    const before = text();
    await rate('--answer', 'XAVN=no', '--answer', 'xavp=YES', '--why', 'XAVN=Nothing is networked.', '--by', 'solheim');
    expect(text()).toBe(
      before.replace(
        /^before: .*$/m,
        `before:
  vector: AV:N/AC:L/PR:N/UI:R
  severity: S2
  multi-patient: no
  answers: { XAVN: 'no', XAVP: 'yes' }
  reasons: { XAVN: Nothing is networked. }
  method: cvss31-exploitability@1
  guided-by: mitre-rubric@0.12.04
  by: solheim
  date: 2026-11-24`,
      ),
    );
  });

  test('rates by answers alone where the method asks for them, and not before the last is given', async () => {
    byRubric();
    const none = IMPACT.flatMap((id) => ['--answer', `${id}=none`]);
    const most = ['XAVN=yes', 'XAVT=yes', 'XACL=yes', 'XPRL=no', 'XUI=yes'].flatMap((one) => ['--answer', one]);
    expect((await rate(...most, ...none)).rating.rating).toBe('unknown');
    const done = await rate('--answer', 'XS=no');
    expect([done.vector, done.rating.rating, done.baseScore]).toEqual([
      'CVSS:3.0/AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:N/A:N',
      'M',
      0,
    ]);
    const { threats } = JSON.parse((await medward(['threats', '--json'])).out) as ThreatsOutput;
    expect(threats.find((one) => one.id === 'TH-01')?.before.rating).toBe('M');
    expect(threats.find((one) => one.id === 'TH-02')?.before.rating).toBe('unknown');
  });

  test('asks at a terminal, again after a word that is no answer, until an empty line', async () => {
    const { status } = await medward(
      ['rate', 'TH-01', '--by', 'solheim'],
      ['maybe', 'y', 'Over the internet.', 'u', '', ''],
    );
    expect(status).toBe(0);
    expect(text()).toContain("answers: { XAVN: 'yes', XAVT: unknown }");
    expect(text()).toContain('reasons: { XAVN: Over the internet. }');
  });

  test('writes nothing when the person at the terminal says nothing', async () => {
    const before = text();
    await medward(['rate', 'TH-01'], ['']);
    expect(text()).toBe(before);
  });

  test('after control, by a vector', async () => {
    const { rating } = await rate(
      '--moment',
      'after',
      '--vector',
      'AV:N/AC:H/PR:L/UI:R',
      '--severity',
      'S1',
      '--multi-patient',
      'yes',
    );
    expect(rating).toEqual({ likelihood: 'E2', severity: 'S1', rating: 'M', accept: 'with-reason' });
    expect(text()).toMatch(
      /^after:\n {2}vector: AV:N\/AC:H\/PR:L\/UI:R\n {2}severity: S1\n {2}multi-patient: yes\n {2}counted:\n {4}SC-01: /m,
    );
  });

  test.each([
    ['a vector that lacks a metric', ['--vector', 'AV:N/AC:L/PR:N'], 'It needs each of AV, AC, PR, UI'],
    ['a severity off the scale', ['--severity', 'S6'], 'Known: S1, S2, S3, S4, S5.'],
    ['a likelihood where there is none', ['--likelihood', 'L2'], 'The method has none.'],
    ['an answer in other words', ['--answer', 'XAVN=perhaps'], 'Answers: yes, no, unknown.'],
    ['an answer to no question', ['--answer', 'XAVM=yes'], 'did you mean `XAVN`?'],
    ['an answer without a question', ['--answer', 'yes'], '`--answer QUESTION=…`'],
    ['another moment', ['--moment', 'later', '--severity', 'S1'], '--moment before'],
    ['a revision', ['--severity', 'S1', '--at', 'HEAD'], '--at'],
  ])('refuses %s', async (_, words, message) => {
    const before = text();
    const { status, notes } = await medward(['rate', 'TH-01', ...words]);
    expect([status, notes]).toEqual([2, expect.stringContaining(message)]);
    expect(text()).toBe(before);
  });

  test('finds the threat that was meant', async () => {
    expect((await medward(['rate', 'TH-1'])).notes).toContain('did you mean `TH-01`?');
    expect((await medward(['rate', 'SC-01'])).notes).toContain('no threat');
  });
});
