/** Puts together the packs that a project names: `base`, shipped ones by name and edition, its own by folder. */
import { didYouMean, shown, type Source, type Spot } from '../shapes/index.js';
import { compilePacks } from './compile-pack.js';
import type { PackProblem } from './pack-problem.js';
import { packSet, type PackSet } from './pack-set.js';
import type { Pack } from './pack.js';

/** The one vocabulary, and the library of threats: it asks nothing of anybody, so nobody has to choose it. */
const ALWAYS: readonly string[] = ['base', 'stride'];

/** As written in the settings: `iec62304@2015` or `./packs/ours`. */
export interface PackReference {
  readonly text: string;
  readonly spot?: Spot;
}

export interface LoadedPacks {
  /** What could be loaded; with problems it is not the project's whole set and must not pass for it. */
  readonly set: PackSet;
  readonly problems: readonly PackProblem[];
}

// @implements SRS-301
/** @param ownFiles files of the project that may belong to own packs; those outside the named folders are not read */
export function loadPacks(
  references: readonly (string | PackReference)[],
  shipped: readonly Pack[],
  ownFiles: readonly Source[] = [],
): LoadedPacks {
  const problems: PackProblem[] = [];
  const chosen = ALWAYS.flatMap((name) => shipped.filter((pack) => pack.pack === name).slice(-1));
  const folders: (readonly Source[])[] = [];
  for (const written of references) {
    const reference = typeof written === 'string' ? { text: written } : written;
    const found = isFolder(reference.text) ? findFolder(reference, ownFiles) : findShipped(reference, shipped, chosen);
    if ('message' in found) problems.push(found);
    else if ('pack' in found) chosen.push(...(chosen.includes(found) ? [] : [found]));
    else folders.push(found.files);
  }
  const own = compilePacks(folders, chosen);
  problems.push(...own.problems, ...twice(own.packs, chosen));
  const fitting = own.packs.filter((pack) => !chosen.some((other) => other.pack === pack.pack));
  return { set: packSet([...own.loaded, ...fitting]), problems };
}

function isFolder(text: string): boolean {
  return text.startsWith('.') || text.includes('/');
}

function findFolder(reference: PackReference, files: readonly Source[]): PackProblem | { files: readonly Source[] } {
  const folder = reference.text.replace(/^\.\//, '').replace(/\/+$/, '');
  if (folder === '' || folder.startsWith('/') || folder.split('/').includes('..')) {
    return problem(reference, 'A pack of your own lies in a folder of the project.', 'Write it as `./packs/ours`.');
  }
  const inside = files.filter((file) => file.path.startsWith(`${folder}/`) && /\.ya?ml$/.test(file.path));
  if (inside.length > 0) return { files: inside };
  const message = `The folder \`${shown(reference.text)}\` holds no pack.`;
  return problem(reference, message, 'Add a file `pack.yaml` that begins with `pack:`, `edition:`, `format: 1`.');
}

function findShipped(reference: PackReference, shipped: readonly Pack[], chosen: readonly Pack[]): PackProblem | Pack {
  const [name = '', edition] = reference.text.split('@', 2);
  const editions = shipped.filter((pack) => pack.pack === name);
  const written = editions.map((pack) => `${pack.pack}@${pack.edition}`);
  if (editions.length === 0) {
    const names = shipped.map((pack) => pack.pack);
    const message = `No shipped pack is called \`${shown(name)}\`${didYouMean(name, names) || '.'}`;
    return problem(reference, message, `Shipped: ${shipped.map((pack) => `${pack.pack}@${pack.edition}`).join(', ')}.`);
  }
  const found = editions.find((pack) => pack.edition === edition);
  if (!found) {
    const message =
      edition === undefined ? `\`${name}\` needs its edition.` : `\`${name}\` has no edition \`${shown(edition)}\`.`;
    return problem(reference, message, `Write ${written.map((each) => `\`${each}\``).join(' or ')}.`);
  }
  const other = chosen.find((pack) => pack.pack === name && pack.edition !== edition);
  // Criteria sets may stand side by side: teams answer for the older list while they move to the newer.
  if (!other || (onlyCriteria(found) && onlyCriteria(other))) return found;
  return problem(reference, `\`${name}\` is already loaded in edition \`${other.edition}\`.`, 'Keep one edition.');
}

function onlyCriteria(pack: Pack): boolean {
  return pack.criteria.length > 0 && pack.clauses.length === 0 && pack.workProducts.length === 0;
}

function twice(own: readonly Pack[], chosen: readonly Pack[]): readonly PackProblem[] {
  return own.flatMap(({ pack }) => {
    if (!chosen.some((other) => other.pack === pack)) return [];
    return [{ message: `Your pack is called \`${pack}\`, as a shipped one.`, todo: 'Give it a name of its own.' }];
  });
}

function problem({ spot }: PackReference, message: string, todo: string): PackProblem {
  return { ...(spot && { spot }), message, todo };
}
