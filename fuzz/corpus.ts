/** Known inputs of each target: `fuzz/corpus/<target>/`, one a file, and texts of the repository that are of its sort. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '..');
const CORPUS = path.join(import.meta.dirname, 'corpus');
/** Longer texts are cut: a change in the middle of a long text shows less than in a short one. */
const LINES = 12;

const TEXTS: Readonly<Record<string, () => readonly string[]>> = {
  yaml: () => [...textsIn('examples', /\.yaml$/), ...textsIn('packs', /\.yaml$/)].flatMap(pieces),
  'records-yaml': () => textsIn('examples', /records\/.*\.yaml$/).flatMap(pieces),
  'records-markdown': () => textsIn('examples', /records\/.*\.md$/).flatMap(pieces),
  settings: () => textsIn('examples', /(medward|case-\w+)\.yaml$/),
  packs: () => textsIn('packs', /\.yaml$/).flatMap(pieces),
  conditions: () => textsIn('packs', /\.yaml$/).flatMap(conditionsIn),
  project: () => textsIn('examples', /records\//).flatMap(pieces),
  reports: () => beginningsIn('test/fixtures/evidence', 'test/fixtures/scans'),
  keys: () => beginningsIn('test/fixtures/signatures'),
};

export function knownInputs(target: string): readonly string[] {
  return [...keptInputs(target), ...(TEXTS[target]?.() ?? []), ''];
}

export function keptInputs(target: string): readonly string[] {
  const folder = path.join(CORPUS, target);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
}

/** Named by its content, so that the same input is kept once. */
export function keepInput(target: string, input: string): void {
  const folder = path.join(CORPUS, target);
  mkdirSync(folder, { recursive: true });
  const name = createHash('sha256').update(input).digest('hex').slice(0, 16);
  writeFileSync(path.join(folder, `${name}.txt`), input);
}

function textsIn(folder: string, name: RegExp): readonly string[] {
  return readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => name.test(file) && /\.(yaml|md)$/.test(file))
    .toSorted()
    .map((file) => readFileSync(path.join(ROOT, folder, file), 'utf8'));
}

/** Of longer files as much as shows the format. */
function beginningsIn(...folders: readonly string[]): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder)).map((name) => path.join(ROOT, folder, name)),
  );
  return files.toSorted().map((file) => readFileSync(file, 'utf8').slice(0, 1_500));
}

function pieces(text: string): readonly string[] {
  const lines = text.split('\n');
  const starts = lines.flatMap((_, index) => (index % LINES === 0 ? [index] : []));
  return starts.map((start) => toLeft(lines.slice(start, start + LINES)).join('\n'));
}

/** Without the indentation of the first line, so that a part of a text is a text of its own. */
function toLeft(lines: readonly string[]): readonly string[] {
  const indent = /^ */.exec(lines[0] ?? '')?.[0] ?? '';
  return lines.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
}

function conditionsIn(text: string): readonly string[] {
  return [...text.matchAll(/\b(?:when|applies|is|if): *['"]?([^'"\n]+)/g)].map((match) => match[1] ?? '');
}
