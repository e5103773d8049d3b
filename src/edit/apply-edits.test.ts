import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { applyEdits } from './index.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'medward-edit-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);
const put = (name: string, text: string): void => {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
};
const text = (name: string): string => readFileSync(at(name), 'utf8');
const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });
const names = (): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();

// @verifies TC-915
describe('edits of one thought', () => {
  test('are all written, and nothing is left beside them', () => {
    put('records/a.yaml', 'old\n');
    applyEdits(folder, [
      { path: 'records/a.yaml', before: 'old\n', after: 'new\n' },
      { path: 'records/threats/TH-01.md', before: undefined, after: 'born\n' },
      { path: 'records/same.yaml', before: 'x', after: 'x' },
    ]);
    expect([text('records/a.yaml'), text('records/threats/TH-01.md')]).toEqual(['new\n', 'born\n']);
    expect(names()).toEqual(['records', 'records/a.yaml', 'records/threats', 'records/threats/TH-01.md']);
  });

  test('keep the byte-order mark and the rights of a file', () => {
    put('a.yaml', '\uFEFFold');
    chmodSync(at('a.yaml'), 0o600);
    applyEdits(folder, [{ path: 'a.yaml', before: 'old', after: 'new' }]);
    expect(text('a.yaml')).toBe('\uFEFFnew');
    expect(statSync(at('a.yaml')).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['the file changed meanwhile', 'file-changed', { path: 'b.yaml', before: 'read', after: 'new' }],
    ['the file is gone', 'file-changed', { path: 'gone.yaml', before: 'read', after: 'new' }],
    ['a new file is there already', 'file-there', { path: 'b.yaml', before: undefined, after: 'new' }],
    ['the path leads out', 'outside-project', { path: '../b.yaml', before: undefined, after: 'new' }],
    ['the path is not in its shortest form', 'outside-project', { path: 'x/../b.yaml', before: 'old', after: 'new' }],
    ['a folder bears the name', 'file-changed', { path: 'records', before: 'old', after: 'new' }],
    ['a file stands where a folder should be', 'not-writable', { path: 'b.yaml/c.yaml', before: undefined, after: '' }],
  ] as const)('are none of them written if %s', (_, wanted, edit) => {
    put('records/a.yaml', 'old');
    put('b.yaml', 'other');
    const before = names();
    const edits = [
      { path: 'records/a.yaml', before: 'old', after: 'new' },
      { path: 'records/deep/er/new.md', before: undefined, after: 'new' },
      edit,
    ];
    expect(() => applyEdits(folder, edits)).toThrow(code(wanted));
    expect(text('records/a.yaml')).toBe('old');
    expect(text('b.yaml')).toBe('other');
    expect(names()).toEqual(before);
  });

  test('never go through a link, neither of a file nor of a folder', () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'medward-outside-'));
    try {
      writeFileSync(path.join(outside, 'a.yaml'), 'theirs');
      symlinkSync(outside, at('linked'));
      symlinkSync(path.join(outside, 'a.yaml'), at('a.yaml'));
      for (const edit of [
        { path: 'a.yaml', before: 'theirs', after: 'ours' },
        { path: 'linked/a.yaml', before: 'theirs', after: 'ours' },
        { path: 'linked/new.yaml', before: undefined, after: 'ours' },
      ]) {
        expect(() => applyEdits(folder, [edit])).toThrow(code('edit-through-link'));
      }
      expect(readdirSync(outside)).toEqual(['a.yaml']);
      expect(readFileSync(path.join(outside, 'a.yaml'), 'utf8')).toBe('theirs');
    } finally {
      rmSync(outside, { recursive: true });
    }
  });

  test.skipIf(process.getuid?.() === 0)('leave a folder without rights as it was', () => {
    put('records/a.yaml', 'old');
    chmodSync(at('records'), 0o500);
    try {
      expect(() => applyEdits(folder, [{ path: 'records/a.yaml', before: 'old', after: 'new' }])).toThrow(
        code('not-writable'),
      );
    } finally {
      chmodSync(at('records'), 0o700);
    }
    expect(text('records/a.yaml')).toBe('old');
  });
});

describe('two programs at once', () => {
  test('the second one waits for the first and gives up with a message', { timeout: 20_000 }, () => {
    put('a.yaml', 'old');
    put('.medward-editing', `${process.pid}\n`);
    const edit = { path: 'a.yaml', before: 'old', after: 'new' };
    expect(() => applyEdits(folder, [edit])).toThrow(code('being-edited'));
    expect([text('a.yaml'), existsSync(at('.medward-editing'))]).toEqual(['old', true]);
  });

  test('what a killed program left behind stops nobody', () => {
    put('a.yaml', 'old');
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    put('.medward-editing', `${dead}\n`);
    applyEdits(folder, [{ path: 'a.yaml', before: 'old', after: 'new' }]);
    expect(text('a.yaml')).toBe('new');
    expect(names()).toEqual(['a.yaml']);
  });
});
