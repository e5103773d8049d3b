/** Names of the pages of records: safe on every disk, also where ids differ in the size of letters alone. */

/** Names that a disk of Windows keeps for devices. */
const KEPT = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const MOST = 80;

/** @returns id → name of its page without a folder */
export function pageNames(ids: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const names = new Map<string, string>();
  for (const id of ids) {
    const stem = stemOf(id);
    let name = stem;
    for (let count = 2; taken.has(name.toLowerCase()); count++) name = `${stem}_${count}`;
    taken.add(name.toLowerCase());
    names.set(id, `${name}.html`);
  }
  return names;
}

function stemOf(id: string): string {
  const safe = id.replaceAll(/[^A-Za-z0-9_-]/g, '_').slice(0, MOST);
  return KEPT.test(safe) || safe === '' ? `_${safe}` : safe;
}
