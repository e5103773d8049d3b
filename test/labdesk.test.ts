import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { assessProject, openProject, openWorkTree, shippedPacks, type Assessment } from '../src/index.js';
import type { AnyRecord, KindName, RecordOf } from '../src/records/index.js';

const FOLDER = path.join(import.meta.dirname, '../examples/labdesk');
const DATE = '2026-11-24';

const assessment = assessProject(openProject(openWorkTree(FOLDER), { packs: shippedPacks() }), DATE);
const { trace } = assessment;
const oracle = parse(readFileSync(path.join(FOLDER, 'expected/oracle.yaml'), 'utf8')) as Record<string, unknown>;

const all = <K extends KindName>(kind: K): readonly RecordOf<K>[] => trace.all(kind);
const ids = (records: readonly AnyRecord[]): readonly string[] => records.map((record) => record.id);
const isLinked = (record: AnyRecord, name: string): boolean => trace.linked(record, name).length > 0;
const value = (record: AnyRecord, name: string): unknown => trace.computed(record, name);
const crossed = (flow: RecordOf<'flow'>): readonly string[] => value(flow, 'crosses') as readonly string[];

function tally(values: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of values) counts[String(one)] = (counts[String(one)] ?? 0) + 1;
  return counts;
}

const elements = all('item').filter((item) => item.fields.granularity !== 'system');
const open = all('interface').filter((one) => one.fields.enabled !== 'no');
const security = all('control').filter((control) => control.fields.domain?.includes('security'));
const withoutThreat = all('flow').filter((flow) => !isLinked(flow, 'threats'));
const after = (level: string): readonly string[] =>
  ids(all('threat').filter((threat) => value(threat, 'after.rating') === level));
const domains = (names: string): number =>
  all('control').filter((control) => [...(control.fields.domain ?? [])].toSorted().join(' ') === names).length;
const worst = (threat: RecordOf<'threat'>): string =>
  trace
    .linkedOf(threat, 'hazards', 'hazard')
    .map((hazard) => hazard.fields.severity ?? '')
    .toSorted()
    .at(-1) ?? '';
const below = all('threat').filter((threat) => (threat.fields.before?.severity ?? '') < worst(threat));
const category: Record<string, string> = {
  authentication: 'Authentication',
  authorization: 'Authorization',
  cryptography: 'Cryptography',
  'code-data-execution-integrity': 'Code, data and execution integrity',
  confidentiality: 'Confidentiality',
  'event-detection-and-logging': 'Event detection and logging',
  'resiliency-and-recovery': 'Resiliency and recovery',
  'firmware-and-software-updates': 'Firmware and software updates',
};

function gapsOf(rule: string): readonly string[] {
  return assessment.gaps
    .filter((gap) => gap.rule === rule)
    .map((gap) => gap.record ?? gap.key)
    .toSorted();
}

