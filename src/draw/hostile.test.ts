import { beforeAll, describe, expect, test } from 'vitest';
import { drawPicture, type DrawnPicture } from './draw-picture.js';
import { drawSequence } from './draw-sequence.js';
import { overlap } from './geometry.js';
import { loadEngine, type Engine } from './graphviz.js';
import { readSvg } from './read-svg.test-support.js';
import { modelOf } from './samples.test-support.js';
import { sequenceOf } from './sequence.js';
import { pictureForPurpose } from './view-picture.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const TEXTS: Readonly<Record<string, string>> = {
  'HTML and script': '</text><script>alert(1)</script><image href="file:///etc/passwd"/>',
  'quotes and entities': `" onload="alert(1)" x='&lt;&amp;&#x3c;script>`,
  'language of Graphviz': '"]; n9 [label=<<B>x</B>>] } subgraph cluster_x { label="',
  CDATA: ']]><!-- --><![CDATA[<svg onload=alert(1)>',
  'right to left': 'pump\u202Eexe.gnp\u2066 مضخة الأنسولين שלום',
  emoji: '👩\u200D⚕️🩺💉'.repeat(20),
  'one word': 'x'.repeat(10_000),
  'wide letters': 'W'.repeat(300),
  'marks that pile up': `e${'\u0301'.repeat(2_000)}`,
  'control characters': 'a\u0007b\u001B[31mred',
};

function recordsWith(text: string): string {
  const quoted = JSON.stringify(text);
  return `
boundaries: [{ id: TB-1, title: ${quoted} }, { id: TB-2, title: ${quoted}, parent: TB-1 }]
items:
  - { id: EL-1, title: ${quoted}, role: process, boundary: TB-2, parent: SW-1 }
  - { id: EL-2, title: ${quoted}, role: store, boundary: TB-1, parent: SW-1 }
  - { id: EL-3, title: ${quoted}, role: actor }
flows:
  - { id: DF-1, title: ${quoted}, from: EL-3, to: EL-1, protocol: ${quoted}, authentication: ${quoted}, protection: ${quoted} }
  - { id: DF-2, title: ${quoted}, from: EL-1, to: EL-2 }
views: [{ id: VW-1, title: ${quoted}, purpose: security-use-case, steps: [{ name: ${quoted}, text: ${quoted}, flows: [DF-1, DF-2] }] }]
`;
}

const ELEMENTS = new Set(['svg', 'title', 'desc', 'g', 'a', 'rect', 'path', 'circle', 'text', 'tspan']);

