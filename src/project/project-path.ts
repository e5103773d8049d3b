/** Reads a path that somebody wrote in the settings: relative to the project, and never out of it. */

export type PathRead = { readonly ok: true; readonly path: string } | { readonly ok: false; readonly why: string };

/** @returns the path in its shortest form, with `/` between names and none at the end; empty for the project itself */
export function projectPath(written: string): PathRead {
  if (written.trim() === '') return refuse('is empty');
  if (written.includes('\0')) return refuse('holds a NUL byte');
  if (/^[/\\~]|^[A-Za-z]:/.test(written)) return refuse('is absolute; it starts at the project');
  if (written.includes('\\')) return refuse('has a `\\`; names are parted by `/`');
  const names: string[] = [];
  for (const name of written.split('/')) {
    if (name === '' || name === '.') continue;
    if (name !== '..') names.push(name);
    else if (names.pop() === undefined) return refuse('leads out of the project');
  }
  return { ok: true, path: names.join('/') };
}

/** Whether the path is the folder or lies in it; an empty folder is the project itself. */
export function isWithin(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}

function refuse(why: string): PathRead {
  return { ok: false, why };
}
