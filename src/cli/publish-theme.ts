/** Finds how the company's documents look: `documents/theme.yaml` of the project, with the logo and fonts that it names. */
import { createHash } from 'node:crypto';
import { readTheme, THEME_PATH, type NumberingWords, type TemplateProblem, type Theme } from '../publish/index.js';
import type { Session } from './session.js';

export interface ThemeFound {
  /** `undefined`: the project has none. */
  readonly theme: Theme | undefined;
  /** What it says of headings, tables and figures, for every format. */
  readonly numbering?: NumberingWords;
  /** Of the theme with all of its files: documents are made again when it changes. */
  readonly hash: string;
  readonly problems: readonly TemplateProblem[];
}

export function findTheme({ project: { tree } }: Session): ThemeFound {
  const hash = createHash('sha256');
  const read = tree.read(THEME_PATH);
  if (!read.ok && read.reason === 'not-there') return { theme: undefined, hash: 'none', problems: [] };
  if (!read.ok) {
    const problem = { file: THEME_PATH, line: read.line, column: read.column, message: 'The theme cannot be read.' };
    return { theme: undefined, hash: 'none', problems: [problem] };
  }
  const fileOf = (path: string): Uint8Array | undefined => {
    const file = tree.readBytes(path);
    if (file.ok) hash.update(file.bytes);
    return file.ok ? file.bytes : undefined;
  };
  const found = readTheme({ path: THEME_PATH, text: read.text }, fileOf);
  const { numbering: headings, words } = found.theme;
  const numbering = { headings, table: words.table, figure: words.figure };
  return { ...found, numbering, hash: hash.update(read.text).digest('hex') };
}
