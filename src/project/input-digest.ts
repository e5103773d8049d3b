/** A digest of everything that was read, so that two outputs can be told to rest on the same files. */
import { createHash } from 'node:crypto';

import { compareText } from '../shapes/index.js';

/**
 * @param files each path once, in any order; texts count letter by letter, layout and comments included
 * @returns SHA-256 in hexadecimal over path and text of each file, in order of path, each with its length in bytes
 */
export function inputDigest(files: Iterable<{ readonly path: string; readonly text: string }>): string {
  const hash = createHash('sha256');
  for (const { path, text } of [...files].toSorted((a, b) => compareText(a.path, b.path))) {
    // In one piece, since there may be many thousand.
    hash.update(`${Buffer.byteLength(path)}:${path}${Buffer.byteLength(text)}:${text}`);
  }
  return hash.digest('hex');
}
