/** Threats → Threagile: risk categories with one risk per target, what was decided about each, abuse cases. */
import { asMap, asText, asTexts, isTrue, mapOf } from '../draft-value.js';
import type { DraftMap, DraftValue } from '../imported.js';
import { restoreFields } from '../field-table.js';
import type { OwnModel } from '../own-model.js';
import type { OwnRecord } from '../own-record.js';
import { slugOf } from '../record-ids.js';
import type { Written } from '../written.js';
import { RISK_CATEGORY, STRIDES, THREAGILE, TREATMENTS } from './vocabulary.js';

export interface Places {
  /** Id of a record as Threagile takes it. */
  idOf(id: string): string;
  /** Ids that Threagile makes of the links that were written. */
  readonly linkIds: ReadonlyMap<string, string>;
}

interface Sections {
  readonly categories: Map<string, DraftValue>;
  readonly tracking: Map<string, DraftValue>;
  readonly abuseCases: Map<string, DraftValue>;
}

export class RiskWriter {
  readonly #model: OwnModel;
  readonly #written: Written;
  readonly #places: Places;
  readonly #sections: Sections = { categories: new Map(), tracking: new Map(), abuseCases: new Map() };

  constructor(model: OwnModel, written: Written, places: Places) {
    this.#model = model;
    this.#written = written;
    this.#places = places;
  }

  sections(): readonly (readonly [string, DraftMap])[] {
    for (const threat of this.#model.all('threat')) {
      this.#model.write(threat);
      const tracked = asMap(threat.peek(`ext.${THREAGILE}.risk_tracking`));
      if (isTrue(threat.peek(`ext.${THREAGILE}.abuse_case`))) this.#abuseCase(threat);
      else if (tracked?.has('risk')) this.#tracked(threat, tracked);
      else this.#category(threat);
    }
    const { abuseCases, categories, tracking } = this.#sections;
    return [
      ['abuse_cases', abuseCases],
      ['individual_risk_categories', categories],
      ['risk_tracking', tracking],
    ];
  }

