/** Text of records inside XML 1.0: characters that it cannot hold are replaced, those that it would obey are escaped. */

/** Outside of `Char` of XML 1.0 (2.2), and what a log that shows the text would obey: C1 and directions of writing. */
const UNFIT =
  /[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

export function inText(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replaceAll(UNFIT, '\uFFFD')
    .replaceAll(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}

/** Line breaks and tabs of an attribute become spaces unless they are written as references (3.3.3). */
export function attribute(text: string): string {
  return inText(text).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}
