/** `medward draft`: plans are begun in files of their own, nothing is written over, and nothing that it wrote counts. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { findSchema } from '../src/cli/schemas.js';
import type { AssessOutput, CheckOutput, DraftOutput } from '../src/contract/index.js';
import { runMedward, type Ran } from './run-medward.test-support.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'medward-draft-'));
  project();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Two software systems of which no risks are written: class C, as long as nobody shows another. */
function project(exposure = '[public-network]'): void {
  const settings = `medward: 1
device: { name: Small pump, version: 1.0.0, markets: [eu, us] }
profile: { purpose: other, essential-performance: no, exposure: ${exposure} }
software:
  - { id: SW-1, name: Pump, class: C, class-reason: Because. }
  - { id: SW-2, name: App, class: A, class-reason: Because. }
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021, fda-premarket@2026, eu-mdr@2017]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
records: [records]
`;
  writeFileSync(path.join(folder, 'medward.yaml'), settings);
}

/** A connected device of class A, without its plans. */
function classA(): void {
  cpSync(path.join(import.meta.dirname, 'fixtures/labdesk-begun'), folder, { recursive: true });
  rmSync(path.join(folder, 'records/plans'), { recursive: true });
}

/** Nothing shows any more that it is class A. */
function loseRisks(): void {
  rmSync(path.join(folder, 'records/risks.md'));
}

const text = (file: string): string => readFileSync(path.join(folder, file), 'utf8');

function medward(...words: readonly string[]): Promise<Ran> {
  return runMedward(folder, words);
}

async function draft(...words: readonly string[]): Promise<DraftOutput> {
  const { status, out, notes } = await medward('draft', ...words, '--json');
  expect(status, notes).toBe(0);
  const output: unknown = JSON.parse(out);
  const validate = new Ajv2020({ strict: false }).compile(findSchema('output/draft') ?? {});
  expect(validate(output), JSON.stringify(validate.errors)).toBe(true);
  return output as DraftOutput;
}

const sectionsOf = ({ written }: DraftOutput, product: string): readonly string[] =>
  written.filter((one) => one.product === product).map(({ section }) => section);

