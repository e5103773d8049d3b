import { describe, expect, test } from 'vitest';
import { openSample, oracleLines, unordered } from './oracle-lines.js';

// @verifies TC-718
describe.each(['labdesk-begun', 'labdesk'] as const)(
  '%s: every line of the oracle that records alone decide',
  (name) => {
    const { assessment, oracle } = openSample(name);

    test('each line has its computation', () => {
      expect(Object.keys(oracle).toSorted()).toEqual(Object.keys(oracleLines).toSorted());
    });
    test.each(Object.entries(oracleLines))('%s', (line, compute) => {
      expect(unordered(compute(assessment))).toEqual(unordered(oracle[line]));
    });
  },
);
