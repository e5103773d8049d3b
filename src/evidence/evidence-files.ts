/** The files in a project's folder `evidence/`, as they lie on disk; links and what is no ordinary file are left out. */
import { lstatSync, readdirSync, readFileSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { LIMITS } from './limits.js';
import type { StoreFiles } from './read-store.js';
import { EVIDENCE_FOLDER } from './store.js';

/** @param project folder of the project */
export function evidenceFiles(project: string): StoreFiles {
  return {
    list: () => foldersIn(project).flatMap((folder) => filesIn(project, folder).map((path) => ({ path }))),
    readBytes(path) {
      if (!isFile(join(project, path), LIMITS.storedBytes)) return { ok: false };
      return { ok: true, bytes: readFileSync(join(project, path)) };
    },
  };
}

function foldersIn(project: string): readonly string[] {
  return entriesOf(join(project, EVIDENCE_FOLDER)).flatMap((entry) =>
    entry.isDirectory() ? [`${EVIDENCE_FOLDER}/${entry.name}`] : [],
  );
}

function filesIn(project: string, folder: string): readonly string[] {
  // What begins with a dot is the half of a writer that was killed, or of the system.
  return entriesOf(join(project, folder)).flatMap((entry) =>
    entry.isFile() && !entry.name.startsWith('.') ? [`${folder}/${entry.name}`] : [],
  );
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return lstatSync(folder).isDirectory() ? readEntries(folder) : [];
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function readEntries(folder: string): readonly Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isFile(path: string, maxBytes: number): boolean {
  try {
    const stats = lstatSync(path);
    return stats.isFile() && stats.size <= maxBytes;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
