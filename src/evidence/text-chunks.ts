/** Bytes of a text report → text in chunks; finds the encoding and says where the bytes do not fit it. */
import { TextDecoder } from 'node:util';
import type { ReportBytes } from './report-bytes.js';
import type { ReportSink } from './report.js';

const SAMPLE = 200;

/** @returns a name that TextDecoder knows; UTF-8 unless a mark at the beginning or the XML declaration says otherwise */
export function encodingOf(head: Uint8Array): string {
  const [first, second] = head;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark, `<` in UTF-16 shows itself by the zero beside it (XML 1.0, appendix F).
  if (first === 0x3c && second === 0) return 'utf-16le';
  if (first === 0 && second === 0x3c) return 'utf-16be';
  const declared = /^\uFEFF?<\?xml[^>]{0,150}encoding\s*=\s*["']([\w.-]{1,40})["']/.exec(
    new TextDecoder().decode(head.subarray(0, SAMPLE)),
  )?.[1];
  // Bytes that could be read as ASCII up to here are no UTF-16, whatever the declaration says.
  return declared === undefined || /^utf-?16/i.test(declared) ? 'utf-8' : declared;
}

function decoderFor(encoding: string, sink: Pick<ReportSink, 'problem'>): TextDecoder {
  try {
    return new TextDecoder(encoding);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    sink.problem(`The encoding ${encoding} is not known here; the report was read as UTF-8.`, 1);
    return new TextDecoder();
  }
}

/** A byte-order mark is left out; what does not fit the encoding becomes U+FFFD and is told once. */
export function* textChunks(report: ReportBytes, sink: Pick<ReportSink, 'problem'>): Generator<string> {
  let decoder: TextDecoder | undefined;
  let line = 1;
  let isTold = false;
  for (const chunk of report.chunks()) {
    decoder ??= decoderFor(encodingOf(chunk), sink);
    const text = decoder.decode(chunk, { stream: true });
    if (!isTold && text.includes('\uFFFD') && !holdsReplacement(chunk)) {
      isTold = true;
      const wrongLine = line + countLines(text.slice(0, text.indexOf('\uFFFD')));
      sink.problem(`Some bytes are not ${decoder.encoding}; they were replaced by \uFFFD.`, wrongLine);
    }
    line += countLines(text);
    yield text;
  }
  const rest = decoder?.decode();
  if (rest) yield rest;
}

/** The character U+FFFD may stand in a report on purpose. */
function holdsReplacement(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xef); at !== -1; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  }
  return false;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
