/** Records → Threat Dragon 2: one diagram of all elements, drawn so that each lies in the box of its boundary. */
import { asTexts, isTrue, mapOf } from '../draft-value.js';
import { boundaryParents, standingOf } from '../around.js';
import { restoreFields } from '../field-table.js';
import type { DraftMap, DraftValue } from '../imported.js';
import { jsonText } from '../json-text.js';
import { putIn, type OwnModel, type WrittenModel } from '../own-model.js';
import type { OwnRecord } from '../own-record.js';
import { isKeptId } from '../record-ids.js';
import { strideWord } from '../stride.js';
import { Written } from '../written.js';
import { placed, type Part, type Placed } from './layout.js';
import { DATA_FLOW, DRAGON, DRAGON_VERSION, ELEMENT, FLAGS, STATUSES, THREAT, TRUST_BOUNDARY } from './vocabulary.js';

export function writeDragon(model: OwnModel): WrittenModel {
  const writer = new DragonWriter(model);
  const text = jsonText(writer.document());
  const { losses, filled } = writer.written;
  return { text, losses, filled };
}

type Shape = 'process' | 'store' | 'actor';

class DragonWriter {
  readonly #model: OwnModel;
  readonly written = new Written();

  constructor(model: OwnModel) {
    this.#model = model;
    for (const kind of ['boundary', 'item', 'flow'] as const) for (const record of model.all(kind)) this.#write(record);
  }

  document(): DraftMap {
    const model = this.#model;
    const places = placed(this.#parts());
    const cells = [
      ...model.all('boundary').map((boundary) => this.#box(boundary, places.get(boundary.id))),
      ...model.all('item').map((item) => this.#element(item, places.get(item.id))),
      ...model.all('flow').map((flow) => this.#flow(flow)),
    ];
    const diagram = mapOf({
      id: 0,
      title: model.title,
      diagramType: 'STRIDE',
      placeholder: '',
      thumbnail: './public/content/images/thumbnail.stride.jpg',
      version: DRAGON_VERSION,
      cells: cells.map(
        (cell, at) => new Map([...cell, ['zIndex', cell.get('shape') === 'trust-boundary-box' ? -1 : at + 1]]),
      ),
    });
    return mapOf({
      version: DRAGON_VERSION,
      summary: mapOf({ title: model.title, owner: '', description: '', id: 0 }),
      detail: mapOf({
        contributors: [],
        diagrams: [diagram],
        diagramTop: 1,
        reviewer: '',
        threatTop: model.all('threat').length,
      }),
    });
  }

  #write(record: OwnRecord): void {
    this.#model.write(record);
    if (!isKeptId(record.id)) this.written.lose(record.id, 'id', record.id);
  }

  /** Boxes in boxes, with the elements that stand in each. */
  #parts(): readonly Part[] {
    const parents = boundaryParents(this.#model);
    const inside = new Map<OwnRecord | undefined, OwnRecord[]>();
    for (const boundary of this.#model.all('boundary')) {
      const parent = parents.get(boundary);
      if (parent) boundary.carryLink('parent', parent.id);
      putIn(inside, parent, boundary);
    }
    for (const item of this.#model.all('item')) {
      const { boundary, isInherited } = standingOf(item, this.#model);
      if (boundary && isInherited) this.written.fill(item.id, 'position', boundary.id, 'boundary');
      if (boundary) item.carryLink('boundary', boundary.id);
      putIn(inside, boundary, item);
    }
    const partsIn = (around: OwnRecord | undefined): readonly Part[] =>
      (inside.get(around) ?? []).map((record) => {
        const isBox = record.kind === 'boundary';
        return { id: record.id, isBox, parts: isBox ? partsIn(record) : [] };
      });
    return partsIn(undefined);
  }

  #box(boundary: OwnRecord, place: Placed | undefined): DraftMap {
    const name = nameOf(boundary);
    const data = new Map<string, DraftValue>([
      ['type', 'tm.BoundaryBox'],
      ['name', name],
      ['description', ''],
      ['isTrustBoundary', true],
      ['hasOpenThreats', false],
      ...restoreFields(boundary, DRAGON, TRUST_BOUNDARY),
    ]);
    return mapOf({
      shape: 'trust-boundary-box',
      id: boundary.id,
      ...drawn(place),
      attrs: mapOf({ label: mapOf({ text: name }) }),
      visible: true,
      data,
    });
  }

  #element(item: OwnRecord, place: Placed | undefined): DraftMap {
    const shape = this.#shape(item);
    const name = nameOf(item);
    const threats = this.#threatsAt(item);
    const data = new Map<string, DraftValue>([
      ['type', { process: 'tm.Process', store: 'tm.Store', actor: 'tm.Actor' }[shape]],
      ['name', name],
      ['description', ''],
      ['reasonOutOfScope', ''],
      ...flags(item, shape),
      ...restoreFields(item, DRAGON, ELEMENT),
      ['hasOpenThreats', isOpen(threats)],
      ['threats', threats],
    ]);
    return mapOf({
      shape,
      id: item.id,
      ...drawn(place),
      attrs: mapOf({ text: mapOf({ text: name }) }),
      visible: true,
      data,
    });
  }

  #shape(item: OwnRecord): Shape {
    const role = item.peek('role');
    if (role === 'process' || role === 'store') return item.take('role') as Shape;
    if (role === 'external') item.take('role');
    if (role === undefined) return this.written.fill(item.id, 'shape', 'process', 'role');
    return role === 'physical' ? 'process' : 'actor';
  }

  #flow(flow: OwnRecord): DraftMap {
    const name = nameOf(flow);
    const direction = flow.takeText('direction');
    const threats = this.#threatsAt(flow);
    const data = new Map<string, DraftValue>([
      ['type', 'tm.Flow'],
      ['name', name],
      ['description', ''],
      ['reasonOutOfScope', ''],
      ['protocol', ''],
      ...flags(flow, 'flow'),
      ...restoreFields(flow, DRAGON, DATA_FLOW),
      ['hasOpenThreats', isOpen(threats)],
      ['threats', threats],
    ]);
    if (direction !== undefined) data.set('isBidirectional', direction === 'two-way');
    return mapOf({
      shape: 'flow',
      id: flow.id,
      source: this.#end(flow, 'from'),
      target: this.#end(flow, 'to'),
      attrs: mapOf({ line: lineOf(direction === 'two-way') }),
      labels: [labelOf(name)],
      connector: 'smooth',
      data,
    });
  }

