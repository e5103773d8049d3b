/** Puts imported records into files of their own: all or none, and never over a file that says something else. */
import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportOutput } from '../contract/index.js';
import { applyEdits } from '../edit/index.js';
import type { RecordFile } from '../exchange/index.js';

/**
 * @param into folder relative to the project, with `/`; empty: the project itself
 * @throws MedwardError as `applyEdits`
 */
export function placeRecords(
  folder: string,
  into: string,
  files: readonly RecordFile[],
  dryRun: boolean,
): ImportOutput['files'] {
  const wanted = files.map(({ name, text }) => {
    const path = into === '' ? name : `${into}/${name}`;
    return { path, text, there: thereAt(join(folder, path), text) };
  });
  const isWritten = !dryRun && wanted.every(({ there }) => there !== 'another');
  const fresh = wanted.filter(({ there }) => there === 'nothing');
  if (isWritten)
    applyEdits(
      folder,
      fresh.map(({ path, text }) => ({ path, before: undefined, after: text })),
    );
  const states = {
    nothing: isWritten ? 'written' : 'not-written',
    'the-same': 'unchanged',
    another: 'in-the-way',
  } as const;
  return wanted.map(({ path, there }) => ({ path, state: states[there] }));
}

function thereAt(path: string, text: string): 'nothing' | 'the-same' | 'another' {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return 'nothing';
  if (!stats.isFile() || stats.size !== Buffer.byteLength(text)) return 'another';
  return readFileSync(path, 'utf8') === text ? 'the-same' : 'another';
}
