/** Records of which nobody wrote more than the id: what is missing is told, and no command falls over it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import { findKind, kindNames, linkFields, mayEnd, mayStart } from '../src/records/index.js';

const SETTINGS = `medward: 1
device: { name: Bare, version: 1.0.0 }
profile: { exposure: [public-network], essential-performance: yes, exploit-harm: serious, cyber-device: yes, legacy: no }
software: [{ id: SW-1, name: Bare, class: C }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021, fda-premarket@2026, eu-mdr@2017]
`;

const KINDS = kindNames().map((name) => findKind(name)!);
const idOf = (kind: string): string => `${findKind(kind)!.prefixes[0]}-1`;
const RECORDS = {
  'the id alone': KINDS.map(({ kind, plural }) => `${plural}: [{ id: ${idOf(kind)} }]`),
  'links and no field': KINDS.map(({ kind, plural }) => `${plural}: [{ ${linked(kind).join(', ')} }]`),
};

/** Every link that the kind may start, each to the bare record of a kind that may be at its other end. */
function linked(kind: string): readonly string[] {
  const links = [...linkFields(kind).values()].flatMap(({ name, end, relations }) => {
    const far = kindNames().find(
      (one) => one !== kind && relations.some((row) => (end === 'from' ? mayEnd(row, one) : mayStart(row, one))),
    );
    return far === undefined || name.includes('.') ? [] : [`${name}: [${idOf(far)}]`];
  });
  return [`id: ${idOf(kind)}`, ...links];
}

const COMMANDS = [
  '',
  'check --all',
  'assess --by-place',
  'next',
  'threats',
  'threats --safety',
  'trace requirement test',
  'view',
  `view ${idOf('view')}`,
  'view --purpose global',
  `view --asset ${idOf('asset')}`,
  `show ${idOf('control')}`,
  'export threagile',
  'publish --list',
];

describe.each(Object.entries(RECORDS))('%s', (_, lines) => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'medward-bare-'));
    mkdirSync(path.join(folder, 'records'));
    writeFileSync(path.join(folder, 'medward.yaml'), SETTINGS);
    writeFileSync(path.join(folder, 'records/bare.yaml'), `${lines.join('\n')}\n`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  async function medward(words: string): Promise<{ readonly out: string; readonly notes: string }> {
    let out = '';
    let notes = '';
    await runProgram(words === '' ? [] : words.split(' '), {
      terminal: { out: (text) => (out += text), note: (text) => (notes += text), paint: painter(false), width: 100 },
      folder,
      now: () => new Date('2026-11-24T12:00:00Z'),
    });
    return { out, notes };
  }

  test.each(COMMANDS)('medward %s', async (words) => {
    const { out, notes } = await medward(words);
    expect(notes).not.toContain('mistake of its own');
    expect(notes).not.toContain('There is no option');
    expect(out + notes).not.toMatch(/\bundefined\b|\[object|NaN/);
    expect(out).not.toBe('');
  });

  test('each missing field is told', async () => {
    const { out } = await medward('check --all --json');
    const told: string[] = (JSON.parse(out) as { gaps: { rule: string; message: string }[] }).gaps
      .filter(({ rule }) => rule === 'missing-field')
      .map(({ message }) => message.split(':', 1).join());
    const needing = KINDS.filter(({ fields }) => Object.values(fields).some(({ required }) => required));
    expect(told.toSorted()).toEqual(needing.map(({ kind }) => idOf(kind)).toSorted());
  });
});
