/** Puts a signature beside the others: all or nothing, and never over another one. */
import { StoreError } from '../store-error.js';
import { ownFolder, writeOnce } from '../write-once.js';
import { SIGNATURES } from './stored-signatures.js';

/**
 * @returns `present` if this key has signed this statement before; that signature stays as it is
 * @throws StoreError
 */
export function storeSignature(project: string, name: string, text: string): 'added' | 'present' {
  try {
    return writeOnce(ownFolder(project, SIGNATURES), name, [Buffer.from(text)]) ? 'added' : 'present';
  } catch (error) {
    if (error instanceof StoreError || !(error instanceof Error && 'code' in error)) throw error;
    throw new StoreError(`${SIGNATURES}/${name}`, `It cannot be written (${String(error.code)}).`, error);
  }
}
