/** `strictness:` of the settings: it changes what blocks and how it is shown, everywhere alike, and no answer. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { check, openProject, type CheckOutput } from '../src/index.js';
import { makeFolder, removeFolder, runIn } from './hostile/run-medward.js';

const GLUCOLOOP = path.join(import.meta.dirname, '../examples/glucoloop');

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** GlucoLoop, whose packs are IEC 62304, ISO 14971, IEC 81001-5-1, FDA and MDR, with lines added to its settings. */
function glucoloop(strictness = ''): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'medward-strictness-'));
  folders.push(folder);
  cpSync(GLUCOLOOP, folder, { recursive: true });
  appendFileSync(path.join(folder, 'medward.yaml'), strictness);
  return folder;
}

async function checked(folder: string): Promise<{ status: number; output: CheckOutput }> {
  const { status, out } = await runIn(folder, ['check', '--json']);
  return { status, output: JSON.parse(out) as CheckOutput };
}

const FDA_OBSERVED = 'strictness:\n  packs: { fda-premarket: observe }\n';
const ALL_OBSERVED = 'strictness: { default: observe }\n';
const ALL_WARN = 'strictness: { default: warn }\n';
const ONE_RULE = 'strictness: { rules: { work-product-incomplete: observe } }\n';

const plain = await checked(glucoloop());
const plainAnswers = await answers('');

/** Without what names the input. */
async function answers(strictness: string): Promise<Readonly<Record<string, unknown>>> {
  const { out } = await runIn(glucoloop(strictness), ['assess', '--json']);
  const { project: _, ...rest } = JSON.parse(out) as Record<string, unknown>;
  return rest;
}

// @verifies TC-613
describe('no answer depends on it', () => {
  test.each([
    ['a pack observed', FDA_OBSERVED],
    ['everything observed', ALL_OBSERVED],
    ['everything a warning', ALL_WARN],
    ['one rule observed', ONE_RULE],
  ])('%s: the same class, overhead, obligations and hours', async (_, strictness) => {
    expect(await answers(strictness)).toEqual(plainAnswers);
  });

  test.each([
    ['a pack observed', FDA_OBSERVED],
    ['everything observed', ALL_OBSERVED],
    ['everything a warning', ALL_WARN],
  ])('%s: the same gaps with the same keys, decided or not', async (_, strictness) => {
    const { output } = await checked(glucoloop(strictness));
    const essence = ({ gaps }: CheckOutput): unknown =>
      gaps.map(({ key, rule, originalSeverity, decision, obligations }) => [
        key,
        rule,
        originalSeverity,
        decision,
        obligations,
      ]);
    expect(essence(output)).toEqual(essence(plain.output));
    expect(output.counts.decided).toBe(plain.output.counts.decided);
  });
});

describe('what blocks', () => {
  test('a gap that only the observed pack asks is a hint; one that another pack asks too still blocks', async () => {
    const { status, output } = await checked(glucoloop(FDA_OBSERVED));
    const packsOf = (basis: readonly string[]): string =>
      [...new Set(basis.map((clause) => clause.split(':')[0]))].join();
    const own = output.gaps.filter((gap) => packsOf(gap.basis) === 'fda-premarket');
    const shared = output.gaps.filter((gap) => /fda-premarket,|,fda-premarket/.test(packsOf(gap.basis)));
    expect(own.length).toBeGreaterThan(0);
    expect(shared.length).toBeGreaterThan(0);
    for (const gap of own) expect(gap).toMatchObject({ severity: 'hint', strictness: 'observe' });
    for (const gap of shared)
      expect(gap).toMatchObject({ severity: gap.originalSeverity, strictness: 'enforce', softenedBy: null });
    expect(status).toBe(1);
  });

  test('observed or warned, nothing blocks but what contradicts itself', async () => {
    for (const strictness of [ALL_OBSERVED, ALL_WARN]) {
      const { status, output } = await checked(glucoloop(strictness));
      const errors = output.gaps.filter((gap) => gap.severity === 'error' && gap.decision === null);
      expect(errors.every((gap) => gap.strictness === 'enforce')).toBe(true);
      expect(status).toBe(errors.length > 0 ? 1 : 0);
      expect(output.counts.errors).toBe(errors.length);
    }
  });

  test('what cannot be read blocks, however everything is observed', async () => {
    const folder = glucoloop(ALL_OBSERVED);
    appendFileSync(path.join(folder, 'records/soup.yaml'), '\n  - [\n');
    expect((await checked(folder)).status).toBe(1);
  });

  test('a twin id blocks, however everything is observed', async () => {
    const folder = makeFolder({
      'medward.yaml': `medward: 1\ndevice: { name: Pump }\n${ALL_OBSERVED}`,
      'records/a.yaml': 'requirements:\n  - { id: SRS-1, level: software }\n  - { id: SRS-1, level: system }\n',
    });
    const { status, output } = await checked(folder);
    removeFolder(folder);
    expect(output.gaps.find((gap) => gap.rule === 'duplicate-id')).toMatchObject({
      severity: 'error',
      softenedBy: null,
    });
    expect(status).toBe(1);
  });

  test('the library gives what the command line prints', async () => {
    const folder = glucoloop(FDA_OBSERVED);
    const { output } = await checked(folder);
    expect(JSON.parse(JSON.stringify(check(openProject(folder), { date: '2026-11-24' })))).toEqual(output);
  });
});

