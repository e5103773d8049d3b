/** The fonts of a document: those that ship, in every style that is ever asked for, so that no font of the machine takes part. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFont, type FontFile } from './font-file.js';

export type Style = 'regular' | 'italic' | 'bold' | 'bold-italic' | 'mono';

/**
 * Typst looks into these before it looks at the machine, and takes another file only for a style that is not here: so
 * each style that text and figures ask for has its file. 600 is what our figures ask for.
 */
const SHIPPED: readonly (readonly [style: Style | undefined, file: string])[] = [
  ['regular', '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'],
  ['italic', '@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf'],
  [undefined, '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf'],
  [undefined, '@expo-google-fonts/inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf'],
  ['bold', '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf'],
  ['bold-italic', '@expo-google-fonts/inter/700Bold_Italic/Inter_700Bold_Italic.ttf'],
  ['regular', 'dejavu-fonts-ttf/ttf/DejaVuSans.ttf'],
  ['italic', 'dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf'],
  ['bold', 'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'],
  ['bold-italic', 'dejavu-fonts-ttf/ttf/DejaVuSans-BoldOblique.ttf'],
  ['mono', 'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'],
];

const TEXT = ['Inter', 'DejaVu Sans'] as const;
const MONO = ['DejaVu Sans Mono', ...TEXT] as const;

/** A font of the company's, for text. */
export interface OwnFont {
  readonly family: string;
  /** Regular and bold at least; an italic is taken where there is one. */
  readonly files: readonly Uint8Array[];
}

export interface Fonts {
  /** Families in the order in which they are asked for a character. */
  readonly families: readonly string[];
  /** The same for emphasised text, which a font without italics cannot show. */
  readonly slanted: readonly string[];
  readonly mono: readonly string[];
  /** Bytes of every file, the company's own first. */
  readonly files: readonly Uint8Array[];
  has(codePoint: number, style: Style): boolean;
  /** Points. */
  width(text: string, size: number, style: Style): number;
}

export function openFonts(own?: OwnFont): Fonts {
  const { resolve } = createRequire(import.meta.url);
  const shipped = SHIPPED.map(([style, file]) => ({ style, bytes: readFileSync(resolve(file)) }));
  const ownFiles = (own?.files ?? []).flatMap((bytes) => readFont(bytes) ?? []);
  const read = new Map<Style, readonly FontFile[]>();
  const stack = (style: Style): readonly FontFile[] => {
    const known = read.get(style);
    if (known) return known;
    const files = shipped.filter((one) => one.style === style).flatMap(({ bytes }) => readFont(bytes) ?? []);
    const whole = style === 'mono' ? [...files, ...stack('regular')] : [...ownOf(ownFiles, style), ...files];
    read.set(style, whole);
    return whole;
  };
  const known = new Map<Style, Advance>();
  const advances = (style: Style): Advance => {
    const found = known.get(style) ?? rememberedAdvance(stack(style));
    known.set(style, found);
    return found;
  };
  const isSlanted = ownOf(ownFiles, 'italic').length > 0 && ownOf(ownFiles, 'bold-italic').length > 0;
  return {
    files: [...(own?.files ?? []), ...shipped.map(({ bytes }) => bytes)],
    families: [...(own ? [own.family] : []), ...TEXT],
    slanted: [...(own && isSlanted ? [own.family] : []), ...TEXT],
    mono: MONO,
    has: (codePoint, style) => stack(style).some((font) => font.has(codePoint)),
    width: (text, size, style) => size * emsOf(text, advances(style)),
  };
}

function ownOf(files: readonly FontFile[], style: Style): readonly FontFile[] {
  const [isBold, isItalic] = [style.startsWith('bold'), style.endsWith('italic')];
  return files.filter((file) => file.isBold === isBold && file.isItalic === isItalic);
}

type Advance = (codePoint: number) => number;

function emsOf(text: string, advance: Advance): number {
  let ems = 0;
  for (let at = 0; at < text.length; at++) {
    const codePoint = text.codePointAt(at) ?? 0;
    if (codePoint > 0xff_ff) at++;
    ems += advance(codePoint);
  }
  return ems;
}

/** Most characters of most texts are among the first few hundred, and are asked for again and again. */
const REMEMBERED = 0x3000;

function rememberedAdvance(fonts: readonly FontFile[]): Advance {
  const remembered = new Float32Array(REMEMBERED).fill(-1);
  return (codePoint) => {
    const known = remembered[codePoint];
    if (known !== undefined && known >= 0) return known;
    const advance = advanceOf(codePoint, fonts);
    if (codePoint < REMEMBERED) remembered[codePoint] = advance;
    return advance;
  };
}

function advanceOf(codePoint: number, fonts: readonly FontFile[]): number {
  for (const font of fonts) {
    const advance = font.advance(codePoint);
    if (advance !== undefined) return advance;
  }
  return 1;
}
