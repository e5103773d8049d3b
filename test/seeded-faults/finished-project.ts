/** The finished project as text in memory: read it, change it, bind it again, assess it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  assessProject,
  memoryTree,
  openProject,
  shippedPacks,
  type Assessment,
  type OpenOptions,
} from '../../src/index.js';
import { gitBlobId } from '../../src/evidence/index.js';

export type Files = ReadonlyMap<string, string>;

export const FOLDER = path.join(import.meta.dirname, '../fixtures/finished/infusion-pump-with-radio');
const DATE = '2026-11-24';

export function readFinished(): Files {
  const names = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(FOLDER, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  return new Map(names.toSorted().map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')]));
}

const idOf = (text: string): string => gitBlobId(new TextEncoder().encode(text), 'sha1');

/** The code of today is that of the second release. */
const RELEASED: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map([
  ['1a2b3c4d5e6f708192a3b4c5d6e7f80912345678', new Map([['src/dose-check.c', 'before']])],
  [
    '4f0c1d2a9b7e3358c6d1e0f4a5b6978812345678',
    new Map(
      ['src/dose-check.c', 'src/radio-link.c'].map((name) => [
        name,
        idOf(readFileSync(path.join(FOLDER, name), 'utf8')),
      ]),
    ),
  ],
]);

type Versions = NonNullable<OpenOptions['versions']>;

function versionsOf(files: Files, isCommitted: boolean): Versions {
  return {
    present: () => (isCommitted ? new Map([...files].map(([name, text]) => [name, idOf(text)])) : undefined),
    untracked: () => [],
    at: (commit) => RELEASED.get(commit),
    before: () => undefined,
    knows: (commit) => RELEASED.has(commit),
    textAt: () => undefined,
  };
}

/** @param isCommitted whether Git tells the files of today; without it no result is current */
export function assessFiles(files: Files, isCommitted = false): Assessment {
  const options = { packs: shippedPacks(), versions: versionsOf(files, isCommitted) };
  return assessProject(openProject(memoryTree(files), options), DATE);
}

/** @returns keys of the gaps that no decision took out, in order */
export function openKeys(assessment: Assessment): readonly string[] {
  return assessment.gaps
    .filter((gap) => gap.decision === undefined)
    .map((gap) => gap.key)
    .toSorted();
}

const BOUND = /^(\s+)([A-Za-z][\w.-]*): [0-9a-f]{64}$/gm;

/**
 * Everybody looks again at what changed and signs it as it is now: every hash under `bound-to:` becomes that of the
 * present content. A record that is gone keeps the old hash.
 */
export function boundAgain(files: Files): Files {
  return signed(files, assessFiles(files));
}

/** The project once everybody has signed again what changed. */
export function assessSigned(files: Files, isCommitted = false): Assessment {
  const assessment = assessFiles(files, isCommitted);
  const again = signed(files, assessment);
  const isSame = [...again].every(([name, text]) => files.get(name) === text);
  return isSame ? assessment : assessFiles(again, isCommitted);
}

function signed(files: Files, { trace }: Assessment): Files {
  const sign = (line: string, indent: string, id: string): string => {
    const record = trace.find(id);
    return record ? `${indent}${id}: ${trace.hash(record)}` : line;
  };
  return new Map([...files].map(([name, text]) => [name, text.replaceAll(BOUND, sign)]));
}
