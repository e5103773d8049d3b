/** `A, B and 3 more`: a sentence stays one that can be read, however much it could name. */
export function shortList(words: readonly string[], most = 4, separator = ', '): string {
  const more = words.length - most;
  return more > 0 ? `${words.slice(0, most).join(separator)} and ${more} more` : words.join(separator);
}
