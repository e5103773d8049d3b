/** `check --format sarif` against the schema of the standard, our own reader, and what readers do with messages and addresses. */
import type { ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkAsSarif, type CheckOutput } from '../../src/contract/index.js';
import { bytesInMemory, readReport } from '../../src/evidence/index.js';
import { allRules } from '../../src/rules/index.js';
import { againstBaseline, anyOutput, decided, fixture, hostile, labdesk, OUTPUTS, unreadable } from './outputs.js';

const validate = ((): ValidateFunction => {
  const schema = JSON.parse(fixture('sarif/sarif-2.1.0.json')) as object;
  const ajv = new Ajv2020({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats.default(ajv);
  return ajv.compile(schema);
})();

function faultsOf(log: unknown): readonly unknown[] {
  // As a file would hold it.
  validate(JSON.parse(JSON.stringify(log)));
  return validate.errors ?? [];
}

interface Run {
  readonly results: readonly Result[];
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly exitCode: number;
    readonly toolExecutionNotifications: readonly object[];
  }[];
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string;
        readonly shortDescription: Text;
        readonly fullDescription: Text;
        readonly help: Text;
        readonly properties: { readonly tags: readonly string[] };
      }[];
    };
  };
  readonly automationDetails: { readonly id: string };
  readonly columnKind: string;
}
interface Text {
  readonly text: string;
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: Text;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
      readonly region: object;
    };
  }[];
  readonly relatedLocations: readonly { readonly id: number }[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions: readonly { readonly justification: string }[];
  readonly baselineState?: string;
}

function runOf(output: CheckOutput, options = {}): Run {
  return (checkAsSarif(output, options)['runs'] as readonly Run[])[0]!;
}

test('the schema of the tests refuses what is no SARIF', () => {
  const log = checkAsSarif(labdesk) as { runs: { results: object[] }[] };
  expect(faultsOf({ ...log, version: '2.0.0' })).not.toEqual([]);
  expect(
    faultsOf({ ...log, runs: [{ ...log.runs[0], results: [{ level: 'hint', message: { text: 'x' } }] }] }),
  ).not.toEqual([]);
  expect(faultsOf({ ...log, runs: [{ ...log.runs[0], more: 1 }] })).not.toEqual([]);
});

// @verifies TC-719
describe.each(OUTPUTS)('%s', (_, output) => {
  const run = runOf(output);

  test('is valid, with and without what was decided', () => {
    expect(faultsOf(checkAsSarif(output))).toEqual([]);
    expect(faultsOf(checkAsSarif(output, { withoutDecided: true }))).toEqual([]);
  });

  test('has one result per gap: place, level and key are those of the gap', () => {
    const levels = { error: 'error', warning: 'warning', hint: 'note' };
    expect(run.results).toHaveLength(output.gaps.length);
    run.results.forEach((result, at) => {
      const gap = output.gaps[at]!;
      expect(result.level).toBe(levels[gap.severity]);
      expect(Object.values(result.partialFingerprints)).toEqual([gap.key]);
      expect(result.locations[0]?.physicalLocation.region).toEqual({ startLine: gap.line, startColumn: gap.column });
      expect(decodeURIComponent(result.locations[0]?.physicalLocation.artifactLocation.uri ?? '')).toBe(gap.file);
      expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(gap.rule);
      expect(result.relatedLocations).toHaveLength(gap.related.length);
    });
  });

  test('our own reader of reports finds the same', () => {
    const report = readReport(bytesInMemory('medward.sarif', JSON.stringify(checkAsSarif(output))));
    expect(report.format).toBe('sarif');
    const open = output.gaps.filter((gap) => gap.decision === null);
    const counted = (severity: string): number => open.filter((gap) => gap.severity === severity).length;
    expect(report.findings).toMatchObject({
      error: counted('error'),
      warning: counted('warning'),
      note: counted('hint'),
      suppressed: output.gaps.length - open.length,
    });
    expect(report.complete).toBe(output.problems.length === 0);
  });
});

test('every rule stands in it, with words that fit what GitHub shows of them', () => {
  const { rules } = runOf(labdesk).tool.driver;
  expect(rules.map((rule) => rule.id)).toEqual(allRules.map((rule) => rule.id));
  for (const rule of rules) {
    expect(rule.shortDescription.text.length, rule.id).toBeLessThanOrEqual(1024);
    expect(rule.fullDescription.text.length, rule.id).toBeLessThanOrEqual(1024);
    expect(rule.fullDescription.text).toMatch(/[.!?]$/);
    expect(rule.help.text).toContain(`medward explain ${rule.id}`);
    expect(rule.properties.tags.length, rule.id).toBeLessThanOrEqual(10);
  }
});

test('what cannot be read is told as a notification, and the run is no whole one', () => {
  const [invocation] = runOf(unreadable).invocations;
  expect(invocation).toMatchObject({
    executionSuccessful: false,
    exitCode: 1,
    toolExecutionNotifications: [
      {
        level: 'error',
        descriptor: { id: 'cannot-be-read' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'records/a.yaml' } } }],
      },
    ],
  });
  expect(runOf(labdesk).invocations[0]).toMatchObject({
    executionSuccessful: true,
    exitCode: 1,
    toolExecutionNotifications: [],
  });
});

test('a decided gap is suppressed and says by what; on request it is left out', () => {
  const { results } = runOf(decided);
  const out = results.filter((result) => result.suppressions.length > 0);
  expect(out.map((result) => result.suppressions)).toEqual(
    out.map(() => [{ kind: 'external', status: 'accepted', justification: 'Decided by the record DEC-1.' }]),
  );
  expect(out.length).toBe(decided.counts.decided);
  expect(out.length).toBeGreaterThan(0);
  expect(runOf(decided, { withoutDecided: true }).results).toHaveLength(results.length - out.length);
});

test('with a baseline every result is new or unchanged, and without one none is', () => {
  const states = runOf(againstBaseline).results.map((result) => result.baselineState);
  expect(states.filter((state) => state === 'new')).toHaveLength(2);
  expect(states.filter((state) => state === 'unchanged')).toHaveLength(labdesk.gaps.length - 2);
  expect(runOf(labdesk).results.every((result) => result.baselineState === undefined)).toBe(true);
});

test('addresses are relative, percent-encoded, and tell where they begin', () => {
  const { results, columnKind, automationDetails } = runOf(hostile);
  expect(columnKind).toBe('utf16CodeUnits');
  expect(automationDetails.id).toMatch(/^medward\/check\/[A-Za-z0-9%._~!'()*-]+\/$/);
  for (const { locations } of results) {
    const { uri, uriBaseId } = locations[0]!.physicalLocation.artifactLocation;
    expect(uri).toMatch(/^[A-Za-z0-9%._~!'()*/-]+$/);
    expect(uriBaseId).toBe('%SRCROOT%');
  }
});

test('no message is taken for a link or a placeholder', () => {
  const messages = runOf(hostile).results.map((result) => result.message.text);
  expect(messages.filter((message) => message.includes('\\[click\\](javascript:alert(1))'))).not.toEqual([]);
  expect(messages.filter((message) => message.includes('{{0}}'))).not.toEqual([]);
  for (const { message } of runOf(hostile).results) {
    expect(message.text).not.toMatch(/(?<!\\)\]\(/);
    expect(message.text).not.toMatch(/(?<!\{)\{\d+\}(?!\})/);
  }
});

test('any text gives valid SARIF', () => {
  fc.assert(
    fc.property(anyOutput, (output) => {
      expect(faultsOf(checkAsSarif(output))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
