/** Which file of the project a report means: only where no other one could be meant. */
import { expect, test } from 'vitest';
import { ProjectFiles } from './project-files.js';

const FILES = new ProjectFiles(
  [
    'README.md',
    'limits.test.js',
    'test/limits.test.ts',
    'packages/app/test/flood.test.ts',
    'packages/app/test/same.test.ts',
    'packages/web/test/same.test.ts',
    'src/test/java/com/acme/LimitsTest.java',
    'src/test/java/com/other/LimitsTest.java',
    'src/test/java/com/acme/FloodTest.java',
    'docs/FloodTest.md',
    'tests/test_dose.py',
    'test.ts',
  ],
  '/builds/pump',
);

test.each<[written: string, path: string | undefined]>([
  ['test/limits.test.ts', 'test/limits.test.ts'],
  ['./test/limits.test.ts', 'test/limits.test.ts'],
  [String.raw`test\limits.test.ts`, 'test/limits.test.ts'],
  ['/builds/pump/limits.test.js', 'limits.test.js'],
  ['file:///builds/pump/test/limits.test.ts', 'test/limits.test.ts'],
  ['/home/runner/work/pump/test/limits.test.ts', 'test/limits.test.ts'],
  [String.raw`C:\agent\_work\1\s\packages\app\test\same.test.ts`, 'packages/app/test/same.test.ts'],
  ['test/flood.test.ts', 'packages/app/test/flood.test.ts'],
  ['flood.test.ts', 'packages/app/test/flood.test.ts'],
  ['test/same.test.ts', undefined],
  ['/elsewhere/limits.test.js', undefined],
  ['/elsewhere/README.md', undefined],
  ['nothing.ts', undefined],
  ['../outside.ts', undefined],
  ['', undefined],
])('%s', (written, path) => {
  expect(FILES.find(written)).toBe(path);
});

test.each<[className: string, path: string | undefined]>([
  ['com.acme.LimitsTest', 'src/test/java/com/acme/LimitsTest.java'],
  ['com.acme.LimitsTest$Nested', 'src/test/java/com/acme/LimitsTest.java'],
  ['LimitsTest', undefined],
  ['FloodTest', 'src/test/java/com/acme/FloodTest.java'],
  ['tests.test_dose', 'tests/test_dose.py'],
  ['tests.test_dose.TestLimits', 'tests/test_dose.py'],
  ['test_dose', 'tests/test_dose.py'],
  ['acme.LimitsTest', 'src/test/java/com/acme/LimitsTest.java'],
  ['cme.LimitsTest', undefined],
  ['test', undefined],
  ['com.acme.Nothing', undefined],
  ['a flood is refused', undefined],
])('class %s', (className, path) => {
  expect(FILES.findClass(className)).toBe(path);
});
