/** Which documents cover a section of a work product, and whether they say anything. */
import type { Pack } from '../../packs/index.js';
import type { RecordOf } from '../../records/index.js';
import type { Trace } from '../../trace/index.js';
import { isForSystem } from '../about-system.js';
import { counts } from '../criterion-input.js';
import { unfinishedOf } from '../unfinished.js';

export function coveringDocuments(section: string, scope: string, trace: Trace): readonly RecordOf<'document'>[] {
  return trace
    .all('document')
    .filter((document) => isForSystem(document, scope, trace) && trace.foreign(document, 'covers').includes(section));
}

export function saysSomething(document: RecordOf<'document'>, trace: Trace, packs: readonly Pack[]): boolean {
  return isWritten(document, packs) && counts(document, trace);
}

/** A text with places to fill is not written yet, whoever approved it. */
export function isWritten(document: RecordOf<'document'>, packs: readonly Pack[]): boolean {
  if (document.fields.starter || document.unusable.has('starter')) return false;
  if (unfinishedOf(document, packs).length > 0) return false;
  return document.fields.text !== undefined || document.fields.reference !== undefined;
}
