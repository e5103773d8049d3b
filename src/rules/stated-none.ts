/** What a named person said on a day that there is none of: the reason why a category, a phase or a view is empty. */
import type { Trace } from '../trace/index.js';

/** @returns the words that stand under `of:` of statements of type none with a person, a day and a text */
export function statedNone(trace: Trace): ReadonlySet<string> {
  const statements = trace.all('statement').filter(({ fields }) => {
    const { type, by, date, text } = fields;
    return type === 'none' && by !== undefined && date !== undefined && text !== undefined;
  });
  return new Set(statements.flatMap(({ fields }) => fields.of?.trim() ?? []));
}

/** What to do about words of a list that nothing uses. */
export function stateNoneOf(word: string): string {
  return `state with \`type: none\`, \`of: ${word}\`, \`by\`, \`date\` and the reason that there is none`;
}
