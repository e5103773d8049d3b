import { describe, expect, test } from 'vitest';
import { traceOf } from './traced.test-support.js';

const hashOf = (files: string | Readonly<Record<string, string>>, id = 'SRS-1'): string => {
  const trace = traceOf(files);
  return trace.hash(trace.find(id)!);
};

const CONTROL = 'controls: [{ id: SC-1 }, { id: SC-2 }]\n';
const BASE = `${CONTROL}requirements:\n  - { id: SRS-1, level: software, type: security, satisfies: [SC-1, SC-2], tags: [a, b], title: Refuse it, text: "One.\\nTwo." }\n`;

// @verifies TC-210
describe('layout changes nothing', () => {
  test.each([
    [
      'block style',
      `${CONTROL}requirements:\n  - id: SRS-1\n    level: software\n    type: security\n    satisfies:\n      - SC-1\n      - SC-2\n    tags:\n      - a\n      - b\n    title: Refuse it\n    text: |\n      One.\n      Two.\n`,
    ],
    [
      'another order of fields',
      `${CONTROL}requirements:\n  - { text: "One.\\nTwo.", title: Refuse it, tags: [a, b], satisfies: [SC-1, SC-2], type: security, level: software, id: SRS-1 }\n`,
    ],
    [
      'another order of links',
      `${CONTROL}requirements:\n  - { id: SRS-1, level: software, type: security, satisfies: [SC-2, SC-1], tags: [a, b], title: Refuse it, text: "One.\\nTwo." }\n`,
    ],
    ['quotes', BASE.replace('type: security', "type: 'security'").replace('title: Refuse it', 'title: "Refuse it"')],
    ['comments and blank lines', `# A comment\n\n${BASE.replace('requirements:', '\n# Another\nrequirements:')}\n\n`],
    ['line ends of Windows', BASE.replaceAll('\n', '\r\n')],
    ['spaces at line ends of the text', BASE.replace('One.', 'One.  \\t')],
    [
      'a typed status, which is a claim and no content',
      BASE.replace('level: software', 'level: software, status: approved'),
    ],
    ['the same kind typed once more', BASE.replace('level: software', 'kind: requirement, level: software')],
    [
      'links written at the other end',
      'controls: [{ id: SC-1, realised-by: [SRS-1] }, { id: SC-2, realised-by: [SRS-1] }]\nrequirements:\n  - { id: SRS-1, level: software, type: security, tags: [a, b], title: Refuse it, text: "One.\\nTwo." }\n',
    ],
    [
      'one link at each end, one at both',
      BASE.replace('{ id: SC-2 }', '{ id: SC-2, realised-by: [SRS-1] }')
        .replace('[SC-1, SC-2]', '[SC-1]')
        .replace('{ id: SC-1 }', '{ id: SC-1, realised-by: [SRS-1] }'),
    ],
    ['a link that comes in from elsewhere', `${BASE}tests: [{ id: TC-1, verifies: [SRS-1] }]\n`],
  ])('%s', (_, text) => {
    expect(hashOf(text)).toBe(hashOf(BASE));
  });

  test('another file, and Markdown in place of YAML', () => {
    const markdown =
      '# Requirements\n\n## SRS-1 Refuse it\n```yaml\nlevel: software\ntype: security\nsatisfies: [SC-1, SC-2]\ntags: [a, b]\n```\nOne.\nTwo.\n';
    expect(hashOf({ 'records/z.yaml': CONTROL, 'records/deep/down.md': markdown })).toBe(hashOf(BASE));
  });
});

describe('each change of meaning changes it', () => {
  test.each([
    ['its id', BASE.replace('SRS-1', 'SRS-2'), 'SRS-2'],
    ['its title', BASE.replace('Refuse it', 'Refuse them'), 'SRS-1'],
    ['its text', BASE.replace('Two.', 'Three.'), 'SRS-1'],
    ['where its text breaks', BASE.replace('One.\\nTwo.', 'One. Two.'), 'SRS-1'],
    ['a field', BASE.replace('type: security', 'type: functional'), 'SRS-1'],
    ['a field that is new', BASE.replace('level: software', 'level: software, acceptance: It is refused.'), 'SRS-1'],
    ['a field that is gone', BASE.replace('type: security, ', ''), 'SRS-1'],
    ['a tag', BASE.replace('[a, b]', '[a]'), 'SRS-1'],
    ['a link that is gone', BASE.replace('[SC-1, SC-2]', '[SC-1]'), 'SRS-1'],
    ['a link that is new', `${BASE}items: [{ id: EL-1, requirements: [SRS-1] }]\n`, 'SRS-1'],
    ['what is kept under ext', BASE.replace('level: software', 'level: software, ext: { a: 1 }'), 'SRS-1'],
  ])('%s', (_, text, id) => {
    expect(hashOf(text, id)).not.toBe(hashOf(BASE));
  });

  test('the same text in two fields is not the same', () => {
    const one = (field: string): string =>
      hashOf(`requirements: [{ id: SRS-1, level: software, ${field}: It stops. }]`);
    expect(one('acceptance')).not.toBe(one('source'));
  });

  test('a link that cannot be read is no longer the link', () => {
    expect(hashOf(BASE.replace('[SC-1, SC-2]', '{ a: b }'))).not.toBe(hashOf(BASE));
  });
});

test('what two records of one id say does not depend on which file is read first', () => {
  const a = 'requirements: [{ id: SRS-1, level: software }]';
  const b = 'requirements: [{ id: SRS-1, level: system }]';
  expect(hashOf({ 'records/1.yaml': a, 'records/2.yaml': b })).toBe(
    hashOf({ 'records/1.yaml': b, 'records/2.yaml': a }),
  );
});
