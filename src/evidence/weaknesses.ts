/** Finds CWE numbers in the words by which tools name them: `CWE-79`, `external/cwe/cwe-079`, `CWE-119!/CWE-120`. */

/** @returns such as `CWE-79`, without zeros in front, in the order of the text */
export function weaknessesIn(text: string): readonly string[] {
  return [...text.slice(0, 2_000).matchAll(/\bcwe[-_: ]{0,2}0*([1-9]\d{0,4})\b/gi)].map((match) => `CWE-${match[1]}`);
}
