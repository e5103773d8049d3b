/**
 * Trusted SSH keys in the form of OpenSSH (ssh-keygen(1), ALLOWED SIGNERS): who, options, key. Read are `namespaces`,
 * `valid-after` and `valid-before`; a line that says more than is understood here is not used, and told.
 */
import { NAMESPACE } from './ssh-signature.js';
import { readSshKey, type SshKey } from './ssh-keys.js';

export interface AllowedSigner {
  /** The principals of the line, as written. */
  readonly signer: string;
  readonly key: SshKey;
  readonly isForUs: boolean;
  /** Milliseconds since 1970 in UTC. */
  readonly validAfter: number | undefined;
  readonly validBefore: number | undefined;
  readonly line: number;
}

export interface LineFault {
  readonly line: number;
  readonly message: string;
}

const MAX_LINES = 10_000;
const MAX_LINE = 20_000;

export function readAllowedSigners(text: string): {
  readonly signers: readonly AllowedSigner[];
  readonly faults: readonly LineFault[];
} {
  const signers: AllowedSigner[] = [];
  const faults: LineFault[] = [];
  for (const [at, written] of text.split(/\r?\n/, MAX_LINES).entries()) {
    const line = written.trim();
    if (line === '' || line.startsWith('#')) continue;
    const read = line.length > MAX_LINE ? 'It is too long.' : readLine(line, at + 1);
    if (typeof read === 'string') faults.push({ line: at + 1, message: `${read} The line is not used.` });
    else signers.push(read);
  }
  return { signers, faults };
}

/** @returns what is wrong, as a sentence */
function readLine(line: string, number: number): AllowedSigner | string {
  const [principals, ...words] = wordsOf(line);
  const options = words[0] !== undefined && KEY_TYPE.test(words[0]) ? '' : (words.shift() ?? '');
  const [type, base64] = words;
  if (principals === undefined || type === undefined || base64 === undefined) return 'Expected are who, and a key.';
  const key = readSshKey(Buffer.from(base64, 'base64'));
  if (!key || key.type !== type)
    return `The key of type ${type.slice(0, 60)} is broken, too short or of a type that is not read.`;
  const read = readOptions(options);
  return typeof read === 'string' ? read : { signer: principals, key, ...read, line: number };
}

const KEY_TYPE = /^(?:sk-)?(?:ssh-|ecdsa-)[\w@.-]+$/;

/** Parted by blanks; inside double quotes a blank belongs to the word. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => word.replace(/^"([^"]*)"$/, '$1'));
}

type Options = Pick<AllowedSigner, 'isForUs' | 'validAfter' | 'validBefore'>;

function readOptions(written: string): Options | string {
  const options: { -readonly [K in keyof Options]: Options[K] } = {
    isForUs: true,
    validAfter: undefined,
    validBefore: undefined,
  };
  for (const [option] of written.matchAll(/(?:[^,"]|"[^"]*")+/g)) {
    const [, name, value] = /^([\w-]+)(?:="?([^"]*)"?)?$/.exec(option) ?? [];
    switch (name?.toLowerCase()) {
      case 'namespaces':
        options.isForUs = namesUs(value ?? '');
        break;
      case 'valid-after':
      case 'valid-before': {
        const time = timeOf(value ?? '');
        if (time === undefined) return `The time of ${name} is not understood.`;
        options[name?.toLowerCase() === 'valid-after' ? 'validAfter' : 'validBefore'] = time;
        break;
      }
      default:
        return `The option ${option.slice(0, 60)} is not understood.`;
    }
  }
  return options;
}

/** A list of patterns, of which one with `!` before it refuses (ssh_config(5), PATTERNS). */
function namesUs(patterns: string): boolean {
  const fitting = patterns.split(',').filter((pattern) => fitsPattern(pattern.replace(/^!/, ''), NAMESPACE));
  return fitting.length > 0 && fitting.every((pattern) => !pattern.startsWith('!'));
}

function fitsPattern(pattern: string, text: string): boolean {
  const escaped = pattern.slice(0, 200).replaceAll(/[^\w*?]/g, String.raw`\$&`);
  return new RegExp(`^${escaped.replaceAll(/\*+/g, '.*').replaceAll('?', '.')}$`).test(text);
}

/** `20261124`, `202611241200` or with seconds, and `Z` behind; where a zone is missing it is UTC here. */
function timeOf(written: string): number | undefined {
  const [, year, month, day, hour = '00', minute = '00', second = '00'] =
    /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?Z?$/.exec(written) ?? [];
  if (year === undefined) return undefined;
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}