/** One line of the oracle = one way to compute it from what the library gives. */
const lines: Record<string, (assessed: Assessment) => unknown> = {
  counts: () => ({
    systems: all('item').length - elements.length,
    elements: elements.length,
    boundaries: all('boundary').length,
    interfaces: all('interface').length,
    flows: all('flow').length,
    assets: all('asset').length,
    agents: all('agent').length,
    assumptions: all('assumption').length,
    hazards: all('hazard').length,
    risks: all('risk').length,
    threats: all('threat').length,
    controls: all('control').length,
    requirements: all('requirement').length,
    tests: all('test').length,
  }),
  'flows-crossing-a-boundary': () => all('flow').filter((flow) => crossed(flow).length > 0).length,
  'flow-boundary-pairs': () => all('flow').reduce((sum, flow) => sum + crossed(flow).length, 0),
  'crossing-flows-without-threat': () => gapsOf('crossing-without-threat'),
  'flows-without-threat': () => ids(withoutThreat),
  'processes-and-stores-without-threat': () => gapsOf('element-without-threat'),
  'flows-without-protection': () => ids(all('flow').filter((flow) => flow.fields.protection === undefined)),
  'flows-without-interface': () => ids(all('flow').filter((flow) => !isLinked(flow, 'via'))),
  'interfaces-by-state': () => tally(all('interface').map((one) => one.fields.enabled)),
  'interfaces-power-only': () => ids(all('interface').filter((one) => one.fields['power-only'])),
  'open-interfaces-without-flow': () => gapsOf('interface-without-flow'),
  'flows-at-closed-interfaces': () =>
    ids(all('interface').filter((one) => one.fields.enabled === 'no' && isLinked(one, 'flows'))),
  'assets-without-place': () => gapsOf('asset-without-place'),
  'hazards-with-essential-performance': () => ids(all('hazard').filter((one) => one.fields['essential-performance'])),
  'hazards-without-threat': () => ids(all('hazard').filter((one) => !isLinked(one, 'threats'))),
  'hazards-without-risk': () => gapsOf('hazard-without-risk'),
  'threats-without-hazard': () => ids(all('threat').filter((one) => !isLinked(one, 'hazards'))),
  'threats-without-hazard-and-without-harm-to': () =>
    ids(all('threat').filter((one) => !isLinked(one, 'hazards') && one.fields['harm-to'] === undefined)),
  'severity-below-hazard': () => ids(below),
  'severity-below-hazard-without-reason': () => gapsOf('severity-below-hazard-without-reason'),
  'threat-levels-before': () => tally(all('threat').map((one) => value(one, 'before.rating'))),
  'threat-levels-after': () => tally(all('threat').map((one) => value(one, 'after.rating'))),
  'residual-M': () => after('M'),
  'residual-M-without-reason': () => gapsOf('residual-risk-without-reason'),
  'residual-H': () => Object.fromEntries(after('H').map((id) => [id, []])),
  'residual-U': () => after('U'),
  'threats-with-one-control': () => ids(all('threat').filter((one) => trace.linked(one, 'controls').length === 1)),
  'class-by-system': ({ classes }) =>
    Object.fromEntries(
      classes.systems.map((one) => [
        one.id,
        {
          declared: one.declared,
          computed: one.computed,
          'decided-by': one.decidedBy,
          'without-external-controls': one.withoutExternal,
        },
      ]),
    ),
  'risk-row-class': ({ classes }) => ({ [classes.systems[0]?.computed ?? '']: classes.systems[0]?.decidedBy }),
  'class-faults': () => ({
    'below-system-without-reason': gapsOf('item-class-below-system-without-reason'),
    'below-the-risk-it-controls-or-causes': [],
    'class-on-an-element-not-ours': ids(
      elements.filter((item) => item.fields.class !== undefined && item.fields.scope !== 'device'),
    ),
    'device-software-without-class': ids(
      elements.filter((item) => value(item, 'own') === true && assessment.classes.of(item) === undefined),
    ),
  }),
  'elements-below-their-system-with-reason': () =>
    ids(elements.filter((item) => item.fields.segregation !== undefined)),
  'risk-cells': () => ({
    before: tally(all('risk').map((risk) => value(risk, 'before.rating'))),
    external: tally(all('risk').map((risk) => value(risk, 'external-only.rating'))),
    after: tally(all('risk').map((risk) => value(risk, 'after.rating'))),
  }),
  'risks-not-acceptable-after': () => gapsOf('risk-not-acceptable-after-control'),
  'risks-R-after': () => ids(all('risk').filter((risk) => value(risk, 'after.rating') === 'R')),
  'risks-R-after-without-reason': () =>
    ids(all('risk').filter((risk) => value(risk, 'after.rating') === 'R' && value(risk, 'after.acceptable') !== true)),
  'external-controls-inside-the-system': () => gapsOf('link-not-allowed'),
  'controls-by-domain': () => ({
    'security only': domains('security'),
    'safety and security': domains('safety security'),
    'safety only': domains('safety'),
  }),
  'controls-by-means': () => tally(all('control').map((control) => control.fields.means)),
  'security-controls-by-category': () => tally(security.map((control) => category[control.fields.category ?? ''])),
  'safety-effect-unanswered': () => gapsOf('safety-effect-unanswered'),
  'controls-that-can-harm': () => ids(all('control').filter((control) => control.fields['safety-effect']?.harms)),
  'controls-prevent-limit-detect': () =>
    security.filter((control) => ['prevent', 'limit', 'detect'].includes(control.fields.effect ?? '')).length,
  'controls-without-defeat-test': () => gapsOf('control-without-defeat-test'),
  'controls-without-requirement': () => gapsOf('control-without-requirement'),
  'controls-without-purpose': () => gapsOf('control-without-purpose'),
  'open-interfaces-without-test': () => ids(open.filter((one) => !isLinked(one, 'verified-by'))),
  'requirements-without-test': () => gapsOf('requirement-without-test'),
  'software-requirements-without-element': () => gapsOf('requirement-without-item'),
  'exposure-derived': ({ profile }) => profile.get('exposure')?.derived,
  overhead: ({ overhead }) => ({
    level: overhead.level,
    rule: overhead.rule,
    flags: overhead.flags,
    findings: overhead.findings.filter((finding) => finding.severity).map((finding) => finding.id),
  }),
  'multi-patient-elements': () => ids(all('item').filter((item) => item.fields['multi-patient'])),
};

describe('LabDesk: every line of the oracle that records alone decide', () => {
  test('each line has its computation', () => {
    expect(Object.keys(lines).toSorted()).toEqual(Object.keys(oracle).toSorted());
  });
  test.each(Object.entries(lines))('%s', (name, compute) => {
    expect(sorted(compute(assessment))).toEqual(sorted(oracle[name]));
  });
});

function sorted(found: unknown): unknown {
  if (Array.isArray(found)) return found.map(sorted).toSorted();
  if (typeof found !== 'object' || found === null) return found;
  return Object.fromEntries(Object.entries(found).map(([name, inner]) => [name, sorted(inner)]));
}
