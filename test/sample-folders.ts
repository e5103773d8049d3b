/** Where the sample projects lie: LabDesk is finished, LabDesk as it was begun has planted gaps, and so has GlucoLoop. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDERS = {
  labdesk: '../examples/labdesk',
  'labdesk-begun': 'fixtures/labdesk-begun',
  glucoloop: '../examples/glucoloop',
} as const;

export type SampleName = keyof typeof FOLDERS;

export function sampleFolder(name: SampleName): string {
  return path.join(import.meta.dirname, FOLDERS[name]);
}

/**
 * Whether this copy holds the commit that LabDesk is released from. A source archive and a clone without history do not, and
 * nobody can tell there which files were tested.
 */
export function holdsReleaseOfLabDesk(): boolean {
  const folder = sampleFolder('labdesk');
  const [, commit = ''] =
    /^ +commit: ([0-9a-f]{40})$/m.exec(readFileSync(path.join(folder, 'records/release.yaml'), 'utf8')) ?? [];
  return spawnSync('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: folder }).status === 0;
}
