/** What `git cat-file --batch` prints: for each object a line `<id> <type> <size>`, its bytes and a line feed. */

/** @returns content by id; an object that the repository lacks is not in it */
export function blobsIn(printed: Buffer): ReadonlyMap<string, Buffer> {
  const contents = new Map<string, Buffer>();
  for (let at = 0; at < printed.length;) {
    const end = printed.indexOf(10, at);
    const [id, type, size] = printed.toString('latin1', at, end).split(' ');
    at = end + 1;
    if (id === undefined || type !== 'blob') continue;
    contents.set(id, printed.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return contents;
}
