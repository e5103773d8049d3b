/** How each line of a sample's oracle is computed from what the library gives; shared by the tests of the sample devices. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { assessProject, openProject, openWorkTree, shippedPacks, type Assessment } from '../src/index.js';
import type { AnyRecord, KindName, RecordOf } from '../src/records/index.js';
import type { Trace } from '../src/trace/index.js';
import { sampleFolder, type SampleName } from './sample-folders.js';

const DATE = '2026-11-24';

export interface Sample {
  readonly assessment: Assessment;
  readonly oracle: Readonly<Record<string, unknown>>;
}

export function openSample(name: SampleName): Sample {
  const folder = sampleFolder(name);
  return {
    assessment: assessProject(openProject(openWorkTree(folder), { packs: shippedPacks() }), DATE),
    oracle: parse(readFileSync(path.join(folder, 'expected/oracle.yaml'), 'utf8')) as Record<string, unknown>,
  };
}

type Line = (model: Model) => unknown;

/** What the lines ask again and again. */
interface Model {
  readonly assessment: Assessment;
  readonly trace: Trace;
  readonly elements: readonly RecordOf<'item'>[];
  readonly security: readonly RecordOf<'control'>[];
  readonly all: <K extends KindName>(kind: K) => readonly RecordOf<K>[];
  readonly value: (record: AnyRecord, name: string) => unknown;
  readonly isLinked: (record: AnyRecord, name: string) => boolean;
  readonly gaps: (rule: string) => readonly string[];
}

function modelOf(assessment: Assessment): Model {
  const { trace } = assessment;
  const all: Model['all'] = (kind) => trace.all(kind);
  return {
    assessment,
    trace,
    all,
    elements: all('item').filter((item) => item.fields.granularity !== 'system'),
    security: all('control').filter((control) => control.fields.domain?.includes('security')),
    value: (record, name) => trace.computed(record, name),
    isLinked: (record, name) => trace.linked(record, name).length > 0,
    gaps: (rule) => assessment.gaps.filter((gap) => gap.rule === rule).map((gap) => gap.record ?? gap.key),
  };
}

