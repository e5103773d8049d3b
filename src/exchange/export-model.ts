/** Exports the threat model of a project: lets the format write what it can carry, and tells what it cannot. */
import type { Trace } from '../trace/index.js';
import { all } from './formats/all.js';
import type { Loss } from './imported.js';
import { OwnModel, type Filled } from './own-model.js';

export interface ExportedModel {
  readonly format: string;
  readonly title: string;
  readonly ending: string;
  readonly text: string;
  /** Records in the file by kind. */
  readonly records: Readonly<Record<string, number>>;
  readonly losses: readonly Loss[];
  readonly filled: readonly Filled[];
}

/**
 * @param format one of `formatNames()`
 * @param title name of the model in the file
 */
export function exportModel(trace: Trace, format: string, title: string): ExportedModel {
  const found = all.find((one) => one.name === format);
  if (!found) throw new Error(`There is no format ${format}.`);
  const model = new OwnModel(trace, title);
  const { text, losses, filled } = found.write(model);
  return {
    format: found.name,
    title: found.title,
    ending: found.ending,
    text,
    records: model.counts(),
    losses: [...losses, ...model.losses()],
    filled,
  };
}
