/** Rows of the relation table: who asks decides whether and why a record that lacks a link is a gap. */
import { describe, expect, it } from 'vitest';
import anomalyWithoutOutcome from './anomaly-without-outcome.js';
import changeWithoutVerification from './change-without-verification.js';
import controlWithoutDefeatTest from './control-without-defeat-test.js';
import { gapsOf } from './example-project.test-support.js';
import findingWithoutDisposition from './finding-without-disposition.js';
import interfaceWithoutFlow from './interface-without-flow.js';
import threatWithoutControl from './threat-without-control.js';
import highResidualRiskNotAccepted from './high-residual-risk-not-accepted.js';
import openAnomalyNotListed from './open-anomaly-not-listed.js';
import requirementWithoutItem from './requirement-without-item.js';
import unitWithoutVerification from './unit-without-verification.js';

/** There are no hazardous situations, so that the declared class stands. */
const COMPLETE = `
statements: [{ id: ST-1, type: none, of: hazards, by: solheim, date: 2026-05-18 }]`;
const SOFTWARE = { A: 'No risk.', B: 'Temporary injury.', C: 'Death.' } as const;

// @verifies TC-603
describe('a software requirement that no item has to meet', () => {
  const cases = [
    ['A', 'none', 'functional', undefined],
    ['A', 'none', 'security', undefined],
    ['A', 'public-network', 'functional', undefined],
    ['A', 'public-network', 'security', 'cybersecurity'],
    ['B', 'none', 'functional', 'safety-class'],
    ['B', 'public-network', 'functional', 'safety-class'],
    ['B', 'public-network', 'security', 'both'],
    ['C', 'none', 'security', 'safety-class'],
  ] as const;

  it.each(cases)('class %s, exposure %s, type %s: %s', (safetyClass, exposure, type, because) => {
    const [gap] = gapsOf(requirementWithoutItem, {
      records: `requirements: [{ id: SRS-1, level: software, type: ${type} }]${COMPLETE}`,
      facts: { exposure: `[${exposure}]`, 'update-path': 'none' },
      settings: `software: [{ id: SW-1, class: ${safetyClass}, class-reason: ${SOFTWARE[safetyClass]} }]`,
    });
    expect(gap?.because).toBe(because);
  });

  it('is asked while nobody said whether the device is exposed', () => {
    const [gap] = gapsOf(requirementWithoutItem, {
      records: `requirements: [{ id: SRS-1, level: software, type: security }]${COMPLETE}`,
      settings: `
software: [{ id: SW-1, class: A, class-reason: No risk. }]
profile: { purpose: other, essential-performance: no }`,
    });
    expect(gap?.because).toBe('cybersecurity');
    expect(gap?.basis).toEqual(['iec81001-5-1:5.3.1']);
  });

  it('is not asked by a pack that nobody chose', () => {
    const example = {
      records: `requirements: [{ id: SRS-1, level: software, type: security }]${COMPLETE}`,
      settings: `
packs: [iec62304@2015]
software: [{ id: SW-1, class: A, class-reason: No risk. }]`,
    };
    expect(gapsOf(requirementWithoutItem, example)).toEqual([]);
  });
});

it.each([
  [anomalyWithoutOutcome, 'anomalies', 'PR-1 does not say whether it is closed'],
  [openAnomalyNotListed, 'anomalies', 'PR-1 does not say whether it is solved'],
  [changeWithoutVerification, 'changes', 'PR-1 does not say whether it is done'],
] as const)('asks where a state is not written, and claims none: $id', (rule, plural, says) => {
  const [gap] = gapsOf(rule, `${plural}: [{ id: PR-1, title: The second page is not printed }]`);
  expect(gap?.message.split(',')[0]).toBe(says);
});

it('does not count an obsolete test', () => {
  const records = `
items: [{ id: EL-1, title: Dose check, role: process, granularity: unit, parent: SW-1 }]
tests: [{ id: TC-1, level: unit, verifies: [EL-1], status: obsolete }]`;

  expect(gapsOf(unitWithoutVerification, records)).toHaveLength(1);
  expect(gapsOf(unitWithoutVerification, records.replace(', status: obsolete', ''))).toEqual([]);
});

it('takes no other test for an attempt to defeat a control, and shows those there are', () => {
  const [gap] = gapsOf(controlWithoutDefeatTest, controlWithoutDefeatTest.examples.bad);
  expect(gap?.message).toBe('No test of SC-14 tries to defeat it (1 shows that it works).');
  expect(gap?.related.map((related) => related.message)).toEqual(['TC-31 is of type functional.']);
});

it('does not take a test for an attempt whose type nobody wrote', () => {
  const bad = controlWithoutDefeatTest.examples.bad as string;
  const [gap] = gapsOf(controlWithoutDefeatTest, bad.replace('type: functional, ', ''));
  expect(gap?.related.map((related) => related.message)).toEqual(['TC-31 names no type.']);
});

it('takes a decision that has no person for none', () => {
  const ok = highResidualRiskNotAccepted.examples.ok as string;
  expect(ok).toContain('by: ');
  expect(gapsOf(highResidualRiskNotAccepted, ok.replace(/by: [a-z]+,?/, ''))).toHaveLength(1);
});

it('takes no other decision for one on benefit and risk', () => {
  const ok = highResidualRiskNotAccepted.examples.ok as string;
  expect(gapsOf(highResidualRiskNotAccepted, ok.replace('type: benefit-risk', 'type: risk-acceptance'))).toHaveLength(
    1,
  );
});

it('is content with a reason why no flow uses an interface', () => {
  const bad = interfaceWithoutFlow.examples.bad as string;
  expect(gapsOf(interfaceWithoutFlow, bad)).toHaveLength(1);
  expect(
    gapsOf(interfaceWithoutFlow, bad.replace('reach: internet', 'reach: internet, unused-reason: Kept for 4.0')),
  ).toEqual([]);
});

it('is content with a reason why no control answers a threat', () => {
  const bad = threatWithoutControl.examples.bad as string;
  expect(gapsOf(threatWithoutControl, bad)).toHaveLength(1);
  expect(gapsOf(threatWithoutControl, bad.replace('id: TH-1,', 'id: TH-1, control-reason: Nobody can.,'))).toEqual([]);
});

it('leaves findings of reviews to the rule about reviews', () => {
  const records = `
reviews: [{ id: RV-1, type: security, by: haddad }]
tests: [{ id: TC-1, title: Scan }]
findings: [{ id: FND-1, title: A, from: RV-1 }, { id: FND-2, title: B, from: TC-1 }, { id: FND-3, title: C }]`;
  expect(gapsOf(findingWithoutDisposition, records).map((gap) => gap.record)).toEqual(['FND-2', 'FND-3']);
});
