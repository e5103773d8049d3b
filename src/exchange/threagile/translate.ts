/** Threagile → records: technical assets and shared runtimes become items, links flows, risk categories and tracked risks threats. */
import { Draft } from '../draft.js';
import { carryFields, type FieldTable } from '../field-table.js';
import type { ForeignValue } from '../foreign-value.js';
import type { DraftValue, RecordDraft } from '../imported.js';
import type { Thing } from '../record-ids.js';
import { mapAt, namedMapsIn, scalarsIn, takeFlag, takePlain, takeText } from '../take.js';
import type { Link, Named, ThreagileModel, Tracked } from './read.js';
import {
  BOUNDARY_TYPES,
  DATA_ASSET,
  LINK,
  LINK_FLAGS,
  NEEDS,
  NO_ASSETS,
  NOTHING,
  RISK_CATEGORY,
  RISK_RATING,
  ROLES,
  SHARED_RUNTIME,
  STRIDES,
  TECHNICAL_ASSET,
  TECHNICAL_FLAGS,
  THREAGILE,
  TREATMENTS,
  TRUST_BOUNDARY,
} from './vocabulary.js';

export function translateThreagile(model: ThreagileModel, taken: ReadonlySet<string>): readonly RecordDraft[] {
  model.things.nameAll(taken);
  return new ThreagileTranslator(model).records();
}

class ThreagileTranslator {
  readonly #model: ThreagileModel;
  readonly #drafts = new Map<Thing, Draft>();

  constructor(model: ThreagileModel) {
    this.#model = model;
  }

  records(): readonly RecordDraft[] {
    const model = this.#model;
    this.#document(model.document);
    for (const asset of model.dataAssets) this.#dataAsset(asset);
    for (const asset of model.technicalAssets) this.#technicalAsset(asset);
    for (const runtime of model.runtimes) this.#runtime(runtime);
    for (const boundary of model.boundaries) this.#boundary(boundary);
    for (const link of model.links) this.#link(link);
    for (const category of model.categories) this.#category(category);
    for (const tracked of model.tracked) this.#tracked(tracked);
    for (const abuse of model.abuseCases) this.#abuseCase(abuse);
    for (const requirement of model.securityRequirements) this.#requirement(requirement);
    return [...this.#drafts.values()].map((draft) => draft.draft());
  }

  #start(thing: Thing, title: string | undefined): Draft {
    const draft =
      this.#drafts.get(thing) ?? new Draft(THREAGILE, thing.kind, this.#model.things.idOf(thing), thing.value);
    this.#drafts.set(thing, draft);
    draft.set('title', title);
    return draft;
  }

