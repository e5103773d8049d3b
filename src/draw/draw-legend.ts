/** Draws what the signs of a picture mean: only those that occur in it, each with its word. */
import { drawBadgeSample, drawLineSample } from './draw-samples.js';
import type { Rect } from './geometry.js';
import { element, group, lines, words, type Markup } from './markup.js';
import { widthOf, type Setting } from './measure-text.js';
import { fill, stroke, type Stroke } from './paint.js';
import type { NodeShape, Picture, Standing } from './picture.js';
import { outline } from './shapes.js';

const WORD: Setting = { size: 10, weight: 'regular' };
const ROW = 20;
const SAMPLE = 30;
const AFTER_SAMPLE = 6;
const BETWEEN = 18;

interface Entry {
  readonly word: string;
  /** Absent: the sign stands in the words, such as an arrow. */
  readonly sample?: (rect: Rect) => Markup;
}

const EDGE: Stroke = { colour: 'ink', width: 1.2 };

const SHAPE_WORDS: Readonly<Record<NodeShape, string>> = {
  process: 'process',
  store: 'store',
  external: 'external system',
  actor: 'person',
  physical: 'physical part',
  'not-known': 'role not written',
};

const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  inside: 'flow',
  crossing: 'flow that crosses a trust boundary',
  unanswered: 'crossing that no threat considers',
  'not-known': 'not known whether it crosses',
  entry: 'way in, over an interface',
};

export interface DrawnLegend {
  readonly markup: Markup;
  readonly height: number;
}

export function drawLegend(picture: Picture, at: { left: number; top: number; width: number }): DrawnLegend {
  let x = at.left;
  let y = at.top;
  const drawn = entriesOf(picture).map((entry) => {
    const sampleWidth = entry.sample ? SAMPLE + AFTER_SAMPLE : 0;
    const width = sampleWidth + widthOf(entry.word, WORD);
    if (x > at.left && x + width > at.left + at.width) {
      x = at.left;
      y += ROW;
    }
    const rect = { left: x, top: y + 2, right: x + SAMPLE, bottom: y + ROW - 4 };
    const text = element(
      'text',
      { x: x + sampleWidth, y: y + 12.5, 'font-size': WORD.size, ...fill('ink-2') },
      words(entry.word),
    );
    x += width + BETWEEN;
    return group(...(entry.sample ? [entry.sample(rect)] : []), text);
  });
  return { markup: lines(...drawn), height: drawn.length === 0 ? 0 : y - at.top + ROW };
}

function entriesOf(picture: Picture): readonly Entry[] {
  return [...nodeEntries(picture), ...boxEntries(picture), ...lineEntries(picture), ...signEntries(picture)];
}

function nodeEntries({ nodes }: Picture): readonly Entry[] {
  const shapes = (Object.keys(SHAPE_WORDS) as NodeShape[]).filter((shape) =>
    nodes.some((node) => node.shape === shape),
  );
  const entries = shapes.map((shape) => ({
    word: SHAPE_WORDS[shape],
    sample: (rect: Rect): Markup => (shape === 'actor' ? personSample(rect) : outline(shape, rect, EDGE, 'bg')),
  }));
  if (nodes.every((node) => node.isOurs)) return entries;
  return [
    ...entries,
    { word: 'not part of the device', sample: (rect) => element('rect', { ...area(rect), ...fill('base-bg') }) },
  ];
}

/** The person of a node is too large for a sample. */
function personSample(rect: Rect): Markup {
  const x = (rect.left + rect.right) / 2;
  return group(
    element('rect', { ...area(rect), rx: 4, ...stroke(EDGE, 'bg') }),
    element('circle', { cx: x, cy: rect.top + 4.2, r: 1.9, ...fill('ink') }),
    element('path', {
      d: `M${(x - 3.6).toFixed(1)} ${(rect.top + 11).toFixed(1)}a3.6 3.9 0 0 1 7.2 0z`,
      ...fill('ink'),
    }),
  );
}

function boxEntries({ boxes }: Picture): readonly Entry[] {
  const has = (edge: Picture['boxes'][number]['edge']): boolean => boxes.some((box) => box.edge === edge);
  const sample =
    (look: Stroke) =>
    (rect: Rect): Markup =>
      element('rect', { ...area(rect), rx: 3, ...stroke(look) });
  return [
    ...(has('boundary')
      ? [{ word: 'trust boundary', sample: sample({ colour: 'sec', width: 1.3, dashes: '7 4' }) }]
      : []),
    ...(has('whole') ? [{ word: 'software system or item with its parts', sample: sample(EDGE) }] : []),
  ];
}

function lineEntries({ lines: all }: Picture): readonly Entry[] {
  const standings = (Object.keys(STANDING_WORDS) as Standing[]).filter((standing) =>
    all.some((line) => line.standing === standing),
  );
  return standings.map((standing) => ({
    word: STANDING_WORDS[standing],
    sample: (rect: Rect): Markup =>
      standing === 'unanswered' ? drawBadgeSample(rect) : drawLineSample({ standing, change: undefined }, rect),
  }));
}

function signEntries({ nodes, lines: all }: Picture): readonly Entry[] {
  return [
    ...(nodes.some((node) => node.isMultiPatient) ? [{ word: '↑ one attack can reach many patients' }] : []),
    ...(nodes.some((node) => node.isSegregated) ? [{ word: 'double line: segregated, class below the system' }] : []),
    ...(all.some((line) => line.isTwoWay) ? [{ word: 'arrows at both ends: data also go back' }] : []),
  ];
}

function area({ left, top, right, bottom }: Rect): { x: number; y: number; width: number; height: number } {
  return { x: left, y: top, width: right - left, height: bottom - top };
}
