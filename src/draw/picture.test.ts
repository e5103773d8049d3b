import { beforeAll, describe, expect, test } from 'vitest';
import type { Assessment } from '../assess/index.js';
import { differencePicture } from './difference-picture.js';
import { drawPicture, type DrawnPicture } from './draw-picture.js';
import { drawSequence } from './draw-sequence.js';
import { loadEngine, type Engine } from './graphviz.js';
import { bestPage, fitOn, PAGES } from './page-fit.js';
import type { Picture } from './picture.js';
import { readPositions } from './positions.js';
import { allPictures, assessedFiles, modelOf, sample, sampleFiles } from './samples.test-support.js';
import { selectionFor } from './selection.js';
import { sequenceOf } from './sequence.js';
import { splitProposals } from './split.js';
import { pictureForPurpose, pictureOfView } from './view-picture.js';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

function svgOf(picture: Picture): string {
  return (drawPicture(picture, engine) as DrawnPicture).svg;
}

function viewOf(records: string, id = 'VW-1'): Picture {
  const assessment = modelOf(records);
  const view = assessment.trace.find(id);
  if (view?.kind !== 'view') throw new Error(`There is no view ${id}.`);
  return pictureOfView(view, assessment);
}

const ids = (parts: readonly { readonly id: string }[]): readonly string[] => parts.map((part) => part.id);

const MODEL = `
boundaries: [{ id: TB-1, title: Outer }, { id: TB-2, title: Inner, parent: TB-1 }]
items:
  - { id: EL-1, title: Reader, role: process, boundary: TB-2, parent: SW-1, multi-patient: yes }
  - { id: EL-2, title: Archive, role: store, boundary: TB-2, parent: SW-1 }
  - { id: EL-3, title: Clinic, role: external }
  - { id: EL-4, title: Nurse, role: actor, boundary: TB-1 }
flows:
  - { id: DF-1, title: in, from: EL-3, to: EL-1, direction: two-way }
  - { id: DF-2, title: keep, from: EL-1, to: EL-2, direction: one-way }
  - { id: DF-3, title: show, from: EL-1, to: EL-4, direction: one-way }
  - { id: DF-4, title: update, from: EL-3, to: EL-1, assets: AS-1 }
assets: [{ id: AS-1, type: software }]
threats:
  - { id: TH-1, title: Changed on the way, targets: [DF-1, EL-1] }
  - { id: TH-2, title: From a library, targets: DF-3, generic: yes }
`;

describe('what a view shows', () => {
  test.each([
    [
      'a global view without a word shows all, but not a system that its parts stand for',
      'purpose: global',
      ['EL-1', 'EL-2', 'EL-3', 'EL-4'],
      ['DF-1', 'DF-2', 'DF-3', 'DF-4'],
    ],
    ['named flows, with their ends', 'purpose: global, shows: DF-2', ['EL-1', 'EL-2'], ['DF-2']],
    ['named items, with the flows between them', 'purpose: global, shows: [EL-1, EL-4]', ['EL-1', 'EL-4'], ['DF-3']],
    [
      'a named boundary, with what goes over it',
      'purpose: global, shows: TB-2',
      ['EL-1', 'EL-2', 'EL-3', 'EL-4'],
      ['DF-1', 'DF-2', 'DF-3', 'DF-4'],
    ],
    ['named threats, with what they target', 'purpose: global, shows: TH-1', ['EL-1', 'EL-3'], ['DF-1']],
    ['a named asset, with where it is', 'purpose: global, shows: AS-1', ['EL-1', 'EL-3'], ['DF-4']],
    [
      'what reaches many patients, and what touches it',
      'purpose: multi-patient-harm',
      ['EL-1', 'EL-2', 'EL-3', 'EL-4'],
      ['DF-1', 'DF-2', 'DF-3', 'DF-4'],
    ],
    ['software on its way', 'purpose: updateability', ['EL-1', 'EL-3'], ['DF-4']],
    ['the flows of the steps', 'purpose: security-use-case, steps: [{ flows: DF-3 }]', ['EL-1', 'EL-4'], ['DF-3']],
    ['software of the device with its flows', 'purpose: software-architecture', ['EL-1', 'EL-2'], ['DF-2']],
  ])('%s', (_, view, nodes, lines) => {
    const picture = viewOf(`${MODEL}views: [{ id: VW-1, ${view} }]\n`);
    expect(ids(picture.nodes)).toEqual(nodes);
    expect(ids(picture.lines)).toEqual(lines);
  });

  test('every boundary around what is shown, the outer one first', () => {
    const picture = viewOf(`${MODEL}views: [{ id: VW-1, purpose: global, shows: DF-2 }]\n`);
    expect(picture.boxes.map(({ id, parent }) => [id, parent])).toEqual([
      ['TB-1', undefined],
      ['TB-2', 'TB-1'],
    ]);
  });
});

