/** Imports one foreign model: finds the format, lets it read, and accounts for every value of the file. */
import { asTexts } from './draft-value.js';
import { linkFields } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import { all } from './formats/all.js';
import type { Imported, Loss, RecordDraft } from './imported.js';
import { LIMITS } from './limits.js';
import { accountOf } from './losses.js';
import { openFile, type ForeignFile } from './open-file.js';
import { Problems } from './problems.js';

export interface ModelFile {
  /** Without its folders. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ImportOptions {
  /** Name of a format; absent: found out by what stands in the file. */
  readonly format?: string;
  /** Ids that other records of the project bear; none of them is given again. */
  readonly taken: ReadonlySet<string>;
  /** Reads a file that the model includes, inside its own folder; a sentence says why not. */
  readonly include?: (path: string) => Uint8Array | string;
}

export interface ImportedModel extends Imported {
  /** `unknown` where the file is of no format that is read. */
  readonly format: string;
  readonly title: string;
  readonly version: string | undefined;
  /** Single values that say something: carried plus lost. */
  readonly values: number;
  readonly carried: number;
}

// @implements SRS-719
/** Nothing is thrown at what stands in the file. */
export function importModel(file: ModelFile, options: ImportOptions): ImportedModel {
  const problems = new Problems();
  const opened = openFile(file.name, file.bytes, problems);
  const format = all.find(
    (one) => (options.format === undefined || one.name === options.format) && one.detects(opened),
  );
  if (!format) {
    if (problems.all.length === 0) problems.add('', notRead(opened, options.format));
    return { ...NOTHING, problems: problems.all };
  }
  const read = format.read(opened, {
    problems,
    taken: options.taken,
    include: includer(options, problems, file.bytes.length),
  });
  const accounts = read.roots.map(accountOf);
  return {
    format: format.name,
    title: format.title,
    version: read.version,
    records: read.records.toSorted((a, b) => compareText(a.id, b.id)),
    losses: accounts.flatMap((account) => account.losses),
    problems: problems.all,
    values: sum(accounts.map((account) => account.values)),
    carried: sum(accounts.map((account) => account.carried)),
  };
}

const NOTHING = {
  format: 'unknown',
  title: 'unknown',
  version: undefined,
  records: [],
  losses: [] as readonly Loss[],
  values: 0,
  carried: 0,
};

export function formatNames(): readonly string[] {
  return all.map((format) => format.name);
}

/** Ids that records name, each as often as it is named. */
export function linkCount(records: readonly RecordDraft[]): number {
  return sum(
    records.flatMap(({ kind, fields }) => {
      const links = linkFields(kind);
      return [...fields].map(([name, value]) => (links.has(name) ? asTexts(value).length : 0));
    }),
  );
}

function notRead(file: ForeignFile, wanted: string | undefined): string {
  const title = all.find((format) => format.name === wanted)?.title;
  const known = all.map((format) => `${format.title} (${format.name})`).join(', ');
  const what = { json: 'JSON', yaml: 'YAML', xml: 'XML', zip: 'a zip archive', unknown: 'no text' }[file.syntax];
  const other = all.find((format) => format.detects(file));
  if (title !== undefined && other)
    return `The file is no model of ${title}; it looks like ${other.title}. Write \`medward import ${other.name}\`.`;
  return `The file is ${what}${title === undefined ? ', and none of the formats that are read' : `, and no model of ${title}`}. Known: ${known}. Save the model in one of them.`;
}

function includer(
  options: ImportOptions,
  problems: Problems,
  mainBytes: number,
): (path: string) => ForeignFile | undefined {
  let bytes = mainBytes;
  return (path) => {
    const read = options.include?.(path) ?? 'Files beside the model are not read here.';
    if (typeof read === 'string') {
      problems.add(path, read);
      return undefined;
    }
    bytes += read.length;
    if (bytes <= LIMITS.modelBytes) return openFile(path, read, problems, path);
    problems.add(
      path,
      `With this file the model has more than ${LIMITS.modelBytes} bytes, which is more than is read.`,
    );
    return undefined;
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
