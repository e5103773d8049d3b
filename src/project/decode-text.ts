/** Turns bytes into text, or says at which place they are none: never a wrong letter in silence. */
import { isUtf8 } from 'node:buffer';

import { unread, type FileRead, type Unread } from './file-tree.js';
import { LIMITS } from './limits.js';

// @implements SRS-107
/** A byte-order mark is dropped; UTF-16, NUL, bytes that are not UTF-8 and overlong lines are refused. */
export function decodeText(bytes: Uint8Array): FileRead {
  if (bytes.length > LIMITS.fileBytes) return unread('too-large');
  if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff)) return unread('utf-16');
  const content = startsWith(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes;
  const nul = content.indexOf(0);
  if (!isUtf8(content)) {
    const bad = firstBadByte(content);
    return nul !== -1 && nul < bad ? unreadAt('nul-byte', content, nul) : unreadAt('not-utf-8', content, bad);
  }
  if (nul !== -1) return unreadAt('nul-byte', content, nul);
  const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength).toString('utf8');
  return overlongLine(text) ?? { ok: true, text };
}

function startsWith(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Halving works because a text stays broken once it is. */
function firstBadByte(bytes: Uint8Array): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (mayBecomeText(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

/** True also for text that is cut within a letter. */
function mayBecomeText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true });
    return true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}

function unreadAt(reason: 'nul-byte' | 'not-utf-8', bytes: Uint8Array, offset: number): Unread {
  const before = Buffer.from(bytes.buffer, bytes.byteOffset, offset);
  let line = 1;
  for (let at = before.indexOf(10); at !== -1; at = before.indexOf(10, at + 1)) line++;
  const lineStart = before.lastIndexOf(10) + 1;
  // A letter that was begun and not finished is not counted.
  const written = new TextDecoder('utf-8', { ignoreBOM: true }).decode(before.subarray(lineStart), { stream: true });
  return unread(reason, line, written.length + 1);
}

function overlongLine(text: string): Unread | undefined {
  let start = 0;
  for (let line = 1; start + LIMITS.lineLength < text.length; line++) {
    const end = text.indexOf('\n', start);
    if ((end === -1 ? text.length : end) - start > LIMITS.lineLength) return unread('line-too-long', line);
    if (end === -1) return undefined;
    start = end + 1;
  }
  return undefined;
}
