/** Makes folders to walk out of a flat list of paths, as Git and a map give it. */
import type { Found, Ground, RulesAbove } from './listing.js';

type Leaf<F> = F extends { readonly is: 'folder' } ? never : F extends unknown ? Omit<F, 'name'> : never;
export type FlatFile = { readonly path: string } & Leaf<Found>;

export function groundOf(files: readonly FlatFile[], ignoreFile: Ground['ignoreFile'], above?: RulesAbove): Ground {
  const folders = new Map<string, Map<string, Found>>([['', new Map()]]);
  for (const { path, ...leaf } of files) {
    const start = path.lastIndexOf('/') + 1;
    const name = path.slice(start);
    folderAt(folders, path.slice(0, start)).set(name, { ...leaf, name });
  }
  return {
    namesIn: (folder) => [...(folders.get(folder)?.values() ?? [])],
    ignoreFile,
    ...(above && { above }),
  };
}

/** Adds the folder, and those above it, if they are new. */
function folderAt(folders: Map<string, Map<string, Found>>, folder: string): Map<string, Found> {
  const known = folders.get(folder);
  if (known) return known;
  const created = new Map<string, Found>();
  folders.set(folder, created);
  let child = folder;
  while (child !== '') {
    const start = child.lastIndexOf('/', child.length - 2) + 1;
    const name = child.slice(start, -1);
    const parent = child.slice(0, start);
    const isNew = !folders.has(parent);
    const siblings = folders.get(parent) ?? new Map<string, Found>();
    folders.set(parent, siblings);
    siblings.set(name, { name, is: 'folder' });
    if (!isNew) break;
    child = parent;
  }
  return created;
}
