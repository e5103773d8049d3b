/** Open Threat Model → records: trust zones become boundaries, components items, mitigations controls. */
import { Draft } from '../draft.js';
import { carryFields } from '../field-table.js';
import type { ForeignValue } from '../foreign-value.js';
import type { DraftValue, RecordDraft } from '../imported.js';
import type { Thing } from '../record-ids.js';
import { strideOf } from '../stride.js';
import { mapAt, mapsIn, peekNumber, scalarsIn, takeFlag, takePlain, takeText } from '../take.js';
import { takeAttributes } from './attributes.js';
import type { OtmModel } from './read.js';
import {
  ASSET,
  COMPONENT,
  FLOW,
  isRejected,
  levelNumber,
  levelWord,
  MITIGATION,
  NEEDS,
  OTM,
  OUTSIDE,
  ROLES,
  THREAT,
  ZONE,
} from './vocabulary.js';

export function translateOtm(model: OtmModel, taken: ReadonlySet<string>): readonly RecordDraft[] {
  model.things.nameAll(taken);
  return new OtmTranslator(model).records();
}

class OtmTranslator {
  readonly #model: OtmModel;
  readonly #drafts = new Map<Thing, Draft>();
  readonly #known: ReadonlySet<string>;
  /** States of each threat and mitigation, by the place where it stands. */
  readonly #states = new Map<Draft, Map<string, string>>();

  constructor(model: OtmModel) {
    this.#model = model;
    const { project, zones, components, flows, assets, threats, mitigations, things } = model;
    for (const thing of [project, ...zones, ...components, ...flows, ...assets, ...threats, ...mitigations]) {
      this.#drafts.set(thing, new Draft(OTM, thing.kind, things.idOf(thing), thing.value));
    }
    this.#known = new Set([...this.#drafts.values()].map((draft) => draft.id));
  }

