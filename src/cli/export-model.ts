/** `medward export`: the threat model of the project in a foreign format, as text or into a new file. */
import { basename, dirname, resolve } from 'node:path';
import { exportOutput, type ExportOutput } from '../contract/index.js';
import { applyEdits } from '../edit/index.js';
import { exportModel, formatNames } from '../exchange/index.js';
import type { Call } from './define.js';
import { refuseUnknownFormat } from './import-model.js';
import { OptionError } from './option-error.js';
import { openSession } from './session.js';

/** @throws OptionError, MedwardError `file-there` and others */
export function exportFromProject(call: Call): ExportOutput {
  const [format, ...more] = call.words;
  if (format === undefined || more.length > 0) {
    throw new OptionError(
      'In which format is not understood.',
      `Write \`medward export FORMAT\`. Known: ${formatNames().join(', ')}.`,
    );
  }
  refuseUnknownFormat(format);
  const session = openSession(call);
  const exported = exportModel(session.assessment.trace, format, session.subject.name);
  const file = call.value('output') ?? null;
  if (file !== null) {
    const path = resolve(call.folder, file);
    applyEdits(dirname(path), [{ path: basename(path), before: undefined, after: exported.text }]);
  }
  return exportOutput(exported, file, session.subject);
}
