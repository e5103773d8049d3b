/**
 * OWASP Threat Dragon 2.x, by the JSON schema that the tool ships (threat-dragon-v2.schema.json) and its own models.
 * Known dialects: names that stand only in the label of a shape (2.0, and boxes up to 2.3), threats at the cell instead of
 * its data, `threatId` for `id`. Files of version 1 keep their cells under `diagramJson` and are not read.
 */
import type { ForeignValue } from '../foreign-value.js';
import type { Problems } from '../problems.js';
import type { Thing } from '../record-ids.js';
import { mapAt, mapsIn } from '../take.js';
import { Things } from '../things.js';
import { boxesAround } from './nesting.js';
import { sortOf, type CellSort } from './vocabulary.js';

export interface DragonModel {
  readonly root: ForeignValue;
  readonly things: Things;
  /** The model as a whole. */
  readonly document: Thing;
  readonly diagrams: readonly Diagram[];
}

export interface Diagram {
  readonly value: ForeignValue;
  /** Within which ids of cells are unique. */
  readonly space: string;
  readonly cells: readonly Cell[];
  readonly notes: readonly ForeignValue[];
  readonly around: ReadonlyMap<Thing, Thing>;
}

/** A cell that becomes a record. */
export interface Cell {
  readonly sort: Exclude<CellSort, 'note'>;
  readonly thing: Thing;
  /** Where the tool keeps what it means; the cell itself where there is no such part. */
  readonly data: ForeignValue;
  /** Where its name stands. */
  readonly name: ForeignValue | undefined;
  readonly threats: readonly Placed[];
}

/** A threat where it stands; the same one may stand at several cells. */
export interface Placed {
  readonly thing: Thing;
  readonly value: ForeignValue;
}

const KINDS = {
  process: 'item',
  store: 'item',
  actor: 'item',
  flow: 'flow',
  box: 'boundary',
  curve: 'boundary',
} as const;

export function readDragon(root: ForeignValue, problems: Problems): DragonModel {
  const things = new Things(problems);
  const summary = mapAt(root, 'summary');
  const document = {
    kind: 'document',
    foreignId: undefined,
    name: summary?.find('title')?.text,
    value: summary ?? root,
  } as const;
  things.addLoose(document);
  const detail = mapAt(root, 'detail');
  const diagrams = detail ? mapsIn(detail, 'diagrams') : [];
  const threats = new Map<string, Thing>();
  return {
    root,
    things,
    document,
    diagrams: diagrams.map((diagram, at) => readDiagram(diagram, `cell of diagram ${at + 1}`, things, threats)),
  };
}

/** Nothing of such a model is read, so that nobody takes a part for the whole. */
export function isFirstVersion({ diagrams }: DragonModel): boolean {
  return (
    diagrams.length > 0 && diagrams.every((diagram) => diagram.value.find('diagramJson') && diagram.cells.length === 0)
  );
}

function readDiagram(diagram: ForeignValue, space: string, things: Things, threats: Map<string, Thing>): Diagram {
  const { problems } = diagram;
  if (diagram.find('diagramJson')) {
    diagram.find('diagramJson')?.lose('unknown-value');
    problems.add(
      diagram.path,
      'This diagram is of Threat Dragon 1. Open the model in Threat Dragon 2, save it, and import that file.',
    );
  }
  const cells: Cell[] = [];
  const notes: ForeignValue[] = [];
  const values = mapsIn(diagram, 'cells');
  const names = new Map(values.map((value) => [value.find('id')?.text ?? '', nameOf(value)?.text] as const));
  for (const value of values) {
    const sort = sortOfCell(value);
    if (sort === 'note') notes.push(value);
    else if (sort) cells.push(...readCell(value, sort, { space, things, names, threats }));
    else {
      value.lose('unknown-value');
      problems.add(
        value.path,
        `The shape \`${(value.find('shape')?.text ?? '').slice(0, 60)}\` is none that is read: process, store, actor, flow, trust-boundary-box, trust-boundary-curve, td-text-block.`,
      );
    }
  }
  const ofSort = (...sorts: readonly CellSort[]): readonly Thing[] =>
    cells.filter((cell) => sorts.includes(cell.sort)).map((cell) => cell.thing);
  return {
    value: diagram,
    space,
    cells,
    notes,
    around: boxesAround(ofSort('process', 'store', 'actor'), ofSort('box'), problems),
  };
}

