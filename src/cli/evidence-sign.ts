/** `medward evidence sign`: a key vouches for statements; each signature lies in a file of its own beside them. */
import { resolve } from 'node:path';
import { evidenceSignOutput, type EvidenceSignOutput, type SignedStatement } from '../contract/index.js';
import {
  envelopeText,
  evidenceFiles,
  EvidenceStore,
  projectAssurance,
  readSigningKey,
  readSshKey,
  readSshSignature,
  signableText,
  signatureName,
  SIGNATURES,
  sshFingerprint,
  standingStatements,
  storeSignature,
  StoreError,
  type ProjectAssurance,
  type StoredStatement,
} from '../evidence/index.js';
import { shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { openEvidenceProject } from './evidence-project.js';
import { OptionError } from './option-error.js';
import { readNamedFile } from './read-named-file.js';
import { signWithSshKeygen } from './ssh-keygen.js';

export interface Sign {
  readonly output: EvidenceSignOutput;
  /** 2 if a statement was not signed. */
  readonly status: 0 | 2;
}

const MAX_KEY_BYTES = 65_536;

/** @throws OptionError, MedwardError */
export function signEvidence(call: Call, words: readonly string[]): Sign {
  const signer = signerFrom(call);
  const { folder, subject } = openEvidenceProject(call);
  const store = new EvidenceStore(folder);
  const { statements } = store.statements();
  const chosen = words.length > 0 ? words.map((word) => choose(word, statements)) : standingStatements(statements);
  const touched = store.verify().faults.map(({ path }) => path);
  const tried = chosen.map((stored) => signOne(stored, signer, folder, touched));
  const done = tried.flatMap((one) => ('message' in one ? [] : [one]));
  const problems = tried.flatMap((one) => ('message' in one ? [one] : []));
  const assurance = projectAssurance(
    done.map(({ stored }) => stored),
    evidenceFiles(folder),
  );
  const signed = done.map((one) => signedStatement(one, assurance));
  return { output: evidenceSignOutput(signed, problems, subject), status: problems.length > 0 ? 2 : 0 };
}

interface Signer {
  readonly form: 'dsse' | 'ssh';
  sign(text: string): { readonly signature: string; readonly mark: string };
}

function signerFrom(call: Call): Signer {
  const path = call.value('key');
  if (path === undefined) {
    throw new OptionError('No key is named.', 'Write `--key FILE`: a private Ed25519 key as PEM, or an SSH key.');
  }
  const todo = 'Name a private Ed25519 key as PEM, or an SSH key.';
  const text = readNamedFile({ what: 'key', path, maxBytes: MAX_KEY_BYTES, todo }, call.folder);
  if (/BEGIN OPENSSH PRIVATE KEY|^(?:ssh-|ecdsa-|sk-)/.test(text)) return sshSigner(resolve(call.folder, path));
  const key = readSigningKey(text);
  if (typeof key === 'string') throw new OptionError(`The key ${shown(path)} cannot be used.`, key);
  return {
    form: 'dsse',
    sign: (message) => ({ signature: envelopeText(message, key.key), mark: key.keyId.slice(0, 16) }),
  };
}

function sshSigner(path: string): Signer {
  return {
    form: 'ssh',
    sign(message) {
      const signature = signWithSshKeygen(path, message);
      const blob = readSshSignature(signature)?.keyBlob;
      if (!blob || !readSshKey(blob)) {
        throw new OptionError(
          'The type of this SSH key is not read.',
          'Use a key of type ed25519, ecdsa or rsa (2048 bits or more).',
        );
      }
      const mark = Buffer.from(sshFingerprint(blob).slice('SHA256:'.length), 'base64').toString('hex').slice(0, 16);
      return { signature, mark };
    },
  };
}

/** By its path or the beginning of its hash. */
function choose(word: string, statements: readonly StoredStatement[]): StoredStatement {
  const hash = /(?:^|\/)([0-9a-f]{7,64})(?:\.json)?$/.exec(word.replaceAll('\\', '/'))?.[1];
  const found = hash === undefined ? [] : statements.filter(({ sha256 }) => sha256.startsWith(hash));
  const [only, ...others] = found;
  if (only && others.length === 0) return only;
  throw new OptionError(
    `${only ? 'Several statements begin' : 'There is no statement that begins'} with \`${shown(word)}\`.`,
    'Write the path that `medward evidence list --json` gives, or at least seven letters of its hash.',
  );
}

interface Stored {
  readonly stored: StoredStatement;
  readonly name: string;
  readonly state: SignedStatement['state'];
}
type Tried = Stored | { readonly file: string; readonly message: string };

/** Whoever signs vouches for the report as well, so that nothing is signed that was touched. */
function signOne(stored: StoredStatement, signer: Signer, folder: string, touched: readonly string[]): Tried {
  const { report, inputs } = stored.statement.predicate;
  const parts = [stored.sha256, report.sha256, ...(inputs === null ? [] : [inputs])];
  const text = signableText(stored);
  if (text === undefined || touched.some((path) => parts.some((part) => path.includes(part)))) {
    return {
      file: stored.path,
      message: 'It or its report was touched, and was not signed; see `medward evidence verify`.',
    };
  }
  try {
    const { signature, mark } = signer.sign(text);
    const name = signatureName(stored.sha256, mark, signer.form);
    return { stored, name, state: storeSignature(folder, name, signature) };
  } catch (error) {
    if (error instanceof StoreError) return { file: error.path, message: error.message };
    throw error;
  }
}

function signedStatement({ stored, name, state }: Stored, assurance: ProjectAssurance): SignedStatement {
  const { level, faults } = assurance.of(stored);
  const fault = faults.find(({ path }) => path.endsWith(`/${name}`));
  return {
    statement: stored.path,
    report: stored.statement.predicate.report.name,
    signature: `${SIGNATURES}/${name}`,
    state,
    assurance: level,
    why: fault?.message ?? null,
  };
}
