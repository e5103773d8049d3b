/**
 * The examples carry evidence that real tools made of their small sources; an oracle beside it tells what it proves today.
 * Looked at where it lies, with Git: a clone without history knows the same, for content is compared.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isProven, NO_EVIDENCE, statementFreshness, type Assessment } from '../src/assess/index.js';
import { assessProject, openProject, type Project } from '../src/index.js';
import { readGitFacts } from '../src/project/index.js';
import { sampleFolder } from './sample-folders.js';

interface Oracle {
  readonly tests: Readonly<
    Record<string, { readonly state: string; readonly because: string; readonly names?: string }>
  >;
  readonly threats: { readonly proven: readonly string[] };
  readonly reports: Readonly<Record<string, string | readonly string[]>>;
  readonly counts: {
    readonly tests: { readonly passed: number; readonly failed: number };
    /** Of each report of coverage. */
    readonly lines?: readonly (readonly [covered: number, total: number])[];
    /** Of each component list. */
    readonly components?: readonly number[];
  };
}

const DATE = '2026-11-24';

// Files of a source archive have no history, and then nothing is current: that is told by tests of their own.
const hasGit = readGitFacts(import.meta.dirname).commit !== null;

// @verifies TC-519
describe.skipIf(!hasGit).each(['labdesk', 'labdesk-begun', 'glucoloop'] as const)('%s', (name) => {
  const oracle = parse(readFileSync(path.join(sampleFolder(name), 'expected/evidence.yaml'), 'utf8')) as Oracle;
  const project: Project = openProject(sampleFolder(name));
  const assessment: Assessment = assessProject(project, DATE);
  const { trace, proofs } = assessment;
  const statements = project.stored.statements;

  test('each test is as the oracle has it, and no other has a result', () => {
    const found = trace.all('test').map((one) => [one.id, proofs.of(one)] as const);
    expect(Object.fromEntries(found.filter(([, state]) => state !== 'none'))).toEqual(
      Object.fromEntries(Object.entries(oracle.tests).map(([id, { state }]) => [id, state])),
    );
  });

  test.each(Object.entries(oracle.tests))('%s: the cause names what changed', (id, { names, because }) => {
    expect(because).toMatch(/^[A-Z].*\.$/s);
    const record = trace.find(id);
    if (names !== undefined && record) expect(proofs.about(record).cause).toContain(`${names} changed since`);
  });

  test('the threats whose residual risk is proven', () => {
    const proven = trace.all('threat').filter((threat) => isProven(threat, trace, proofs));
    expect(proven.map(({ id }) => id)).toEqual(oracle.threats.proven);
  });

  test('each report holds today as the oracle says', () => {
    const freshness = statementFreshness(trace, project.input.evidence ?? NO_EVIDENCE);
    const found = new Map<string, string[]>();
    for (const stored of statements) {
      const report = stored.statement.predicate.report.name;
      found.set(report, [...(found.get(report) ?? []), freshness(stored).is].toSorted());
    }
    const expected = Object.entries(oracle.reports).map(([report, is]) => [report, [is].flat().toSorted()]);
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
  });

  test('the counts are those of the reports', () => {
    const predicates = statements.map(({ statement }) => statement.predicate);
    const sum = (of: 'passed' | 'failed'): number =>
      predicates.reduce((total, { tests }) => total + (tests?.[of] ?? 0), 0);
    expect({ passed: sum('passed'), failed: sum('failed') }).toEqual(oracle.counts.tests);
    const lines = predicates.flatMap(({ coverage }) => coverage?.lines ?? []);
    const inOrder = lines.map(({ covered, total }) => [covered, total] as const).toSorted(([a], [b]) => a - b);
    expect(inOrder).toEqual(oracle.counts.lines ?? []);
    const components = predicates.flatMap(({ components: count }) => count ?? []);
    expect(components.toSorted((a, b) => a - b)).toEqual(oracle.counts.components ?? []);
  });

  test('nothing of it was touched, and every report told who, with what and where', () => {
    expect(project.stored.faults).toEqual([]);
    for (const { statement } of statements.filter(({ statement: one }) => one.predicate.tests !== null)) {
      const { tester, configuration, tool, commit } = statement.predicate;
      for (const told of [tester, configuration, tool, commit]) expect(told).not.toBeNull();
    }
  });
});
