/** Whoever adds evidence is told when Git keeps it out of every commit. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../src/cli/program.js';
import { painter } from '../src/cli/terminal.js';
import { testFolder } from '../src/project/folder.test-support.js';
import { allPassed, newPump } from './freshness/pump.js';

async function added(folder: string, ...words: readonly string[]): Promise<{ out: string; notes: string }> {
  const said = { out: '', notes: '' };
  const report = join(testFolder({ 'report.xml': allPassed() }), 'report.xml');
  await runProgram(['evidence', 'add', report, '--date', '2026-11-24', ...words], {
    terminal: {
      out: (text) => (said.out += text),
      note: (text) => (said.notes += text),
      paint: painter(false),
      width: 400,
    },
    folder,
    now: () => new Date('2026-11-24T12:00:00Z'),
  });
  return said;
}

// @verifies TC-814
test.each<[string, string, readonly string[]]>([
  ['a rule for another folder', 'dist/\n', []],
  ['a rule for reports', 'reports/\n', ['evidence/reports/*.xml']],
  ['a rule for an ending', '*.xml\n', ['evidence/reports/*.xml']],
  [
    'a rule for all of it',
    'evidence/\n',
    ['evidence/statements/*.json', 'evidence/inputs/*.json', 'evidence/reports/*.xml'],
  ],
])('%s', async (_name, ignore, expected) => {
  const { folder } = newPump({ '.gitignore': ignore });
  const { out } = await added(folder, '--json');
  expect((JSON.parse(out) as { ignored: readonly string[] }).ignored).toEqual(expected);
});

test('it is said with what to do', async () => {
  const { notes } = await added(newPump({ '.gitignore': 'reports/\n' }).folder);
  expect(notes).toContain('warning  Git ignores evidence/reports/*.xml, so these files come into no commit');
  expect(notes).toContain('Add `!/evidence/` and `!/evidence/**` behind the rules');
  expect((await added(testFolder({ 'medward.yaml': 'medward: 1\n' }))).notes).not.toContain('ignores');
});
