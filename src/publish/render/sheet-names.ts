/** Names of sheets: at most 31 characters, without the signs that Excel refuses, each once whatever its case. */

const MOST = 31;

export function sheetNames(titles: readonly string[]): readonly string[] {
  const taken = new Set(['about', 'history']);
  return titles.map((title) => {
    const stem =
      title
        .replaceAll(/[\\/?*[\]:']/g, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim() || 'Table';
    let name = stem.slice(0, MOST).trim();
    for (let count = 2; taken.has(name.toLowerCase()); count++) {
      const end = ` ${count}`;
      name = `${stem.slice(0, MOST - end.length).trim()}${end}`;
    }
    taken.add(name.toLowerCase());
    return name;
  });
}
