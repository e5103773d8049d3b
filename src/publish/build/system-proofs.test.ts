import { expect, test } from 'vitest';
import type { CriterionAnswer } from '../../assess/index.js';
import type { AnyRecord } from '../../records/index.js';
import type { TagContext } from '../tags/define.js';
import { systemProofs } from './system-proofs.js';

const SYSTEM = { id: 'SW-1', fields: { title: 'Pump' } } as unknown as AnyRecord;
const CONTEXT = {
  newId: () => 'table-1',
  links: { has: () => false },
  assessment: { packs: { packs: [{ evidenceTypes: [{ id: 'fuzz', title: 'Malformed input' }] }] } },
} as unknown as TagContext;

type More = Partial<Pick<CriterionAnswer, 'answer' | 'failed' | 'failedProof' | 'counted'>>;

function answered(more: More, id = 'STR-1'): CriterionAnswer {
  const criterion = { id, ask: 'evidence', types: ['fuzz'] };
  return { criterion, answer: 'yes', failed: [], counted: 1, ...more } as unknown as CriterionAnswer;
}

function statesOf(answers: readonly CriterionAnswer[]): readonly string[] {
  const [table] = systemProofs([SYSTEM], answers, 'Systems', CONTEXT);
  return (table?.rows ?? []).map(({ cells }) =>
    (cells[3]?.content ?? [])
      .flat()
      .map((inline) => ('text' in inline ? inline.text : ''))
      .join(''),
  );
}

test.each<[what: string, answers: readonly CriterionAnswer[], states: readonly string[]]>([
  ['a proof that is there', [answered({})], ['✓ passed, current']],
  ['one that is missing', [answered({ answer: 'no', failed: ['SW-1'] })], ['○ no current result']],
  ['one that failed', [answered({ answer: 'no', failed: ['SW-1'], failedProof: true })], ['✗ failed or missing']],
  ['one of which nobody knows the content', [answered({ answer: 'unknown' })], ['? not known']],
  ['one that was asked of nothing', [answered({ counted: 0 })], ['? not known']],
  [
    'one that another system lacks',
    [answered({ answer: 'no', failed: ['SW-2'] }), answered({})],
    ['✓ passed, current'],
  ],
  ['two that are asked', [answered({}), answered({ answer: 'no', failed: ['SW-1'] }, 'STR-2')], ['✓ passed, current', '○ no current result']], // prettier-ignore
  ['none that is asked', [], []],
])('%s', (_, answers, states) => {
  expect(statesOf(answers)).toEqual(states);
});