  records(): readonly RecordDraft[] {
    const { model } = { model: this.#model };
    this.#project(model.project);
    for (const zone of model.zones) this.#zone(zone);
    for (const asset of model.assets) this.#asset(asset);
    for (const threat of model.threats) this.#threat(threat);
    for (const mitigation of model.mitigations) this.#mitigation(mitigation);
    for (const component of model.components) this.#component(component);
    for (const flow of model.flows) this.#flow(flow);
    for (const threat of model.threats) this.#outcome(this.#draft(threat));
    for (const [draft, states] of this.#states) draft.keep('states', states);
    const outside = model.zones.find((zone) => zone.foreignId === OUTSIDE);
    return [...this.#drafts].filter(([thing]) => thing !== outside).map(([, draft]) => draft.draft());
  }

  #draft(thing: Thing): Draft {
    const draft = this.#drafts.get(thing);
    if (!draft) throw new Error('Each part of the model has a draft.');
    return draft;
  }

  #project(thing: Thing): void {
    const draft = this.#draft(thing);
    const { root } = this.#model;
    draft.keep('otmVersion', takeText(root, 'otmVersion'));
    root.find('representations')?.lose('drawing-only');
    const project = mapAt(root, 'project');
    if (!project) {
      draft.set('title', 'Imported threat model');
      return;
    }
    carryFields(project, draft, {
      texts: { name: 'title', description: 'text', owner: 'owner' },
      lists: { tags: 'tags' },
      kept: ['id', 'ownerContact'],
    });
    takeAttributes(project, draft, this.#known);
  }

  /** What all parts have in common; the foreign id is kept where the record bears another one. */
  #common(thing: Thing, table: Parameters<typeof carryFields>[2]): Draft {
    const draft = this.#draft(thing);
    const id = takeText(thing.value, 'id');
    if (id !== draft.id) draft.keep('id', id);
    carryFields(thing.value, draft, table);
    takeAttributes(thing.value, draft, this.#known);
    return draft;
  }

  #zone(thing: Thing): void {
    const draft = this.#common(thing, ZONE);
    draft.linkOne('parent', this.#aroundOf(thing));
  }

  #component(thing: Thing): void {
    const { value } = thing;
    const draft = this.#common(thing, COMPONENT);
    const type = takeText(value, 'type');
    if (type !== undefined && ROLES.includes(type)) draft.set('role', type);
    else draft.keep('type', type);
    const around = this.#model.around.get(thing);
    if (around?.foreignId !== OUTSIDE)
      draft.linkOne(around?.kind === 'boundary' ? 'boundary' : 'parent', this.#aroundOf(thing));
    const assets = mapAt(value, 'assets');
    if (assets) {
      draft.link('assets', this.#assetsIn(assets, 'stored'));
      draft.keep('processed', this.#assetsIn(assets, 'processed'));
    }
    this.#instances(value, draft);
  }

  #flow(thing: Thing): void {
    const { value } = thing;
    const draft = this.#common(thing, FLOW);
    draft.linkOne('from', this.#end(value, draft, 'source'));
    draft.linkOne('to', this.#end(value, draft, 'destination', 'target'));
    const twoWay = takeFlag(value, 'bidirectional');
    if (twoWay !== undefined) draft.set('direction', twoWay ? 'two-way' : 'one-way');
    draft.link('assets', this.#assetsIn(value, 'assets'));
    this.#instances(value, draft);
  }

  #end(value: ForeignValue, draft: Draft, ...keys: readonly string[]): string | undefined {
    const end = keys.flatMap((key) => value.find(key) ?? [])[0];
    if (!end)
      value.problems.add(value.path, `The data flow has no ${keys[0] ?? 'end'}: write it into the record ${draft.id}.`);
    const component = end && this.#model.things.refer(end, 'component');
    return component && this.#model.things.idOf(component);
  }

  #asset(thing: Thing): void {
    const draft = this.#common(thing, ASSET);
    const risk = mapAt(thing.value, 'risk');
    if (!risk) return;
    draft.set('rationale', takeText(risk, 'comment'));
    const others = new Map<string, DraftValue>();
    for (const need of NEEDS) {
      const number = peekNumber(risk, need);
      const word = number === undefined ? undefined : levelWord(number);
      const written = takePlain(risk.find(need));
      draft.set(need, word);
      if (written !== undefined && (word === undefined || levelNumber(word) !== number)) others.set(need, written);
    }
    draft.keep('risk', others);
  }

  #threat(thing: Thing): void {
    const draft = this.#common(thing, THREAT);
    const categories = scalarsIn(thing.value, 'categories').map((category) => category.carry());
    const letters = categories.flatMap((category) => strideOf(category) ?? []);
    draft.set('stride', [...new Set(letters)]);
    draft.keep(
      'categories',
      categories.filter((category) => strideOf(category) === undefined),
    );
    for (const weakness of scalarsIn(thing.value, 'cwes')) {
      const number = /^(?:CWE-?)?0*(\d{1,5})$/i.exec(weakness.text)?.[1];
      if (number === undefined) weakness.lose('unknown-value');
      else {
        weakness.carry();
        draft.link('weaknesses', [`CWE-${number}`]);
      }
    }
  }

  #mitigation(thing: Thing): void {
    const draft = this.#common(thing, MITIGATION);
    if (!draft.has('domain')) draft.set('domain', 'security');
  }

  /** Threats at a component or a data flow, each with its state and its mitigations there. */
  #instances(value: ForeignValue, place: Draft): void {
    for (const instance of mapsIn(value, 'threats')) {
      const named = instance.find('threat');
      const thing = named && this.#model.things.refer(named, 'threat');
      if (!thing) {
        if (!named) instance.problems.add(instance.path, 'This threat names none of the threats of the model.');
        continue;
      }
      const threat = this.#draft(thing);
      threat.link('targets', [place.id]);
      this.#keepState(threat, place.id, takeText(instance, 'state'));
      for (const mitigation of mapsIn(instance, 'mitigations')) this.#answer(mitigation, threat, place);
    }
  }

  #answer(mitigation: ForeignValue, threat: Draft, place: Draft): void {
    const named = mitigation.find('mitigation');
    const thing = named && this.#model.things.refer(named, 'mitigation');
    if (!thing) return;
    const control = this.#draft(thing);
    const state = takeText(mitigation, 'state');
    // A mitigation that was rejected answers nothing; its state is kept.
    if (!isRejected(state ?? '')) control.link('mitigates', [threat.id]);
    this.#keepState(control, `${threat.id} at ${place.id}`, state);
  }

  #keepState(draft: Draft, place: string, state: string | undefined): void {
    const states = this.#states.get(draft) ?? new Map<string, string>();
    if (state !== undefined) states.set(place, state);
    this.#states.set(draft, states);
  }

  /** A treatment or the mark of a library only where all places agree. */
  #outcome(threat: Draft): void {
    const states = new Set([...(this.#states.get(threat)?.values() ?? [])].map((state) => state.toLowerCase()));
    const [only] = states.size === 1 ? states : [];
    if (only === 'accepted' && !threat.has('treatment')) threat.set('treatment', 'accept');
    if (only === 'mitigated' && !threat.has('treatment')) threat.set('treatment', 'mitigate');
    if (only === 'autogenerated') threat.set('generic', true);
  }

  #aroundOf(thing: Thing): string | undefined {
    const around = this.#model.around.get(thing);
    return around && this.#model.things.idOf(around);
  }

  #assetsIn(value: ForeignValue, key: string): readonly string[] {
    return this.#model.things.idsOf(scalarsIn(value, key), 'asset');
  }
}
