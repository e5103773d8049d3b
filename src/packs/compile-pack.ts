/** From the YAML of packs to packs: read, hold against each other, take over overrides, give each its digest. */
import { shown, type Source } from '../shapes/index.js';
import { checkConditions } from './check-conditions.js';
import { checkEntry, checkFactCycle } from './check-entry.js';
import { checkReferences } from './check-references.js';
import { checkWorkProduct } from './check-work-products.js';
import { SHARED_SECTIONS, SINGLE_SECTIONS } from './form.js';
import { applyOverrides } from './overrides.js';
import { packDigest } from './pack-digest.js';
import { entriesOf, spotAt, type Entry, type PackDraft } from './pack-draft.js';
import type { PackProblem } from './pack-problem.js';
import { listedIn, packWorld, type PackWorld } from './pack-world.js';
import type { Pack } from './pack.js';
import { readPack } from './read-pack.js';

export interface Compiled {
  /** The packs of the folders, without those that have a problem. */
  readonly packs: readonly Pack[];
  /** The loaded packs with the overrides of the folders. */
  readonly loaded: readonly Pack[];
  readonly problems: readonly PackProblem[];
}

/**
 * @param folders the files of each pack; packs of one call may name each other's entries
 * @param loaded packs that were compiled before, among them `base` unless a folder holds it
 */
export function compilePacks(folders: readonly (readonly Source[])[], loaded: readonly Pack[] = []): Compiled {
  const readings = folders.map((files) => readPack(files));
  const drafts = readings.flatMap(({ draft }) => draft ?? []);
  const overriding = applyOverrides(drafts, loaded);
  const world = packWorld(drafts, overriding.packs);
  const packs: Pack[] = [];
  const problems: PackProblem[] = [...overriding.problems];
  for (const { draft, problems: found } of readings) {
    const all = draft ? [...found, ...checkDraft(draft, world), ...checkShared(draft, drafts, loaded)] : found;
    problems.push(...all);
    if (draft && all.length === 0) packs.push(buildPack(draft));
  }
  for (const { pack, entry } of overriding.changed) problems.push(...checkEntries(pack, [entry], world));
  return { packs, loaded: overriding.packs, problems };
}

export interface CompiledPack {
  readonly pack: Pack | undefined;
  readonly problems: readonly PackProblem[];
}

// @implements SRS-302
export function compilePack(files: readonly Source[], loaded: readonly Pack[] = []): CompiledPack {
  const { packs, problems } = compilePacks([files], loaded);
  return { pack: packs[0], problems };
}

function checkDraft(draft: PackDraft, world: PackWorld): readonly PackProblem[] {
  return [
    ...checkEntries(draft.pack, draft.entries, world),
    ...checkFactCycle(entriesOf(draft, 'facts'), world),
    ...criteriaTwice(draft),
  ];
}

function checkEntries(pack: string, entries: readonly Entry[], world: PackWorld): readonly PackProblem[] {
  return entries.flatMap((entry) => [
    ...checkReferences(pack, entry, world),
    ...checkConditions(entry, world),
    ...checkEntry(entry, world),
    ...(entry.section === 'work-products' ? checkWorkProduct(entry as Entry<'work-products'>, world) : []),
  ]);
}

/** A criterion is named as `pack:id` wherever it stands, so its id is one of the pack, not of the work product. */
function* criteriaTwice(draft: PackDraft): Generator<PackProblem> {
  const seen = new Set<string>();
  for (const entry of entriesOf(draft, 'work-products')) {
    for (const [index, { id }] of (entry.value?.criteria ?? []).entries()) {
      if (seen.has(id)) {
        const message = `The criterion \`${shown(id)}\` stands twice.`;
        yield { spot: spotAt(entry, ['criteria', index, 'id']), message, todo: 'Rename one of them.' };
      }
      seen.add(id);
    }
  }
}

/** Facts, work products and the like are one vocabulary: no second pack may define an id again. */
function* checkShared(draft: PackDraft, drafts: readonly PackDraft[], loaded: readonly Pack[]): Generator<PackProblem> {
  for (const entry of draft.entries) {
    const single = SINGLE_SECTIONS.includes(entry.section);
    if (!single && !SHARED_SECTIONS.includes(entry.section)) continue;
    const other = ownerOf(entry, draft, drafts, loaded);
    if (other === undefined) continue;
    yield {
      spot: spotAt(entry, []),
      message: single
        ? `The pack \`${other}\` has a section \`${entry.section}\` already.`
        : `\`${shown(entry.id)}\` is an entry of the pack \`${other}\` already.`,
      todo: single ? 'Only one pack can carry it.' : 'Rename it, or change that entry by `override:`.',
    };
  }
}

function ownerOf(entry: Entry, draft: PackDraft, drafts: readonly PackDraft[], loaded: readonly Pack[]) {
  const drafted = drafts.find(
    (each) =>
      // Of two drafts the later one is to blame, so that the slip is told once.
      drafts.indexOf(each) < drafts.indexOf(draft) &&
      each.pack !== draft.pack &&
      each.entries.some((other) => other.section === entry.section && other.id === entry.id),
  );
  const compiled = loaded.find((pack) => pack.pack !== draft.pack && holds(pack, entry));
  return drafted?.pack ?? compiled?.pack;
}

function holds(pack: Pack, { section, id }: Entry): boolean {
  if (section === 'overhead' || section === 'effort') return pack[section] !== undefined;
  return listedIn(pack, section).some((each) => each.id === id);
}

function buildPack(draft: PackDraft): Pack {
  const values = <S extends Entry['section']>(section: S) =>
    entriesOf(draft, section).flatMap((entry) => (entry.value === undefined ? [] : [entry.value]));
  const overhead = values('overhead')[0];
  const effort = values('effort')[0];
  const content: Omit<Pack, 'digest'> = {
    pack: draft.pack,
    edition: draft.edition,
    title: draft.title,
    weight: draft.weight,
    ...(draft.licence !== undefined && { licence: draft.licence }),
    facts: values('facts'),
    clauses: values('clauses'),
    workProducts: values('work-products'),
    selectors: values('selectors'),
    evidenceTypes: values('evidence-types'),
    ...(overhead && { overhead }),
    ...(effort && { effort }),
    criteria: values('criteria'),
    methods: values('methods'),
    threats: values('threats'),
    controls: values('controls'),
    starters: values('starters'),
    disclosures: values('disclosures'),
    attachments: values('attachments'),
    named: values('named'),
    sources: draft.sources,
    knownPacks: draft.knownPacks,
    overrides: draft.overrides.map((override) => override.head),
  };
  // Two packs that change the same key to different values are not the same pack.
  const overrides = draft.overrides.map(({ head, changes }) => ({ ...head, changes }));
  return { ...content, digest: packDigest({ ...content, overrides }) };
}
