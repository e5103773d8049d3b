/** Who vouches for each statement of a project, by the signatures and trusted keys that lie in it. */
import type { StoreFiles } from '../read-store.js';
import type { StoredStatement, StoreFault } from '../store.js';
import { assuranceOf, type Assurance } from './assurance.js';
import { readSignatures, type StoredSignature } from './stored-signatures.js';
import { readTrustedKeys } from './trusted-keys.js';

export interface ProjectAssurance {
  of(stored: StoredStatement): Assurance;
  /** Signatures that were looked at. */
  readonly checked: number;
  /** Signatures that count. */
  readonly valid: number;
  /** Signatures and keys that count for nothing, with the reason. */
  readonly faults: readonly StoreFault[];
}

export function projectAssurance(statements: readonly StoredStatement[], files: StoreFiles): ProjectAssurance {
  const trusted = readTrustedKeys(files);
  const { signatures, faults } = readSignatures(files);
  const byStatement = new Map<string, StoredSignature[]>();
  for (const signature of signatures) {
    const list = byStatement.get(signature.statement);
    if (list) list.push(signature);
    else byStatement.set(signature.statement, [signature]);
  }
  const assurances = new Map(
    statements.map((stored) => [stored.sha256, assuranceOf(stored, byStatement.get(stored.sha256) ?? [], trusted)]),
  );
  const told = [...assurances.values()].flatMap((assurance) => assurance.faults);
  const left = signatures.filter(({ statement }) => !assurances.has(statement)).map(withoutStatement);
  const failed = new Set([...told, ...left].map(({ path }) => path));
  return {
    of: (stored) => assurances.get(stored.sha256) ?? assuranceOf(stored, [], trusted),
    checked: signatures.length,
    valid: signatures.length - failed.size,
    faults: [...faults, ...trusted.faults, ...told, ...left],
  };
}

function withoutStatement({ path }: StoredSignature): StoreFault {
  return { path, message: 'The statement that it signs is not there, or its content was changed.' };
}
