/** The packs that come with the program: the only file of this room that reads files. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Source } from '../shapes/index.js';
import { compilePacks } from './compile-pack.js';
import { packProblemText, type PackProblem } from './pack-problem.js';
import type { Pack } from './pack.js';

/** Parsing the YAML at each start would cost half a second, the JSON some milliseconds. */
const BUILT = /\/dist\/packs\/shipped\.js$/;
let shipped: readonly Pack[] | undefined;

// @implements SRS-303, SRS-314
/** @throws Error if the sources of the packs are wrong: our mistake, since the build refuses them */
export function shippedPacks(): readonly Pack[] {
  shipped ??= BUILT.test(new URL(import.meta.url).pathname) ? readBuilt() : compileSources();
  return shipped;
}

function readBuilt(): readonly Pack[] {
  return JSON.parse(readFileSync(new URL('./shipped.json', import.meta.url), 'utf8')) as readonly Pack[];
}

function compileSources(): readonly Pack[] {
  const { packs, problems } = compileShipped();
  if (problems.length > 0) throw new Error(`The shipped packs are wrong:\n${problems.map(packProblemText).join('\n')}`);
  return packs;
}

/** Compiles all packs under `packs/`, each folder `<pack>/<edition>` against all others. */
export function compileShipped(): { readonly packs: readonly Pack[]; readonly problems: readonly PackProblem[] } {
  const folders = [...shippedFolders()];
  const { packs, problems } = compilePacks(folders.map((folder) => folder.files));
  return { packs, problems: [...problems, ...folders.flatMap((folder) => misplaced(folder, packs))] };
}

interface Folder {
  readonly pack: string;
  readonly edition: string;
  readonly files: readonly Source[];
}

function* shippedFolders(): Generator<Folder> {
  const root = fileURLToPath(new URL('../../packs/', import.meta.url));
  for (const pack of namesIn(root)) {
    for (const edition of namesIn(`${root}${pack}`)) {
      const files = readdirSync(`${root}${pack}/${edition}`, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => ({
          path: `packs/${pack}/${edition}/${name.replaceAll('\\', '/')}`,
          text: readFileSync(`${root}${pack}/${edition}/${name}`, 'utf8'),
        }));
      yield { pack, edition, files };
    }
  }
}

function namesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** A pack that says another name or edition than its folder would never be found by it. */
function misplaced({ pack, edition, files }: Folder, packs: readonly Pack[]): readonly PackProblem[] {
  if (packs.length === 0 || packs.some((each) => each.pack === pack && each.edition === edition)) return [];
  const source = files[0];
  const message = `No sound pack \`${pack}\` in edition \`${edition}\` lies in its folder.`;
  const todo = 'Let `pack:` and `edition:` say what the folder says, and solve the other problems.';
  return [{ ...(source && { spot: { source, offset: 0 } }), message, todo }];
}
