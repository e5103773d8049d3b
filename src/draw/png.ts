/** Turns a picture into a PNG with the fonts that ship beside it: no font of the machine takes part, so the bytes are the same everywhere. */
import { createRequire } from 'node:module';
import { isKnown } from './measure-text.js';

export interface PngOptions {
  /** Pixels; the height follows. */
  readonly width: number;
}

/** More than any screen or printer asks for; a picture is a few megabytes then. */
export const MOST_PIXELS_WIDE = 8_000;
/** So that a very tall picture cannot take all memory. */
const MOST_PIXELS = 100_000_000;

const FONTS = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf', '700Bold/Inter_700Bold.ttf'];

/** @returns characters for which the fonts that ship have no sign, or may have none: they would be missing without a word */
export function charactersWithoutSign(svg: string): readonly string[] {
  const shown = svg.replaceAll(/<(title|desc)>[^<]*<\/\1>|<[^>]*>/g, '');
  return [...new Set(shown)].filter((character) => character !== '\n' && !isKnown(character)).toSorted();
}

/** @param size of the picture in its units */
export async function renderPng(
  svg: string,
  size: { readonly width: number; readonly height: number },
  { width }: PngOptions,
): Promise<Uint8Array> {
  const { Resvg } = await import('@resvg/resvg-js');
  const { resolve } = createRequire(import.meta.url);
  const wanted = Math.max(1, Math.min(width, MOST_PIXELS_WIDE));
  const most = Math.sqrt((MOST_PIXELS * size.width) / size.height);
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.floor(Math.min(wanted, most)) },
    background: '#ffffff',
    font: {
      loadSystemFonts: false,
      defaultFontFamily: 'Inter',
      fontFiles: FONTS.map((file) => resolve(`@expo-google-fonts/inter/${file}`)),
    },
  });
  return resvg.render().asPng();
}
