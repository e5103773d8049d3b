/** One way to break a project, and what must come of it. */
import type { Files } from './run-medward.js';

export interface HostileCase {
  readonly name: string;
  readonly files: Files | (() => Files);
  /** Exit status of `check`: 1 if the rest is assessed, 2 if there is no going on. */
  readonly status: 1 | 2;
  /** What the output holds: the place first. */
  readonly says: readonly string[];
  readonly never?: readonly string[];
  /** Records that must still be there. */
  readonly kept?: readonly string[];
  /** What must not pass for a record. */
  readonly lost?: readonly string[];
}

export const SETTINGS = `medward: 1
device: { name: Pump }
profile: { exposure: public-network }
software:
  - { id: SW, name: App }
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
`;

/** A sound record in another file: it must outlive whatever is wrong beside it. */
const SOUND = { 'medward.yaml': SETTINGS, 'records/sound.yaml': 'needs:\n  - { id: UN-1, title: Sound }\n' } as const;

export function beside(path: string, content: string | Uint8Array): Files {
  return { ...SOUND, [path]: content };
}

export function repeated(count: number, line: (at: number) => string): string {
  return Array.from({ length: count }, (_, at) => line(at)).join('');
}
