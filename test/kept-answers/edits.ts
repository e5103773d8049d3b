/** Edits of a project as people and tools make them, also such that look as if nothing had been touched. */
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { commitAll, git } from '../../src/project/folder.test-support.js';
import { add, junit } from '../freshness/pump.js';

/** @param pick a number that tells which of several, and what to write */
type Edit = (folder: string, pick: number) => void | Promise<void>;

/** Files of the project beside those of Git, in order. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.git'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

function oneOf<T>(all: readonly T[], pick: number): T | undefined {
  return all[pick % Math.max(1, all.length)];
}

function write(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** One letter becomes another, and the times are set back: size and time of change say that nothing happened. */
function changeUnseen(file: string, pick: number): void {
  const bytes = readFileSync(file);
  const { atime, mtime } = statSync(file);
  const letters = [...bytes.keys()].filter((at) => /[0-9a-z]/.test(String.fromCharCode(bytes[at] ?? 0)));
  const at = letters[pick % Math.max(1, letters.length)];
  if (at === undefined) return;
  bytes[at] = bytes[at] === 49 ? 50 : 49;
  writeFileSync(file, bytes);
  utimesSync(file, atime, mtime);
}

const record = (pick: number): string =>
  `requirements:\n  - { id: SRS-${10 + (pick % 5)}, level: software, title: Number ${pick}, allocated-to: [EL-${1 + (pick % 3)}] }\n`;

export const EDITS: Readonly<Record<string, Edit>> = {
  'nothing at all': () => {},
  'one letter somewhere': (folder, pick) => {
    const file = oneOf(filesOf(folder), pick);
    if (file !== undefined) changeUnseen(file, pick);
  },
  'a file is touched and stays as it is': (folder, pick) => {
    const file = oneOf(filesOf(folder), pick);
    if (file !== undefined) utimesSync(file, pick, pick);
  },
  'a record is added': (folder, pick) => write(folder, `records/more/part-${pick % 3}.yaml`, record(pick)),
  'a record in Markdown': (folder, pick) => write(folder, 'records/need.md', `## UN-1 Need ${pick}\n\nWords.\n`),
  'a line is added': (folder, pick) => {
    const file = oneOf(filesOf(folder), pick);
    if (file !== undefined) appendFileSync(file, `# ${pick}\n`);
  },
  'a file is deleted': (folder, pick) => {
    const file = oneOf(filesOf(folder).slice(1), pick);
    if (file !== undefined && !file.endsWith('medward.yaml')) rmSync(file);
  },
  'a file is renamed': (folder, pick) => {
    const file = oneOf(filesOf(folder), pick);
    if (file !== undefined && !file.endsWith('medward.yaml'))
      renameSync(file, `${file}.${oneOf(['md', 'yaml', 'bak'], pick)}`);
  },
  'two files change places': (folder, pick) => {
    const [a, b] = [oneOf(filesOf(folder), pick), oneOf(filesOf(folder), pick + 3)];
    if (a === undefined || b === undefined || a === b || `${a}${b}`.includes('medward.yaml')) return;
    renameSync(a, `${a}.tmp`);
    renameSync(b, a);
    renameSync(`${a}.tmp`, b);
  },
  'settings: another version': (folder, pick) => inSettings(folder, /version: \S+ /, `version: 1.0.${pick % 4} `),
  'settings: another exposure': (folder, pick) =>
    inSettings(folder, /exposure: \w+/, `exposure: ${oneOf(['none', 'network'], pick)}`),
  'settings: nobody can read them': (folder, pick) =>
    appendFileSync(join(folder, 'medward.yaml'), pick % 2 ? '}\n' : '# fine\n'),
  'settings: less code': (folder, pick) =>
    inSettings(folder, /code: .*/, `code: [${oneOf(['src', 'src, test', 'src, tools'], pick)}]`),
  'a tag in code': (folder, pick) => write(folder, 'src/tagged.ts', `// @implements SRS-${1 + (pick % 2)}\n`),
  'a tag is turned off': (folder) => write(folder, 'src/tagged.ts', '// medward:off\n// @implements SRS-1\n'),
  'a pack of our own': (folder, pick) => {
    write(folder, 'packs/ours/pack.yaml', `pack: ours\nedition: "1"\nformat: 1\ntitle: Ours ${pick}\n`);
    inSettings(folder, /packs: \[/, pick % 2 ? 'packs: [./packs/ours, ' : 'packs: [');
  },
  'rules of what to ignore': (folder, pick) =>
    write(folder, '.gitignore', `${oneOf(['*.bak', 'records/more/', 'src/'], pick)}\n`),
  'a link to another file': (folder, pick) => {
    const link = join(folder, 'records/linked.yaml');
    rmSync(link, { force: true });
    symlinkSync(oneOf(['items.yaml', 'tests.yaml', '../../outside.yaml'], pick) ?? '', link);
  },
  'a commit': (folder) => void commitAll(folder),
  'a commit of nothing': inGit((folder, pick) =>
    git(folder, 'commit', '--quiet', '--allow-empty', `--message=${pick}`),
  ),
  'back to the commit before': inGit((folder) => {
    if (git(folder, 'rev-list', '--count', 'HEAD').trim() !== '1') git(folder, 'reset', '--quiet', '--hard', 'HEAD~1');
  }),
  'Git is taken away': (folder, pick) => {
    if (pick % 4 === 0) rmSync(join(folder, '.git'), { recursive: true, force: true });
  },
  'a report is added': inGit((folder, pick) =>
    add(folder, junit('2026-11-20T10:00:00Z', { 'TC-1': 'passed', 'TC-2': pick % 2 ? 'failed' : 'passed' })).catch(
      () => {},
    ),
  ),
  'evidence is touched': (folder, pick) => {
    const file = oneOf(
      filesOf(folder).filter((path) => path.includes('/evidence/')),
      pick,
    );
    if (file !== undefined) changeUnseen(file, pick);
  },
};

function inGit(edit: (folder: string, pick: number) => unknown): Edit {
  return async (folder, pick) => {
    if (existsSync(join(folder, '.git'))) await edit(folder, pick);
  };
}

function inSettings(folder: string, pattern: RegExp, words: string): void {
  const file = join(folder, 'medward.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(pattern, words));
}