/** Reads it as strictly as XML asks; nothing but what we draw may be in it. */
function expectHarmless(svg: string): void {
  for (const { name, attributes } of readSvg(svg).elements) {
    expect(ELEMENTS).toContain(name);
    for (const [key, value] of Object.entries(attributes)) {
      expect(key).not.toMatch(/^on|style|xlink/i);
      if (key === 'href') expect(value).toMatch(/^#[A-Za-z][A-Za-z0-9_.-]*$/);
    }
  }
  // oxlint-disable-next-line no-control-regex -- control characters are what must not be there
  expect(svg).not.toMatch(/[\u0000-\u0008\u000B-\u001F\u007F\u202A-\u202E\u2066-\u2069]/);
}

describe.each(Object.entries(TEXTS))('names of %s', (_, text) => {
  const assessment = modelOf(recordsWith(text));

  test('there are records to draw', () => {
    expect(assessment.trace.all('flow')).toHaveLength(2);
  });

  test('stay text in the picture, inside their node, and over nothing else', () => {
    const drawn = drawPicture(pictureForPurpose('global', assessment), engine) as DrawnPicture;
    expectHarmless(drawn.svg);
    const { nodes, boxes, lines, labels } = drawn.arranged;
    expect(labels.overlapping).toBe(0);
    for (const { rect } of nodes) expect(rect.right - rect.left).toBeLessThan(260);
    for (const { titleRect } of boxes) expect(titleRect.right - titleRect.left).toBeLessThan(380);
    for (const { badge } of lines) expect(nodes.some(({ rect }) => overlap(rect, badge.rect))).toBe(false);
    expect(drawn.svg.length).toBeLessThan(60_000);
  });

  test('stay text in the architecture and in a sequence', () => {
    const architecture = drawPicture(pictureForPurpose('software-architecture', assessment), engine) as DrawnPicture;
    expectHarmless(architecture.svg);
    const [view] = assessment.trace.all('view');
    const sequence = drawSequence(sequenceOf(view!, assessment.trace));
    expectHarmless(sequence.svg);
    expect(sequence.width).toBeLessThan(1_200);
    expect(sequence.height).toBeLessThan(1_200);
  });
});

test('an address of the caller is written as an attribute, whatever is in it', () => {
  const assessment = modelOf(recordsWith('x'));
  const href = (id: string): string => `https://example.org/?a="><script>&id=${id}`;
  const drawn = drawPicture(pictureForPurpose('global', assessment), engine, { href }) as DrawnPicture;
  expect(drawn.svg).not.toContain('<script');
  expect(drawn.svg).toContain('href="https://example.org/?a=&quot;&gt;&lt;script&gt;&amp;id=EL-1"');
});

describe('a model that is broken', () => {
  test.each([
    ['nothing at all', ''],
    ['flows with missing ends', 'items: [{ id: EL-1 }]\nflows: [{ id: DF-1, from: EL-1, to: EL-9 }, { id: DF-2 }]\n'],
    [
      'boundaries in a circle',
      'boundaries: [{ id: TB-1, parent: TB-2 }, { id: TB-2, parent: TB-1 }]\nitems: [{ id: EL-1, boundary: TB-1 }]\n',
    ],
    ['a boundary in itself', 'boundaries: [{ id: TB-1, parent: TB-1 }]\nitems: [{ id: EL-1, boundary: TB-1 }]\n'],
    [
      'items in a circle',
      'items: [{ id: EL-1, parent: EL-2, role: process }, { id: EL-2, parent: EL-1, role: process }]\nflows: [{ id: DF-1, from: EL-1, to: EL-2 }]\n',
    ],
    [
      'a flow to itself',
      'items: [{ id: EL-1, role: process }]\nflows: [{ id: DF-1, from: EL-1, to: EL-1 }, { id: DF-2, from: EL-1, to: EL-1 }]\n',
    ],
    [
      'twenty flows between two',
      `items: [{ id: EL-1 }, { id: EL-2 }]\nflows:\n${Array.from({ length: 20 }, (_, at) => `  - { id: DF-${at}, from: EL-1, to: EL-2 }`).join('\n')}\n`,
    ],
  ])('%s is drawn as far as it goes', (_, records) => {
    const assessment = modelOf(records);
    for (const purpose of [
      'global',
      'software-architecture',
      'multi-patient-harm',
      'updateability',
      'security-use-case',
    ] as const) {
      const drawn = drawPicture(pictureForPurpose(purpose, assessment), engine) as DrawnPicture;
      expectHarmless(drawn.svg);
      expect(drawn.arranged.labels.overlapping).toBe(0);
    }
  });

  test('a flow without an end is told, not dropped', () => {
    const { sentence, lines, tables } = pictureForPurpose(
      'global',
      modelOf('items: [{ id: EL-1 }]\nflows: [{ id: DF-1, from: EL-1, to: EL-9 }]\n'),
    );
    expect(lines).toEqual([]);
    expect(sentence).toContain('1 flow with an end that is no element cannot be drawn.');
    expect(tables[0]!.rows[0]!.slice(0, 2)).toEqual(['DF-1', 'EL-1 → ?']);
  });

  test('more parts than anybody could read are refused', () => {
    const items = Array.from({ length: 2_001 }, (_, at) => `  - { id: EL-${at} }`).join('\n');
    expect(drawPicture(pictureForPurpose('global', modelOf(`items:\n${items}\n`)), engine)).toBe('too-large');
  });

  test('where Graphviz gives up, it is told', () => {
    const picture = pictureForPurpose('global', modelOf(recordsWith('x')));
    expect(drawPicture(picture, () => undefined)).toBe('no-layout');
    expect(drawPicture(picture, () => '{"bb":"0,0,1,1"}')).toBe('no-layout');
  });
});