const modelLines: Readonly<Record<string, Line>> = {
  counts: ({ all, elements }) => ({
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
  'flows-crossing-a-boundary': ({ all, value }) =>
    all('flow').filter((flow) => crossed(value(flow, 'crosses')).length > 0).length,
  'flow-boundary-pairs': ({ all, value }) => all('flow').flatMap((flow) => crossed(value(flow, 'crosses'))).length,
  'crossing-flows-without-threat': ({ gaps }) => gaps('crossing-without-threat'),
  'flows-without-threat': ({ all, isLinked }) => ids(all('flow').filter((flow) => !isLinked(flow, 'threats'))),
  'processes-and-stores-without-threat': ({ gaps }) => gaps('element-without-threat'),
  'flows-without-protection': ({ all }) => ids(all('flow').filter((flow) => flow.fields.protection === undefined)),
  'flows-without-interface': ({ all, isLinked }) => ids(all('flow').filter((flow) => !isLinked(flow, 'via'))),
  'interfaces-by-state': ({ all }) => tally(all('interface').map((one) => one.fields.enabled)),
  'interfaces-power-only': ({ all }) => ids(all('interface').filter((one) => one.fields['power-only'])),
  'open-interfaces-without-flow': ({ gaps }) => gaps('interface-without-flow'),
  'flows-at-closed-interfaces': ({ all, isLinked }) =>
    ids(all('interface').filter((one) => one.fields.enabled === 'no' && isLinked(one, 'flows'))),
  'assets-without-place': ({ gaps }) => gaps('asset-without-place'),
  'multi-patient-elements': ({ all }) => ids(all('item').filter((item) => item.fields['multi-patient'])),
  'exposure-derived': ({ assessment }) => assessment.profile.get('exposure')?.derived,
  overhead: ({ assessment: { overhead } }) => ({
    level: overhead.level,
    rule: overhead.rule,
    flags: overhead.flags,
    findings: overhead.findings.filter((finding) => finding.severity).map((finding) => finding.id),
  }),
};

const threatLines: Readonly<Record<string, Line>> = {
  'hazards-with-essential-performance': ({ all }) =>
    ids(all('hazard').filter((one) => one.fields['essential-performance'])),
  'hazards-without-threat': ({ all, isLinked }) => ids(all('hazard').filter((one) => !isLinked(one, 'threats'))),
  'hazards-without-risk': ({ gaps }) => gaps('hazard-without-risk'),
  'threats-without-hazard': ({ all, isLinked }) => ids(all('threat').filter((one) => !isLinked(one, 'hazards'))),
  'threats-without-hazard-and-without-harm-to': ({ all, isLinked }) =>
    ids(all('threat').filter((one) => !isLinked(one, 'hazards') && one.fields['harm-to'] === undefined)),
  'severity-below-hazard': ({ all, trace }) =>
    ids(all('threat').filter((one) => (one.fields.before?.severity ?? '') < worstSeverity(one, trace))),
  'severity-below-hazard-without-reason': ({ gaps }) => gaps('severity-below-hazard-without-reason'),
  'threat-levels-before': ({ all, value }) => tally(all('threat').map((one) => value(one, 'before.rating'))),
  'threat-levels-after': ({ all, value }) => tally(all('threat').map((one) => value(one, 'after.rating'))),
  'residual-M': (model) => ids(leftAt('M', model)),
  'residual-M-without-reason': ({ gaps }) => gaps('residual-risk-without-reason'),
  'residual-H': (model) =>
    Object.fromEntries(leftAt('H', model).map((one) => [one.id, ids(model.trace.linked(one, 'accepted-by'))])),
  'residual-U': (model) => ids(leftAt('U', model)),
  'threats-with-one-control': ({ all, trace }) =>
    ids(all('threat').filter((one) => trace.linked(one, 'controls').length === 1)),
};

const classLines: Readonly<Record<string, Line>> = {
  'class-by-system': ({ assessment }) =>
    Object.fromEntries(
      assessment.classes.systems.map((one) => [
        one.id,
        {
          declared: one.declared,
          computed: one.computed,
          'decided-by': one.decidedBy,
          'without-external-controls': one.withoutExternal,
        },
      ]),
    ),
  'risk-row-class': ({ all, assessment }) => {
    const rows: Record<string, string[]> = {};
    for (const risk of all('risk')) (rows[assessment.classes.ofRisk(risk)] ??= []).push(risk.id);
    return rows;
  },
  'class-faults': ({ assessment, elements, gaps, value }) => ({
    'below-system-without-reason': gaps('item-class-below-system-without-reason'),
    'below-the-risk-it-controls-or-causes': gaps('item-class-below-its-risk'),
    'class-on-an-element-not-ours': gaps('class-on-item-outside-the-device'),
    'device-software-without-class': ids(
      elements.filter((item) => value(item, 'own') === true && assessment.classes.of(item) === undefined),
    ),
  }),
  'elements-below-their-system-with-reason': ({ elements }) =>
    ids(elements.filter((item) => item.fields.segregation !== undefined)),
};

const riskLines: Readonly<Record<string, Line>> = {
  'risk-cells': ({ all, value }) => ({
    before: tally(all('risk').map((risk) => value(risk, 'before.rating'))),
    external: tally(all('risk').map((risk) => value(risk, 'external-only.rating'))),
    after: tally(all('risk').map((risk) => value(risk, 'after.rating'))),
  }),
  'risks-not-acceptable-after': ({ gaps }) => gaps('risk-not-acceptable-after-control'),
  'risks-R-after': ({ all, value }) => ids(all('risk').filter((risk) => value(risk, 'after.rating') === 'R')),
  'risks-R-after-without-reason': ({ all, value }) =>
    ids(all('risk').filter((risk) => value(risk, 'after.rating') === 'R' && value(risk, 'after.acceptable') !== true)),
  'external-controls-inside-the-system': ({ gaps }) => gaps('link-not-allowed'),
};

const controlLines: Readonly<Record<string, Line>> = {
  'controls-by-domain': ({ all }) => ({
    'security only': inDomains('security', all('control')),
    'safety and security': inDomains('safety security', all('control')),
    'safety only': inDomains('safety', all('control')),
  }),
  'controls-by-means': ({ all }) => tally(all('control').map((control) => control.fields.means)),
  'security-controls-by-category': ({ security }) =>
    tally(security.map((control) => CATEGORY[control.fields.category ?? ''])),
  'safety-effect-unanswered': ({ gaps }) => gaps('safety-effect-unanswered'),
  'controls-that-can-harm': ({ all }) => ids(all('control').filter((one) => one.fields['safety-effect']?.harms)),
  'controls-prevent-limit-detect': ({ security }) =>
    security.filter((control) => ['prevent', 'limit', 'detect'].includes(control.fields.effect ?? '')).length,
  'controls-without-defeat-test': ({ gaps }) => gaps('control-without-defeat-test'),
  'controls-without-requirement': ({ gaps }) => gaps('control-without-requirement'),
  'controls-without-purpose': ({ gaps }) => gaps('control-without-purpose'),
};

const verificationLines: Readonly<Record<string, Line>> = {
  'open-interfaces-without-test': ({ all, isLinked }) =>
    ids(all('interface').filter((one) => one.fields.enabled !== 'no' && !isLinked(one, 'verified-by'))),
  'requirements-without-test': ({ gaps }) => gaps('requirement-without-test'),
  'software-requirements-without-element': ({ gaps }) => gaps('requirement-without-item'),
};

/** @returns what each line says of an assessment, by name of the line */
export const oracleLines: Readonly<Record<string, (assessment: Assessment) => unknown>> = Object.fromEntries(
  Object.entries({
    ...modelLines,
    ...threatLines,
    ...classLines,
    ...riskLines,
    ...controlLines,
    ...verificationLines,
  }).map(([name, line]) => [name, (assessment) => line(modelOf(assessment))]),
);

const CATEGORY: Readonly<Record<string, string>> = {
  authentication: 'Authentication',
  authorization: 'Authorization',
  cryptography: 'Cryptography',
  'code-data-execution-integrity': 'Code, data and execution integrity',
  confidentiality: 'Confidentiality',
  'event-detection-and-logging': 'Event detection and logging',
  'resiliency-and-recovery': 'Resiliency and recovery',
  'firmware-and-software-updates': 'Firmware and software updates',
};

function ids(records: readonly AnyRecord[]): readonly string[] {
  return records.map((record) => record.id);
}

function tally(values: readonly unknown[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const one of values) counts[String(one)] = (counts[String(one)] ?? 0) + 1;
  return counts;
}

function crossed(value: unknown): readonly string[] {
  if (!Array.isArray(value)) throw new Error('A sample says of each flow where its ends are.');
  return value as readonly string[];
}

function worstSeverity(threat: RecordOf<'threat'>, trace: Trace): string {
  const severities = trace.linkedOf(threat, 'hazards', 'hazard').map((hazard) => hazard.fields.severity ?? '');
  return severities.toSorted().at(-1) ?? '';
}

function leftAt(level: string, { all, value }: Model): readonly RecordOf<'threat'>[] {
  return all('threat').filter((threat) => value(threat, 'after.rating') === level);
}

function inDomains(names: string, controls: readonly RecordOf<'control'>[]): number {
  return controls.filter((control) => [...(control.fields.domain ?? [])].toSorted().join(' ') === names).length;
}

/** Lists of an oracle are sets: their order says nothing. */
export function unordered(found: unknown): unknown {
  if (Array.isArray(found)) return found.map(unordered).toSorted();
  if (typeof found !== 'object' || found === null) return found;
  return Object.fromEntries(Object.entries(found).map(([name, inner]) => [name, unordered(inner)]));
}
