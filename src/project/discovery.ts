/** Finds the project, and in its tree the files that hold records and code. */
import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import picomatch from 'picomatch';

import { MedwardError } from './errors.js';
import { problemOfLeftOut, type FileEntry, type FileTree, type LeftOut, type LeftOutReason } from './file-tree.js';
import { hasTooManyWildcards, LIMITS } from './limits.js';
import { SETTINGS_FILE } from './listing.js';
import { compareProblems, type Problem } from './problem.js';
import { isWithin, projectPath } from './project-path.js';
import type { CodeChoice, Settings } from './settings.js';
import { realFolder } from './work-tree.js';

// @implements SRS-110
/**
 * @param start folder from which to search upwards
 * @param given folder after `--project`; taken as it is
 * @returns the project's folder, without links on the way
 * @throws MedwardError `no-project`, `no-project-here`, `not-a-folder`
 */
export function findProject(start: string, given?: string): string {
  if (given !== undefined) {
    const folder = realFolder(given);
    if (!isProject(folder)) throw new MedwardError('no-project-here', given);
    return folder;
  }
  for (let at = realFolder(start); ; at = dirname(at)) {
    if (isProject(at)) return at;
    if (dirname(at) === at) throw new MedwardError('no-project', start);
  }
}

function isProject(folder: string): boolean {
  return statSync(join(folder, SETTINGS_FILE), { throwIfNoEntry: false })?.isFile() === true;
}

export interface ChosenFiles {
  /** Files under `records:` that may hold records; none is fine here, and for whoever asks to judge. */
  readonly records: readonly FileEntry[];
  readonly code: readonly FileEntry[];
  /** Code files that are not looked at, because they are no text or too large. */
  readonly codeNotRead: readonly FileEntry[];
  /** What stands where records or code should be and is not read. */
  readonly problems: readonly Problem[];
}

// @implements SRS-114
export function chooseFiles(tree: FileTree, settings: Pick<Settings, 'records' | 'code'>): ChosenFiles {
  const isRecord = (path: string): boolean =>
    path !== SETTINGS_FILE &&
    /\.(?:md|ya?ml)$/i.test(path) &&
    settings.records.some((folder) => isWithin(path, folder));
  const isCode = codeTest(settings.code);
  const records = tree.list().filter(({ path }) => isRecord(path));
  const code = tree.list().filter(({ path }) => path !== SETTINGS_FILE && !isRecord(path) && isCode(path));
  const isText = ({ path, size }: FileEntry): boolean => size <= LIMITS.fileBytes && !NO_TEXT.test(path);
  const roots = [...settings.records, ...settings.code.filter(({ leavesOut }) => !leavesOut).map(rootOf)];
  return {
    records,
    code: code.filter(isText),
    codeNotRead: code.filter((entry) => !isText(entry)),
    problems: tree
      .leftOut()
      .filter((leftOut) => matters(leftOut, roots))
      .map(problemOfLeftOut)
      .toSorted(compareProblems),
  };
}

/** Formats that never hold tags; other files without text show themselves when they are read. */
const NO_TEXT =
  /\.(?:png|jpe?g|gif|webp|ico|bmp|tiff?|pdf|docx?|xlsx?|pptx?|zip|gz|tgz|bz2|xz|7z|jar|war|class|o|obj|a|lib|so|dll|dylib|exe|bin|hex|elf|wasm|ttf|otf|woff2?|mp[34]|wav|mov|avi|sqlite|db|pyc)$/i;

function codeTest(choices: readonly CodeChoice[]): (path: string) => boolean {
  const tests = choices.map(({ path: wanted, isGlob, leavesOut }) => ({
    leavesOut,
    fits: isGlob ? globTest(wanted) : (path: string): boolean => isWithin(path, wanted),
  }));
  const kept = tests.filter(({ leavesOut }) => !leavesOut);
  const dropped = tests.filter(({ leavesOut }) => leavesOut);
  return (path) => kept.some(({ fits }) => fits(path)) && !dropped.some(({ fits }) => fits(path));
}

/**
 * @param patterns files, folders and globs as under `code:`; `!` in front leaves out
 * @returns `undefined` if one of them cannot be used, so that nobody takes a part for the whole
 */
export function pathTest(patterns: readonly string[]): ((path: string) => boolean) | undefined {
  const choices = patterns.flatMap((pattern): readonly CodeChoice[] => {
    const leavesOut = pattern.startsWith('!');
    const read = projectPath(leavesOut ? pattern.slice(1) : pattern);
    const usable = read.ok && !hasTooManyWildcards(read.path);
    return usable ? [{ path: read.path, isGlob: /[*?[{]/.test(read.path), leavesOut }] : [];
  });
  return choices.length === patterns.length && choices.some(({ leavesOut }) => !leavesOut)
    ? codeTest(choices)
    : undefined;
}

/** Wildcards are `*`, `**`, `?`, `[...]` and `{a,b}`; all else is literal, so that no regular expression gets in. */
function globTest(glob: string): (path: string) => boolean {
  const literal = glob.replaceAll('[!', '[^').replaceAll(/[()|+$]/g, '\\$&');
  return picomatch(literal, { dot: true, noextglob: true, nonegate: true });
}

/** The folder below which a glob can match. */
function rootOf({ path, isGlob }: CodeChoice): string {
  if (!isGlob) return path;
  const names = path.split('/');
  return names
    .slice(
      0,
      names.findIndex((name) => /[*?[{]/.test(name)),
    )
    .join('/');
}

/** What is left out on purpose, or is read at another place. */
const ON_PURPOSE: ReadonlySet<LeftOutReason> = new Set([
  'ignored',
  'other-project',
  'other-repository',
  'link-to-folder',
]);

/** A part that is left out on purpose is no problem; a whole root that is would look like an empty one. */
function matters({ path, reason }: LeftOut, roots: readonly string[]): boolean {
  const concerned = reason === 'ignore-rules-unusable' ? folderOf(path) : path;
  if (roots.some((root) => isWithin(root, concerned) && (root !== '' || concerned === ''))) return true;
  if (ON_PURPOSE.has(reason)) return false;
  return reason === 'too-many' || path === '.' || roots.some((root) => isWithin(path, root));
}

/** The rules of a `.gitignore` concern all of its folder. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