describe('it is seen wherever gaps are', () => {
  const folder = glucoloop(FDA_OBSERVED);
  const settings = readFileSync(path.join(folder, 'medward.yaml'), 'utf8');
  const line = settings.split('\n').findIndex((text) => text.includes('fda-premarket: observe')) + 1;
  const place = `medward.yaml:${line}`;
  const print = async (...words: readonly string[]): Promise<string> => (await runIn(folder, words)).out;

  test('JSON: the line of the settings, and how many gaps it makes milder', async () => {
    const { output } = await checked(folder);
    const milder = output.gaps.filter((gap) => gap.softenedBy !== null && gap.decision === null).length;
    expect(milder).toBeGreaterThan(0);
    expect(output.strictness).toEqual([
      {
        of: 'pack',
        name: 'fda-premarket',
        strictness: 'observe',
        gaps: milder,
        file: 'medward.yaml',
        line,
        column: 12,
      },
    ]);
  });

  test('text', async () => {
    const text = await print('check', '--all');
    expect(text).toContain(`gaps of fda-premarket observed only by ${place}; no status changes by it.`);
    expect(text).toMatch(new RegExp(`observed only by ${place}, (error|warning) by its rule`));
  });

  test('SARIF: the level that counts, and the rule’s own beside it', async () => {
    const log = JSON.parse(await print('check', '--format', 'sarif')) as Sarif;
    const milder = log.runs[0]!.results.filter((result) => result.properties.softenedBy !== null);
    expect(milder.length).toBeGreaterThan(0);
    for (const result of milder) {
      expect(result.level).toBe('note');
      expect(result.properties).toMatchObject({ strictness: 'observe', softenedBy: { file: 'medward.yaml', line } });
      expect(result.properties.originalSeverity).not.toBe('hint');
    }
  });

  test('JUnit, Markdown, workflow commands', async () => {
    expect(await print('check', '--format', 'junit')).toMatch(/hint, (error|warning) by its rule/);
    expect(await print('check', '--format', 'junit')).toMatch(/<property name="medward.softened" value="[1-9]\d*"\/>/);
    expect(await print('check', '--format', 'markdown')).toContain(`fda-premarket observed only by ${place}`);
    const notices = (await print('check', '--format', 'github', '--all')).split('\n');
    expect(notices.at(-2)).toContain(`fda-premarket observed only by ${place}`);
    expect(notices.filter((one) => one.includes('(observed only by'))).not.toEqual([]);
  });

  test('`medward` alone says that there would be more', async () => {
    expect((await runIn(glucoloop(ALL_WARN), [])).out).toMatch(
      /\(\d+( more)? would, but the settings make (it|them) milder\);/,
    );
  });

  test('`medward show` and `medward next` give the same severity', async () => {
    const { output } = await checked(folder);
    const one = output.gaps.find((gap) => gap.softenedBy !== null && gap.record !== null && gap.decision === null);
    if (one?.record) {
      const shown = JSON.parse(await print('show', one.record, '--json')) as { record: { gaps: CheckOutput['gaps'] } };
      expect(shown.record.gaps.find((gap) => gap.key === one.key)?.severity).toBe('hint');
    }
    const { steps } = JSON.parse(await print('next', '--json')) as {
      steps: { gap: { severity: string }; blocks: boolean }[];
    };
    expect(steps.filter((step) => step.blocks !== (step.gap.severity === 'error'))).toEqual([]);
  });
});

