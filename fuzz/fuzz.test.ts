import { describe, expect, test } from 'vitest';
import { Chance } from './chance.js';
import { runTarget } from './run-target.js';
import { TARGETS } from './targets.js';

// @verifies TC-902
describe('no input crashes a reader, takes long, or gives another result than the library', () => {
  test.each(TARGETS.map((target) => [target.name, target] as const))(
    '%s',
    (_, target) => {
      const { inputs, failures } = runTarget(target, 1.4, new Chance(Date.now()));
      expect(failures).toEqual([]);
      expect(inputs).toBeGreaterThan(10);
    },
    60_000,
  );

  test('what goes wrong is told with its input', () => {
    const broken = {
      ...TARGETS[0]!,
      run: (input: string) => {
        if (input.includes('#')) throw new Error('Cannot read #.');
      },
    };
    const { failures } = runTarget(broken, 1, new Chance(7));
    expect(failures[0]?.input).toContain('#');
  });
});
