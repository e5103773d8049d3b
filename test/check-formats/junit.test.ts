/** `check --format junit` against what junit-10.xsd of the Jenkins xUnit plugin allows, and our own reader of reports. */
import * as fc from 'fast-check';
import { parser, type SAXOptions } from 'sax';
import { describe, expect, test } from 'vitest';
import { checkAsJunit, type CheckOutput } from '../../src/contract/index.js';
import { bytesInMemory, readReport, type Report } from '../../src/evidence/index.js';
import { allRules } from '../../src/rules/index.js';
import { againstBaseline, anyOutput, decided, empty, hostile, labdesk, OUTPUTS, unreadable } from './outputs.js';

interface Shape {
  readonly needs: readonly string[];
  readonly may?: readonly string[];
  readonly holds: readonly string[];
}

/** The part of the schema that is written; the older one of Ant asks more attributes, which are needed here too. */
const SUITE = ['name', 'tests', 'failures', 'errors', 'skipped', 'time', 'timestamp', 'hostname', 'id', 'package'];
const SHAPES: Readonly<Record<string, Shape>> = {
  '': { needs: [], holds: ['testsuites'] },
  testsuites: { needs: [], holds: ['testsuite'] },
  testsuite: { needs: SUITE, holds: ['properties', 'testcase', 'system-out', 'system-err'] },
  properties: { needs: [], holds: ['property'] },
  property: { needs: ['name', 'value'], holds: [] },
  testcase: { needs: ['name', 'classname', 'time'], holds: ['skipped', 'error', 'failure'] },
  skipped: { needs: ['type', 'message'], holds: ['#text'] },
  error: { needs: ['type', 'message'], holds: ['#text'] },
  failure: { needs: ['type', 'message'], holds: ['#text'] },
  'system-out': { needs: [], holds: ['#text'] },
  'system-err': { needs: [], holds: ['#text'] },
};

/** Reads as strictly as XML has it. */
function faultsOf(xml: string): readonly string[] {
  const faults: string[] = [];
  const path: string[] = [''];
  const strict = parser(true, { strictEntities: true } as SAXOptions);
  strict.onerror = (error) => {
    faults.push(error.message);
    strict.resume();
  };
  strict.onopentag = ({ name, attributes }) => {
    if (!SHAPES[path.at(-1)!]!.holds.includes(name)) faults.push(`${name} in ${path.at(-1)}`);
    const { needs = [] } = SHAPES[name] ?? {};
    for (const one of needs) if (!(one in attributes)) faults.push(`${name} without ${one}`);
    for (const one of Object.keys(attributes)) if (!needs.includes(one)) faults.push(`${name} with ${one}`);
    if (name === 'testsuite') faults.push(...numbersIn(attributes as Readonly<Record<string, string>>));
    path.push(name);
  };
  strict.ontext = (text) => {
    if (text.trim() !== '' && !SHAPES[path.at(-1)!]!.holds.includes('#text')) faults.push(`text in ${path.at(-1)}`);
  };
  strict.onclosetag = () => path.pop();
  strict.write(xml).close();
  // 2.2 of XML 1.0: not one character else, escaped or not.
  if (/[^\t\n\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]|&#(?!9;|10;)/u.test(xml))
    faults.push('a character that XML cannot hold');
  return faults;
}

function numbersIn(attributes: Readonly<Record<string, string>>): readonly string[] {
  const counts = ['tests', 'failures', 'errors', 'skipped', 'id'].filter(
    (name) => !/^\d+$/.test(attributes[name] ?? ''),
  );
  const isDay = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/.test(attributes['timestamp'] ?? '');
  return [...counts, ...(isDay ? [] : ['timestamp'])];
}

function reread(output: CheckOutput): Report {
  return readReport(bytesInMemory('medward.xml', checkAsJunit(output)));
}

const blocksIn = (output: CheckOutput, rule: string): boolean =>
  output.gaps.some((gap) => gap.rule === rule && gap.severity === 'error' && gap.decision === null && gap.new);

test('the shapes of the tests refuse what is none', () => {
  expect(faultsOf('<testsuites><testcase/></testsuites>')).not.toEqual([]);
  expect(faultsOf('<testsuites>&x;</testsuites>')).not.toEqual([]);
  expect(faultsOf('<testsuites>\u0007</testsuites>')).not.toEqual([]);
});

// @verifies TC-719
describe.each(OUTPUTS)('%s', (_, output) => {
  test('is JUnit as readers of CI take it', () => {
    expect(faultsOf(checkAsJunit(output))).toEqual([]);
  });

  test('has one case per rule, failed where a gap of it blocks, and one more for what cannot be read', () => {
    const { format, tests, problems, complete } = reread(output);
    expect(format).toBe('junit');
    expect(problems).toEqual([]);
    expect(complete).toBe(true);
    const failed = allRules.filter((rule) => blocksIn(output, rule.id)).length;
    const errored = output.problems.length > 0 ? 1 : 0;
    const total = (tests?.passed ?? 0) + (tests?.failed ?? 0) + (tests?.errored ?? 0) + (tests?.skipped ?? 0);
    expect(total).toBe(allRules.length + errored);
    expect(tests).toMatchObject({ failed, errored });
  });

  test('passed is only what ran and found nothing at all', () => {
    const found = new Set(output.gaps.map((gap) => gap.rule));
    const passed = [...checkAsJunit(output).matchAll(/name="([^"]+)" time="0"\/>/g)].map(([, name]) => name ?? '');
    for (const rule of passed) {
      expect(output.rules[rule], rule).toBe('ran');
      expect(found.has(rule), rule).toBe(false);
    }
    expect(reread(output).tests?.passed).toBe(passed.length);
  });
});

test('where nothing or not everything was read, nothing has passed', () => {
  expect(reread(empty).tests?.passed).toBe(0);
  expect(reread(unreadable).tests?.passed).toBe(0);
  expect(reread(labdesk).tests?.passed).toBeGreaterThan(50);
});

test('gaps that are known, decided or mild are skipped with the reason', () => {
  const known = checkAsJunit(againstBaseline);
  expect(known).toContain('gaps that do not block.');
  expect(known).toContain(', known from the baseline');
  expect(checkAsJunit(decided)).toContain(', decided by DEC-1');
  const failed = new Set(
    againstBaseline.gaps.filter((gap) => gap.new && gap.severity === 'error').map((gap) => gap.rule),
  );
  expect(reread(againstBaseline).tests?.failed).toBe(failed.size);
});

test('text that tries to be markup stays text', () => {
  const xml = checkAsJunit(hostile);
  expect(xml).toContain('&lt;/failure&gt;&lt;/testcase&gt;');
  expect(xml).not.toContain('<script');
});

test('any text gives JUnit that our reader reads with the same counts', () => {
  fc.assert(
    fc.property(anyOutput, (output) => {
      expect(faultsOf(checkAsJunit(output))).toEqual([]);
      const { tests, problems } = reread(output);
      expect(problems).toEqual([]);
      expect(tests?.failed).toBe(allRules.filter((rule) => blocksIn(output, rule.id)).length);
    }),
    { numRuns: 60 },
  );
});
