import { describe, expect, test } from 'vitest';
import { isThere, packagesOf, PROGRAMS, whyNot } from './debian-packages.mjs';

describe('programs that only tests need', () => {
  test('each has packages, and none is taken twice', () => {
    const packages = packagesOf(Object.keys(PROGRAMS));
    expect(new Set(packages).size).toBe(packages.length);
    expect(packagesOf(['qpdf'])).toEqual(['qpdf']);
    expect(packagesOf(['soffice']).every((name) => name.endsWith('-nogui'))).toBe(true);
  });

  test('a program is there only if it can be started', () => {
    expect(isThere('node')).toBe(true);
    expect(isThere('a-program-of-this-name-is-nowhere')).toBe(false);
  });

  test.each([
    [{ isRoot: true, hasApt: true }, undefined],
    [{ isRoot: false, hasApt: true }, 'Only root installs packages: sudo apt-get install qpdf'],
    [{ isRoot: true, hasApt: false }, 'This is no Debian: install what gives qpdf in your own way.'],
  ])('%o', (machine, why) => {
    expect(whyNot(['qpdf'], machine)).toBe(why);
  });
});
