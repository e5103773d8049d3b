/** The bytes of a report as they come in: in chunks, once, from memory or from a file that somebody else opened. */
import { LIMITS } from './limits.js';

export interface ReportBytes {
  /** File name without folders; its ending helps to tell formats apart. */
  readonly name: string;
  readonly size: number;
  /** From the beginning; each call starts anew. A chunk may be used again after the next one was asked for. */
  chunks(): Iterable<Uint8Array>;
}

export function bytesInMemory(name: string, content: Uint8Array | string): ReportBytes {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    name,
    size: bytes.length,
    *chunks() {
      for (let at = 0; at < bytes.length; at += LIMITS.chunkBytes) yield bytes.subarray(at, at + LIMITS.chunkBytes);
    },
  };
}

/** @returns the first bytes, at most `length` */
export function headOf(report: ReportBytes, length: number): Uint8Array {
  const head = new Uint8Array(Math.min(length, report.size));
  let filled = 0;
  for (const chunk of report.chunks()) {
    const part = chunk.subarray(0, head.length - filled);
    head.set(part, filled);
    filled += part.length;
    if (filled >= head.length) break;
  }
  return head.subarray(0, filled);
}
