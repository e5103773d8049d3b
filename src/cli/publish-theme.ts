/** Finds how the company's documents look: `documents/theme.yaml` of the project, with the logo and fonts that it names. */
import { createHash } from 'node:crypto';
import { PLAIN_THEME, readTheme, THEME_PATH, type TemplateProblem, type Theme } from '../publish/index.js';
import type { Session } from './session.js';

export interface ThemeFound {
  readonly theme: Theme;
  /** Of the theme with all of its files: documents are made again when it changes. */
  readonly hash: string;
  readonly problems: readonly TemplateProblem[];
}

export function findTheme({ project: { tree } }: Session): ThemeFound {
  const hash = createHash('sha256');
  const read = tree.read(THEME_PATH);
  if (!read.ok && read.reason === 'not-there') return { theme: PLAIN_THEME, hash: 'none', problems: [] };
  if (!read.ok) {
    const problem = { file: THEME_PATH, line: read.line, column: read.column, message: 'The theme cannot be read.' };
    return { theme: PLAIN_THEME, hash: 'none', problems: [problem] };
  }
  const fileOf = (path: string): Uint8Array | undefined => {
    const file = tree.readBytes(path);
    if (file.ok) hash.update(file.bytes);
    return file.ok ? file.bytes : undefined;
  };
  const found = readTheme({ path: THEME_PATH, text: read.text }, fileOf);
  return { ...found, hash: hash.update(read.text).digest('hex') };
}
