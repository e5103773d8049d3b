/** The name of a kind with its article, for messages: `an item`, `a test`. */
export function aKind(kind: string): string {
  return `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
