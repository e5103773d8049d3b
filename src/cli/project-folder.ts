/** The folder of the project that a call is about: the one that `--project` names, else the nearest above where it was called. */
import { resolve } from 'node:path';
import { findProject } from '../project/index.js';
import type { Call } from './define.js';

/**
 * @returns an absolute path
 * @throws MedwardError where no project is found
 */
export function projectFolder(call: Call): string {
  const named = call.value('project');
  return findProject(call.folder, named === undefined ? undefined : resolve(call.folder, named));
}
