/** Finds units whose tests ran through less of them than their own criterion of acceptance asks. */
import type { RecordOf } from '../records/index.js';
import type { RuleInput } from './define.js';
import type { CoverageView } from './evidence-view.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'coverage-below-own-criterion',
  title: 'Unit that is covered less than it has to be',
  why: 'A unit is accepted by the criteria that were fixed for it; a number that is not reached is a criterion that is not met.',
  because: 'safety-class',
  basis: ['iec62304:5.5.3', 'iec62304:5.5.5'],
  serves: ['unit-verification-records'],
  severity: 'warning',

  examples: {
    bad: {
      records: `
        items:
          - { id: EL-1, title: Dose limit, granularity: unit, role: process, parent: SW-1, acceptance: At least 90 % of the branches are run., code: [src/dose.c] }   # gap`,
      files: { 'src/dose.c': 'int dose(int rate) { return rate > 10 ? 0 : rate; }\n' },
      coverage: { file: 'src/dose.c', branches: [1, 2], lines: [10, 10] },
    },
    ok: {
      records: `
        items:
          - { id: EL-1, title: Dose limit, granularity: unit, role: process, parent: SW-1, acceptance: At least 90 % of the lines are run., code: [src/dose.c] }
          - { id: EL-2, title: Display, granularity: unit, role: process, parent: SW-1, acceptance: Shown as drawn., code: [src/display.c] }`,
      files: { 'src/dose.c': 'int dose(int rate) { return rate > 10 ? 0 : rate; }\n' },
      coverage: { file: 'src/dose.c', branches: [1, 2], lines: [10, 10] },
    },
  },

  *check({ trace, evidence }) {
    for (const { unit, asked } of unitsWithNumbers(trace)) {
      const found = evidence.coverageOf(unit);
      const below = found ? asked.filter(({ part, percent }) => (found[part] ?? 100) < percent) : [];
      const [first] = below;
      if (!found || !first) continue;
      yield {
        at: unit,
        field: 'acceptance',
        what: `${unit.id} asks for ${first.percent} % of its ${first.part}, and \`${found.report}\` tells ${shown(found[first.part])} %.`,
        do: `Add tests of ${unit.id} and the report of a new run, or change its criterion with a reason that somebody reviews.`,
      };
    }
  },

  // Without a number nobody asked; without a report of its files as they are nobody can tell.
  undecided: ({ trace, evidence }) => {
    const units = unitsWithNumbers(trace);
    return units.length === 0 || units.some(({ unit, asked }) => !isTold(evidence.coverageOf(unit), asked));
  },
});

type Part = 'lines' | 'branches' | 'functions';

interface Asked {
  readonly part: Part;
  readonly percent: number;
}

function isTold(found: CoverageView | undefined, asked: readonly Asked[]): boolean {
  return found !== undefined && asked.every(({ part }) => found[part] !== undefined);
}

function unitsWithNumbers(trace: RuleInput['trace']): readonly { unit: RecordOf<'item'>; asked: readonly Asked[] }[] {
  return trace.all('item').flatMap((unit) => {
    const asked = unit.fields.granularity === 'unit' ? numbersIn(unit.fields.acceptance ?? '') : [];
    return asked.length === 0 ? [] : [{ unit, asked }];
  });
}

const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['branches', /\b(?:branch|branches|decisions?)\b/i],
  ['lines', /\b(?:lines?|statements?)\b/i],
  ['functions', /\bfunctions?\b/i],
];

/** Sentence by sentence: a number and the one thing that it is about; what says more is for people to judge. */
function numbersIn(acceptance: string): readonly Asked[] {
  if (!/\d/.test(acceptance)) return [];
  return acceptance.split(/[.;\n](?:\s|$)/).flatMap((sentence): readonly Asked[] => {
    const [number, ...more] = [...sentence.matchAll(/(\d{1,3}(?:\.\d+)?)\s*(?:%|per\s?cent)/gi)];
    const parts = PARTS.filter(([, words]) => words.test(sentence));
    const [part] = parts[0] ?? [];
    const percent = Number(number?.[1]);
    return part && parts.length === 1 && more.length === 0 && percent <= 100 ? [{ part, percent }] : [];
  });
}

function shown(percent: number | undefined): string {
  return percent === undefined ? 'no' : String(Math.floor(percent * 10) / 10);
}
