/** The bytes of one kept answer: a line that proves that the rest is whole, a line of facts, and what was printed. */
import { createHash } from 'node:crypto';
import type { Seen } from './seen.js';

/** What a command printed and how it ended, with everything that it rests on. */
export interface Answer {
  readonly seen: Seen;
  /** Exit status. */
  readonly status: number;
  /** What went to standard error. */
  readonly note: string;
  /** What went to standard output. */
  readonly out: Uint8Array;
}

/** Rises with every change of what is written here. */
const FORMAT = 'medward-answer/1';
const NEWLINE = 10;

/** In parts, because what was printed may be large. */
export function answerParts({ seen, status, note, out }: Answer): readonly Uint8Array[] {
  const facts = Buffer.from(`${JSON.stringify({ seen, status, note })}\n`);
  return [Buffer.from(`${FORMAT} ${digestOf([facts, out])}\n`), facts, out];
}

/** @returns `undefined` for whatever was not written like this, cut off or touched */
export function readAnswer(bytes: Uint8Array): Answer | undefined {
  const factsAt = bytes.indexOf(NEWLINE) + 1;
  const outAt = bytes.indexOf(NEWLINE, factsAt) + 1;
  if (factsAt === 0 || outAt === 0) return undefined;
  const [head, facts, out] = [bytes.subarray(0, factsAt), bytes.subarray(factsAt, outAt), bytes.subarray(outAt)];
  if (textOf(head) !== `${FORMAT} ${digestOf([facts, out])}\n`) return undefined;
  const read = factsIn(textOf(facts));
  return read && { ...read, out };
}

type Facts = Omit<Answer, 'out'>;

function factsIn(text: string): Facts | undefined {
  try {
    const facts = JSON.parse(text) as Partial<Facts> | null;
    // The digest told that it stands there as it was written; the rest follows from the format.
    return facts?.seen && facts.status !== undefined && facts.note !== undefined ? (facts as Facts) : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function digestOf(parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
}
