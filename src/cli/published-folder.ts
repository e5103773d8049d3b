/**
 * The folder that documents are written into: only what an earlier run wrote is written over, file by file, all or
 * nothing; a document that did not change is not built again.
 */
import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { toolVersion } from '../compile/index.js';
import type { PublishOutput } from '../contract/index.js';
import type { Document, SiteFile } from '../publish/index.js';
import { OptionError } from './option-error.js';
import type { RenderedFile, Renderer } from './publish-formats.js';

/** Folder, document and format of the pages for auditors. */
const SITE = 'site';
const MANIFEST = '.medward-published.json';
/** Half of what a killed run was about to write. */
const LEFT_BEHIND = /\.[0-9a-f]{12}\.tmp$/;

interface Made {
  readonly from: string;
  readonly files: readonly string[];
  readonly notes?: readonly string[];
}

/** File name → hash of its content; document and format → hash of what it was made of, with its files. */
interface Manifest {
  readonly files: Record<string, string>;
  readonly made: Record<string, Made>;
}

export class PublishedFolder {
  readonly #folder: string;
  readonly #before: Manifest;
  readonly #after: Manifest;

  private constructor(folder: string, before: Manifest) {
    this.#folder = folder;
    this.#before = before;
    this.#after = { files: { ...before.files }, made: { ...before.made } };
  }

  /** @throws OptionError if something lies there that this tool did not write */
  static open(folder: string): PublishedFolder {
    mkdirSync(folder, { recursive: true });
    const manifest = readManifest(folder);
    if (!manifest && readdirSync(folder).some((name) => !LEFT_BEHIND.test(name))) {
      throw new OptionError(
        `The folder ${folder} holds files that were not written by \`medward publish\`.`,
        'Name an empty folder, or one that does not exist, with --output.',
      );
    }
    const opened = new PublishedFolder(folder, manifest ?? { files: emptyRecord(), made: emptyRecord() });
    // From here on whoever comes after a killed run knows the folder as one of ours.
    if (!manifest) opened.finish();
    return opened;
  }

  async put(document: Document, renderer: Renderer): Promise<PublishOutput['files']> {
    const { name, basis } = renderer;
    const key = `${document.id} ${name}`;
    const from = sha256(JSON.stringify([toolVersion(), name, basis ?? '', document]));
    const known = this.#before.made[key];
    if (known?.from === from && known.files.every((file) => this.#isAsWritten(file))) {
      return filesOf(known, document, name, 'unchanged');
    }
    const files = await renderer.render(document);
    const notes = files.flatMap((file) => file.notes ?? []);
    const written = files.map((file) => this.#write(document.id, file));
    const made = { from, files: written, ...(notes.length > 0 && { notes }) };
    this.#after.made[key] = made;
    return filesOf(made, document, name, 'written');
  }

  /** Pages of the site: those of an earlier run that no record has any more are taken away. */
  putSite(pages: readonly SiteFile[]): PublishOutput['files'] {
    const key = `${SITE} ${SITE}`;
    const made = new Set(pages.map(({ path }) => `${SITE}/${path}`));
    for (const file of this.#before.made[key]?.files ?? []) if (!made.has(file)) this.#takeAway(file);
    const states = pages.map(({ path, text }) => this.#putPage(`${SITE}/${path}`, Buffer.from(text)));
    this.#after.made[key] = { from: '', files: [...made] };
    return states;
  }

  #putPage(file: string, bytes: Uint8Array): PublishOutput['files'][number] {
    const told = { file, document: SITE, format: SITE, notes: [] };
    const isSame = this.#isAsWritten(file) && this.#before.files[file] === sha256(bytes);
    if (isSame) return { ...told, state: 'unchanged' };
    mkdirSync(dirname(join(this.#folder, file)), { recursive: true });
    this.#write(SITE, { ending: file.slice(SITE.length), bytes });
    return { ...told, state: 'written' };
  }

  /** Only what lies there as it was written; the way to it stays inside the folder. */
  #takeAway(file: string): void {
    if (/^site\/[\w./-]+$/.test(file) && !file.includes('..') && this.#isAsWritten(file)) {
      rmSync(join(this.#folder, file));
    }
    delete this.#after.files[file];
  }

  finish(): void {
    writeInPlace(join(this.#folder, MANIFEST), Buffer.from(`${JSON.stringify(this.#after, null, 2)}\n`));
  }

  #write(id: string, { ending, bytes }: RenderedFile): string {
    const file = `${id}${ending}`;
    const path = join(this.#folder, file);
    if (existsSync(path) && !this.#isAsWritten(file) && !hasContent(path, bytes)) {
      throw new OptionError(
        `${path} was changed, or was not written by \`medward publish\`: it stays as it is.`,
        'Move it elsewhere, or name another folder with --output.',
      );
    }
    writeInPlace(path, bytes);
    this.#after.files[file] = sha256(bytes);
    return file;
  }

  #isAsWritten(file: string): boolean {
    const path = join(this.#folder, file);
    return (
      existsSync(path) &&
      Object.hasOwn(this.#before.files, file) &&
      this.#before.files[file] === sha256(readFileSync(path))
    );
  }
}

function filesOf(
  { files, notes = [] }: Made,
  { id }: Document,
  format: string,
  state: 'written' | 'unchanged',
): PublishOutput['files'] {
  return files.map((file, at) => ({ file, document: id, format, state, notes: at === 0 ? notes : [] }));
}

/** A run that was killed before it wrote down what it had written left the same file. */
function hasContent(path: string, bytes: Uint8Array): boolean {
  return sha256(readFileSync(path)) === sha256(bytes);
}

function readManifest(folder: string): Manifest | undefined {
  const path = join(folder, MANIFEST);
  if (!existsSync(path)) return undefined;
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<Manifest>;
    const isWhole = typeof value.files === 'object' && typeof value.made === 'object';
    return isWhole
      ? { files: { ...emptyRecord(), ...value.files }, made: { ...emptyRecord(), ...value.made } }
      : undefined;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function emptyRecord(): Record<string, never> {
  return Object.create(null) as Record<string, never>;
}

/** Temporary file, flush, rename: whoever is killed halfway leaves the old file or the new one, never half of one. */
function writeInPlace(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  const descriptor = openSync(temporary, 'wx', 0o644);
  try {
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}
