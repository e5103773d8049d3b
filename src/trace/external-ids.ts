/** Which ids are of other products, by the prefixes that the settings name. */

// @implements SRS-203
export function isExternal(id: string, prefixes: readonly string[]): boolean {
  return prefixes.some((prefix) => id === prefix || id.startsWith(`${prefix}-`));
}