function sortOfCell(cell: ForeignValue): CellSort | undefined {
  const shape = cell.find('shape');
  const type = mapAt(cell, 'data')?.find('type');
  const sort = sortOf(shape?.text ?? '') ?? sortOf(type?.text ?? '');
  for (const word of [shape, type]) {
    if (!word || !sort) continue;
    if (sortOf(word.text) === sort) word.carry();
    else word.lose(sortOf(word.text) ? 'ambiguous' : 'unknown-value');
  }
  return sort;
}

function readCell(value: ForeignValue, sort: Cell['sort'], context: CellContext): readonly Cell[] {
  const { space, things, names } = context;
  const data = dataOf(value);
  const name = nameOf(value);
  // Most flows have no name: their ids are made of what they connect.
  const named = name?.text ?? (sort === 'flow' ? endsOf(value, names) : undefined);
  const foreignId = value.find('id')?.text;
  // An id is unique in its diagram; copies of a diagram have the same ones.
  const key = `${space} ${foreignId ?? value.path}`;
  const thing = things.add(space, { kind: KINDS[sort], foreignId, name: named, value, key });
  if (!thing) return [];
  const places = data === value ? [value] : [data, value];
  const threats = places.flatMap((place) => mapsIn(place, 'threats')).flatMap((threat) => readThreat(threat, context));
  return [{ sort, thing, data, name, threats }];
}

interface CellContext {
  readonly space: string;
  readonly things: Things;
  /** Names of the cells of the diagram by their ids. */
  readonly names: ReadonlyMap<string, string | undefined>;
  /** Threats of the whole model by their ids. */
  readonly threats: Map<string, Thing>;
}

/** A threat that says the same under the same id at another cell is one threat with two targets. */
function readThreat(value: ForeignValue, { things, threats }: CellContext): readonly Placed[] {
  const id = (value.find('id') ?? value.find('threatId'))?.text;
  const known = id === undefined ? undefined : threats.get(id);
  if (known && contentOf(known.value) === contentOf(value)) return [{ thing: known, value }];
  const thing = things.addLoose({ kind: 'threat', foreignId: id, name: value.find('title')?.text, value });
  if (!thing) return [];
  if (id !== undefined && !known) threats.set(id, thing);
  return [{ thing, value }];
}

function contentOf(threat: ForeignValue): string {
  return JSON.stringify(threat.entries().map(([key, value]) => [key, value.text]));
}

function endsOf(flow: ForeignValue, names: ReadonlyMap<string, string | undefined>): string | undefined {
  const ends = ['source', 'target'].flatMap((key) => names.get(flow.find(key)?.find('cell')?.text ?? '') ?? []);
  return ends.length > 0 ? ends.join(' ') : undefined;
}

function dataOf(cell: ForeignValue): ForeignValue {
  return mapAt(cell, 'data') ?? cell;
}

function nameOf(cell: ForeignValue): ForeignValue | undefined {
  return dataOf(cell).find('name') ?? labelOf(cell);
}

function labelOf(cell: ForeignValue): ForeignValue | undefined {
  const attrs = mapAt(cell, 'attrs');
  const [label] = cell.find('labels')?.items() ?? [];
  const inLabel = label && mapAt(label, 'attrs');
  const places = [attrs?.find('label'), attrs?.find('text'), inLabel?.find('labelText'), inLabel?.find('label')];
  return places.flatMap((place) => place?.find('text') ?? [])[0];
}
