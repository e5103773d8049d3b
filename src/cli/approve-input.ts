/** What `medward approve` works on: the call, the project as it was read, who signs, and the edits that come of it. */
import type { Assessment } from '../assess/index.js';
import type { Project } from '../compile/index.js';
import type { ProjectEdits } from '../edit/index.js';
import type { Person } from '../rules/index.js';
import type { Call } from './define.js';

export interface SigningInput {
  readonly call: Call;
  readonly edits: ProjectEdits;
  readonly assessment: Assessment;
  readonly project: Project;
  /** Absolute. */
  readonly folder: string;
  /** Of the signature, as `2026-11-23`. */
  readonly date: string;
  readonly signers: readonly Person[];
}
