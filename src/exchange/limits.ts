/** How much of a foreign model is read at most: hostile or broken files must not exhaust time or memory. */

// @implements SRS-915
export const LIMITS = {
  /** Bytes of one file, 50 MiB. */
  fileBytes: 50 * 1024 * 1024,
  /** Bytes of a model and all that it includes. */
  modelBytes: 100 * 1024 * 1024,
  /** Values inside one another in JSON; YAML has its own limits in the room `shapes`. */
  depth: 100,
  /** Values of one JSON file. */
  values: 3_000_000,
  /** Files that a model includes, one through the other. */
  includes: 100,
  /** Things of one model that become records. */
  things: 100_000,
  /** Boundaries or items inside one another, in an export. */
  nesting: 200,
  /** Boxes of one diagram among which the one around a shape is looked for. */
  boxes: 2_000,
  /** Problems told of one model. */
  problems: 1_000,
  /** UTF-16 units of a lost value that are shown. */
  shownValue: 200,
  /** UTF-16 units of one value in a record: a line of a record file must not grow longer than is read. */
  valueLength: 30_000,
  /** UTF-16 units of one file of records, well under what is read of one. */
  recordFileLength: 1_500_000,
} as const;