describe('honesty', () => {
  const picture = viewOf(`${MODEL}views: [{ id: VW-1, purpose: global }]\n`);
  const standing = (id: string): string => picture.lines.find((line) => line.id === id)!.standing;

  test.each([
    ['a crossing that a threat considers', 'DF-1', 'crossing'],
    ['inside one boundary', 'DF-2', 'inside'],
    ['a crossing with nothing but text of a library is considered by nobody', 'DF-3', 'unanswered'],
    ['a crossing without threat', 'DF-4', 'unanswered'],
  ])('%s', (_, id, expected) => {
    expect(standing(id)).toBe(expected);
  });

  test('where the place of an end is not known, the picture does not deny a crossing', () => {
    const broken = MODEL.replace('boundary: TB-1 }\nflows', 'boundary: TB-9 }\nflows');
    const { lines, sentence } = viewOf(`${broken}views: [{ id: VW-1, purpose: global }]\n`);
    expect(lines.find((line) => line.id === 'DF-3')!.standing).toBe('unanswered');
    expect(sentence).toContain('cross a boundary');
    const inside = MODEL.replace(
      'boundary: TB-2, parent: SW-1 }\n  - { id: EL-3',
      'boundary: TB-9, parent: SW-1 }\n  - { id: EL-3',
    ).replace('role: process, boundary: TB-2,', 'role: process,');
    const open = viewOf(`${inside}views: [{ id: VW-1, purpose: global }]\n`);
    expect(open.lines.find((line) => line.id === 'DF-2')!.standing).toBe('not-known');
    expect(open.sentence).toContain('it is not known whether it crosses');
  });

  test('a role that nobody wrote is drawn as not written', () => {
    const { nodes } = viewOf('items: [{ id: EL-1 }]\nviews: [{ id: VW-1, purpose: global }]\n');
    expect(nodes[0]!.shape).toBe('not-known');
  });

  test('threats are counted, and class stands at software of the device alone', () => {
    expect(picture.nodes.map((node) => [node.id, ...node.notes])).toEqual([
      ['EL-1', 'class C · 1 threat'],
      ['EL-2', 'class C · no threat'],
      ['EL-3', 'no threat'],
      ['EL-4', 'no threat'],
    ]);
  });

  test('the sentence counts as the samples were counted by hand', () => {
    const sentence = pictureForPurpose('global', sample('glucoloop')).sentence;
    expect(sentence).toBe(
      '28 elements in 12 trust boundaries; 28 of 37 flows cross a boundary, and no threat considers 7 of these.',
    );
  });

  test('it can be read without colour: dashes, widths, signs and words tell the same', () => {
    const svg = svgOf(picture);
    // A mark of exclamation on the octagon, at two badges and in the legend.
    expect(svg.split('r="0.8"')).toHaveLength(4);
    expect(svg).toContain('crossing that no threat considers');
    expect(svg).toContain('stroke-dasharray="7 4"');
    expect(svg).toContain('stroke-width="1.8"');
    expect(svg).toContain('stroke-width="1.1"');
  });

  test('it says what it is to whoever cannot see it', () => {
    const svg = svgOf(picture);
    expect(svg).toMatch(/^<svg xmlns="[^"]+" class="diagram" viewBox="0 0 [\d.]+ [\d.]+" [^>]*role="img">/);
    expect(svg).toContain('<desc>4 elements');
    expect(svg).toContain('DF-4 from EL-3 to EL-1, crosses a boundary and no threat considers it');
    expect(svg).not.toMatch(/style=|<style|var\(|@media|<script/);
  });
});

describe('the same model gives the same bytes', () => {
  test('drawn twice, with another picture in between', () => {
    const assessment = sample('labdesk');
    const first = allPictures(assessment).map(([, picture]) => svgOf(picture));
    svgOf(pictureForPurpose('global', sample('glucoloop')));
    expect(allPictures(assessment).map(([, picture]) => svgOf(picture))).toEqual(first);
  });

  test('in whatever order files and records stand', () => {
    const files = sampleFiles('labdesk');
    const text = files.get('records/architecture.yaml')!;
    const turned = new Map([...files].toReversed());
    turned.set('records/architecture.yaml', turnedRound(text));
    expect(turned.get('records/architecture.yaml')).not.toBe(text);
    const pictures = (assessment: Assessment): readonly string[] =>
      allPictures(assessment).map(([, picture]) => svgOf(picture));
    expect(pictures(assessedFiles(turned))).toEqual(pictures(assessedFiles(files)));
  });
});

/** The same records, the last of each list first. */
function turnedRound(yaml: string): string {
  return yaml
    .split(/^(?=[a-z]+:$)/m)
    .map((section) => {
      const [head = '', ...records] = section.split(/^(?= {2}- )/m);
      return [head, ...records.map((record) => (record.endsWith('\n') ? record : `${record}\n`)).toReversed()].join('');
    })
    .join('');
}

describe('a difference', () => {
  const before = pictureForPurpose('global', modelOf(MODEL));
  const after = pictureForPurpose(
    'global',
    modelOf(
      MODEL.replace(
        '  - { id: EL-4, title: Nurse, role: actor, boundary: TB-1 }\n',
        '  - { id: EL-5, title: Mirror, role: store }\n',
      ).replace(
        '  - { id: DF-3, title: show, from: EL-1, to: EL-4, direction: one-way }\n',
        '  - { id: DF-5, title: copy, from: EL-2, to: EL-5 }\n',
      ),
    ),
  );
  const changes = {
    added: new Set(['EL-5', 'DF-5']),
    removed: new Set(['EL-4', 'DF-3']),
    changed: new Set(['DF-2', 'TH-9']),
  };
  const picture = differencePicture({ title: 'Difference', before, after, changes });

  test('shows what is new, gone or changed, and what stands at its ends', () => {
    expect(picture.nodes.map((node) => [node.id, node.change])).toEqual([
      ['EL-1', undefined],
      ['EL-2', undefined],
      ['EL-5', 'added'],
      ['EL-4', 'removed'],
    ]);
    expect(picture.lines.map((line) => [line.id, line.change])).toEqual([
      ['DF-2', 'changed'],
      ['DF-5', 'added'],
      ['DF-3', 'removed'],
    ]);
  });

  test('says it in words, also what is no part of the picture', () => {
    expect(picture.sentence).toBe(
      '2 new, 2 gone, 1 changed in the picture. 1 other record changed that is no element, boundary or flow.',
    );
    const svg = svgOf(picture);
    for (const word of ['>new<', '>gone<', 'line-through']) expect(svg).toContain(word);
    expect(picture.tables[0]!.rows.map((row) => row.at(-1))).toEqual(['changed', 'new', 'gone']);
  });

  test('of nothing is empty', () => {
    const none = { added: new Set<string>(), removed: new Set<string>(), changed: new Set<string>() };
    const same = differencePicture({ title: 'Difference', before, after: before, changes: none });
    expect([same.nodes, same.lines, same.boxes]).toEqual([[], [], []]);
  });
});

describe('architecture of the software', () => {
  const glucoloop = sample('glucoloop');
  const picture = pictureForPurpose('software-architecture', glucoloop);

  test('items stand in their systems, which carry their class', () => {
    expect(picture.boxes.map((box) => box.title)).toEqual([
      'Pump firmware · class C',
      'Phone app · class C',
      'Cloud service · class C',
    ]);
    expect(picture.nodes.every((node) => node.box !== undefined)).toBe(true);
  });

  test('a lower class with something written about segregation is drawn with a double line', () => {
    expect(picture.nodes.filter((node) => node.isSegregated).map((node) => node.id)).toEqual([
      'EL-10',
      'EL-17',
      'EL-23',
      'EL-26',
    ]);
  });

  test('one without says so', () => {
    const records = `
items:
  - { id: EL-1, role: process, parent: SW-1, class: C }
  - { id: EL-2, role: process, parent: SW-1, class: A, class-reason: Only shows. }
`;
    const { nodes, sentence } = pictureForPurpose('software-architecture', modelOf(records));
    expect(nodes[1]!.notes).toEqual(['class C', 'A written, not segregated']);
    expect(nodes[1]!.isSegregated).toBe(false);
    expect(sentence).toContain('1 is written with a lower class and no segregation, and counts as the system does.');
  });
});

describe('use cases as sequences', () => {
  const glucoloop = sample('glucoloop');
  const view = glucoloop.trace.all('view').find((one) => one.id === 'VW-04')!;

  test('each use case has its own participants, in the order in which they take part', () => {
    const { scenes, sentence } = sequenceOf(view, glucoloop.trace);
    expect(scenes).toHaveLength(6);
    expect(scenes[5]!.participants.map((one) => one.id)).toEqual(['EL-24', 'EL-23', 'EL-09', 'EL-05']);
    expect(scenes[0]!.steps[0]!.messages.map((message) => message.id).slice(0, 3)).toEqual(['DF-03', 'DF-04', 'DF-14']);
    expect(sentence).toBe('6 steps over 24 flows. 2 of them name no flow: what happens there is told in words only.');
  });

  test('steps with a flow each are one use case with one row of participants', () => {
    const assessment = modelOf(
      `${MODEL}views: [{ id: VW-1, purpose: security-use-case, steps: [{ name: a, flows: DF-1 }, { name: b, flows: DF-2 }, { name: c }] }]\n`,
    );
    const { scenes } = sequenceOf(assessment.trace.all('view')[0]!, assessment.trace);
    expect(scenes).toHaveLength(1);
    expect(scenes[0]!.participants.map((one) => one.id)).toEqual(['EL-3', 'EL-1', 'EL-2']);
    expect(scenes[0]!.steps.map((step) => step.messages.length)).toEqual([1, 1, 0]);
  });

  test('one step alone, and the same bytes again', () => {
    const sequence = sequenceOf(view, glucoloop.trace, 3);
    expect(sequence.scenes.flatMap((scene) => scene.steps.map((step) => step.name))).toEqual(['UC-3 Manual bolus']);
    expect(drawSequence(sequence).svg).toBe(drawSequence(sequenceOf(view, glucoloop.trace, 3)).svg);
  });
});

describe('paper', () => {
  test.each([
    [100, 100, 'a4-portrait', 9, true],
    // 165 mm wide: at 779.5 units ten units are 6 pt.
    [779, 100, 'a4-portrait', 6, true],
    [790, 100, 'a4-landscape', 9, true],
    [1_300, 700, 'a3-landscape', 8.3, true],
    [4_000, 4_000, 'a3-landscape', 1.7, false],
  ] as const)('%d × %d units: %s, %d pt', (width, height, page, points, isReadable) => {
    expect(bestPage(width, height)).toEqual({ page, points, isReadable });
  });

  test('a larger sheet never makes text smaller', () => {
    for (const [width, height] of [
      [900, 300],
      [300, 900],
      [2_000, 1_500],
    ] as const) {
      const [, a4, a3] = PAGES.map((page) => fitOn(page, width, height).points);
      expect(a3).toBeGreaterThanOrEqual(a4!);
    }
  });

  test('proposals to split are parts smaller than the whole, by boundary, system and use case', () => {
    const assessment = sample('glucoloop');
    const view = assessment.trace.all('view').find((one) => one.id === 'VW-04')!;
    const proposals = splitProposals(selectionFor('global', assessment), assessment, view);
    expect(proposals.map((proposal) => proposal.by).toSorted()).toEqual(['boundary', 'software-system', 'use-case']);
    for (const { parts } of proposals) {
      expect(parts.length).toBeGreaterThan(1);
      for (const part of parts) expect(part.elements).toBeLessThan(28);
    }
    expect(splitProposals({ items: [], flows: [] }, assessment)).toEqual([]);
  });
});

describe('pinned positions', () => {
  const picture = viewOf(`${MODEL}views: [{ id: VW-1, purpose: global }]\n`);
  const pinned = (positions: string): DrawnPicture => {
    const read = readPositions({ path: 'views/VW-1.positions.yaml', text: `positions:\n${positions}` });
    expect(read.problems).toEqual([]);
    return drawPicture(picture, engine, { positions: read.positions }) as DrawnPicture;
  };
  const centre = ({ arranged }: DrawnPicture, id: string): readonly [number, number] => {
    const { left, right, top, bottom } = arranged.nodes[picture.nodes.findIndex((node) => node.id === id)]!.rect;
    return [(left + right) / 2, (top + bottom) / 2];
  };
  const ALL = '  EL-1: [300, 300]\n  EL-2: [600, 300]\n  EL-3: [300, 40]\n  EL-4: [300, 480]\n';

  test('nodes stand to one another as they were pinned, with boundaries and lines around them', () => {
    const drawn = pinned(ALL);
    expect(drawn.refusals).toEqual([]);
    const [x1, y1] = centre(drawn, 'EL-1');
    const [x2, y2] = centre(drawn, 'EL-2');
    expect([x2 - x1, y2 - y1]).toEqual([300, 0]);
    expect(drawn.arranged.labels.overlapping).toBe(0);
    expect(drawn.svg).toBe(pinned(ALL).svg);
  });

  test.each([
    [
      'a node inside a boundary that is not its own',
      ALL.replace('[300, 40]', '[450, 300]'),
      'EL-3 would stand in TB-1, to which it does not belong.',
    ],
    ['two nodes over one another', ALL.replace('[600, 300]', '[310, 300]'), 'EL-1 and EL-2 lie over one another.'],
  ])('%s is refused with the reason, and the picture is as without', (_, positions, refusal) => {
    const drawn = pinned(positions);
    expect(drawn.refusals).toContain(refusal);
    expect(drawn.svg).toBe(svgOf(picture));
  });

  test('what cannot be read is told with its line, and the rest is used', () => {
    const read = readPositions({
      path: 'p',
      text: 'positions:\n  EL-1: [1, 2]\n  EL-2: [a, 2]\n  EL-3: [1]\n  __proto__: [5, 5]\nmore: 1\n',
    });
    expect([...read.positions.keys()].filter((id) => id !== '__proto__')).toEqual(['EL-1']);
    expect(read.problems.length).toBeGreaterThanOrEqual(3);
    expect(read.problems.map((problem) => problem.line)).toContain(3);
    expect(readPositions({ path: 'p', text: ': [' }).problems.length).toBeGreaterThan(0);
  });
});
