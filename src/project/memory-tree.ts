/** A file tree from a map: for tests, and for programs that use Medward as a library. */
import { decodeText } from './decode-text.js';
import { MedwardError } from './errors.js';
import { unread, type BytesRead, type FileRead, type FileTree } from './file-tree.js';
import { groundOf, type FlatFile } from './flat-ground.js';
import { LIMITS } from './limits.js';
import { listProject, type Listing } from './listing.js';
import { projectPath } from './project-path.js';

/**
 * @param files path relative to the project, with `/` → content; the order does not matter
 * @throws MedwardError `outside-project` for a path that is absolute or not in its shortest form
 */
export function memoryTree(files: ReadonlyMap<string, string | Uint8Array>): FileTree {
  for (const path of files.keys()) {
    const read = projectPath(path);
    if (!read.ok || read.path !== path || path === '') throw new MedwardError('outside-project', path);
    const folder = foldersAbove(path).find((above) => files.has(above));
    if (folder !== undefined) throw new Error(`${folder} is a file and a folder at once, because of ${path}.`);
  }
  return new MemoryTree(files);
}

function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, depth) => names.slice(0, depth + 1).join('/'));
}

class MemoryTree implements FileTree {
  readonly kind = 'memory';
  readonly #files: ReadonlyMap<string, Uint8Array>;
  readonly #listing: Listing;
  readonly #listed: ReadonlySet<string>;

  constructor(files: ReadonlyMap<string, string | Uint8Array>) {
    this.#files = new Map([...files].map(([path, content]) => [path, bytesOf(content)]));
    const flat = [...this.#files].map(([path, bytes]): FlatFile => ({ path, is: 'file', size: bytes.length }));
    this.#listing = listProject(
      groundOf(flat, (path) => {
        const read = decodeText(this.#files.get(path) ?? new Uint8Array());
        return read.ok ? read.text : undefined;
      }),
    );
    this.#listed = new Set(this.#listing.entries.map(({ path }) => path));
  }

  list(): Listing['entries'] {
    return this.#listing.entries;
  }

  leftOut(): Listing['leftOut'] {
    return this.#listing.leftOut;
  }

  read(path: string): FileRead {
    const read = this.readBytes(path);
    return read.ok ? decodeText(read.bytes) : read;
  }

  readBytes(path: string): BytesRead {
    const bytes = this.#listed.has(path) ? this.#files.get(path) : undefined;
    if (!bytes) return unread('not-there');
    return bytes.length > LIMITS.fileBytes ? unread('too-large') : { ok: true, bytes };
  }
}

/** A lone surrogate has no UTF-8 form; 0xFF in its place is refused on reading instead of turning into another letter. */
function bytesOf(content: string | Uint8Array): Uint8Array {
  if (typeof content !== 'string') return content;
  if (!/\p{Surrogate}/u.test(content)) return Buffer.from(content, 'utf8');
  const parts = content.split(/\p{Surrogate}/u).map((part) => Buffer.from(part, 'utf8'));
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [Buffer.of(0xff), part])));
}