  #abuseCase(threat: OwnRecord): void {
    threat.takeKept(THREAGILE, 'abuse_case');
    this.#loseId(threat);
    this.#sections.abuseCases.set(this.#keyIn(this.#sections.abuseCases, threat), threat.takeText('text') ?? '');
  }

  /** A decision about a risk that Threagile finds by a rule of its own. */
  #tracked(threat: OwnRecord, about: DraftMap): void {
    const risk = asText(about.get('risk')) ?? '';
    this.#loseId(threat);
    if (threat.peek('title') === risk) threat.take('title');
    threat.takeKept(THREAGILE, 'risk_tracking');
    const targets = new Set(risk.split('@').slice(1));
    for (const id of threat.links('targets')) {
      if (targets.has(this.#places.idOf(id)) || targets.has(this.#places.linkIds.get(id) ?? ''))
        threat.carryLink('targets', id);
    }
    this.#sections.tracking.set(risk, this.#decision(threat, about, asText(about.get('status')) ?? ''));
  }

  #category(threat: OwnRecord): void {
    const letters = asTexts(threat.peek('stride'));
    const stride = STRIDES.theirs(letters[0]);
    if (letters.length === 1) threat.take('stride');
    const [weakness] = threat.links('weaknesses');
    const number = Number(/^CWE-(\d{1,5})$/.exec(weakness ?? '')?.[1] ?? 0);
    if (weakness !== undefined && number > 0) threat.carryLink('weaknesses', weakness);
    const key = this.#keyIn(this.#sections.categories, threat);
    const answers = this.#model.naming('control', 'mitigates', threat.id);
    const texts = new Map(TEXTS.map((name) => [name, ''] as const));
    const entry = new Map<string, DraftValue>([
      ['id', this.#places.idOf(threat.id)],
      ...texts,
      ['mitigation', answers.map((control) => control.label).join('; ')],
      ...restoreFields(threat, THREAGILE, RISK_CATEGORY),
      [
        'stride',
        stride ?? threat.takeKept(THREAGILE, 'stride') ?? this.#written.fill(threat.id, 'stride', 'spoofing', 'stride'),
      ],
      ['model_failure_possible_reason', isTrue(threat.takeKept(THREAGILE, 'model_failure_possible_reason'))],
      ['cwe', number],
      ['risks_identified', this.#risks(threat)],
    ]);
    if (!entry.has('function')) entry.set('function', this.#written.fill(threat.id, 'function', 'architecture'));
    this.#sections.categories.set(key, entry);
  }

  /** One risk at each target that is in the file; without a target none. */
  #risks(threat: OwnRecord): DraftMap {
    const asset = threat.links('assets').find((id) => this.#model.isWritten(id));
    const ratings = [...(asMap(threat.takeKept(THREAGILE, 'risks_identified')) ?? [])];
    const risks = new Map<string, DraftValue>();
    for (const target of threat.links('targets')) {
      const place = this.#place(target);
      if (!place) continue;
      threat.carryLink('targets', target);
      if (asset !== undefined) threat.carryLink('assets', asset);
      const [name, rating] = ratings.find(([, one]) => asTexts(asMap(one)?.get('targets')).includes(target)) ?? [];
      const risk = new Map<string, DraftValue>([...this.#rating(threat, rating), place]);
      const breached = asTexts(asMap(rating)?.get('data_breach_technical_assets')).filter((id) =>
        this.#model.isWritten(id),
      );
      risk.set(
        'data_breach_technical_assets',
        breached.map((id) => this.#places.idOf(id)),
      );
      if (asset !== undefined) risk.set('most_relevant_data_asset', this.#places.idOf(asset));
      risks.set(name ?? `${threat.takeText('title') ?? threat.id} at ${target}`, risk);
      this.#track(
        threat,
        `${this.#places.idOf(threat.id)}@${place[1]}${asset === undefined ? '' : `@${this.#places.idOf(asset)}`}`,
      );
    }
    return risks;
  }

  #place(target: string): readonly [string, string] | undefined {
    const record = this.#model.find(target);
    const link = this.#places.linkIds.get(target);
    if (link !== undefined) return ['most_relevant_communication_link', link];
    if (record?.kind !== 'item') return undefined;
    const isRuntime = isTrue(record.peek(`ext.${THREAGILE}.shared_runtime`));
    return [isRuntime ? 'most_relevant_shared_runtime' : 'most_relevant_technical_asset', this.#places.idOf(target)];
  }

  #rating(threat: OwnRecord, kept: DraftValue | undefined): readonly (readonly [string, DraftValue])[] {
    return Object.entries(WORST_RATING).map(([key, worst]) => {
      const said = asMap(kept)?.get(key);
      return [key, said ?? this.#written.fill(threat.id, key, worst)] as const;
    });
  }

  #track(threat: OwnRecord, risk: string): void {
    const about = asMap(asMap(threat.takeKept(THREAGILE, 'risk_tracking'))?.get(risk));
    const status = TREATMENTS.theirs(threat.peek('treatment'));
    if (status === undefined && about === undefined) return;
    const known: DraftMap = about ?? new Map();
    this.#sections.tracking.set(risk, this.#decision(threat, known, asText(known.get('status')) ?? ''));
  }

  /** The word that an import kept, if it still means the same; whether a risk is mitigated is for proofs to say. */
  #decision(threat: OwnRecord, about: DraftMap, kept: string): DraftMap {
    const treatment = threat.peek('treatment');
    const isKept = kept !== '' && kept !== 'mitigated' && TREATMENTS.ours(kept) === treatment;
    if (kept !== '' && !isKept) this.#written.lose(threat.id, `ext.${THREAGILE}.risk_tracking`, kept);
    const status = isKept ? kept : TREATMENTS.theirs(treatment);
    if (status !== undefined) threat.take('treatment');
    return mapOf({
      status: status ?? 'unchecked',
      justification: threat.takeText('rationale') ?? '',
      ticket: about.get('ticket') ?? '',
      date: about.get('date') ?? '',
      checked_by: about.get('checked_by') ?? '',
    });
  }

  /** There is no place for an id here; an import makes it of the title again. */
  #loseId(threat: OwnRecord): void {
    const made = `TH-${slugOf(asText(threat.peek('title')) ?? '')}`;
    if (threat.id !== made) this.#written.lose(threat.id, 'id', threat.id);
  }

  #keyIn(section: ReadonlyMap<string, DraftValue>, threat: OwnRecord): string {
    const title = threat.takeText('title');
    const id = this.#places.idOf(threat.id);
    return title === undefined ? id : section.has(title) || title.endsWith(')') ? `${title} (${id})` : title;
  }
}

const TEXTS = [
  'description',
  'impact',
  'asvs',
  'cheat_sheet',
  'action',
  'check',
  'detection_logic',
  'risk_assessment',
  'false_positives',
];
const WORST_RATING = {
  severity: 'critical',
  exploitation_likelihood: 'frequent',
  exploitation_impact: 'very-high',
  data_breach_probability: 'probable',
};
