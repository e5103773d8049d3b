/** Finds threats whose rating after control counts controls that nothing proves. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { shortList } from '../shapes/index.js';
import type { RuleInput } from './define.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'residual-risk-not-proven',
  title: 'Residual risk that counts unproven controls',
  why: 'What is left of a risk may count a control only if its requirement and the control itself passed their tests.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.5', 'iec81001-5-1:5.8.5', 'fda-premarket:FDA-CY-SRMR-MITIG'],
  serves: ['security-risk-management-report', 'software-release-record'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Backups are destroyed, targets: [EL-1], after: { vector: AV:N/AC:H/PR:H/UI:N, severity: S2 } }   # gap
      controls:
        - { id: SC-1, title: Backups cannot be changed, domain: security, mitigates: [TH-1], realised-by: [SRS-1] }
      requirements:
        - { id: SRS-1, title: Backups are write-once, level: software }
      tests:
        - { id: TC-1, title: Restore drill, verifies: [SRS-1, SC-1] }
        - { id: TC-2, title: An order is stored, verifies: [SRS-1] }
      runs:
        - { id: RUN-1, date: 2026-05-12, results: [{ test: TC-2, result: passed }] }`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - { id: TH-1, title: Backups are destroyed, targets: [EL-1], after: { vector: AV:N/AC:H/PR:H/UI:N, severity: S2 } }
      controls:
        - { id: SC-1, title: Backups cannot be changed, domain: security, mitigates: [TH-1], realised-by: [SRS-1] }
      requirements:
        - { id: SRS-1, title: Backups are write-once, level: software }
      tests:
        - { id: TC-1, title: Restore drill, verifies: [SRS-1, SC-1] }
      runs:
        - { id: RUN-1, date: 2026-05-12, results: [{ test: TC-1, result: passed }] }`,
  },

  *check(input) {
    // Until the first result is on record there is nothing to hold the ratings against: that is told by the test reports.
    if (!hasResults(input)) return;
    for (const threat of input.trace.all('threat').filter(countsControls)) {
      const reasons = input.trace
        .linkedOf(threat, 'controls', 'control')
        .flatMap((control) => whyUnproven(control, input) ?? []);
      const [first] = reasons;
      if (!first) continue;
      yield {
        at: threat,
        field: 'after',
        what: `The rating of ${threat.id} after control is not proven: ${shortList(reasons, 3, '; ')}.`,
        do: 'Bring the passed results of these tests, or rate the threat without these controls.',
      };
    }
  },

  // A result that nothing ties to the content it was made of is neither a gap nor a proof.
  undecided: (input) =>
    input.trace
      .all('threat')
      .some(
        (threat) =>
          countsControls(threat) &&
          input.trace.linkedOf(threat, 'controls', 'control').some((control) => !isProven(control, input)),
      ),
});

function hasResults({ trace, proofs }: RuleInput): boolean {
  return trace.all('test').some((test) => proofs.of(test) !== 'none');
}

function countsControls(threat: RecordOf<'threat'>): boolean {
  return threat.fields.after !== undefined && !threat.fields.generic;
}

/** Proof kept elsewhere and confirmed counts as by reference. */
function isProven(control: RecordOf<'control'>, { proofs }: RuleInput): boolean {
  return control.fields.proof !== undefined || proofs.whyControlNotProven(control).length === 0;
}

/** A control that no requirement realises, and a requirement that no test verifies, are told by rules of their own. */
function whyUnproven(control: RecordOf<'control'>, input: RuleInput): string | undefined {
  if (control.fields.proof !== undefined) return undefined;
  const states = testsBehind(control, input).map((test) => ({ test, ...input.proofs.about(test) }));
  const stale = states.find(({ state }) => state === 'stale');
  const failed = states.filter(({ state }) => state === 'failed').map(({ test }) => test.id);
  const none = states.filter(({ state }) => state === 'none').map(({ test }) => test.id);
  if (failed.length > 0) return `${failed.join(' and ')} of ${control.id} failed`;
  if (none.length > 0) return `${none.join(' and ')} of ${control.id} ${none.length === 1 ? 'has' : 'have'} no result`;
  return stale && `${stale.test.id} of ${control.id} ${stale.cause}`;
}

function testsBehind(control: AnyRecord, { trace }: RuleInput): readonly RecordOf<'test'>[] {
  const verified = [control, ...trace.linked(control, 'realised-by')];
  return [...new Set(verified.flatMap((record) => trace.linkedOf(record, 'verified-by', 'test')))];
}
