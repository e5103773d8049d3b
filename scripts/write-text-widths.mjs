/**
 * Writes src/draw/text-widths.ts: how wide each character may become in the fonts in which our pictures are seen.
 * Needs DejaVu Sans and Liberation Sans (as wide as Helvetica and Arial) on the machine; `-- --fonts DIR` says where.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readAdvances } from './fonts/read-advances.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const INTER = path.join(ROOT, 'node_modules/@expo-google-fonts/inter');
const TARGET = path.join(ROOT, 'src/draw/text-widths.ts');

/** Latin with its extensions, Greek, Cyrillic, punctuation, currencies, arrows, mathematics and shapes that labels use. */
export const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x370, 0x3ff],
  [0x400, 0x45f],
  [0x1e00, 0x1eff],
  [0x2010, 0x2027],
  [0x2030, 0x203a],
  [0x2070, 0x208e],
  [0x20a0, 0x20bf],
  [0x2100, 0x2126],
  [0x2190, 0x21ff],
  [0x2200, 0x2265],
];

/** @param {string} fonts */
export function fontFiles(fonts) {
  const inter = (/** @type {string} */ name) => path.join(INTER, name, `Inter_${name}.ttf`);
  return {
    regular: [inter('400Regular'), `${fonts}/dejavu/DejaVuSans.ttf`, `${fonts}/liberation/LiberationSans-Regular.ttf`],
    // 600 is what we write; where a machine has no such weight, it takes the bold one.
    bold: [
      inter('600SemiBold'),
      inter('700Bold'),
      `${fonts}/dejavu/DejaVuSans-Bold.ttf`,
      `${fonts}/liberation/LiberationSans-Bold.ttf`,
    ],
  };
}

/**
 * @param {readonly string[]} files
 * @returns {string} two digits to the base of 36 for each character of the ranges: half thousandths of an em, rounded up; `--` unknown
 */
export function widestOf(files) {
  const fonts = files.map(readAdvances);
  const codePoints = RANGES.flatMap(([from = 0, to = 0]) =>
    Array.from({ length: to - from + 1 }, (_, at) => from + at),
  );
  return codePoints
    .map((codePoint) => fonts.map((font) => font(codePoint)).filter((width) => width !== undefined))
    .map((widths) =>
      widths.length === 0
        ? '--'
        : Math.ceil(Math.max(...widths) / 2)
            .toString(36)
            .padStart(2, '0'),
    )
    .join('');
}

if (process.argv[1] === import.meta.filename) {
  const { values } = parseArgs({ options: { fonts: { type: 'string', default: '/usr/share/fonts/truetype' } } });
  const { regular, bold } = fontFiles(values.fonts);
  writeFileSync(TARGET, textOf(widestOf(regular), widestOf(bold)));
}

/**
 * @param {string} regular
 * @param {string} bold
 */
function textOf(regular, bold) {
  const hex = (/** @type {number | undefined} */ number) => `0x${(number ?? 0).toString(16)}`;
  const lines = (/** @type {string} */ digits) =>
    (digits.match(/.{1,100}/g) ?? []).map((line) => `  '${line}',`).join('\n');
  return `/** How wide a character may become: the widest of Inter, DejaVu Sans and Helvetica; written by scripts/write-text-widths.mjs. */

/** First and last character of each range. */
export const RANGES: readonly (readonly [from: number, to: number])[] = [
${RANGES.map(([from, to]) => `  [${hex(from)}, ${hex(to)}],`).join('\n')}
];

/** Two digits to the base of 36 for each character: half thousandths of an em, rounded up; \`--\` where no font has it. */
export const REGULAR: readonly string[] = [
${lines(regular)}
];

/** The same for weight 600, which is drawn bold where a machine has no such weight. */
export const BOLD: readonly string[] = [
${lines(bold)}
];
`;
}
