/** The runs of GlucoLoop: its host tests, before and after a file was changed. */
import { EARLIER, LATER } from './commits.mjs';
import { hostTest } from './tools.mjs';

const BY_GCC = ['--tester', 'dlamini', '--configuration', 'Host, gcc with -std=c17'];

/** @type {readonly import('./tools.mjs').Run[]} */
export const RUNS = [
  {
    commit: EARLIER,
    day: '2026-11-20',
    told: BY_GCC,
    make: (project, out) => {
      for (const unit of ['command_check', 'dose_limits']) hostTest(project, unit, out);
    },
  },
  {
    commit: LATER,
    day: '2026-11-23',
    told: BY_GCC,
    make: (project, out) => {
      hostTest(project, 'dose_limits', out);
    },
  },
];
