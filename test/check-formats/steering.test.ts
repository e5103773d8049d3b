/** Every format of `check` on a project whose names, titles and paths hold what a terminal obeys. */
import { expect, onTestFinished, test } from 'vitest';
import { makeFolder, RAW_CONTROL, removeFolder, runIn, stateOf } from '../hostile/run-medward.js';
import { STEERING } from '../hostile/steering-text.js';

test.each(['text', 'json', 'sarif', 'junit', 'markdown', 'github', 'gitlab'])('--format %s', async (format) => {
  const folder = makeFolder(STEERING);
  onTestFinished(() => removeFolder(folder));
  const before = stateOf(folder);
  const { status, out, err } = await runIn(folder, ['check', '--format', format]);
  expect(status).toBe(1);
  expect(RAW_CONTROL.test(out)).toBe(false);
  expect(err).not.toMatch(/mistake|error/);
  expect(stateOf(folder)).toBe(before);
});
