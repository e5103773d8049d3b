import { describe, expect, test } from 'vitest';
import { openSample, oracleLines, unordered } from './oracle-lines.js';

const { assessment, oracle } = openSample('labdesk-begun');

// @verifies TC-718
describe('LabDesk as it was begun: every line of the oracle that records alone decide', () => {
  test('each line has its computation', () => {
    expect(Object.keys(oracle).toSorted()).toEqual(Object.keys(oracleLines).toSorted());
  });
  test.each(Object.entries(oracleLines))('%s', (name, compute) => {
    expect(unordered(compute(assessment))).toEqual(unordered(oracle[name]));
  });
});
