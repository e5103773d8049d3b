/** Records → Threagile 1.x: the mirror of the import. What the format demands and no record says is filled in with its worst word. */
import { asTexts, isTrue, mapOf } from '../draft-value.js';
import { yamlLibrary } from '../../shapes/index.js';
import { boundaryParents, standingOf } from '../around.js';
import { restoreFields, type FieldTable } from '../field-table.js';
import type { DraftMap, DraftValue } from '../imported.js';
import { putIn, type OwnModel, type WrittenModel } from '../own-model.js';
import type { OwnRecord } from '../own-record.js';
import { isKeptId } from '../record-ids.js';
import { Written } from '../written.js';
import {
  AUTHENTICATIONS,
  AUTHORISATIONS,
  BOUNDARY_TYPES,
  DATA_ASSET,
  LINK,
  LINK_FLAGS,
  linkId,
  NEEDS,
  NO_ASSETS,
  PROTOCOLS,
  ROLES,
  SHARED_RUNTIME,
  TECHNICAL_ASSET,
  TECHNICAL_FLAGS,
  THREAGILE,
  THREAGILE_VERSION,
  TRUST_BOUNDARY,
  isFlowId,
  type Words,
} from './vocabulary.js';
import { RiskWriter } from './write-risks.js';

const HEAD =
  '# Written by Medward. Where a record says nothing, the words that Threagile demands are filled in; `medward export --json` lists them.\n';

export function writeThreagile(model: OwnModel): WrittenModel {
  const writer = new ThreagileWriter(model);
  const text = yamlLibrary().stringify(writer.document(), { lineWidth: 120, aliasDuplicateObjects: false });
  const { losses, filled } = writer.written;
  return { text: HEAD + text, losses, filled };
}

type Entries = Map<string, DraftValue>;

class ThreagileWriter {
  readonly #model: OwnModel;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #tags = new Set<string>();
  /** Key of each link under its asset, from which Threagile makes its id. */
  readonly #linkIds = new Map<string, string>();
  readonly written = new Written();

  constructor(model: OwnModel) {
    this.#model = model;
    for (const kind of ['asset', 'item', 'boundary'] as const)
      for (const record of model.all(kind)) model.write(record);
    this.#ids = this.#writableIds();
  }

