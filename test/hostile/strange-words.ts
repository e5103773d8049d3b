/** Commands, options and files behind options that make no sense, and what is said about each. */
import { SETTINGS } from './hostile-case.js';
import type { Files } from './run-medward.js';

export interface WordCase {
  readonly words: readonly string[];
  readonly files?: Files;
  readonly status: 0 | 1 | 2;
  readonly says?: string;
}

const FILES: Files = {
  'medward.yaml': SETTINGS,
  'bytes.dat': Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 256)),
  'empty.json': '',
  'list.json': '[]',
  'null.json': 'null',
  'gaps.json': '{ "gaps": { "__proto__": 1 } }',
  'odd.json': '{ "gaps": [null, 5, { "key": {} }, { "key": "x" }] }',
  'deep.json': '['.repeat(1_000_000),
  'large.yaml': '#'.repeat(1_000_001),
  'folder/x': '',
};

const refused = (says: string, ...words: readonly string[]): WordCase => ({ words, files: FILES, status: 2, says });
const done = (status: 0 | 1, ...words: readonly string[]): WordCase => ({ words, files: FILES, status });

export const wordCases: readonly WordCase[] = [
  { words: ['check'], status: 2, says: 'No `medward.yaml` stands in' },
  { words: ['check'], files: { 'medward.yaml': SETTINGS }, status: 1, says: 'nothing of it is written' },
  { words: ['assess'], files: { 'medward.yaml': SETTINGS }, status: 0 },
  refused('There is no command `nope`', 'nope'),
  refused('There is no command `__proto__`', '__proto__'),
  refused('There is no command `constructor`', 'constructor'),
  refused('There is no option `--constructor`', 'check', '--constructor'),
  refused('There is no option `--__proto__`', 'check', '--__proto__'),
  refused('There is no option `--toString`', 'check', '--toString'),
  refused('There is no option `-x`', 'check', '-x'),
  refused('takes no word such as `--json`', 'check', '--', '--json'),
  refused('takes no word such as `--help`', 'check', '--', '--help'),
  refused('takes no word such as `check`', '--', 'check'),
  refused('The option --json takes no value.', 'check', '--json=yes'),
  refused('The option --date takes YYYY-MM-DD.', 'check', '--date'),
  refused('The option --date takes YYYY-MM-DD.', 'check', '--date='),
  refused('stands twice', 'check', '--date=2026-01-01', '--date=2026-01-02'),
  refused('`2026-02-30` is not a date', 'check', '--date', '2026-02-30'),
  refused('`tomorrow` is not a date', 'check', '--date', 'tomorrow'),
  done(1, 'check', '--date', '0001-01-01'),
  done(1, 'check', '--date', '9999-12-31'),
  refused('nope is not a folder', 'check', '--project', 'nope'),
  refused('medward.yaml is not a folder', 'check', '--project', 'medward.yaml'),
  refused('is not a folder', 'check', '--project', '\0'),
  refused('', 'check', '--at', 'HEAD'),
  refused('The option --at takes REVISION.', 'check', '--at', '--upload-pack=x'),
  refused('There is no rule `__proto__`', 'check', '--rule', '__proto__'),
  refused('There is no rule `fact-unknwn`; did you mean `fact-unknown`?', 'check', '--rule', 'fact-unknwn'),
  ...['bytes.dat', 'nope', 'folder', 'empty.json', 'list.json', 'null.json', 'gaps.json', 'deep.json', '\0'].map(
    (file) => refused('The baseline', 'check', '--baseline', file),
  ),
  done(1, 'check', '--baseline', 'odd.json'),
  ...['bytes.dat', 'nope', 'folder', 'large.yaml', '\0'].map((file) =>
    refused('The profile', 'assess', '--profile', file),
  ),
  refused('empty.json:1:1', 'assess', '--profile', 'empty.json'),
  refused('deep.json:1:', 'assess', '--profile', 'deep.json'),
  refused('names no fact', 'assess', '--what-if', 'exposure'),
  refused('names no fact', 'assess', '--what-if', '__proto__=yes'),
  refused('names no fact', 'assess', '--what-if', 'constructor=yes'),
  refused('is no value of exposure', 'assess', '--what-if', 'exposure=none,public-network'),
  refused('is no value of safety-class', 'assess', '--what-if', 'safety-class=Z'),
  refused('There is no software system `__proto__`', 'assess', '--system', '__proto__'),
  refused('Expected is an id', 'show'),
  refused('Name exactly one', 'show', 'a', 'b'),
  refused('No record has the id `__proto__`', 'show', '__proto__'),
  refused('No record has the id `constructor`', 'show', 'constructor'),
  refused('No record has the id `xxx', 'show', 'x'.repeat(100_000)),
  refused('Nothing is called `__proto__`', 'explain', '__proto__'),
  refused('Nothing is called `toString`', 'explain', 'toString'),
  refused('There is no schema `record/constructor`', 'schema', 'record/constructor'),
  refused('`__proto__` is no kind of record', 'trace', '__proto__', 'constructor'),
];

/** Without end: only where there is such a file. */
if (process.platform === 'linux') {
  (wordCases as WordCase[]).push(
    refused('has more than', 'check', '--baseline', '/dev/zero'),
    refused('has more than', 'assess', '--profile', '/dev/zero'),
  );
}
