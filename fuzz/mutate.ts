/** Makes a new input of a known one: words put in, parts lost, moved, repeated, or taken from another. */
import type { Chance } from './chance.js';

/** Longer inputs find nothing that shorter ones do not, and take their time. */
const MAX_LENGTH = 4000;

const MARKS = [
  ['\n', '\n', ' ', '  ', '- ', ': ', ':', '#', ' #', '[', ']', '{', '}', ',', '|\n', '>\n', '"', "'", '\\', '~', '?'],
  ['&a ', '*a', '!!x ', '<<: ', '---\n', '...', '```yaml\n', '```\n', '# ', '## ', '\t', '\r\n', '\0', '\u2028'],
  ['\ufeff', '\ud800', '😀', '\u202e', '\u001b[31m', '__proto__', 'constructor', 'null', '0', '-1', '1e999', '%'],
].flat();

export function mutated(inputs: readonly string[], words: readonly string[], chance: Chance): string {
  let text = chance.one(inputs);
  for (let step = chance.below(3); step >= 0; step--) text = changed(text, inputs, words, chance);
  return text.slice(0, MAX_LENGTH);
}

function changed(text: string, inputs: readonly string[], words: readonly string[], chance: Chance): string {
  const at = chance.below(text.length + 1);
  const [before, after] = [text.slice(0, at), text.slice(at)];
  switch (chance.below(8)) {
    case 0:
      return before + after.slice(chance.below(20));
    case 1:
      return before + after.slice(0, chance.below(60)) + after;
    case 2:
      return before + part(chance.one(inputs), chance) + after;
    case 3:
      return withoutLine(text, chance);
    case 4:
      return before + chance.one(words) + after;
    case 5:
      return before + chance.one(words) + after.slice(chance.below(12));
    default:
      return before + chance.one(MARKS) + after.slice(chance.below(2));
  }
}

function part(text: string, chance: Chance): string {
  const from = chance.below(text.length + 1);
  return text.slice(from, from + chance.below(120));
}

function withoutLine(text: string, chance: Chance): string {
  const lines = text.split('\n');
  lines.splice(chance.below(lines.length), 1);
  return lines.join('\n');
}
