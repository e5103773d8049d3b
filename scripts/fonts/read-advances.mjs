/** Reads how far each character advances from a TrueType file: the tables head, hhea, hmtx and cmap, and nothing else. */
import { readFileSync } from 'node:fs';

/**
 * @param {string} file
 * @returns {(codePoint: number) => number | undefined} advance in thousandths of an em; `undefined` if the font has no such character
 */
export function readAdvances(file) {
  const font = readFileSync(file);
  const table = tablesOf(font);
  const unitsPerEm = font.readUInt16BE(table('head') + 18);
  const metrics = font.readUInt16BE(table('hhea') + 34);
  const glyphOf = readGlyphs(font, table('cmap'));
  return (codePoint) => {
    const glyph = glyphOf(codePoint);
    if (glyph === 0) return undefined;
    const advance = font.readUInt16BE(table('hmtx') + 4 * Math.min(glyph, metrics - 1));
    return (advance * 1000) / unitsPerEm;
  };
}

/**
 * @param {Buffer} font
 * @returns {(name: string) => number} where a table begins
 */
function tablesOf(font) {
  /** @type {Map<string, number>} */
  const tables = new Map();
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16) {
    tables.set(font.toString('latin1', at, at + 4), font.readUInt32BE(at + 8));
  }
  return (name) => {
    const offset = tables.get(name);
    if (offset === undefined) throw new Error(`The font has no table ${name}.`);
    return offset;
  };
}

/**
 * Format 4 of the character map, which covers the first 65,536 characters and which every font has.
 * @param {Buffer} font
 * @param {number} cmap
 * @returns {(codePoint: number) => number} the glyph, 0 if there is none
 */
function readGlyphs(font, cmap) {
  const count = font.readUInt16BE(cmap + 2);
  const maps = Array.from({ length: count }, (_, at) => cmap + font.readUInt32BE(cmap + 8 + 8 * at));
  const map = maps.find((at) => font.readUInt16BE(at) === 4);
  if (map === undefined) throw new Error('The font has no character map of format 4.');
  const segments = font.readUInt16BE(map + 6);
  const [ends, starts, deltas, ranges] = [14, 16 + segments, 16 + 2 * segments, 16 + 3 * segments].map(
    (at) => map + at,
  );
  if (ends === undefined || starts === undefined || deltas === undefined || ranges === undefined) return () => 0;
  return (codePoint) => {
    for (let at = 0; at < segments; at += 2) {
      if (codePoint > font.readUInt16BE(ends + at)) continue;
      const start = font.readUInt16BE(starts + at);
      if (codePoint < start) return 0;
      const delta = font.readUInt16BE(deltas + at);
      const range = font.readUInt16BE(ranges + at);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = font.readUInt16BE(ranges + at + range + 2 * (codePoint - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
