/** Runs the two examples of every rule: its gaps stand where `# gap` says, and nowhere else. */
import { describe, expect, it } from 'vitest';
import { all } from './all.js';
import {
  assessFiles,
  commitsOf,
  filesOf,
  markedPlaces,
  RECORDS_FILE,
  type Files,
} from './example-project.test-support.js';
import type { Rule } from './define.js';

/** An example of a few lines lacks most work products: what is written nowhere stands at the settings and is left out. */
const ONLY_IN_RECORDS = new Set(['work-product-incomplete']);

function gapPlaces(rule: Rule, files: Files, example: Rule['examples']['bad']): readonly string[] {
  const gaps = assessFiles(files, commitsOf(example)).gaps.filter(
    (gap) => gap.rule === rule.id && !(ONLY_IN_RECORDS.has(rule.id) && gap.place.file !== RECORDS_FILE),
  );
  return [...new Set(gaps.map(({ place }) => `${place.file}:${place.line}`))];
}

// @verifies TC-601
describe.each(all.map((rule: Rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it('finds what the bad example marks, and nothing else', () => {
    const files = filesOf(rule, rule.examples.bad);
    expect(markedPlaces(files)).not.toEqual([]);
    expect(gapPlaces(rule, files, rule.examples.bad)).toEqual(markedPlaces(files));
  });

  it('is content with the good example', () => {
    const files = filesOf(rule, rule.examples.ok);
    expect(markedPlaces(files)).toEqual([]);
    expect(gapPlaces(rule, files, rule.examples.ok)).toEqual([]);
  });
});
