/** Records → Open Threat Model 0.2.0: the mirror of the import. Fields without a place of their own travel as attributes. */
import { asMap, asText, asTexts, mapOf } from '../draft-value.js';
import { restoreFields, type FieldTable } from '../field-table.js';
import type { DraftMap, DraftValue } from '../imported.js';
import { jsonText } from '../json-text.js';
import type { OwnModel, WrittenModel } from '../own-model.js';
import type { OwnRecord } from '../own-record.js';
import { isKeptId } from '../record-ids.js';
import { strideWord } from '../stride.js';
import { Written } from '../written.js';
import { attributesOf } from './attributes.js';
import {
  ASSET,
  COMPONENT,
  FLOW,
  levelNumber,
  MITIGATION,
  NEEDS,
  OTM,
  OTM_VERSION,
  OUTSIDE,
  THREAT,
  ZONE,
} from './vocabulary.js';

export function writeOtm(model: OwnModel): WrittenModel {
  const writer = new OtmWriter(model);
  const text = jsonText(writer.document());
  const { losses, filled } = writer.written;
  return { text, losses, filled };
}

type Entries = Map<string, DraftValue>;

class OtmWriter {
  readonly #model: OwnModel;
  readonly written = new Written();

  constructor(model: OwnModel) {
    this.#model = model;
    for (const kind of ['boundary', 'item', 'asset', 'threat', 'control'] as const)
      for (const record of model.all(kind)) model.write(record);
    // The format has no data flow without an end.
    const hasEnds = (flow: OwnRecord): boolean =>
      ['from', 'to'].every((field) => model.isWritten(flow.links(field)[0] ?? ''));
    for (const flow of model.all('flow')) if (hasEnds(flow)) model.write(flow);
  }

  document(): DraftMap {
    const model = this.#model;
    const components = model.all('item').map((item) => this.#component(item));
    const flows = model
      .all('flow')
      .filter((flow) => model.isWritten(flow.id))
      .map((flow) => this.#flow(flow));
    const zones = model.all('boundary').map((boundary) => this.#zone(boundary));
    const isOutside = model
      .all('item')
      .some((item) => item.links('boundary').length + item.links('parent').length === 0);
    const outside = isOutside ? [OUTSIDE_ZONE] : [];
    return mapOf({
      otmVersion: OTM_VERSION,
      project: mapOf({ name: model.title, id: 'medward' }),
      representations: [],
      assets: model.all('asset').map((asset) => this.#asset(asset)),
      trustZones: [...zones, ...outside],
      components,
      dataflows: flows,
      threats: model.all('threat').map((threat) => this.#threat(threat)),
      mitigations: model.all('control').map((control) => this.#mitigation(control)),
    });
  }

  #entry(record: OwnRecord, table: FieldTable): Entries {
    const fields = restoreFields(record, OTM, table);
    if (!isKeptId(record.id)) this.written.lose(record.id, 'id', record.id);
    return new Map<string, DraftValue>([['id', record.id], ['name', record.id], ...fields]);
  }

  #zone(boundary: OwnRecord): DraftMap {
    const entry = this.#entry(boundary, ZONE);
    if (!entry.has('risk'))
      entry.set('risk', mapOf({ trustRating: this.written.fill(boundary.id, 'risk.trustRating', 0) }));
    this.#inside(boundary, entry, 'parent', 'trustZone');
    return this.#finished(boundary, entry);
  }

  #component(item: OwnRecord): DraftMap {
    const entry = this.#entry(item, COMPONENT);
    const type =
      item.takeText('role') ?? item.takeKept(OTM, 'type') ?? this.written.fill(item.id, 'type', 'unspecified');
    entry.set('type', type);
    this.#inside(item, entry, 'boundary', 'trustZone');
    if (!entry.has('parent')) this.#inside(item, entry, 'parent', 'component');
    if (!entry.has('parent')) entry.set('parent', mapOf({ trustZone: this.written.fill(item.id, 'parent', OUTSIDE) }));
    const stored = this.#carried(item, 'assets');
    const processed = asTexts(item.takeKept(OTM, 'processed')).filter((id) => this.#model.isWritten(id));
    if (stored.length + processed.length > 0) entry.set('assets', mapOf({ processed, stored }));
    this.#addThreats(item, entry);
    return this.#finished(item, entry);
  }

  #flow(flow: OwnRecord): DraftMap {
    const entry = this.#entry(flow, FLOW);
    const direction = flow.takeText('direction');
    if (direction !== undefined) entry.set('bidirectional', direction === 'two-way');
    for (const [key, field] of [
      ['source', 'from'],
      ['destination', 'to'],
    ] as const) {
      const [end] = this.#carried(flow, field);
      if (end !== undefined) entry.set(key, end);
    }
    const assets = this.#carried(flow, 'assets');
    if (assets.length > 0) entry.set('assets', assets);
    this.#addThreats(flow, entry);
    return this.#finished(flow, entry);
  }

  #asset(asset: OwnRecord): DraftMap {
    const entry = this.#entry(asset, ASSET);
    const kept = asMap(asset.takeKept(OTM, 'risk'));
    const risk = new Map<string, DraftValue>();
    for (const need of NEEDS) {
      const number = levelNumber(asset.take(need));
      const exact = Number(asText(kept?.get(need)) ?? NaN);
      risk.set(
        need,
        Number.isFinite(exact) ? exact : (number ?? this.written.fill(asset.id, `risk.${need}`, 100, need)),
      );
    }
    const comment = asset.takeText('rationale');
    if (comment !== undefined) risk.set('comment', comment);
    entry.set('risk', risk);
    return this.#finished(asset, entry);
  }

  #threat(threat: OwnRecord): DraftMap {
    const entry = this.#entry(threat, THREAT);
    const words = asTexts(threat.take('stride')).flatMap((letter) => strideWord(letter) ?? []);
    const categories = [...words, ...asTexts(threat.takeKept(OTM, 'categories'))];
    if (categories.length > 0) entry.set('categories', categories);
    const weaknesses = threat.links('weaknesses');
    for (const id of weaknesses) threat.carryLink('weaknesses', id);
    if (weaknesses.length > 0) entry.set('cwes', weaknesses);
    if (!entry.has('risk'))
      entry.set(
        'risk',
        mapOf({
          likelihood: this.written.fill(threat.id, 'risk.likelihood', 100),
          impact: this.written.fill(threat.id, 'risk.impact', 100),
        }),
      );
    return this.#finished(threat, entry);
  }

  #mitigation(control: OwnRecord): DraftMap {
    const entry = this.#entry(control, MITIGATION);
    if (!entry.has('riskReduction')) entry.set('riskReduction', this.written.fill(control.id, 'riskReduction', 0));
    return this.#finished(control, entry);
  }

