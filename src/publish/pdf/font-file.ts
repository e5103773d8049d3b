/** Reads from a TrueType or OpenType file which characters it has and how far each advances: head, hhea, hmtx, cmap, name. */

export interface FontFile {
  /** Such as `Inter`; empty where the file does not say it. */
  readonly family: string;
  readonly isBold: boolean;
  readonly isItalic: boolean;
  has(codePoint: number): boolean;
  /** Parts of an em; `undefined` for a character that the font lacks. */
  advance(codePoint: number): number | undefined;
}

/** @returns `undefined` for bytes that are no such font */
export function readFont(bytes: Uint8Array): FontFile | undefined {
  const font = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return fontOf(font);
  } catch (cause) {
    // A file that ends too early is no font; anything else is a mistake of ours.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function fontOf(font: DataView): FontFile | undefined {
  const tables = tablesOf(font);
  const [head, hhea, hmtx, cmap] = ['head', 'hhea', 'hmtx', 'cmap'].map((name) => tables.get(name));
  if (head === undefined || hhea === undefined || hmtx === undefined || cmap === undefined) return undefined;
  const unitsPerEm = font.getUint16(head + 18);
  const metrics = font.getUint16(hhea + 34);
  const glyphs = glyphsOf(font, cmap);
  if (unitsPerEm === 0 || metrics === 0 || glyphs.size === 0) return undefined;
  const style = font.getUint16(head + 44);
  return {
    family: familyOf(font, tables.get('name')),
    isBold: (style & 1) !== 0,
    isItalic: (style & 2) !== 0,
    has: (codePoint) => glyphs.has(codePoint),
    advance: (codePoint) => {
      const glyph = glyphs.get(codePoint);
      if (glyph === undefined) return undefined;
      return font.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) / unitsPerEm;
    },
  };
}

const MOST_TABLES = 100;

function tablesOf(font: DataView): ReadonlyMap<string, number> {
  const count = Math.min(font.getUint16(4), MOST_TABLES);
  return new Map(
    Array.from({ length: count }, (_, at) => 12 + 16 * at).map((at) => [tagAt(font, at), font.getUint32(at + 8)]),
  );
}

function tagAt(font: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)));
}

const [FAMILY, TYPOGRAPHIC_FAMILY] = [1, 16];

/** The name that programs group the styles of a font by, from the entries for Windows, which every font has. */
function familyOf(font: DataView, table: number | undefined): string {
  if (table === undefined) return '';
  const count = Math.min(font.getUint16(table + 2), 1000);
  const strings = table + font.getUint16(table + 4);
  const names = new Map<number, string>();
  for (let at = table + 6; at < table + 6 + 12 * count; at += 12) {
    const [platform, id] = [font.getUint16(at), font.getUint16(at + 6)];
    if (platform !== 3 || names.has(id)) continue;
    names.set(id, utf16At(font, strings + font.getUint16(at + 10), font.getUint16(at + 8)));
  }
  return names.get(TYPOGRAPHIC_FAMILY) ?? names.get(FAMILY) ?? '';
}

function utf16At(font: DataView, start: number, bytes: number): string {
  return String.fromCharCode(...Array.from({ length: bytes / 2 }, (_, at) => font.getUint16(start + 2 * at)));
}

/** Character → glyph, from every map of the forms 4 (the first 65,536 characters) and 12 (all). */
function glyphsOf(font: DataView, cmap: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>();
  const count = Math.min(font.getUint16(cmap + 2), MOST_TABLES);
  const isUnicode = (at: number): boolean => {
    const platform = font.getUint16(at);
    return platform === 0 || (platform === 3 && [1, 10].includes(font.getUint16(at + 2)));
  };
  for (let at = cmap + 4; at < cmap + 4 + 8 * count; at += 8) {
    if (!isUnicode(at)) continue;
    const map = cmap + font.getUint32(at + 4);
    const form = font.getUint16(map);
    if (form === 4) readForm4(font, map, glyphs);
    if (form === 12) readForm12(font, map, glyphs);
  }
  return glyphs;
}

function readForm4(font: DataView, map: number, glyphs: Map<number, number>): void {
  const segments = font.getUint16(map + 6);
  const [ends, starts, deltas, ranges] = [14, 16 + segments, 16 + 2 * segments, 16 + 3 * segments] as const;
  for (let at = map; at < map + segments; at += 2) {
    const [end, start] = [font.getUint16(at + ends), font.getUint16(at + starts)];
    const delta = font.getUint16(at + deltas);
    const range = font.getUint16(at + ranges);
    for (let codePoint = start; codePoint <= end && codePoint < 0xff_ff; codePoint++) {
      const raw = range === 0 ? codePoint : font.getUint16(at + ranges + range + 2 * (codePoint - start));
      const glyph = range !== 0 && raw === 0 ? 0 : (raw + delta) & 0xff_ff;
      if (glyph !== 0) glyphs.set(codePoint, glyph);
    }
  }
}

const LAST_CODE_POINT = 0x10_ff_ff;

function readForm12(font: DataView, map: number, glyphs: Map<number, number>): void {
  const groups = font.getUint32(map + 12);
  for (let at = map + 16; at < map + 16 + 12 * groups; at += 12) {
    const [start, end, glyph] = [font.getUint32(at), font.getUint32(at + 4), font.getUint32(at + 8)];
    for (let codePoint = start; codePoint <= Math.min(end, LAST_CODE_POINT); codePoint++) {
      if (glyph + codePoint - start !== 0) glyphs.set(codePoint, glyph + codePoint - start);
    }
  }
}