  #common({ thing, title }: Named, table: FieldTable): Draft {
    const draft = this.#start(thing, title);
    const id = takeText(thing.value, 'id');
    if (id !== draft.id) draft.keep('id', id);
    carryFields(thing.value, draft, table);
    return draft;
  }

  #document(thing: Thing): void {
    const { root } = this.#model;
    const draft = this.#start(thing, takeText(root, 'title') ?? 'Imported threat model');
    carryFields(root, draft, {
      texts: {},
      kept: ['threagile_version', 'date', 'business_criticality', 'contributors', 'tags_available'],
    });
    for (const [key] of root.entries()) if (key.startsWith('diagram_tweak_')) root.find(key)?.lose('drawing-only');
    const author = mapAt(root, 'author');
    draft.set('owner', author && takeText(author, 'name'));
    if (author) carryFields(author, draft, { texts: {}, kept: ['contact', 'homepage'] });
    draft.add('text', takeText(root, 'management_summary_comment'));
    for (const key of ['application_description', 'business_overview', 'technical_overview']) {
      const overview = mapAt(root, key);
      draft.add('text', overview && takeText(overview, 'description'));
      overview?.find('images')?.lose('drawing-only');
    }
    for (const [question, answer] of root.find('questions')?.entries() ?? []) {
      draft.add(
        'text',
        `Question: ${question}\n${answer.isEmpty ? 'Nobody has answered it.' : `Answer: ${answer.carry()}`}`,
      );
    }
  }

  #dataAsset(named: Named): void {
    const draft = this.#common(named, DATA_ASSET);
    draft.set('type', 'data');
    for (const [need, words] of Object.entries(NEEDS)) {
      const word = takeText(named.thing.value, need);
      draft.set(need, words.ours(word ?? ''));
      if (word !== undefined && !words.isExact(word)) draft.keep(need, word);
    }
  }

  #technicalAsset(named: Named): void {
    const { value } = named.thing;
    const draft = this.#common(named, TECHNICAL_ASSET);
    this.#word(value, 'type', draft, 'role', ROLES);
    keepFlags(value, draft, TECHNICAL_FLAGS);
    draft.linkOne('boundary', this.#idOf(this.#model.around.get(named.thing)));
    draft.linkOne('parent', this.#idOf(this.#model.running.get(named.thing)));
    draft.link('assets', this.#assets(value, 'data_assets_stored'));
    draft.keep('data_assets_processed', this.#assets(value, 'data_assets_processed'));
  }

  #runtime(named: Named): void {
    const draft = this.#common(named, SHARED_RUNTIME);
    draft.set('role', 'process');
    draft.keep('shared_runtime', true);
  }

  #boundary(named: Named): void {
    const draft = this.#common(named, TRUST_BOUNDARY);
    this.#word(named.thing.value, 'type', draft, 'type', BOUNDARY_TYPES);
    draft.linkOne('parent', this.#idOf(this.#model.around.get(named.thing)));
  }

  #link({ thing, title, source }: Link): void {
    const { value } = thing;
    const draft = this.#start(thing, title);
    carryFields(value, draft, LINK);
    keepFlags(value, draft, LINK_FLAGS);
    draft.linkOne('from', this.#idOf(source));
    draft.linkOne('to', this.#target(value, draft));
    for (const [key, field] of [
      ['protocol', 'protocol'],
      ['authentication', 'authentication'],
      ['authorization', 'authorisation'],
    ] as const) {
      const word = takeText(value, key);
      if (NOTHING.includes(word ?? '')) draft.keep(key, word);
      else draft.set(field, word);
    }
    const sent = this.#assets(value, 'data_assets_sent');
    const received = this.#assets(value, 'data_assets_received');
    const all = [...new Set([...sent, ...received])];
    draft.link('assets', all);
    if (received.length > 0) draft.set('direction', 'two-way');
    if (received.length > 0 && sent.length < all.length)
      draft.keep('data_assets_sent', sent.length > 0 ? sent : NO_ASSETS);
    if (received.length > 0 && received.length < all.length) draft.keep('data_assets_received', received);
  }

  #target(value: ForeignValue, draft: Draft): string | undefined {
    const target = value.find('target');
    if (!target) value.problems.add(value.path, `The link has no target. Write \`to:\` into the record ${draft.id}.`);
    return this.#idOf(target && this.#model.things.refer(target, 'technical asset'));
  }

  #category(named: Named): void {
    const { value } = named.thing;
    const draft = this.#common(named, RISK_CATEGORY);
    keepFlags(value, draft, ['model_failure_possible_reason']);
    const stride = takeText(value, 'stride');
    const letter = STRIDES.ours(stride ?? '');
    if (letter === undefined) draft.keep('stride', stride);
    else draft.set('stride', [letter]);
    const weakness = takeText(value, 'cwe');
    if (/^[1-9]\d{0,4}$/.test(weakness ?? '')) draft.link('weaknesses', [`CWE-${weakness}`]);
    else if (weakness !== '0') draft.keep('cwe', weakness);
    const risks = namedMapsIn(value, 'risks_identified').map(
      ([name, risk]) => [name, this.#risk(risk, draft)] as const,
    );
    draft.keep('risks_identified', new Map(risks));
  }

  /** One risk of a category is the threat at one target; its rating is kept. */
  #risk(risk: ForeignValue, draft: Draft): DraftValue {
    const kept = new Map<string, DraftValue>();
    const keep = (key: string, value: DraftValue | undefined): void => {
      if (value !== undefined) kept.set(key, value);
    };
    for (const key of RISK_RATING) keep(key, takePlain(risk.find(key)));
    const refer = (key: string, space: string): string | undefined => {
      const named = risk.find(key);
      return this.#idOf(named && this.#model.things.refer(named, space));
    };
    const targets = [
      refer('most_relevant_technical_asset', 'technical asset'),
      refer('most_relevant_shared_runtime', 'shared runtime'),
      refer('most_relevant_communication_link', 'communication link'),
    ].filter((id) => id !== undefined);
    const asset = refer('most_relevant_data_asset', 'data asset');
    draft.link('targets', targets);
    draft.link('assets', asset === undefined ? [] : [asset]);
    keep('targets', targets);
    keep('asset', asset);
    keep('boundary', refer('most_relevant_trust_boundary', 'trust boundary'));
    keep(
      'data_breach_technical_assets',
      this.#model.things.idsOf(scalarsIn(risk, 'data_breach_technical_assets'), 'technical asset'),
    );
    return kept;
  }

  #tracked({ risk, value, thing, isOwn }: Tracked): void {
    const draft = this.#start(thing, isOwn ? undefined : risk);
    const status = takeText(value, 'status') ?? '';
    const treatment = TREATMENTS.ours(status);
    if (!draft.has('treatment')) draft.set('treatment', treatment);
    const about = new Map<string, DraftValue>(isOwn ? [] : [['risk', risk]]);
    if (!TREATMENTS.isExact(status)) about.set('status', status);
    for (const key of ['ticket', 'date', 'checked_by']) {
      const said = takeText(value, key);
      if (said !== undefined) about.set(key, said);
    }
    draft.add('rationale', takeText(value, 'justification'));
    if (isOwn) draft.keepIn('risk_tracking', risk, about);
    else {
      draft.keep('risk_tracking', about);
      draft.link('targets', this.#namedIn(risk));
    }
  }

  /** The parts of a risk id behind its category that name an asset or a link; `*` names none. */
  #namedIn(risk: string): readonly string[] {
    const { things } = this.#model;
    return risk
      .split('@')
      .slice(1)
      .flatMap((part) => {
        const thing =
          things.find('technical asset', part) ??
          things.find('communication link', part) ??
          things.find('shared runtime', part);
        return thing ? [things.idOf(thing)] : [];
      });
  }

  #abuseCase({ thing, title }: Named): void {
    const draft = this.#start(thing, title);
    draft.set('text', thing.value.carry());
    draft.keep('abuse_case', true);
  }

  #requirement({ thing, title }: Named): void {
    const draft = this.#start(thing, title);
    draft.set('text', thing.value.carry());
    draft.set('level', 'system');
    draft.set('type', 'security');
  }

  #word(value: ForeignValue, key: string, draft: Draft, field: string, words: typeof ROLES): void {
    const word = takeText(value, key);
    draft.set(field, words.ours(word ?? ''));
    if (word !== undefined && !words.isExact(word)) draft.keep(key, word);
  }

  #assets(value: ForeignValue, key: string): readonly string[] {
    return [...new Set(this.#model.things.idsOf(scalarsIn(value, key), 'data asset'))];
  }

  #idOf(thing: Thing | undefined): string | undefined {
    return thing && this.#model.things.idOf(thing);
  }
}

/** Only `true` is kept: the schema wants each of these flags, and `false` says what its absence says. */
function keepFlags(value: ForeignValue, draft: Draft, flags: readonly string[]): void {
  for (const flag of flags) if (takeFlag(value, flag) === true) draft.keep(flag, true);
}
