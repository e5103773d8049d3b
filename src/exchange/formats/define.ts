/** What a foreign format is: how it is recognised, read into drafts, and written from records. */
import type { ForeignFile } from '../open-file.js';
import type { RecordDraft } from '../imported.js';
import type { OwnModel, WrittenModel } from '../own-model.js';
import type { Problems } from '../problems.js';
import type { ForeignValue } from '../foreign-value.js';

export interface ReadContext {
  readonly problems: Problems;
  /** Ids that other records of the project bear. */
  readonly taken: ReadonlySet<string>;
  /** Opens a file that the model includes. @param path relative to the folder of the model, with `/` */
  include(path: string): ForeignFile | undefined;
}

export interface ReadModel {
  readonly records: readonly RecordDraft[];
  /** The trees that were read: whatever of them is not carried is a loss. */
  readonly roots: readonly ForeignValue[];
  /** What the file calls itself, such as `2.3.0`; `undefined` where it does not say. */
  readonly version: string | undefined;
}

export interface Format {
  /** As on the command line. */
  readonly name: string;
  readonly title: string;
  /** Ending of a file that is written. */
  readonly ending: 'json' | 'yaml';
  /** Whether the file is of this format, whatever its version. */
  detects(file: ForeignFile): boolean;
  read(file: ForeignFile, context: ReadContext): ReadModel;
  write(model: OwnModel): WrittenModel;
}

export function defineFormat(format: Format): Format {
  return format;
}
