/** Threat Dragon → records: shapes become items, boundaries and flows; what is said of the model as a whole, one document. */
import { Draft } from '../draft.js';
import { carryFields } from '../field-table.js';
import type { ForeignValue } from '../foreign-value.js';
import type { RecordDraft } from '../imported.js';
import type { Thing } from '../record-ids.js';
import { strideOf } from '../stride.js';
import { mapAt, mapsIn, takeFlag, takeText } from '../take.js';
import type { Cell, Diagram, DragonModel, Placed } from './read.js';
import {
  CELL_DRAWING,
  DATA_DRAWING,
  DATA_FLOW,
  DRAGON,
  ELEMENT,
  FLAGS,
  ROLES,
  THREAT,
  TREATMENTS,
  TRUST_BOUNDARY,
} from './vocabulary.js';

export function translateDragon(model: DragonModel, taken: ReadonlySet<string>): readonly RecordDraft[] {
  const controls = controlsOf(model);
  model.things.nameAll(taken);
  return new DragonTranslator(model, controls).records();
}

/** A text that says how threats were mitigated becomes one control, however many threats it stands at. */
function controlsOf(model: DragonModel): ReadonlyMap<string, Thing> {
  const controls = new Map<string, Thing>();
  for (const { value } of model.diagrams.flatMap((diagram) => diagram.cells.flatMap((cell) => cell.threats))) {
    const mitigation = value.find('mitigation');
    if (!mitigation || !isMitigated(value) || controls.has(mitigation.text)) continue;
    const { text } = mitigation;
    const control = model.things.addLoose({
      kind: 'control',
      foreignId: undefined,
      name: text,
      value: mitigation,
      key: text,
    });
    if (control) controls.set(text, control);
  }
  return controls;
}

/** What is proposed for an open threat answers nothing yet, so it becomes no control. */
function isMitigated(threat: ForeignValue): boolean {
  return threat.find('status')?.text.toLowerCase() === 'mitigated';
}

class DragonTranslator {
  readonly #model: DragonModel;
  readonly #controls = new Map<string, Draft>();
  readonly #drafts = new Map<Thing, Draft>();

  constructor(model: DragonModel, controls: ReadonlyMap<string, Thing>) {
    this.#model = model;
    for (const [text, thing] of controls) this.#controls.set(text, this.#start(thing));
  }

  records(): readonly RecordDraft[] {
    this.#document();
    for (const diagram of this.#model.diagrams) for (const cell of diagram.cells) this.#cell(cell, diagram);
    return [...this.#drafts.values()].map((draft) => draft.draft());
  }

  #start(thing: Thing): Draft {
    const draft = this.#drafts.get(thing) ?? new Draft(DRAGON, thing.kind, this.#model.things.idOf(thing), thing.value);
    this.#drafts.set(thing, draft);
    return draft;
  }

  #document(): void {
    const { root, document, diagrams } = this.#model;
    const draft = this.#start(document);
    const summary = mapAt(root, 'summary');
    const detail = mapAt(root, 'detail');
    if (summary)
      carryFields(summary, draft, { texts: { title: 'title', description: 'text', owner: 'owner' }, kept: ['id'] });
    if (!draft.has('title')) draft.set('title', 'Imported threat model');
    carryFields(root, draft, { texts: {}, kept: ['version', 'release_version', 'released_at'] });
    if (detail) {
      carryFields(detail, draft, { texts: {}, kept: ['reviewer'], drawing: ['diagramTop', 'threatTop'] });
      draft.keep(
        'contributors',
        mapsIn(detail, 'contributors').flatMap((one) => takeText(one, 'name') ?? []),
      );
    }
    for (const diagram of diagrams) this.#diagram(diagram, draft);
  }

