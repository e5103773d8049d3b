/**
 * Comes in: texts of record files with their paths, and prefixes of the project's own.
 * Goes out: typed records, each with its place; what is wrong in them; the kinds and relations as data; canonical form and hash.
 * May not: read files (beside its own relation table), know a pack, a rule or a setting, judge what is missing.
 */
export { canonicalText, recordHash, type OutgoingLinks } from './canonical.js';
export { FileReading } from './file-reading.js';
export { fieldsOf, findKind, findKindByPlural, findKindByPrefix, kindNames } from './kinds.js';
export type { Kind } from './kinds/define.js';
export { makeRecord, type MadeRecord, type RecordDraft } from './make-record.js';
export { cutMarkdown, type Block, type Heading } from './markdown-blocks.js';
export { joinReadings, readRecordFile, readRecords, type RecordSettings } from './read-records.js';
export type {
  AnyRecord,
  FieldsOfKind,
  KindName,
  Problem,
  Reading,
  RecordFault,
  RecordOf,
  WrittenLink,
} from './record.js';
export {
  linkFields,
  mayEnd,
  mayStart,
  relationTable,
  type Expectation,
  type ExpectationAsk,
  type LinkField,
  type Relation,
  type Where,
} from './relations.js';
