import { expect, test } from 'vitest';
import { pathInside } from './includes.js';

test.each([
  ['', 'assets.yaml', 'assets.yaml'],
  ['parts', 'assets.yaml', 'parts/assets.yaml'],
  ['parts', './a/../b.yaml', 'parts/b.yaml'],
  ['parts', '../a.yaml', 'a.yaml'],
  ['parts', '../../a.yaml', undefined],
  ['', '..', undefined],
  ['', '.', undefined],
  ['', '/etc/passwd', undefined],
  ['', '~/a.yaml', undefined],
  ['', 'C:/a.yaml', undefined],
  ['', 'a\\b.yaml', undefined],
  ['', 'https://example.org/a.yaml', undefined],
  ['', 'file:///etc/passwd', undefined],
  ['', 'a\0b', undefined],
])('from %j, %j is %j', (folder, written, expected) => {
  expect(pathInside(folder, written)).toBe(expected);
});
