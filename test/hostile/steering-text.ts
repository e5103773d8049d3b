/** A project whose ids, titles, keys and file names hold what a terminal obeys, and every command that may print them. */
import { SETTINGS } from './hostile-case.js';
import type { Files } from './run-medward.js';

const RAW = '\u001B[31m\u009B2J\u202E';

export const STEERING: Files = {
  'medward.yaml': `${SETTINGS.replace('Pump', '"Pu\\e[31mmp\\u009b31m\\u202e"')}code: [src]\nids: { "\\e[31m": "\\e[31m" }\n`,
  'records/a.yaml': [
    'requirements:',
    '  - id: "REQ-1\\e[31m\\x07\\u202e"',
    '  - id: SRS-2',
    '    title: "t\\e]0;evil\\x07\\u202e\\u009b2J"',
    '    text: "a\\e[2J\\r\\nb\\u009b"',
    '    level: "x\\e[31m"',
    '    "k\\e[2J\\u202e": v',
    '    satisfies: ["X\\e[31m\\n/etc/passwd:1:1  error"]',
    'threats:',
    '  - { id: TH-1, title: "\\e[31m\\u009b" }',
    'tests:',
    '  - { id: TC-1, title: "\\e[31m\\u009b", verifies: [SRS-2] }',
    '"kind\\e[31m\\u009b31m":',
    '  - {}',
    '',
  ].join('\n'),
  [`records/n${RAW}\n.md`]: `# SRS-77 x${RAW}\n\n\`\`\`yaml\nfoo: bar\n\`\`\`\n\ntext ${RAW}\n`,
  [`records/m${RAW}\n.yaml`]: 'a: b: c\n',
  'records/b.md': `---\nid: "x${RAW}\n---\n`,
  [`src/${RAW}.ts`]: '// @implements SRS-2\n// @implements NOPE-1\n',
  'bare.yaml':
    'medward: 1\ndevice: { name: "a\\e[31m\\u009b" }\nprofile: { "x\\e[31m": "\\u009b", exposure: "\\e[31m" }\n',
};

const READING = [
  ['check', '--all'],
  ['assess'],
  [],
  ['next', '--all'],
  ['threats'],
  ['trace', 'requirement', 'test'],
  ['show', 'SRS-2'],
  ['show', 'SRS-77'],
  ['show', 'TC-1'],
];

export const COMMANDS: readonly (readonly string[])[] = [
  ...READING,
  ...READING.map((words) => [...words, '--json']),
  ['trace', 'requirement', 'test', '--format', 'csv'],
  ['trace', 'requirement', 'test', '--format', 'html'],
  ['assess', '--profile', 'bare.yaml'],
  ['assess', '--profile', 'bare.yaml', '--profile', 'bare.yaml'],
  [RAW],
  ['show', RAW],
  ['show', RAW, '--json'],
  ['explain', RAW],
  ['schema', RAW],
  ['trace', RAW, 'test'],
  ['check', RAW],
  ['check', `--${RAW}`],
  ['check', `--${RAW}`, '--json'],
  ['check', '--rule', RAW],
  ['check', '--date', RAW],
  ['check', '--project', RAW],
  ['check', '--at', RAW],
  ['check', '--baseline', RAW],
  ['assess', '--what-if', RAW],
  ['assess', '--what-if', `exposure=${RAW}`],
  ['assess', '--profile', RAW],
  ['assess', '--system', RAW],
];
