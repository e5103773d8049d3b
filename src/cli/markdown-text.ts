/** Text of records inside Markdown: it forms no markup, no link and no HTML, and calls nobody. */
import { plain } from './terminal.js';

/** What Markdown, HTML, tables and formulas of GitHub are made of; a character reference is never structure (CommonMark 2.5). */
const MARKUP = /[&<>\\`*_~[\]|$#@]/g;

/** Splits what would be a mention, a reference to an issue or an address; it has no width. */
const BREAK = '&#8203;';

/** One line; what stands between backticks in our messages is shown as code. */
export function inMarkdown(text: string): string {
  const parts = plain(text).replaceAll(/\s+/g, ' ').split('`');
  // A backtick without its fellow is text.
  if (parts.length % 2 === 0) return escaped(parts.join('`'));
  return parts.map((part, at) => (at % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part))).join('');
}

function escaped(text: string): string {
  return text
    .replaceAll(MARKUP, (char) => `&#${char.charCodeAt(0)};`)
    .replaceAll(/&#(?:64|35);|:(?=\/\/)|\b(?:GH-(?=\d)|www(?=\.))/gi, `$&${BREAK}`);
}