// @verifies TC-527
describe('medward draft', () => {
  test('lists what can be begun and writes nothing', async () => {
    const { open, files } = await draft();
    expect(files).toEqual([]);
    expect(open.find(({ product }) => product === 'software-maintenance-plan')?.sections).toContain('feedback-intake');
    expect(existsSync(path.join(folder, 'records'))).toBe(false);
    expect((await medward('draft')).out).toContain('software-maintenance-plan');
  });

  test('begins a plan in a file of its own: a record for each section, with its words and its places to fill', async () => {
    const output = await draft('software-maintenance-plan');
    expect(output.files.map(({ file, isNew }) => [file, isNew])).toEqual([
      ['records/plans/software-maintenance-plan.md', true],
    ]);
    expect(text('records/plans/software-maintenance-plan.md')).toBe(output.files[0]?.text);
    expect(text('records/plans/software-maintenance-plan.md')).toMatch(
      /^# Software maintenance plan\n\n## DOC-01 Feedback\n```yaml\ncovers: \[software-maintenance-plan#feedback-intake\]\n```\nFeedback reaches us by \[fill: /,
    );
    expect(output.written.every(({ places }) => places > 0)).toBe(true);
  });

  test('writes no section twice, and adds to the file what is asked later', async () => {
    classA();
    const first = await draft('software-development-plan');
    const again = await medward('draft', 'software-development-plan');
    expect(again.status).toBe(2);
    expect(again.notes).toContain('there is no section to begin');
    loseRisks();
    const more = await draft('software-development-plan');
    expect(sectionsOf(first, 'software-development-plan')).not.toContain('standards-methods-tools');
    expect(sectionsOf(more, 'software-development-plan')).toEqual([
      'integration',
      'controlled-tools-and-settings',
      'control-before-verification',
      'common-defects',
      'standards-methods-tools',
    ]);
    expect(more.files.map(({ isNew }) => isNew)).toEqual([false]);
    expect(text('records/plans/software-development-plan.md').startsWith(first.files[0]?.text ?? '?')).toBe(true);
  });

  test('refuses to write over a file that it did not read as records', async () => {
    mkdirSync(path.join(folder, 'records/plans'), { recursive: true });
    writeFileSync(path.join(folder, 'records/plans/delivery-procedure.md'), 'Our own notes.\n');
    const { status, notes } = await medward('draft', 'delivery-procedure', 'software-maintenance-plan');
    expect(status).toBe(2);
    expect(notes).toContain('records/plans/delivery-procedure.md');
    expect(text('records/plans/delivery-procedure.md')).toBe('Our own notes.\n');
    // All or nothing.
    expect(existsSync(path.join(folder, 'records/plans/software-maintenance-plan.md'))).toBe(false);
  });

  test('shows what it would write', async () => {
    const output = await draft('delivery-procedure', '--dry-run');
    expect(output.files[0]?.text).toContain('# Delivery procedure');
    expect(existsSync(path.join(folder, 'records'))).toBe(false);
  });

  test('asks little of class A, only what matters for security where no more is asked, and more of class C', async () => {
    classA();
    const little = await draft('--all', '--dry-run');
    expect(sectionsOf(little, 'software-integration-plan')).toEqual([
      'integration-sequence',
      'items-and-soup',
      'integration-tests',
      'pass-criteria',
    ]);
    const textOf = (output: DraftOutput): string => output.files.map((file) => file.text).join('\n');
    expect(textOf(little)).toContain('Only interfaces that can be reached from outside');
    expect(textOf(little)).not.toContain('Detailed design of each unit');
    loseRisks();
    const more = await draft('--all', '--dry-run');
    expect(textOf(more)).toContain('Detailed design of each unit');
    expect(textOf(more)).not.toContain('Only interfaces that can be reached from outside');
  });

  test('asks nothing about security where nothing is exposed', async () => {
    const textOf = ({ files }: DraftOutput): string => files.map((file) => file.text).join('\n');
    const open = await draft('--all', '--dry-run');
    expect(textOf(open)).toContain('Known vulnerabilities of components');
    project('[none]');
    const closed = await draft('--all', '--dry-run');
    expect(closed.written.length).toBeLessThan(open.written.length);
    expect(textOf(closed)).not.toContain('Known vulnerabilities of components');
    expect(sectionsOf(closed, 'product-security-context')).toContain('why-nothing-is-exposed');
  });

  test('is for one software system, in a file of its own', async () => {
    const { files, written } = await draft('software-development-plan', '--system', 'SW-2', '--dry-run');
    expect(files.map(({ file }) => file)).toEqual(['records/plans/software-development-plan-sw-2.md']);
    expect(files[0]?.text).toContain('about: [SW-2]');
    expect(files[0]?.text.match(/about: \[SW-2\]/g)).toHaveLength(written.length);
    await draft('software-development-plan', '--system', 'SW-2');
    expect((await draft()).open.find(({ product }) => product === 'software-development-plan')).toBeDefined();
    expect((await medward('draft', 'software-development-plan', '--system', 'SW-2')).status).toBe(2);
  });

  test.each([
    [['draft', 'software-maintenence-plan'], 'did you mean `software-maintenance-plan`?'],
    [['draft', '--system', 'SW-3'], 'There is no software system `SW-3`'],
    [['draft', 'sbom'], 'there is no section to begin'],
    [['draft', '--all', '--at', 'HEAD'], 'A Git revision is not changed.'],
  ])('%j is refused', async (words, message) => {
    const { status, notes } = await medward(...words);
    expect(status).toBe(2);
    expect(notes).toContain(message);
  });

  test('makes no criterion met, and no document may be released with it', async () => {
    const met = async (): Promise<readonly string[]> => {
      const output = JSON.parse((await medward('assess', '--json')).out) as AssessOutput;
      return output.obligations.flatMap(({ id: product, scope, criteria }) =>
        criteria.filter(({ answer }) => answer === 'yes').map(({ id }) => `${product} ${scope} ${id}`),
      );
    };
    const before = await met();
    const { written } = await draft('--all');
    expect(await met()).toEqual(before);
    const check = JSON.parse((await medward('check', '--json')).out) as CheckOutput;
    const marked = check.gaps.filter(({ rule }) => rule === 'text-left-to-fill');
    expect(marked.map(({ record }) => record).toSorted()).toEqual(written.map(({ record }) => record).toSorted());
    const release = await medward('publish', 'vulnerability-disclosure-policy', '--release', '-o', 'out', '--json');
    expect(release.status).toBe(1);
    expect(release.out).toContain('text-left-to-fill@');
    expect(existsSync(path.join(folder, 'out'))).toBe(false);
  });

  test('no document is released while another record has a place to fill', async () => {
    mkdirSync(path.join(folder, 'records'), { recursive: true });
    writeFileSync(
      path.join(folder, 'records/risks.yaml'),
      "risks:\n  - { id: RSK-1, title: R, text: 'It follows [fill: what].' }\n",
    );
    const release = await medward('publish', 'mds2-answers', '--release', '-o', 'out', '--json');
    expect(release.status).toBe(1);
    expect(release.out).toContain('text-left-to-fill@RSK-1');
  });

  test('a draft of a document shows what is to be filled, and where', async () => {
    await draft('vulnerability-disclosure-policy');
    await medward('publish', 'vulnerability-disclosure-policy', '--format', 'html,md', '-o', 'out');
    const html = text('out/vulnerability-disclosure-policy.html');
    expect(html).toContain('2 places to fill');
    expect(html).toContain('<strong>[fill: address, with key or form]</strong>');
    expect(text('out/vulnerability-disclosure-policy.md')).toContain('places to fill');
  });
});
