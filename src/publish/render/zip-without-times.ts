/** Packs an Office file again so that the same content gives the same bytes: no clock in the archive or its properties. */
import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { numbered } from './docx-ids.js';

/** @param date a day as `2026-11-23`, written as the time of making */
export function withoutTimes(archive: Uint8Array, date: string): Uint8Array {
  return packed(withNumbers(unzipSync(archive)), date);
}

export function packed(entries: Readonly<Record<string, Uint8Array>>, date: string): Uint8Array {
  const names = Object.keys(entries).toSorted((a, b) => order(a) - order(b) || (a < b ? -1 : 1));
  const packed: Zippable = {};
  for (const name of names) {
    const bytes = entries[name] ?? new Uint8Array();
    packed[name] = [name === 'docProps/core.xml' ? datedAs(bytes, date) : bytes, { mtime: EPOCH, level: 6 }];
  }
  return zipSync(packed);
}

const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';

function withNumbers(entries: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> {
  const [document, relations] = [entries[DOCUMENT], entries[RELATIONS]];
  if (!document || !relations) return entries;
  const parts = numbered({ document: strFromU8(document), relations: strFromU8(relations) });
  return { ...entries, [DOCUMENT]: strToU8(parts.document), [RELATIONS]: strToU8(parts.relations) };
}

/** The first day that an archive can hold. */
const EPOCH = new Date('1980-01-02T00:00:00');

/** Programs expect the list of parts first. */
function order(name: string): number {
  return name === '[Content_Types].xml' ? 0 : 1;
}

function datedAs(bytes: Uint8Array, date: string): Uint8Array {
  const text = strFromU8(bytes).replaceAll(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g,
    (_, before: string, after: string) => `${before}${date}T00:00:00Z${after}`,
  );
  return strToU8(text);
}
