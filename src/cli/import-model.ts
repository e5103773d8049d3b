/** `medward import`: reads the model, gives its parts ids that the project does not have, and writes files of records. */
import { relative, resolve, sep } from 'node:path';
import { openProject, toolVersion, type Project } from '../compile/index.js';
import { importOutput, subjectOf, type ImportOutput } from '../contract/index.js';
import { formatNames, importModel, recordFiles, slugOf, type ImportedModel } from '../exchange/index.js';
import { shippedPacks } from '../packs/index.js';
import { MedwardError, openWorkTree, readDate, readGitFacts } from '../project/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { openModelFiles } from './model-files.js';
import { OptionError } from './option-error.js';
import { placeRecords } from './place-records.js';
import { projectFolder } from './project-folder.js';

export interface Import {
  readonly output: ImportOutput;
  /** 2 if nothing could be read or nothing was written. */
  readonly status: 0 | 2;
}

/** @throws OptionError, MedwardError */
export function importIntoProject(call: Call): Import {
  const { format, file } = namesIn(call.words);
  const date = readDate(call.value('date'), call.now);
  const model = openModelFiles(resolve(call.folder, file), file);
  const folder = projectFolder(call);
  const project = openProject(openWorkTree(folder), { packs: shippedPacks(), git: readGitFacts(folder) });
  const into = folderFor(call, folder, project, model.name);
  const imported = importModel(model, { ...format, include: model.include, taken: takenIds(project, into) });
  const dryRun = call.flag('dry-run');
  const texts = recordFiles(imported.records, sourceOf(imported, model.name));
  const files = placeRecords(folder, into, texts, dryRun);
  const problems = [...inTheWay(files), ...notAmongRecords(into, project)];
  const result = { file, dryRun, imported, files, problems };
  const output = importOutput(result, subjectOf(project, date, toolVersion()));
  return { output, status: inTheWay(files).length > 0 || imported.format === 'unknown' ? 2 : 0 };
}

function inTheWay(files: ImportOutput['files']): ImportOutput['problems'] {
  const message =
    'This file is there and says something else, so nothing was written. Move it away, or name another folder with `--into`.';
  return files.filter((one) => one.state === 'in-the-way').map(({ path }) => ({ path, message }));
}

function notAmongRecords(into: string, project: Project): ImportOutput['problems'] {
  const folders = project.settings.records;
  if (folders.some((folder) => folder === '' || into === folder || into.startsWith(`${folder}/`))) return [];
  const message = `No run reads this folder: it lies in none of \`records:\` (${folders.join(', ')}). Add it there, or leave \`--into\` out.`;
  return [{ path: into, message }];
}

function namesIn(words: readonly string[]): { readonly format: { format?: string }; readonly file: string } {
  const [first, second, ...more] = words;
  if (first === undefined || more.length > 0)
    throw new OptionError(
      'Which model is to be imported is not understood.',
      'Write `medward import FILE`, or `medward import FORMAT FILE`.',
    );
  if (second === undefined) return { format: {}, file: first };
  if (first === 'auto') return { format: {}, file: second };
  refuseUnknownFormat(first);
  return { format: { format: first }, file: second };
}

/** @throws OptionError */
export function refuseUnknownFormat(format: string): void {
  if (formatNames().includes(format)) return;
  throw new OptionError(
    `There is no format \`${shown(format)}\`${didYouMean(format, formatNames()) || '.'}`,
    `Known: ${formatNames().join(', ')}.`,
  );
}

/** @returns relative to the project, with `/` */
function folderFor(call: Call, folder: string, project: Project, name: string): string {
  const wanted = call.value('into');
  if (wanted === undefined) {
    const records = project.settings.records[0] ?? '';
    return [records, 'imported', slugOf(name.replace(/\.[^.]*$/, '')) || 'model']
      .filter((part) => part !== '')
      .join('/');
  }
  const inside = relative(folder, resolve(call.folder, wanted)).split(sep).join('/');
  if (inside.startsWith('..') || /^([A-Za-z]:|\/)/.test(inside)) throw new MedwardError('outside-project', wanted);
  return inside;
}

/** Ids of the project, but those of the files that this import would write: importing again gives the same ids. */
function takenIds(project: Project, into: string): ReadonlySet<string> {
  const { reading } = project.input;
  const isOwn = (path: string): boolean =>
    path.startsWith(`${into}/`) && /^[a-z-]+\.yaml$/.test(path.slice(into.length + 1));
  const others = reading.records.filter((record) => !isOwn(record.spot.source.path));
  const replaced = others.flatMap((record) =>
    record.links.filter((link) => link.field === 'replaces').map((link) => link.id),
  );
  return new Set([...others.map((record) => record.id), ...replaced, ...reading.lostIds]);
}

function sourceOf(imported: ImportedModel, name: string): string {
  return `${name} (${imported.title}${imported.version === undefined ? '' : ` ${imported.version}`})`;
}
