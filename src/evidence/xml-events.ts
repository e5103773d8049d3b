/**
 * XML as events. Entities beyond the five of XML are never expanded, no document type is followed, and text comes in
 * pieces, so that neither a bomb nor a log of 500 MB fills the memory.
 */
import sax from 'sax';
import { LIMITS } from './limits.js';
import type { ReportBytes } from './report-bytes.js';
import type { ReportSink } from './report.js';
import { textChunks } from './text-chunks.js';

export interface Element {
  /** Without the prefix of a namespace. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Line in the report, from 1. */
  readonly line: number;
}

export interface XmlHandlers {
  /** @param depth 0 for the root */
  open(element: Element, depth: number): void;
  close?(name: string, depth: number): void;
  /** Text or CDATA; a long one comes in several pieces. */
  text?(piece: string): void;
}

/** Longer text is handed on before this; longer attributes are refused. */
Object.assign(sax, { MAX_BUFFER_LENGTH: LIMITS.valueLength });

/** Only `&lt;` and its like, no entities of HTML. */
const STRICT = { position: true, strictEntities: true };

/** Thrown by a handler or a limit to end the reading early; what was read stays. */
class Stop extends Error {}

// @implements SRS-907
/**
 * @returns whether the document was read to its end without a fault. After a fault nothing more is read: what follows a
 * broken tag could be put under the wrong element.
 */
export function readXml(report: ReportBytes, handlers: XmlHandlers, sink: Pick<ReportSink, 'problem'>): boolean {
  const parser = sax.parser(true, STRICT);
  listen(parser, handlers);
  try {
    for (const text of textChunks(report, sink)) {
      parser.write(text);
      if (parser.error) throw parser.error;
    }
    parser.close();
    if (parser.error) throw parser.error;
    return true;
  } catch (error) {
    if (!isFault(error, parser)) throw error;
    sink.problem(faultText(error), parser.line + 1);
    return false;
  }
}

/** The first element, as far as the beginning of a report shows it. */
export function rootOf(head: string): Element | undefined {
  const roots: Element[] = [];
  const parser = sax.parser(true, STRICT);
  Object.assign(parser, {
    onopentag: (tag: sax.Tag) => roots.push(elementOf(tag, 1)),
    onerror: () => undefined,
  });
  for (let at = 0; at < head.length && roots.length === 0 && !parser.error; at += HEAD_STEP) {
    parser.write(head.slice(at, at + HEAD_STEP));
  }
  return roots[0];
}

/** UTF-16 units that are looked at together for the first element. */
const HEAD_STEP = 1024;

function listen(parser: sax.SAXParser, handlers: XmlHandlers): void {
  let depth = 0;
  let attributes = 0;
  const text = (piece: string): void => handlers.text?.(piece);
  Object.assign(parser, {
    // Left alone, the parser goes on after an error and hands on what it guesses.
    onerror: (error: Error) => {
      throw error;
    },
    onopentagstart: () => {
      attributes = 0;
    },
    onattribute: () => {
      attributes++;
      if (attributes > LIMITS.attributes) throw new Stop(`An element has more than ${LIMITS.attributes} attributes.`);
    },
    onopentag: (tag: sax.Tag) => {
      if (depth >= LIMITS.depth) throw new Stop(`Elements stand more than ${LIMITS.depth} deep.`);
      handlers.open(elementOf(tag, parser.line + 1), depth);
      depth++;
    },
    onclosetag: (name: string) => {
      depth--;
      handlers.close?.(localName(name), depth);
    },
    ...(handlers.text ? { ontext: text, oncdata: text } : {}),
  });
}

function elementOf(tag: sax.Tag, line: number): Element {
  const attributes = new Map<string, string>();
  for (const [name, value] of Object.entries(tag.attributes)) attributes.set(localName(name), value);
  return { name: localName(tag.name), attributes, line };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** What the parser or a limit says of the report, as against a mistake of ours in a handler. */
function isFault(error: unknown, parser: sax.SAXParser): error is Error {
  return error instanceof Stop || (error instanceof Error && error === parser.error);
}

/** The parser writes line and column below its message; the first line says what is wrong. */
function faultText(error: Error): string {
  const said = error.message.split('\n')[0] ?? '';
  if (error instanceof Stop) return `${said} The report was not read further.`;
  // The parser tells its errors apart by nothing but their text.
  if (said.startsWith('Invalid character entity')) {
    return 'The report uses an entity of its own. Entities are not expanded, and the report was not read further.';
  }
  if (said.startsWith('Max buffer length')) {
    return `A value has more than ${LIMITS.valueLength} characters. The report was not read further.`;
  }
  return `This is not well-formed XML (${said.replace(/\.$/, '')}). What stands before this place was read.`;
}
