import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { all } from './commands/all.js';
import { runProgram } from './program.js';
import { painter } from './terminal.js';

const FOLDER = path.join(import.meta.dirname, '../../test/fixtures/labdesk-begun');

interface Ran {
  readonly status: number;
  readonly out: string;
  readonly notes: string;
}

async function run(...words: readonly string[]): Promise<Ran> {
  const out: string[] = [];
  const notes: string[] = [];
  const status = await runProgram(words, {
    terminal: { out: (text) => out.push(text), note: (text) => notes.push(text), paint: painter(false), width: 100 },
    folder: FOLDER,
    now: () => new Date('2026-11-24T12:00:00Z'),
  });
  return { status, out: out.join(''), notes: notes.join('') };
}

// @verifies TC-708
describe('a word that is not understood ends with status 2, a message and nothing on standard output', () => {
  test.each([
    ['an unknown command', ['chekc'], 'There is no command `chekc`; did you mean `check`?'],
    ['an unknown command that is near to none', ['xyzzy'], 'There is no command `xyzzy`.'],
    ['a command that every object has', ['constructor'], 'There is no command `constructor`.'],
    ['an unknown option', ['check', '--jsn'], 'There is no option `--jsn` here.'],
    ['a short option', ['check', '-j'], 'There is no option `-j` here.'],
    ['an option that every object has', ['check', '--constructor'], 'There is no option `--constructor` here.'],
    ['the prototype as an option', ['check', '--__proto__'], 'There is no option `--__proto__` here.'],
    ['a negated switch', ['check', '--no-json'], 'There is no option `--no-json` here.'],
    ['an option of another command', ['check', '--what-if', 'exposure=none'], 'There is no option `--what-if` here.'],
    ['a value that is missing at the end', ['check', '--project'], 'The option --project takes DIR.'],
    ['a value that is the next option', ['check', '--project', '--all'], 'The option --project takes DIR.'],
    ['an empty value', ['check', '--project='], 'The option --project takes DIR.'],
    ['a switch with a value', ['check', '--json=yes'], 'The option --json takes no value.'],
    ['an option twice', ['check', '--date', '2026-01-01', '--date', '2026-01-02'], 'The option --date stands twice.'],
    [
      'a word that the command does not take',
      ['check', 'everything'],
      '`medward check` takes no word such as `everything`.',
    ],
    ['a day that is none', ['check', '--date', '2026-02-30'], '2026-02-30'],
    ['a folder that is none', ['check', '--project', 'nowhere'], 'nowhere'],
    ['a record that is not there', ['show', 'SRS-O1'], 'No record has the id `SRS-O1`; did you mean'],
    ['no record named', ['show'], 'Expected is an id'],
    ['two records named', ['show', 'TH-01', 'TH-02'], 'Expected is an id'],
    ['a fact that is none', ['assess', '--what-if', 'exposre=none'], 'did you mean `exposure`?'],
    ['a fact without a value', ['assess', '--what-if', 'exposure'], '`--what-if exposure` names no fact'],
    [
      'a value that the fact does not have',
      ['assess', '--what-if', 'exposure=wifi'],
      '`wifi` is no value of exposure.',
    ],
    [
      'none beside another value',
      ['assess', '--what-if', 'exposure=none,usb-data'],
      '`none,usb-data` is no value of exposure.',
    ],
    ['a software system that is none', ['assess', '--system', 'SW-2'], 'There is no software system `SW-2`'],
    ['a profile that is not there', ['assess', '--profile', 'nothing.yaml'], 'nothing.yaml'],
    [
      'a schema that is none',
      ['schema', 'output/chek'],
      'There is no schema `output/chek`; did you mean `output/check`?',
    ],
    ['a baseline that is not there', ['check', '--baseline', 'nothing.json'], 'nothing.json'],
    ['a baseline that is no JSON', ['check', '--baseline', 'README.md'], 'README.md'],
  ])('%s', async (_, words, message) => {
    const { status, out, notes } = await run(...words);
    expect(status).toBe(2);
    // On a slow machine lines of progress may stand above it.
    expect(notes).toMatch(/^error {2}/m);
    expect(notes).toContain(message);
    expect(notes).toMatch(/\n {2}do {4}\S/);
    expect(out).toBe('');
  });

  test('with --json the problem is on standard output too, as JSON alone', async () => {
    const { status, out } = await run('check', '--json', '--project', 'nowhere');
    expect(status).toBe(2);
    expect(JSON.parse(out)).toMatchObject({ schema: 'medward/error/1', problems: expect.any(Array) });
  });

  test('words with escape sequences are not echoed as such', async () => {
    for (const words of [['\u001B[31mred'], ['check', '--\u001B[31mred'], ['show', '\u001B]0;title\u0007']]) {
      const { status, notes } = await run(...words);
      expect(status).toBe(2);
      expect(notes).not.toContain('\u001B');
      expect(notes).not.toContain('\u0007');
    }
  });
});

// @verifies TC-709
describe('help', () => {
  test.each([[['--help']], [['-h']], [['help']], [['--json', '--help']]])('%j lists every command', async (words) => {
    const { status, out } = await run(...words);
    expect(status).toBe(0);
    for (const command of all) expect(out).toContain(command.about);
  });

  test.each(all.filter((command) => command.name !== ''))('medward $name --help names each option', async (command) => {
    const { status, out, notes } = await run(command.name, '--help');
    expect({ status, notes }).toEqual({ status: 0, notes: '' });
    expect(out.startsWith(`${command.about}\n`)).toBe(true);
    for (const [name, option] of Object.entries(command.options)) {
      expect(out).toContain(`--${name}`);
      expect(out).toContain(option.about);
    }
    expect((await run('help', command.name)).out).toBe(out);
  });

  test('help wins over a wrong option beside it', async () => {
    expect((await run('check', '--nonsense', '--help')).status).toBe(0);
  });

  test.each(all)('command `$name`: whole sentences that end, options in small letters', ({ about, options }) => {
    expect(about).toMatch(/^[A-Z].*\.$/);
    for (const [name, option] of Object.entries(options)) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(option.about).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('the version stands alone', async () => {
    expect(await run('--version')).toMatchObject({ status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
  });
});

describe('what runs', () => {
  test('without a command it says where the project stands', async () => {
    const { status, out, notes } = await run();
    expect(status).toBe(0);
    expect(notes).not.toContain('error');
    expect(out).toContain('LabDesk');
  });

  test('an option may stand before or behind the word, and with an equals sign', async () => {
    const outs = [
      await run('show', '--date', '2026-11-24', 'TH-01'),
      await run('show', 'TH-01', '--date=2026-11-24'),
    ].map(({ out }) => out);
    expect(outs[0]).toBe(outs[1]);
    expect(outs[0]).toContain('TH-01');
  });

  test('what stands behind -- is a word', async () => {
    expect((await run('show', '--', 'TH-01')).status).toBe(0);
  });

  test('status 1 only from check, where something blocks', async () => {
    expect((await run('check')).status).toBe(1);
    for (const words of [[], ['assess'], ['next'], ['threats'], ['explain', 'threat-without-control'], ['schema']])
      expect((await run(...words)).status).toBe(0);
  });
});
