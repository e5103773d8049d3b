/** A file tree from a commit, read from Git alone, whatever lies in the folder now. */
import { decodeText } from './decode-text.js';
import { MedwardError } from './errors.js';
import { unread, type BytesRead, type FileRead, type FileTree } from './file-tree.js';
import { groundOf, type FlatFile } from './flat-ground.js';
import { blobsIn } from './git-blobs.js';
import { LIMITS } from './limits.js';
import { listProject, rulesAbove, type Listing } from './listing.js';
import { runGit } from './run-git.js';
import { realFolder } from './work-tree.js';

// @implements SRS-112
/**
 * @param folder the project's folder; it may look different in the revision or be missing there (then the list is empty)
 * @param revision anything that names a commit: a hash, a tag, a branch, `HEAD~3`
 * @throws MedwardError `not-a-revision`, `git-unusable`, `not-a-folder`, `too-large`
 */
export function openRevisionTree(folder: string, revision: string): FileTree & { readonly commit: string } {
  const real = realFolder(folder);
  const prefix = askGit(real, ['rev-parse', '--show-prefix']).toString('utf8').replace(/\n$/, '');
  return new RevisionTree(real, prefix, commitOf(real, revision));
}

/** @returns the hash of the commit in full */
function commitOf(folder: string, revision: string): string {
  // A name that begins with `-` would be an option; Git allows none, so it can only be a trick or a slip.
  // oxlint-disable-next-line no-control-regex -- control characters are what must go
  if (!/^[^-\u0000-\u001f][^\u0000-\u001f]{0,255}$/.test(revision)) throw new MedwardError('not-a-revision', revision);
  const answer = runGit(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
  if (answer.ok) return answer.bytes.toString('latin1').trim();
  throw new MedwardError(answer.reason === 'failed' ? 'not-a-revision' : 'git-unusable', revision, {
    cause: answer.cause,
  });
}

/** An object of Git: a file or the target of a link. */
interface Blob {
  readonly id: string;
  readonly size: number;
}

class RevisionTree implements FileTree {
  readonly kind = 'revision';
  /** Hash of the commit in full. */
  readonly commit: string;
  readonly #folder: string;
  readonly #listing: Listing;
  readonly #blobs: ReadonlyMap<string, Blob>;
  readonly #positions: ReadonlyMap<string, number>;
  #fetched: ReadonlyMap<string, Buffer> = new Map();

  constructor(folder: string, prefix: string, commit: string) {
    this.#folder = folder;
    this.commit = commit;
    const all = listRevision(folder, prefix, commit);
    const inside = all.filter(({ path }) => path.startsWith(prefix));
    this.#blobs = new Map(inside.map(({ path, blob }) => [path.slice(prefix.length), blob]));
    const outside = new Map(all.filter(({ path }) => !path.startsWith(prefix)).map(({ path, blob }) => [path, blob]));
    const above = rulesAbove(prefix, (path) => {
      const blob = outside.get(path);
      return blob ? this.#text(blob) : 'none';
    });
    const ground = groundOf(this.#flat(inside, prefix), (path) => this.#text(this.#blobs.get(path)), above);
    this.#listing = listProject(ground);
    this.#positions = new Map(this.#listing.entries.map(({ path }, position) => [path, position]));
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
    const position = this.#positions.get(path);
    const blob = this.#blobOf(path);
    if (position === undefined || !blob) return unread('not-there');
    if (blob.size > LIMITS.fileBytes) return unread('too-large');
    if (!this.#fetched.has(blob.id)) this.#fetched = fetchBlobs(this.#folder, this.#batchFrom(position));
    const bytes = this.#fetched.get(blob.id);
    return bytes ? { ok: true, bytes } : unread('unreadable');
  }

  #blobOf(path: string): Blob | undefined {
    return this.#blobs.get(this.#listing.links.get(path) ?? path);
  }

  /** The file and those that follow it: who reads in order of the list calls Git once for thousands of files. */
  #batchFrom(position: number): readonly Blob[] {
    const batch: Blob[] = [];
    let bytes = 0;
    for (const { path } of this.#listing.entries.slice(position)) {
      const blob = this.#blobOf(path);
      if (!blob || blob.size > LIMITS.fileBytes) continue;
      bytes += blob.size;
      if (batch.length > 0 && bytes > LIMITS.gitBatchBytes) break;
      batch.push(blob);
    }
    return batch;
  }

  #text(blob: Blob | undefined): string | undefined {
    if (!blob || blob.size > LIMITS.fileBytes) return undefined;
    const bytes = fetchBlobs(this.#folder, [blob]).get(blob.id);
    const read = bytes && decodeText(bytes);
    return read?.ok ? read.text : undefined;
  }

  #flat(listed: readonly Listed[], prefix: string): readonly FlatFile[] {
    const links = listed.filter(({ mode, blob }) => mode === LINK && blob.size <= LIMITS.pathLength * 4);
    const targets =
      links.length === 0
        ? new Map<string, Buffer>()
        : fetchBlobs(
            this.#folder,
            links.map(({ blob }) => blob),
          );
    return listed.map(({ path: fullPath, mode, blob }): FlatFile => {
      const path = fullPath.slice(prefix.length);
      if (path.includes('\uFFFD')) return { path, is: 'left-out', reason: 'name-not-utf-8' };
      if (mode === SUBMODULE) return { path, is: 'left-out', reason: 'other-repository' };
      if (mode !== LINK) return { path, is: 'file', size: blob.size };
      const target = targets.get(blob.id)?.toString('utf8');
      return target === undefined ? { path, is: 'left-out', reason: 'unreadable' } : { path, is: 'link', target };
    });
  }
}

const LINK = '120000';
const SUBMODULE = '160000';

interface Listed {
  readonly path: string;
  readonly mode: string;
  readonly blob: Blob;
}

/** Everything below the prefix, and the `.gitignore` files above it. */
function listRevision(folder: string, prefix: string, commit: string): readonly Listed[] {
  const names = prefix.split('/').slice(0, -1);
  const ignoreFiles = names.map((_, depth) => [...names.slice(0, depth), '.gitignore'].join('/'));
  const paths = prefix === '' ? [] : [...ignoreFiles, prefix];
  const bytes = askGit(folder, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', ...paths]);
  return bytes
    .toString('utf8')
    .split('\0')
    .filter((line) => line !== '')
    .map(readListed);
}

/** As Git prints it: `100644 blob <id>    <size>\t<path>`, the size `-` for a submodule. */
function readListed(line: string): Listed {
  const [, mode, id, size, path] = /^(\d{6}) [a-z]+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
  if (!mode || !id || !size || !path)
    throw new Error(`git ls-tree is expected to print mode, type, id, size and path.`);
  return { path, mode, blob: { id, size: size === '-' ? 0 : Number(size) } };
}

/** @returns content by id; an object that the repository lacks is not in it */
function fetchBlobs(folder: string, blobs: readonly Blob[]): ReadonlyMap<string, Buffer> {
  return blobsIn(askGit(folder, ['cat-file', '--batch'], blobs.map(({ id }) => `${id}\n`).join('')));
}

function askGit(folder: string, args: readonly string[], input?: string): Buffer {
  const answer = runGit(folder, args, input);
  if (answer.ok) return answer.bytes;
  throw new MedwardError(answer.reason === 'too-large' ? 'too-large' : 'git-unusable', folder, { cause: answer.cause });
}
