/** The fonts of a document: those that ship, in every style that is ever asked for, so that no font of the machine takes part. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFont, type FontFile } from './font-file.js';

/**
 * Typst looks into these before it looks at the machine, and takes another file only for a style that is not here: so
 * each style that text and figures ask for has its file.
 */
const SHIPPED = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  '@expo-google-fonts/inter/600SemiBold_Italic/Inter_600SemiBold_Italic.ttf',
  '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
  '@expo-google-fonts/inter/700Bold_Italic/Inter_700Bold_Italic.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-BoldOblique.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf',
] as const;

export function shippedFonts(): readonly Uint8Array[] {
  const { resolve } = createRequire(import.meta.url);
  return SHIPPED.map((file) => readFileSync(resolve(file)));
}