  /** Title, method and notes of a drawing become paragraphs of the document. */
  #diagram({ value, notes }: Diagram, draft: Draft): void {
    const title = takeText(value, 'title') ?? 'without a title';
    const method = takeText(value, 'diagramType');
    draft.add('text', `Diagram: ${title}${method === undefined ? '' : ` (${method})`}`);
    draft.add('text', takeText(value, 'description'));
    for (const key of ['id', 'placeholder', 'thumbnail', 'version']) value.find(key)?.lose('drawing-only');
    for (const note of notes) {
      const data = mapAt(note, 'data');
      draft.add('text', data && takeText(data, 'name'));
      dropDrawing(note, data ?? note);
      // Nothing refers to a note.
      note.find('id')?.lose('drawing-only');
    }
  }

  #cell(cell: Cell, diagram: Diagram): void {
    const { thing, data, sort } = cell;
    const draft = this.#start(thing);
    draft.set('title', cell.name?.carry());
    const id = takeText(thing.value, 'id');
    if (id !== draft.id) draft.keep('id', id);
    if (sort === 'box' || sort === 'curve') this.#boundary(cell, draft, diagram);
    else {
      carryFields(data, draft, sort === 'flow' ? DATA_FLOW : ELEMENT);
      for (const flag of FLAGS[sort]) if (takeFlag(data, flag) === true) draft.keep(flag, true);
      if (sort === 'flow') this.#flow(cell, draft, diagram);
      else {
        draft.set('role', ROLES[sort]);
        draft.linkOne('boundary', this.#around(thing, diagram));
      }
    }
    checkBoundaryFlag(data, sort);
    dropDrawing(thing.value, data);
    for (const threat of cell.threats) this.#threat(threat, draft);
  }

  #boundary({ thing, data, sort }: Cell, draft: Draft, diagram: Diagram): void {
    carryFields(data, draft, TRUST_BOUNDARY);
    draft.linkOne('parent', this.#around(thing, diagram));
    if (sort !== 'curve') return;
    for (const key of ['source', 'target']) thing.value.find(key)?.lose('drawing-only');
    thing.value.problems.add(
      thing.value.path,
      `This trust boundary is a line, and which flows cross it does not follow from a drawing. Write \`boundary: ${draft.id}\` into the items on its inner side.`,
    );
  }

  #flow({ thing, data }: Cell, draft: Draft, diagram: Diagram): void {
    const twoWay = takeFlag(data, 'isBidirectional');
    if (twoWay !== undefined) draft.set('direction', twoWay ? 'two-way' : 'one-way');
    draft.linkOne('from', this.#end(thing.value, 'source', draft, diagram));
    draft.linkOne('to', this.#end(thing.value, 'target', draft, diagram));
  }

  #end(cell: ForeignValue, key: 'source' | 'target', draft: Draft, diagram: Diagram): string | undefined {
    const end = mapAt(cell, key);
    const named = end?.find('cell');
    for (const drawn of ['port', 'x', 'y', 'anchor', 'connectionPoint', 'selector', 'magnet'])
      end?.find(drawn)?.lose('drawing-only');
    if (!named) {
      const field = key === 'source' ? 'from' : 'to';
      cell.problems.add(
        `${cell.path}/${key}`,
        `The flow ${draft.id} ${key === 'source' ? 'begins' : 'ends'} in empty space. Draw it to an element, or write \`${field}:\` into the record.`,
      );
      return undefined;
    }
    const found = this.#model.things.refer(named, diagram.space);
    if (found && found.kind !== 'item') {
      named.lose('ambiguous');
      cell.problems.add(named.path, 'A flow goes from element to element; this end is none.');
      return undefined;
    }
    return found && this.#model.things.idOf(found);
  }

  #threat({ thing, value }: Placed, at: Draft): void {
    const draft = this.#start(thing);
    const id = takeText(value, 'id') ?? takeText(value, 'threatId');
    if (id !== draft.id) draft.keep('id', id);
    carryFields(value, draft, THREAT);
    const type = takeText(value, 'type');
    const letter = strideOf(type ?? '');
    if (letter) draft.set('stride', [letter]);
    else draft.keep('type', type);
    const method = takeText(value, 'modelType');
    if (method !== 'STRIDE') draft.keep('modelType', method);
    this.#status(value, draft);
    if (at.kind === 'boundary')
      value.problems.add(value.path, `A boundary is no target: write \`targets:\` into the record ${draft.id}.`);
    else draft.link('targets', [at.id]);
  }

  #status(value: ForeignValue, draft: Draft): void {
    const status = takeText(value, 'status');
    const word = status?.toLowerCase() ?? '';
    const treatment = Object.hasOwn(TREATMENTS, word) ? TREATMENTS[word] : undefined;
    draft.set('treatment', treatment);
    // The word itself says more where ours is only the nearest one.
    if (treatment === undefined ? word !== 'open' : word === 'mitigated' || word === 'eliminated')
      draft.keep('status', status);
    const mitigation = takeText(value, 'mitigation');
    const control = isMitigated(value) ? this.#controls.get(mitigation ?? '') : undefined;
    if (!control || mitigation === undefined) draft.keep('mitigation', mitigation);
    else {
      control.set('title', firstSentence(mitigation));
      control.set('text', mitigation);
      control.set('domain', 'security');
      control.link('mitigates', [draft.id]);
    }
  }

  #around(thing: Thing, diagram: Diagram): string | undefined {
    const box = diagram.around.get(thing);
    return box && this.#model.things.idOf(box);
  }
}

function firstSentence(text: string): string {
  const sentence = /^[^.!?\n]*/.exec(text.trim())?.[0].trim() ?? '';
  const words = sentence === '' ? text.trim() : sentence;
  return words.length > 100 ? `${words.slice(0, 99).replace(/\s+\S*$/, '')}…` : words;
}

/** Shape and mark say the same; where they do not, the shape counts. */
function checkBoundaryFlag(data: ForeignValue, sort: Cell['sort']): void {
  const flag = data.find('isTrustBoundary');
  if (!flag) return;
  if (flag.text === String(sort === 'box' || sort === 'curve')) flag.carry();
  else flag.lose('ambiguous');
}

function dropDrawing(cell: ForeignValue, data: ForeignValue): void {
  for (const key of CELL_DRAWING) cell.find(key)?.lose('drawing-only');
  for (const key of DATA_DRAWING) data.find(key)?.lose('drawing-only');
}
