/** Where the sample projects lie: LabDesk is finished, LabDesk as it was begun has planted gaps, and so has GlucoLoop. */
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