  #end(flow: OwnRecord, field: 'from' | 'to'): DraftMap {
    const end = this.#model.find(flow.links(field)[0]);
    if (!end) return mapOf({ x: 0, y: field === 'from' ? 0 : 40 });
    flow.carryLink(field, end.id);
    return mapOf({ cell: end.id });
  }

  #threatsAt(place: OwnRecord): readonly DraftMap[] {
    const threats = this.#model.naming('threat', 'targets', place.id);
    return threats.map((threat) => {
      this.#write(threat);
      threat.carryLink('targets', place.id);
      return this.#threat(threat);
    });
  }

  #threat(threat: OwnRecord): DraftMap {
    const letters = asTexts(threat.peek('stride'));
    if (letters.length === 1) threat.take('stride');
    const kept = new Map<string, DraftValue>([
      ['title', threat.id],
      ['description', ''],
      ...restoreFields(threat, DRAGON, THREAT),
    ]);
    const type = strideWord(letters[0] ?? '') ?? threat.takeKept(DRAGON, 'type') ?? '';
    return new Map<string, DraftValue>([
      ['id', threat.id],
      ...kept,
      ['severity', kept.get('severity') ?? 'TBD'],
      ['status', this.#status(threat)],
      ['type', type],
      ['modelType', threat.takeKept(DRAGON, 'modelType') ?? 'STRIDE'],
      ['mitigation', threat.takeKept(DRAGON, 'mitigation') ?? this.#answers(threat)],
      ['new', false],
    ]);
  }

  #status(threat: OwnRecord): DraftValue {
    const treatment = threat.peek('treatment');
    const kept = threat.peek(`ext.${DRAGON}.status`);
    const status =
      typeof treatment === 'string' && Object.hasOwn(STATUSES, treatment) ? STATUSES[treatment] : undefined;
    if (status !== undefined) threat.take('treatment');
    // What an import kept is given back where it still fits; `Mitigated` is for proofs to say.
    if (treatment === undefined && kept !== undefined) return threat.takeKept(DRAGON, 'status') ?? 'Open';
    return status ?? 'Open';
  }

  /** Controls have no place of their own: a person reads their titles at the threat, an import cannot take them apart. */
  #answers(threat: OwnRecord): string {
    const controls = this.#model.naming('control', 'mitigates', threat.id);
    return controls.map((control) => control.label).join('\n');
  }
}

function nameOf(record: OwnRecord): string {
  return record.takeText('title') ?? record.id;
}

function drawn(place: Placed | undefined): Readonly<Record<string, DraftMap>> {
  if (!place) throw new Error('Each element and each box has a place in the drawing.');
  const { x, y, width, height } = place;
  return { position: mapOf({ x, y }), size: mapOf({ width, height }) };
}

/** An arrow at one end or at both. */
function lineOf(isTwoWay: boolean): DraftMap {
  const arrow = (name: string): DraftMap => mapOf({ name });
  return mapOf({ stroke: '#333333', targetMarker: arrow('block'), sourceMarker: arrow(isTwoWay ? 'block' : '') });
}

/** Without its own marks the tool would draw the text of a line nowhere. */
function labelOf(text: string): DraftMap {
  return mapOf({
    markup: [mapOf({ tagName: 'ellipse', selector: 'labelBody' }), mapOf({ tagName: 'text', selector: 'labelText' })],
    attrs: mapOf({
      labelText: mapOf({ text, textAnchor: 'middle', textVerticalAnchor: 'middle' }),
      labelBody: mapOf({ ref: 'labelText', refRx: '50%', refRy: '60%', fill: '#fff', strokeWidth: 0 }),
    }),
    position: 0.5,
  });
}

function flags(record: OwnRecord, sort: keyof typeof FLAGS): readonly (readonly [string, boolean])[] {
  return FLAGS[sort].map((flag) => [flag, isTrue(record.takeKept(DRAGON, flag))] as const);
}

function isOpen(threats: readonly DraftMap[]): boolean {
  return threats.some((threat) => threat.get('status') === 'Open');
}
