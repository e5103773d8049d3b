/**
 * The signatures in `evidence/signatures/`. The name of each begins with the hash of the statement that it signs, so that
 * it is found without reading it, and goes on with the key, so that each key signs once.
 */
import type { StoreFiles } from '../read-store.js';
import type { StoreFault } from '../store.js';

export const SIGNATURES = 'evidence/signatures';

export interface StoredSignature {
  readonly path: string;
  /** SHA-256 of the statement, by the name of the file. */
  readonly statement: string;
  readonly form: 'dsse' | 'ssh';
  readonly text: string;
}

const NAME = /^([0-9a-f]{64})\.[\w@+=-]{1,64}\.(dsse\.json|sig)$/;

export function signatureName(statement: string, mark: string, form: StoredSignature['form']): string {
  return `${statement}.${mark}.${form === 'dsse' ? 'dsse.json' : 'sig'}`;
}

/** @returns in order of their paths; what lies among them and is none is told */
export function readSignatures(files: StoreFiles): {
  readonly signatures: readonly StoredSignature[];
  readonly faults: readonly StoreFault[];
} {
  const signatures: StoredSignature[] = [];
  const faults: StoreFault[] = [];
  for (const { path } of files.list()) {
    if (!path.startsWith(`${SIGNATURES}/`)) continue;
    const [, statement, ending] = NAME.exec(path.slice(SIGNATURES.length + 1)) ?? [];
    const read = statement === undefined ? undefined : files.readBytes(path);
    if (statement === undefined) faults.push({ path, message: 'By its name this is no signature of a statement.' });
    else if (!read?.ok) faults.push({ path, message: 'The signature cannot be read.' });
    else {
      const text = Buffer.from(read.bytes).toString('utf8');
      signatures.push({ path, statement, form: ending === 'sig' ? 'ssh' : 'dsse', text });
    }
  }
  return { signatures, faults };
}
