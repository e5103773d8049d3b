/** The sample devices have exactly the gaps that somebody looked at, each with the reason why it is true. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { check, openProject, readGitFacts, type CheckOutput } from '../src/index.js';
import { sampleFolder, type SampleName } from './sample-folders.js';

interface Group {
  readonly why: string;
  /** Severity, then the key of the gap. */
  readonly gaps: readonly string[];
}

function groupsOf(name: SampleName): readonly Group[] {
  return parse(readFileSync(path.join(sampleFolder(name), 'expected/gaps.yaml'), 'utf8')) as readonly Group[];
}

function openGaps({ gaps }: CheckOutput): readonly string[] {
  return gaps.filter((gap) => gap.decision === null).map((gap) => `${gap.severity} ${gap.key}`);
}

// @verifies TC-716
// Without a repository, as in a source archive, no result is current, and other gaps follow.
describe.skipIf(readGitFacts(import.meta.dirname).commit === null).each(['labdesk-begun', 'glucoloop'] as const)(
  '%s',
  (name) => {
    const groups = groupsOf(name);
    const oracle = parse(readFileSync(path.join(sampleFolder(name), 'expected/oracle.yaml'), 'utf8')) as Record<
      string,
      unknown
    >;
    const output = check(openProject(sampleFolder(name)), { date: '2026-11-24' });

    it('has these gaps and no other', () => {
      expect(output.problems).toEqual([]);
      expect(openGaps(output).toSorted()).toEqual(groups.flatMap((group) => group.gaps).toSorted());
    });

    it.each(groups)('because: $why', ({ why, gaps }) => {
      expect(why).toMatch(/^[A-Z].{20,}\.$/);
      expect(gaps.length).toBeGreaterThan(0);
      // What the oracle lists was put there on purpose, or follows from how the sample was written.
      if (why.startsWith('Planted')) expect(gaps.every((gap) => !gap.includes('work-product-incomplete'))).toBe(true);
    });

    it.each(groups.filter((group) => group.why.includes('(oracle: ')))('as the oracle lists: $why', ({ why, gaps }) => {
      const line = /\(oracle: ([a-z-]+)\)\.$/i.exec(why)?.[1] ?? '';
      const listed = JSON.stringify(oracle[line]).match(/[A-Z]+-\d+/g) ?? [];
      const told = gaps.map((gap) => gap.slice(gap.indexOf('@') + 1));
      expect([...new Set(told)].toSorted()).toEqual([...new Set(listed)].toSorted());
    });

    it('gives each reason once', () => {
      const reasons = groups.map((group) => group.why);
      expect(reasons.filter((why, index) => reasons.indexOf(why) !== index)).toEqual([]);
    });
  },
);
