/** The six words of STRIDE as other tools write them, and the letters of our records. */

export type Stride = 'S' | 'T' | 'R' | 'I' | 'D' | 'E';

const WORDS: Readonly<Record<Stride, string>> = {
  S: 'Spoofing',
  T: 'Tampering',
  R: 'Repudiation',
  I: 'Information disclosure',
  D: 'Denial of service',
  E: 'Elevation of privilege',
};

/** Upper or lower case, hyphens and the plural that some tools write do not matter: `Elevation of Privileges`. */
export function strideOf(word: string): Stride | undefined {
  const plain = plainWord(word);
  return (Object.keys(WORDS) as Stride[]).find((letter) => plainWord(WORDS[letter]) === plain);
}

export function strideWord(letter: string): string | undefined {
  return Object.hasOwn(WORDS, letter) ? WORDS[letter as Stride] : undefined;
}

function plainWord(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/[^a-z]/g, '')
    .replace(/privileges$/, 'privilege');
}
