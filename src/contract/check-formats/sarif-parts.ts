/** The small parts of a SARIF log: an object, the words of records in a message, and steps of an address. */

export type SarifPart = Readonly<Record<string, unknown>>;

/** A plain message in which nothing is a placeholder or a link. 3.11.5: `{0}` asks for an argument. 3.11.6: `[words](address)` is a link, wherever it leads. */
export function inPlainText(text: string): string {
  const literal = text.replaceAll(/\{(\d+)\}/g, '{{$1}}');
  return literal.includes('](') ? literal.replaceAll(/[[\]\\]/g, '\\$&') : literal;
}

/** Percent-encoded; half a character, which has no encoding, is replaced. */
export function inAddress(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}