interface Sarif {
  readonly runs: readonly {
    readonly results: readonly {
      readonly level: string;
      readonly properties: { readonly softenedBy: object | null; readonly originalSeverity: string };
    }[];
  }[];
}

describe('a line that names nothing is a gap, and softens nothing', () => {
  test.each([
    [
      'an unknown pack',
      'packs: { fda-premarkt: observe }',
      'unknown-field',
      /fda-premarkt.*did you mean `fda-premarket`/,
    ],
    [
      'a pack that is not chosen',
      'packs: { eu-mdr: observe }',
      'unknown-field',
      /`eu-mdr` is not among the chosen packs/,
    ],
    ['another edition of a pack', 'packs: { "iec62304@2006": warn }', 'unknown-field', /`iec62304@2006` is not among/],
    [
      'an unknown rule',
      'rules: { requirement-without-tset: warn }',
      'unknown-field',
      /did you mean `requirement-without-test`/,
    ],
    [
      'a rule that may not be softened',
      'rules: { duplicate-id: warn }',
      'wrong-type',
      /`duplicate-id` cannot be made milder/,
    ],
    [
      'a class below the computed one',
      'rules: { class-below-computed: observe }',
      'wrong-type',
      /cannot be made milder/,
    ],
    ['an unknown word', 'default: obserbe', 'wrong-type', /observe, warn, enforce/],
    ['an unknown part', 'pack: { iec62304: warn }', 'unknown-field', /did you mean `packs`/],
    ['names that programs obey', 'rules: { __proto__: observe, constructor: observe }', 'unknown-field', /`__proto__`/],
    ['a list', 'packs: [iec62304]', 'wrong-type', /packs/],
  ])('%s', async (_, strictness, rule, message) => {
    const text = `medward: 1\ndevice: { name: Pump }\npacks: [iec62304@2015, fda-premarket@2026]\nstrictness:\n  ${strictness}\n`;
    const folder = makeFolder({
      'medward.yaml': strictness.includes('fda') ? text : text.replace(', fda-premarket@2026', ''),
      'records/a.yaml': 'requirements:\n  - { id: SRS-1, level: software }\n',
    });
    const { status, output } = await checked(folder);
    removeFolder(folder);
    const found = output.gaps.filter((gap) => gap.rule === rule && gap.file === 'medward.yaml' && gap.line === 5);
    expect(found.map((gap) => gap.message).join('\n')).toMatch(message);
    expect(found.every((gap) => gap.severity === 'error' && gap.softenedBy === null)).toBe(true);
    expect(output.gaps.filter((gap) => gap.softenedBy !== null)).toEqual([]);
    expect(status).toBe(1);
  });

  test('a rule may be enforced although nothing can make it milder', async () => {
    const folder = makeFolder({
      'medward.yaml':
        'medward: 1\ndevice: { name: Pump }\nstrictness: { default: warn, rules: { duplicate-id: enforce } }\n',
    });
    const { output } = await checked(folder);
    removeFolder(folder);
    expect(output.gaps.filter((gap) => gap.file === 'medward.yaml' && gap.line === 3)).toEqual([]);
  });

  test('a pack may be named with its edition, and a standard that only names clauses too', async () => {
    const folder = glucoloop('strictness: { packs: { "fda-premarket@2026": observe, iso13485: warn } }\n');
    const { output } = await checked(folder);
    expect(output.strictness.map((one) => one.name)).toEqual(['fda-premarket', 'iso13485']);
    expect(output.gaps.some((gap) => gap.strictness === 'observe')).toBe(true);
  });
});
