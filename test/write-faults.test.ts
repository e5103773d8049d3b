/** Whatever fails while something is written, at each step in turn: no half file under a name, nothing lost, and again works. */
import * as realFs from 'node:fs';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { testFolder } from '../src/project/folder.test-support.js';

/** The call that fails, counted over all calls that change a disk; 0: none does. */
const plan = vi.hoisted(() => ({ failAt: 0, calls: 0, code: 'ENOSPC', short: false }));

vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof realFs>();
  const failing = Object.fromEntries(
    (
      [
        'writeSync',
        'fsyncSync',
        'linkSync',
        'renameSync',
        'mkdirSync',
        'unlinkSync',
        'fchmodSync',
        'writeFileSync',
      ] as const
    ).map((name) => [
      name,
      (...args: unknown[]) => {
        if (plan.failAt > 0 && ++plan.calls === plan.failAt) {
          throw Object.assign(new Error(`${plan.code}: ${name}`), { code: plan.code });
        }
        // oxlint-disable-next-line typescript/no-unsafe-function-type -- every function of the table takes what it was given
        return Reflect.apply(
          real[name] as Function,
          real,
          plan.short && name === 'writeSync' ? oneByte(args) : args,
        ) as unknown;
      },
    ]),
  );
  return { ...real, ...failing, default: { ...real, ...failing } };
});

/** A slow disk may take less than it was given. */
function oneByte([descriptor, bytes, at = 0]: unknown[]): unknown[] {
  return [descriptor, bytes, at, Math.min(1, (bytes as Uint8Array).length - (at as number))];
}

afterEach(() => Object.assign(plan, { failAt: 0, calls: 0, code: 'ENOSPC', short: false }));

const { applyEdits } = await import('../src/edit/index.js');
const { bytesInMemory, EvidenceStore, readReport } = await import('../src/evidence/index.js');
const { PublishedFolder } = await import('../src/cli/published-folder.js');

const REPORT = '<testsuite name="s" tests="1"><testcase name="TC-1"/></testsuite>';
const RUN = { addedOn: '2026-11-24', commit: null, tester: null, configuration: null };

const DOCUMENT = {
  id: 'plan',
  title: 'Plan',
  number: undefined,
  version: '1',
  device: 'Pump',
  manufacturer: undefined,
  commit: undefined,
  dirty: true,
  date: '2026-11-24',
  status: 'draft',
  stamp: undefined,
  approvals: [],
  revisions: [],
  blocks: [],
} as const;

interface Writer {
  readonly name: string;
  /** A new folder as it is before. */
  begin(): string;
  write(folder: string): void | Promise<unknown>;
  /** Files that must be whole, with the texts that they may have. */
  readonly whole: Readonly<Record<string, readonly (string | undefined)[]>>;
}

const renderer = {
  name: 'html',
  render: () => Promise.resolve([{ ending: '.html', bytes: Buffer.from('the new text'.repeat(100)) }]),
};

const WRITERS: readonly Writer[] = [
  {
    name: 'an edit of two records',
    begin: () => testFolder({ 'records/a.yaml': 'old a\n', 'records/b.yaml': 'old b\n' }),
    write: (folder) =>
      applyEdits(folder, [
        { path: 'records/a.yaml', before: 'old a\n', after: 'new a\n' },
        { path: 'records/b.yaml', before: 'old b\n', after: 'new b\n' },
        { path: 'records/new/c.yaml', before: undefined, after: 'new c\n' },
      ]),
    whole: {
      'records/a.yaml': ['old a\n', 'new a\n'],
      'records/b.yaml': ['old b\n', 'new b\n'],
      'records/new/c.yaml': [undefined, 'new c\n'],
    },
  },
  {
    name: 'a report that is added to the evidence',
    begin: () => testFolder(),
    write: (folder) => {
      const original = bytesInMemory('a.xml', REPORT);
      new EvidenceStore(folder).add(readReport(original), original, RUN, new Map([['src/a.ts', 'a'.repeat(40)]]));
    },
    whole: {},
  },
  {
    name: 'a document that is published',
    begin: () => testFolder(),
    write: async (folder) => {
      const target = PublishedFolder.open(join(folder, 'out'));
      await target.put(DOCUMENT, renderer);
      target.finish();
    },
    whole: { 'out/plan.html': [undefined, 'the new text'.repeat(100)] },
  },
];

async function attempt(run: () => void | Promise<unknown>): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error;
  }
}

function textAt(folder: string, path: string): string | undefined {
  const full = join(folder, path);
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => realFs.lstatSync(join(folder, path)).isFile())
    .toSorted();
}

async function stepsOf(writer: Writer): Promise<number> {
  const folder = writer.begin();
  Object.assign(plan, { failAt: Number.MAX_SAFE_INTEGER, calls: 0 });
  await writer.write(folder);
  return plan.calls;
}

describe.each(WRITERS)('$name', (writer) => {
  test.each(['ENOSPC', 'EIO', 'EROFS', 'EACCES'])(
    'fails with %s at each step in turn, and works again afterwards',
    async (code) => {
      const steps = await stepsOf(writer);
      expect(steps).toBeGreaterThan(3);
      for (let failAt = 1; failAt <= steps; failAt++) {
        const folder = writer.begin();
        Object.assign(plan, { failAt, calls: 0, code });
        const failed = await attempt(() => writer.write(folder));
        plan.failAt = 0;
        // What fails while leftovers are cleared away or flushed need not be told; what was not written is.
        if (failed !== undefined) expect(failed).toBeInstanceOf(Error);
        for (const [path, texts] of Object.entries(writer.whole)) {
          expect(texts, `step ${failAt}: ${path}`).toContain(textAt(folder, path));
        }
        if (writer.name.includes('evidence')) {
          // Whatever stands under its hash is whole.
          const touched = new EvidenceStore(folder)
            .verify()
            .faults.filter(({ message }) => message.includes('content was changed'));
          expect(touched).toEqual([]);
        }
        expect(await attempt(() => writer.write(folder)), `again after step ${failAt}`).toBeUndefined();
      }
    },
  );

  test('a disk that takes one byte at a time gives the same files', async () => {
    const [slow, quick] = [writer.begin(), writer.begin()];
    plan.short = true;
    await writer.write(slow);
    plan.short = false;
    await writer.write(quick);
    expect(filesIn(slow)).toEqual(filesIn(quick));
    for (const path of filesIn(slow)) expect(textAt(slow, path)).toBe(textAt(quick, path));
  });

  test('leaves nothing beside what it wrote', async () => {
    const folder = writer.begin();
    await writer.write(folder);
    expect(filesIn(folder).filter((path) => /\.tmp$|\.writing-|\.medward-[0-9a-f]{16}$|lock/.test(path))).toEqual([]);
  });
});

test('two edits of files: if the second cannot take its place, the first is as it was', async () => {
  const writer = WRITERS[0];
  if (!writer) throw new Error('There is no writer.');
  const steps = await stepsOf(writer);
  const seen = new Set<string>();
  for (let failAt = 1; failAt <= steps; failAt++) {
    const folder = writer.begin();
    Object.assign(plan, { failAt, calls: 0 });
    await attempt(() => writer.write(folder));
    plan.failAt = 0;
    seen.add(
      [textAt(folder, 'records/a.yaml'), textAt(folder, 'records/b.yaml'), textAt(folder, 'records/new/c.yaml')].join(
        '|',
      ),
    );
  }
  for (const state of seen) expect(['old a\n|old b\n|', 'new a\n|new b\n|new c\n']).toContain(state);
});
