/**
 * LabDesk is the example that shows what done looks like: nothing is open, everything is proven for what is released, and
 * every document can be released. Looked at where it lies, with Git.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { assessProject, check, openProject } from '../src/index.js';
import type { PublishOutput } from '../src/contract/index.js';
import { testFolder } from '../src/project/folder.test-support.js';
import { pagesOf } from './pdf.test-support.js';
import { lacks } from './programs.test-support.js';
import { holdsReleaseOfLabDesk, sampleFolder } from './sample-folders.js';
import { runMedward } from './run-medward.test-support.js';

const DATE = '2026-11-24';
const FOLDER = sampleFolder('labdesk');

const project = openProject(FOLDER);
const { device } = project.settings;

// @verifies TC-519
describe.skipIf(!holdsReleaseOfLabDesk())('LabDesk is finished', () => {
  const assessment = assessProject(project, DATE);
  const { trace, proofs } = assessment;

  test('no gap is open, not even a hint', () => {
    const { gaps, problems } = check(project, { date: DATE });
    expect(gaps.map(({ key, message }) => `${key}: ${message}`)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test('each obligation is met, or not due', () => {
    const open = assessment.obligations.filter(({ status }) => status !== 'met' && status !== 'not-due');
    expect(open.map(({ product, scope, status }) => `${product.id} (${scope}): ${status}`)).toEqual([]);
    expect(assessment.obligations.filter(({ status }) => status === 'met').length).toBeGreaterThan(65);
  });

  test('no obligation is taken out by a decision', () => {
    const decided = assessment.obligations.filter(({ decisions }) => decisions.length > 0);
    expect(decided.map(({ product }) => product.id)).toEqual([]);
  });

  test('each test passed for the files of today and of the release', () => {
    const [release] = trace.all('release');
    const commit = release?.fields.commit ?? '';
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    const tests = trace.all('test');
    expect(tests.length).toBeGreaterThan(80);
    expect(
      tests.filter((one) => proofs.of(one) !== 'current').map((one) => `${one.id} ${proofs.about(one).cause}`),
    ).toEqual([]);
    expect(tests.filter((one) => proofs.ranOn(one, commit, 'own') !== true).map(({ id }) => id)).toEqual([]);
  });

  test('it stays a connected device of class A', () => {
    const [system] = trace.all('item').filter(({ fields }) => fields.granularity === 'system');
    expect(system && assessment.classes.of(system)).toBe('A');
    expect(device.ext).toMatchObject({ stamp: expect.stringMatching(/fictional/i) });
  });
});

async function listed(): Promise<readonly string[]> {
  const { out } = await runMedward(FOLDER, ['publish', '--project', FOLDER, '--list'], { date: DATE });
  return out.split('\n').flatMap((line) => /^[a-z0-9-]+/.exec(line)?.[0] ?? []);
}

async function publish(
  folder: string,
  ...words: readonly string[]
): Promise<{ status: number; output: PublishOutput }> {
  const asked = ['publish', '--project', FOLDER, '--date', DATE, '--json', '-o', folder, ...words];
  const { status, out } = await runMedward(folder, asked, { date: DATE });
  return { status, output: JSON.parse(out) as PublishOutput };
}

/** Each part of a Word document that is seen on pages: its text, and headers or footers. */
function partsOfDocx(bytes: Uint8Array): ReadonlyMap<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) =>
    /^word\/(?:header|footer|document)\d*\.xml$/.test(name),
  );
  return new Map(files.map(([name, content]) => [name, strFromU8(content).replaceAll(/<[^>]+>/g, '')]));
}

// @verifies TC-519
describe.skipIf(!holdsReleaseOfLabDesk())('every document of LabDesk is released', () => {
  const { stamp } = (device.ext ?? {}) as { readonly stamp: string };

  test('in HTML and Word, each with its stamp', { timeout: 240_000 }, async () => {
    const folder = testFolder();
    const { status, output } = await publish(folder, '--release', '--format', 'html,docx');
    expect({ status, blocking: output.blocking, problems: output.problems }).toEqual({
      status: 0,
      blocking: [],
      problems: [],
    });
    // Some are made once for each software system, and carry its id.
    const written = output.files.map(({ document }) => document.replace(/-sw-1$/, ''));
    expect((await listed()).filter((id) => !written.includes(id))).toEqual([]);
    for (const { file, format } of output.files) {
      const bytes = readFileSync(join(folder, file));
      const texts = format === 'html' ? [bytes.toString('utf8')] : footersOf(partsOfDocx(bytes));
      for (const text of texts) expect(text.includes(stamp), file).toBe(true);
      expect(texts.length, file).toBeGreaterThan(0);
    }
  });

  test.skipIf(lacks('pdftotext'))('in PDF, with its stamp on every page', { timeout: 240_000 }, async () => {
    const folder = testFolder();
    const { status } = await publish(folder, '--release', '--format', 'pdf');
    expect(status).toBe(0);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'));
    expect(files.length).toBeGreaterThan(30);
    for (const file of files) {
      const pages = pagesOf(readFileSync(join(folder, file))).map(({ words }) =>
        words.map(({ text }) => text).join(' '),
      );
      expect(
        pages.flatMap((page, at) => (page.includes(stamp) ? [] : [at + 1])),
        file,
      ).toEqual([]);
    }
  });
});

/** Each kind of page has a footer of its own. */
function footersOf(parts: ReadonlyMap<string, string>): readonly string[] {
  return [...parts].flatMap(([name, text]) => (name.includes('footer') ? [text] : []));
}
