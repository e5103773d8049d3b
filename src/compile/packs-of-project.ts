/** The packs that a project names: those that ship, and its own. One that is missing or has a fault stops everything. */
import { loadPacks, packProblemText, type Pack, type PackSet } from '../packs/index.js';
import {
  MedwardError,
  problemOfLeftOut,
  SETTINGS_FILE,
  type FileTree,
  type MethodChoice,
  type Settings,
  type SettingsFault,
} from '../project/index.js';
import { placeOf, type Source } from '../shapes/index.js';
import { readAll } from './read-sources.js';

/** A pack that cannot be named cannot be loaded, and a demand that is not loaded would be missing without a word. */
export function refusePacks(faults: readonly SettingsFault[]): void {
  const about = faults.filter((fault) => /^(packs|criteria)(\.|$)/.test(fault.field));
  if (about.length === 0) return;
  const problems = about.map((fault) => ({ ...placeOf(fault.spot), message: `${fault.message} ${fault.todo}` }));
  throw new MedwardError('pack-unusable', 'that the project names', { problems });
}

/** @throws MedwardError `pack-unusable`: what a pack demands in a file that is not read would be missing without a word */
export function ownPacks(tree: FileTree, settings: Settings): { sources: readonly Source[] } {
  const chosen = [...settings.packs, ...settings.criteria].flatMap((choice) =>
    choice.is === 'own' ? [choice.folder] : [],
  );
  const folders = [...chosen, ...methodFolders(settings).map((choice) => choice.folder)];
  const isInside = (path: string): boolean => folders.some((folder) => path.startsWith(`${folder}/`));
  const entries = tree.list().filter((entry) => isInside(entry.path) && /\.ya?ml$/.test(entry.path));
  const read = readAll(tree, entries, (source) => source);
  const leftOut = tree.leftOut().filter((entry) => entry.reason !== 'ignored' && isInside(entry.path));
  const problems = [...read.problems, ...leftOut.map(problemOfLeftOut)];
  const [first] = problems;
  if (first) throw new MedwardError('pack-unusable', first.file, { problems });
  return { sources: read.made };
}

type OwnMethod = Extract<MethodChoice, { is: 'own' }>;

function methodFolders(settings: Settings): readonly OwnMethod[] {
  return Object.values(settings.methods).filter((choice: MethodChoice): choice is OwnMethod => choice.is === 'own');
}

export function packsOf(settings: Settings, shipped: readonly Pack[], own: readonly Source[]): PackSet {
  const folders = methodFolders(settings).map(({ folder, spot }) => ({ text: `./${folder}`, spot }));
  const named = [...settings.packs, ...settings.criteria].map((choice) => ({
    text: choice.is === 'own' ? `./${choice.folder}` : choice.written,
    spot: choice.spot,
  }));
  const missing = folders.filter((folder) => !named.some((one) => one.text === folder.text));
  const loaded = loadPacks([...named, ...missing], shipped, own);
  const [first] = loaded.problems;
  if (first) {
    throw new MedwardError(
      'pack-unusable',
      first.spot?.source.path === SETTINGS_FILE ? 'that the project names' : (first.spot?.source.path ?? ''),
      {
        problems: loaded.problems.map((problem) => ({
          ...(problem.spot ? placeOf(problem.spot) : { file: SETTINGS_FILE, line: 1, column: 1 }),
          message: problem.spot ? `${problem.message} ${problem.todo}` : packProblemText(problem),
        })),
      },
    );
  }
  return loaded.set;
}
