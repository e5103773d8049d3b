/** `check --format github`, read back as the runner of GitHub Actions reads the lines of a log. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printCheckForGithub } from '../../src/cli/check-github.js';
import { counted } from '../../src/cli/print-table.js';
import { painter, plain } from '../../src/cli/terminal.js';
import type { CheckOutput } from '../../src/contract/index.js';
import { shippedPacks } from '../../src/index.js';
import { packSet } from '../../src/packs/index.js';
import { againstBaseline, anyOutput, decided, hostile, labdesk, OUTPUTS } from './outputs.js';

const packs = packSet(shippedPacks().slice(0, 1));

function printed(output: CheckOutput, all = false, rules: readonly string[] = []): string {
  let text = '';
  const terminal = { out: (more: string) => (text += more), note: () => undefined, paint: painter(false), width: 80 };
  printCheckForGithub(output, { all, rules, decided: false, withoutDecided: false, packs }, terminal);
  return text;
}

interface Read {
  readonly command: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly message: string;
}

/** A line as the runner takes it apart: name, properties between commas, data behind the second `::`; escapes undone in its order. */
function read(line: string): Read {
  expect(line.startsWith('::')).toBe(true);
  const end = line.indexOf('::', 2);
  const info = line.slice(2, end);
  const space = info.indexOf(' ');
  const data = (text: string): string => text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
  const property = (text: string): string =>
    text
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = info
    .slice(space + 1)
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf('=')), property(pair.slice(pair.indexOf('=') + 1))] as const);
  return { command: info.slice(0, space), properties: new Map(properties), message: data(line.slice(end + 2)) };
}

/** Line ends as the runner has them, which reads what a process writes line by line. */
const linesOf = (text: string): readonly string[] => text.split(/\r\n|\r|\n/).slice(0, -1);

const newAndOpen = (output: CheckOutput): CheckOutput['gaps'] =>
  output.gaps.filter((gap) => gap.new && gap.decision === null);

// @verifies TC-719
describe.each(OUTPUTS)('%s', (_, output) => {
  test('every line is a command, and each new gap stands in it as it is', () => {
    const read_ = linesOf(printed(output, true)).map(read);
    const told = read_.map(({ command, properties, message }) =>
      [command, properties.get('file'), properties.get('line'), properties.get('col'), message].join('\0'),
    );
    const commands = { error: 'error', warning: 'warning', hint: 'notice' };
    for (const gap of newAndOpen(output)) {
      const line = [commands[gap.severity], plain(gap.file), gap.line, gap.column, plain(`${gap.message}\n${gap.fix}`)];
      expect(told).toContain(line.join('\0'));
    }
    expect(read_).toHaveLength(newAndOpen(output).length + output.problems.length + 1);
  });

  test('unasked, no more than GitHub shows of a step; the last line counts all', () => {
    const read_ = linesOf(printed(output)).map(read);
    for (const command of ['error', 'warning', 'notice'])
      expect(read_.filter((one) => one.command === command).length).toBeLessThanOrEqual(10);
    expect(read_.at(-1)).toMatchObject({ command: 'notice' });
    expect(read_.at(-1)?.message).toContain(
      `${counted(output.counts.records, 'record')}, ${counted(output.counts.links, 'link')} read.`,
    );
    const left = newAndOpen(output).length + output.problems.length + 1 - read_.length;
    expect(read_.at(-1)?.message.includes(`${left} more are not shown`)).toBe(left > 0);
  });
});

test('the most severe come first', () => {
  const rank = ['error', 'warning', 'notice'];
  const order = linesOf(printed(labdesk, true)).map((line) => rank.indexOf(read(line).command));
  expect(order).toEqual(order.toSorted((a, b) => a - b));
});

test('what the baseline knows and what is decided stands beside no line', () => {
  expect(linesOf(printed(againstBaseline, true))).toHaveLength(3);
  expect(printed(againstBaseline)).toContain('known from the baseline');
  expect(linesOf(printed(decided, true))).toHaveLength(newAndOpen(decided).length + 1);
});

test('rules can be picked', () => {
  const told = linesOf(printed(labdesk, true, ['interface-without-integration-test']))
    .slice(0, -1)
    .map(read);
  expect(new Set(told.map((one) => one.properties.get('title')))).toEqual(
    new Set(['interface-without-integration-test']),
  );
});

test('text that tries to be a command is data', () => {
  const lines = linesOf(printed(hostile, true));
  expect(lines.filter((line) => !/^::(error|warning|notice) /.test(line))).toEqual([]);
  expect(lines.filter((line) => line.includes('%250A::set-env'))).not.toEqual([]);
});

test('any text comes back as it was, but for what a terminal obeys', () => {
  fc.assert(
    fc.property(anyOutput, (output) => {
      const read_ = linesOf(printed(output, true)).map(read);
      expect(read_).toHaveLength(newAndOpen(output).length + output.problems.length + 1);
      for (const { command, properties } of read_.slice(0, -1)) {
        expect(['error', 'warning', 'notice']).toContain(command);
        expect([...properties.keys()]).toEqual(['file', 'line', 'col', 'title']);
      }
    }),
    { numRuns: 100 },
  );
});
