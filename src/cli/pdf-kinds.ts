/** The sorts of PDF of `medward publish --pdf`. */
import type { PdfOptions } from '../publish/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import { OptionError } from './option-error.js';

export type PdfKind = 'a-2a' | 'ua-1' | 'untagged';

const KINDS: Readonly<Record<PdfKind, Pick<PdfOptions, 'standard' | 'isTagged'>>> = {
  'a-2a': { standard: 'a-2a' },
  'ua-1': { standard: 'ua-1' },
  untagged: { isTagged: false },
};

/** @throws OptionError for a sort that is none */
export function pdfKindOf(word = 'a-2a'): PdfKind {
  if (isKind(word)) return word;
  throw new OptionError(
    `There is no sort of PDF \`${shown(word)}\`${didYouMean(word, Object.keys(KINDS)) || '.'}`,
    `Known: ${Object.keys(KINDS).join(', ')}.`,
  );
}

export function pdfOptionsOf(kind: PdfKind): Pick<PdfOptions, 'standard' | 'isTagged'> {
  return KINDS[kind];
}

function isKind(word: string): word is PdfKind {
  return Object.hasOwn(KINDS, word);
}
