/** Outputs of the threat commands fit their schemas and say the same; what is left of a threat never falls by a loss of proof. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { isProven, type Proofs } from '../src/assess/index.js';
import { assessProject, openProject } from '../src/compile/index.js';
import type { SafetyOutput, ThreatsOutput } from '../src/contract/index.js';
import { shippedPacks } from '../src/packs/index.js';
import { memoryTree } from '../src/project/index.js';
import type { RecordOf } from '../src/records/index.js';
import { rankOfLevel, rateThreat, residualOf } from '../src/threats/index.js';
import { sampleFolder, type SampleName } from './sample-folders.js';
import { runMedward, type Ran } from './run-medward.test-support.js';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true });
const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true });
});

function medward(folder: string, ...words: readonly string[]): Promise<Ran> {
  return runMedward(folder, words);
}

function copyOf(name: SampleName): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'medward-outputs-'));
  copies.push(folder);
  cpSync(sampleFolder(name), folder, { recursive: true });
  return folder;
}

const read = async <T>(folder: string, ...words: readonly string[]): Promise<T> =>
  JSON.parse((await medward(folder, ...words, '--json')).out) as T;

describe('schemas', () => {
  test.each([
    ['threats', ['threats']],
    ['threats', ['threats', 'show', 'THR-NET-03@IF-05']],
    ['threats-safety', ['threats', '--safety']],
    ['threats-edit', ['threats', 'take', 'THR-NET-03@IF-05', '--dry-run']],
    ['threats-edit', ['threats', 'reject', 'DF-07', '--reason', 'Because.', '--by', 'haddad', '--dry-run']],
    ['threats-edit', ['threats', 'merge', 'THR-NET-03@IF-05', 'TH-06', '--dry-run']],
    ['rate', ['rate', 'TH-01']],
    ['rate', ['rate', 'TH-01', '--answer', 'XAVN=no', '--dry-run']],
  ])('%s fits %j', async (name, words) => {
    const folder = sampleFolder('labdesk-begun');
    const validate = ajv.compile(JSON.parse((await medward(folder, 'schema', `output/${name}`)).out) as object);
    expect(validate(await read<object>(folder, ...words)), JSON.stringify(validate.errors)).toBe(true);
  });
});

describe('the samples', () => {
  test('GlucoLoop: what is left counts as before, since nothing is proven', async () => {
    const { threats, method } = await read<ThreatsOutput>(sampleFolder('glucoloop'), 'threats');
    expect(method?.id).toBe('cvss31-exploitability');
    expect(threats.every((threat) => !threat.proven && threat.residual.counts === 'before')).toBe(true);
    expect(threats.every((threat) => threat.residual.rating === threat.before.rating)).toBe(true);
  });

  test('GlucoLoop: safety and security owe each other what the oracle says', async () => {
    const output = await read<SafetyOutput>(sampleFolder('glucoloop'), 'threats', '--safety');
    const { hazards, securityControls, threatsWithoutHazard, toWeigh, matrix } = output;
    expect(hazards.filter((hazard) => hazard.threats.length === 0)).toEqual([]);
    const below = hazards.flatMap((hazard) =>
      hazard.threats.filter((threat) => threat.belowHazard).map((one) => one.id),
    );
    expect([...new Set(below)].toSorted()).toEqual(['TH-09', 'TH-26']);
    expect(securityControls.filter((one) => one.effect === 'unanswered').map((one) => one.id)).toEqual([
      'SC-07',
      'SC-24',
    ]);
    expect(securityControls.filter((one) => one.effect === 'harms')).toHaveLength(14);
    expect(threatsWithoutHazard.map((one) => one.id)).toEqual(['TH-07', 'TH-22', 'TH-27']);
    expect(toWeigh.map((one) => [one.threat, one.decision])).toEqual([
      ['TH-11', 'BRA-01'],
      ['TH-18', 'BRA-02'],
    ]);
    expect(matrix.cells.flatMap((cell) => cell.hazards).toSorted()).toEqual(
      hazards.map((hazard) => hazard.id).toSorted(),
    );
  });

  test('what a person answered is counted, and the rest stays open', async () => {
    const folder = copyOf('labdesk-begun');
    const before = await read<ThreatsOutput>(folder, 'threats');
    await medward(
      folder,
      'threats',
      'reject',
      'THR-NET-03@IF-05',
      '--reason',
      'The store has a limit of its own.',
      '--by',
      'haddad',
    );
    const after = await read<ThreatsOutput>(folder, 'threats');
    expect([after.candidateCounts.open, after.candidateCounts.rejected]).toEqual([before.candidateCounts.open - 1, 1]);
  });
});

describe('a loss of proof', () => {
  const SETTINGS =
    'medward: 1\ndevice: { name: Example, markets: [eu] }\nprofile: { exposure: [public-network] }\nsoftware: [{ id: SW-1, name: Example, class: B }]\npacks: [iec81001-5-1@2021]\nmethods: { security: cvss31-exploitability }\n';

  interface Made {
    readonly controls: readonly number[];
    readonly tests: readonly number[];
    readonly passed: readonly number[];
  }

  /** Three controls, each with a requirement, and four tests of both. */
  function residual({ controls, tests, passed }: Made): number {
    const lines = [
      'threats:\n  - { id: TH-1, targets: [SW-1], before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S3 }, after: { vector: AV:P/AC:H/PR:H/UI:R, severity: S3 } }\ncontrols: []\nrequirements: []\ntests: []',
    ];
    const items = (head: string, all: readonly string[]): string =>
      `${head}:${all.length === 0 ? ' []' : `\n${all.join('\n')}`}`;
    lines[0] = [
      lines[0]!.split('\ncontrols')[0]!,
      items(
        'controls',
        controls.map((n) => `  - { id: SC-${n}, domain: security, mitigates: [TH-1], realised-by: [SRS-${n}] }`),
      ),
      items(
        'requirements',
        [1, 2, 3].map((n) => `  - { id: SRS-${n}, level: software }`),
      ),
      items(
        'tests',
        tests.map(
          (n) =>
            `  - { id: TC-${n}, verifies: [${controls.flatMap((c) => (c === n || n === 4 ? [`SC-${c}`, `SRS-${c}`] : [])).join(', ') || 'SRS-1'}] }`,
        ),
      ),
    ].join('\n');
    const tree = memoryTree(
      new Map([
        ['medward.yaml', SETTINGS],
        ['records/all.yaml', lines[0]],
      ]),
    );
    const { trace, methods } = assessProject(openProject(tree, { packs: shippedPacks() }), '2026-11-24');
    const threat = trace.find('TH-1') as RecordOf<'threat'>;
    const current = new Set(passed.map((n) => `TC-${n}`));
    const proofs = {
      of: (record: { id: string }) => (current.has(record.id) ? 'current' : 'none'),
      about: (record: { id: string }) => ({
        state: current.has(record.id) ? 'current' : 'none',
        cause: 'has no result',
      }),
    } as unknown as Proofs;
    const [before, after] = [rateThreat(threat, 'before', methods), rateThreat(threat, 'after', methods)];
    const { rating } = residualOf(methods.security, before, after, isProven(threat, trace, proofs));
    return rating === 'unknown' ? Number.POSITIVE_INFINITY : rankOfLevel(methods.security, rating.rating);
  }

  const some = (from: readonly number[]): fc.Arbitrary<number[]> => fc.subarray([...from]);
  const without = (all: readonly number[], gone: number): number[] => all.filter((one) => one !== gone);

  test('never lowers what is left of a threat: a proof, a proven test, a control with proven tests', () => {
    expect(residual({ controls: [1, 2], tests: [1, 2], passed: [1, 2] })).toBeLessThan(
      residual({ controls: [1, 2], tests: [1, 2], passed: [1] }),
    );
    fc.assert(
      fc.property(
        some([1, 2, 3]),
        some([1, 2, 3, 4]),
        some([1, 2, 3, 4]),
        fc.constantFrom(1, 2, 3, 4),
        (controls, tests, passed, gone) => {
          const whole = residual({ controls, tests, passed });
          expect(residual({ controls, tests, passed: without(passed, gone) })).toBeGreaterThanOrEqual(whole);
          if (passed.includes(gone)) {
            expect(residual({ controls, tests: without(tests, gone), passed })).toBeGreaterThanOrEqual(whole);
          }
          const isProvenControl =
            passed.includes(gone) && tests.includes(gone) && (!tests.includes(4) || passed.includes(4));
          if (isProvenControl)
            expect(residual({ controls: without(controls, gone), tests, passed })).toBeGreaterThanOrEqual(whole);
        },
      ),
      { numRuns: 60 },
    );
  });
});