  #addThreats(place: OwnRecord, entry: Entries): void {
    const threats = this.#model.naming('threat', 'targets', place.id);
    if (threats.length > 0)
      entry.set(
        'threats',
        threats.map((threat) => this.#instance(threat, place)),
      );
  }

  #instance(threat: OwnRecord, place: OwnRecord): DraftMap {
    threat.carryLink('targets', place.id);
    const state =
      stateAt(threat, place.id) ??
      (threat.peek('treatment') === 'accept' ? 'accepted' : this.written.fill(threat.id, 'state', 'exposed'));
    const controls = this.#model.naming('control', 'mitigates', threat.id);
    const mitigations = controls.map((control) => {
      control.carryLink('mitigates', threat.id);
      const kept = stateAt(control, `${threat.id} at ${place.id}`);
      return mapOf({ mitigation: control.id, state: kept ?? this.written.fill(control.id, 'state', 'required') });
    });
    return mapOf({ threat: threat.id, state, mitigations });
  }

  #inside(record: OwnRecord, entry: Entries, field: string, key: string): void {
    const [around] = this.#carried(record, field);
    if (around !== undefined) entry.set('parent', mapOf({ [key]: around }));
  }

  /** Links to what is in the file. */
  #carried(record: OwnRecord, field: string): readonly string[] {
    const ids = record.links(field).filter((id) => this.#model.isWritten(id));
    for (const id of ids) record.carryLink(field, id);
    return ids;
  }

  #finished(record: OwnRecord, entry: Entries): DraftMap {
    const attributes = attributesOf(record, this.#model);
    if (attributes) entry.set('attributes', attributes);
    return entry;
  }
}

const OUTSIDE_ZONE = mapOf({ id: OUTSIDE, name: 'Outside every boundary', risk: mapOf({ trustRating: 0 }) });

function stateAt(record: OwnRecord, place: string): string | undefined {
  return asText(asMap(record.takeKept(OTM, 'states'))?.get(place));
}
