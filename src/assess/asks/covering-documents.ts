/** Which documents cover a section of a work product, and whether they say anything. */
import type { RecordOf } from '../../records/index.js';
import type { Trace } from '../../trace/index.js';
import { isForSystem } from '../about-system.js';
import { counts } from '../criterion-input.js';

export function coveringDocuments(section: string, scope: string, trace: Trace): readonly RecordOf<'document'>[] {
  return trace
    .all('document')
    .filter((document) => isForSystem(document, scope, trace) && trace.foreign(document, 'covers').includes(section));
}

export function saysSomething(document: RecordOf<'document'>, trace: Trace): boolean {
  return isWritten(document) && counts(document, trace);
}

export function isWritten(document: RecordOf<'document'>): boolean {
  if (document.fields.starter || document.unusable.has('starter')) return false;
  return document.fields.text !== undefined || document.fields.reference !== undefined;
}
