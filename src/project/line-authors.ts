/** Who committed each line of a file, as Git tells it: anybody can write a name, and the commit shows whose hand it was. */
import { runGit } from './run-git.js';
import { realFolder } from './work-tree.js';

/** E-mail addresses in lower case. */
export interface LineAuthor {
  readonly author: string;
  readonly committer: string;
  /** Hash in full of the commit that wrote the line as it is. */
  readonly commit: string;
}

/** @returns for each line from the first; `undefined` for a line that nobody committed, and for all if Git cannot tell */
export function lineAuthors(folder: string, path: string): readonly (LineAuthor | undefined)[] | undefined {
  const answer = runGit(realFolder(folder), ['blame', '--no-textconv', '--porcelain', '--', path]);
  return answer.ok ? readBlame(answer.bytes.toString('utf8')) : undefined;
}

/** What Git says of a commit stands at its first line only (git-blame(1), porcelain). */
function readBlame(text: string): readonly (LineAuthor | undefined)[] {
  const known = new Map<string, { author: string; committer: string; commit: string }>();
  const lines: (LineAuthor | undefined)[] = [];
  let commit = '';
  for (const line of text.split('\n')) {
    const [, id] = /^([0-9a-f]{40,64}) \d+ \d+/.exec(line) ?? [];
    const [, who, address] = /^(author|committer)-mail <(.*)>$/.exec(line) ?? [];
    if (id !== undefined) {
      commit = id;
      if (!known.has(id)) known.set(id, { author: '', committer: '', commit: id });
    } else if (who !== undefined && address !== undefined) {
      const told = known.get(commit);
      if (told) told[who as 'author' | 'committer'] = address.toLowerCase();
    } else if (line.startsWith('\t')) lines.push(/^0+$/.test(commit) ? undefined : known.get(commit));
  }
  return lines;
}