  document(): DraftMap {
    const model = this.#model;
    const runtimes = model.all('item').filter((item) => isRuntime(item));
    const items = model.all('item').filter((item) => !isRuntime(item));
    const dataAssets = this.#named(model.all('asset'), (asset) => this.#dataAsset(asset));
    const technicalAssets = this.#named(items, (item) => this.#technicalAsset(item));
    const boundaries = this.#boundaries(items);
    const sharedRuntimes = this.#named(runtimes, (runtime) => this.#runtime(runtime));
    const places = { idOf: (id: string) => this.#ids.get(id) ?? id, linkIds: this.#linkIds };
    const risks = new RiskWriter(model, this.written, places).sections();
    return new Map<string, DraftValue>([
      ['threagile_version', THREAGILE_VERSION],
      ['title', model.title],
      ['author', mapOf({ name: '' })],
      ['business_criticality', this.written.fill('', 'business_criticality', 'mission-critical')],
      ['tags_available', [...this.#tags].toSorted()],
      ['data_assets', dataAssets],
      ['technical_assets', technicalAssets],
      ['trust_boundaries', boundaries],
      ['shared_runtimes', sharedRuntimes],
      ...risks,
    ]);
  }

  /** Letters, digits and hyphens are all that Threagile takes. */
  #writableIds(): ReadonlyMap<string, string> {
    const ids = new Map<string, string>();
    const used = new Set<string>();
    for (const record of (['asset', 'item', 'boundary', 'threat'] as const).flatMap((kind) => this.#model.all(kind))) {
      const base = record.id.replaceAll(/[^A-Za-z0-9-]/g, '-');
      let id = base;
      for (let number = 2; used.has(id); number++) id = `${base}-${number}`;
      used.add(id);
      ids.set(record.id, id);
      if (id !== record.id || !isKeptId(id)) this.written.lose(record.id, 'id', record.id);
    }
    return ids;
  }

  /** Titles are keys: one that stands twice gets the id behind it, one that is missing is the id. */
  #named(records: readonly OwnRecord[], entryOf: (record: OwnRecord) => DraftMap): DraftMap {
    const counts = new Map<DraftValue | undefined, number>();
    for (const record of records) counts.set(record.peek('title'), (counts.get(record.peek('title')) ?? 0) + 1);
    const taken = new Set(records.map((record) => this.#id(record.id)));
    return new Map(
      records.map((record) => {
        const title = record.takeText('title');
        const id = this.#id(record.id);
        const isUnique = title !== undefined && counts.get(title) === 1 && !taken.has(title) && !title.endsWith(')');
        return [title === undefined ? id : isUnique ? title : `${title} (${id})`, entryOf(record)] as const;
      }),
    );
  }

  #entry(record: OwnRecord, table: FieldTable): Entries {
    const entry = restoreFields(record, THREAGILE, table);
    for (const tag of asTexts(entry.get('tags'))) this.#tags.add(tag);
    return new Map<string, DraftValue>([['id', this.#id(record.id)], ['description', ''], ...entry]);
  }

  #dataAsset(asset: OwnRecord): DraftMap {
    if (asset.peek('type') === undefined) this.written.fill(asset.id, 'data_assets', 'data', 'type');
    if (asset.peek('type') === 'data') asset.take('type');
    const entry = this.#entry(asset, DATA_ASSET);
    this.#demand(asset, entry, { usage: 'business', quantity: 'very-many' });
    for (const [need, words] of Object.entries(NEEDS))
      entry.set(need, this.#word(asset, need, words, WORST[need] ?? ''));
    return entry;
  }

  #technicalAsset(item: OwnRecord): DraftMap {
    const entry = this.#entry(item, TECHNICAL_ASSET);
    entry.set('type', this.#word(item, 'type', ROLES, 'process', 'role'));
    for (const flag of TECHNICAL_FLAGS) entry.set(flag, isTrue(item.takeKept(THREAGILE, flag)));
    if (!entry.has('technologies')) this.#demand(item, entry, { technology: 'unknown-technology' });
    this.#demand(item, entry, {
      usage: 'business',
      size: 'component',
      machine: 'virtual',
      encryption: 'none',
      owner: '',
      ...WORST,
    });
    entry.set('data_assets_processed', this.#known(item.takeKept(THREAGILE, 'data_assets_processed')));
    entry.set('data_assets_stored', this.#carried(item, 'assets'));
    if (!entry.has('data_formats_accepted')) entry.set('data_formats_accepted', []);
    entry.set('communication_links', this.#links(item));
    return entry;
  }

  #links(item: OwnRecord): DraftMap {
    const flows = this.#model.naming('flow', 'from', item.id).filter((flow) => flow.links('from')[0] === item.id);
    const links = flows.flatMap((flow) => {
      const target = this.#model.find(flow.links('to')[0]);
      if (!target || isRuntime(target)) return [];
      const key = [flow.takeText('title') ?? '', `(${flow.id})`].filter((word) => word !== '').join(' ');
      this.#linkIds.set(flow.id, linkId(this.#id(item.id), key));
      return [[key, this.#link(flow, target)] as const];
    });
    return new Map(links);
  }

  #link(flow: OwnRecord, target: OwnRecord): DraftMap {
    this.#model.write(flow);
    if (!isKeptId(flow.id) || !isFlowId(flow.id)) this.written.lose(flow.id, 'id', flow.id);
    for (const field of ['from', 'to']) for (const id of flow.links(field)) flow.carryLink(field, id);
    const entry = new Map<string, DraftValue>([['target', this.#id(target.id)], ...this.#entry(flow, LINK)]);
    entry.delete('id');
    this.#said(flow, entry, 'protocol', 'protocol', PROTOCOLS, 'unknown-protocol');
    this.#said(flow, entry, 'authentication', 'authentication', AUTHENTICATIONS, 'none');
    this.#said(flow, entry, 'authorization', 'authorisation', AUTHORISATIONS, 'none');
    for (const flag of LINK_FLAGS) entry.set(flag, isTrue(flow.takeKept(THREAGILE, flag)));
    this.#demand(flow, entry, { usage: 'business' });
    const assets = this.#carried(flow, 'assets');
    const isTwoWay = flow.peek('direction') === 'two-way' && assets.length > 0;
    if (isTwoWay) flow.take('direction');
    entry.set('data_assets_sent', isTwoWay ? this.#keptOr(flow, 'data_assets_sent', assets) : assets);
    entry.set('data_assets_received', isTwoWay ? this.#keptOr(flow, 'data_assets_received', assets) : []);
    return entry;
  }

  #boundaries(items: readonly OwnRecord[]): DraftMap {
    const parents = boundaryParents(this.#model);
    const inside = new Map<OwnRecord, OwnRecord[]>();
    for (const item of items) {
      const { boundary, isInherited } = standingOf(item, this.#model);
      if (!boundary) continue;
      if (isInherited) this.written.fill(item.id, 'technical_assets_inside', boundary.id, 'boundary');
      else item.carryLink('boundary', boundary.id);
      putIn(inside, boundary, item);
    }
    return this.#named(this.#model.all('boundary'), (boundary) => {
      const entry = this.#entry(boundary, TRUST_BOUNDARY);
      entry.set('type', this.#word(boundary, 'type', BOUNDARY_TYPES, 'execution-environment'));
      entry.set(
        'technical_assets_inside',
        (inside.get(boundary) ?? []).map((item) => this.#id(item.id)),
      );
      const nested = this.#model
        .naming('boundary', 'parent', boundary.id)
        .filter((child) => parents.get(child) === boundary);
      for (const child of nested) child.carryLink('parent', boundary.id);
      entry.set(
        'trust_boundaries_nested',
        nested.map((child) => this.#id(child.id)),
      );
      return entry;
    });
  }

  #runtime(runtime: OwnRecord): DraftMap {
    runtime.takeKept(THREAGILE, 'shared_runtime');
    if (runtime.peek('role') === 'process') runtime.take('role');
    const running = this.#model.naming('item', 'parent', runtime.id).filter((item) => !isRuntime(item));
    for (const item of running) item.carryLink('parent', runtime.id);
    const entry = this.#entry(runtime, SHARED_RUNTIME);
    entry.set(
      'technical_assets_running',
      running.map((item) => this.#id(item.id)),
    );
    return entry;
  }

  /** Their word for ours: the very one that an import kept, if it still means the same. */
  #word(record: OwnRecord, key: string, words: Words, worst: string, field = key): string {
    const kept = record.peek(`ext.${THREAGILE}.${key}`);
    const ours = record.peek(field);
    if (typeof kept === 'string' && (words.ours(kept) ?? ours) === ours) {
      record.takeKept(THREAGILE, key);
      record.take(field);
      return kept;
    }
    const theirs = ours === undefined ? undefined : words.theirs(ours);
    if (theirs === undefined) return this.written.fill(record.id, key, worst, field);
    record.take(field);
    return theirs;
  }

  /** A free text of ours is carried where it is one of their words. */
  #said(
    record: OwnRecord,
    entry: Entries,
    key: string,
    field: string,
    words: readonly string[],
    nothing: string,
  ): void {
    const ours = record.peek(field);
    const isTheirs = typeof ours === 'string' && words.includes(ours);
    const kept = ours === undefined ? record.takeKept(THREAGILE, key) : undefined;
    entry.set(key, isTheirs ? (record.take(field) ?? '') : (kept ?? this.written.fill(record.id, key, nothing)));
  }

  #demand(record: OwnRecord, entry: Entries, demanded: Readonly<Record<string, string>>): void {
    for (const [key, value] of Object.entries(demanded)) {
      if (!entry.has(key)) entry.set(key, value === '' ? '' : this.written.fill(record.id, key, value));
    }
  }

  #keptOr(record: OwnRecord, key: string, otherwise: readonly string[]): readonly string[] {
    const kept = record.takeKept(THREAGILE, key);
    if (kept === NO_ASSETS) return [];
    return kept === undefined ? otherwise : this.#known(kept);
  }

  #known(ids: DraftValue | undefined): readonly string[] {
    return asTexts(ids).flatMap((id) => (this.#model.isWritten(id) ? [this.#id(id)] : []));
  }

  #carried(record: OwnRecord, field: string): readonly string[] {
    const ids = record.links(field).filter((id) => this.#model.isWritten(id));
    for (const id of ids) record.carryLink(field, id);
    return ids.map((id) => this.#id(id));
  }

  #id(id: string): string {
    return this.#ids.get(id) ?? id;
  }
}

/** Where nobody said how much it matters, the export says the worst, so that nothing looks harmless. */
const WORST: Readonly<Record<string, string>> = {
  confidentiality: 'strictly-confidential',
  integrity: 'mission-critical',
  availability: 'mission-critical',
};

/** What an import made of a shared runtime, so that an export gives one back. */
function isRuntime(item: OwnRecord): boolean {
  return isTrue(item.peek(`ext.${THREAGILE}.shared_runtime`));
}
