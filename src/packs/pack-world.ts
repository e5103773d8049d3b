/** What the entries of packs may refer to: everything that is loaded, by the ids under which it is named. */
import { Conditions } from './conditions.js';
import { entriesOf, type PackDraft } from './pack-draft.js';
import type { SectionName } from './form.js';
import type { Clause, Effort, EvidenceType, Fact, Pack } from './pack.js';

export interface PackWorld {
  readonly packNames: ReadonlySet<string>;
  /** By `pack:id`; `undefined` for one that is there and has a fault of its own. */
  readonly clauses: ReadonlyMap<string, Clause | undefined>;
  readonly named: ReadonlySet<string>;
  /** Criteria of special tests by `pack@edition:id`, and the editions they belong to by `pack@edition`. */
  readonly specialCriteria: ReadonlySet<string>;
  readonly editions: ReadonlySet<string>;
  /** Packs and standards that may be named although they are not loaded. */
  readonly knownPacks: ReadonlySet<string>;
  readonly ids: (section: SectionName) => ReadonlySet<string>;
  readonly evidenceTypes: ReadonlyMap<string, EvidenceType>;
  /** Sections of a work product, `undefined` where there is none of that id. */
  readonly sectionsOf: (product: string) => readonly string[] | undefined;
  readonly sources: (pack: string) => ReadonlySet<string>;
  readonly facts: readonly Fact[];
  /** While a fact has not its form, conditions are not checked: each that reads it would seem wrong. */
  readonly factsAreSound: boolean;
  readonly counts: readonly string[];
  readonly conditions: Conditions;
}

/** @param loaded packs that were checked before; a draft of the same name takes the place of a loaded one */
export function packWorld(drafts: readonly PackDraft[], loaded: readonly Pack[]): PackWorld {
  const others = loaded.filter((pack) => !drafts.some((draft) => draft.pack === pack.pack));
  const named = idsIn('named', drafts, others);
  const facts = unique([
    ...others.flatMap((pack) => pack.facts),
    ...drafts.flatMap((draft) => entriesOf(draft, 'facts').flatMap((entry) => entry.value ?? [])),
  ]);
  const counts = countsIn(drafts, others);
  const ids = new Map<SectionName, ReadonlySet<string>>();
  return {
    packNames: new Set([...others, ...drafts].map((pack) => pack.pack)),
    clauses: clausesIn(drafts, others),
    named,
    specialCriteria: specialCriteriaIn(drafts, loaded),
    editions: new Set([...drafts, ...loaded].map((pack) => `${pack.pack}@${pack.edition}`)),
    knownPacks: new Set([...others, ...drafts].flatMap((pack) => pack.knownPacks)),
    ids: (section) => {
      const known = ids.get(section) ?? idsIn(section, drafts, others);
      ids.set(section, known);
      return known;
    },
    evidenceTypes: new Map(
      [
        ...others.flatMap((pack) => pack.evidenceTypes),
        ...drafts.flatMap((draft) => entriesOf(draft, 'evidence-types').flatMap((entry) => entry.value ?? [])),
      ].map((type) => [type.id, type]),
    ),
    sectionsOf: (product) => sectionsOf(product, drafts, others),
    sources: (pack) =>
      new Set(
        [...others, ...drafts]
          .filter((each) => each.pack === pack || each.pack === 'base')
          .flatMap((each) => Object.keys(each.sources)),
      ),
    facts,
    factsAreSound: drafts.every((draft) => entriesOf(draft, 'facts').every((entry) => entry.value !== undefined)),
    counts,
    conditions: new Conditions(facts, counts),
  };
}

function clausesIn(drafts: readonly PackDraft[], packs: readonly Pack[]): ReadonlyMap<string, Clause | undefined> {
  const clauses = new Map<string, Clause | undefined>();
  for (const pack of packs) for (const clause of pack.clauses) clauses.set(`${pack.pack}:${clause.id}`, clause);
  for (const draft of drafts) {
    for (const entry of entriesOf(draft, 'clauses')) clauses.set(`${draft.pack}:${entry.id}`, entry.value);
  }
  return clauses;
}

function specialCriteriaIn(drafts: readonly PackDraft[], loaded: readonly Pack[]): ReadonlySet<string> {
  const ids = (pack: Pack | PackDraft, entries: readonly { readonly id: string }[]): readonly string[] =>
    entries.map((entry) => `${pack.pack}@${pack.edition}:${entry.id}`);
  return new Set([
    ...loaded.flatMap((pack) => ids(pack, pack.criteria)),
    ...drafts.flatMap((draft) => ids(draft, entriesOf(draft, 'criteria'))),
  ]);
}

function idsIn(section: SectionName, drafts: readonly PackDraft[], packs: readonly Pack[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const draft of drafts) for (const entry of entriesOf(draft, section)) ids.add(entry.id);
  for (const pack of packs) for (const entry of listedIn(pack, section)) ids.add(entry.id);
  return ids;
}

/** Entries of a section of a loaded pack; `overhead` and `effort` are no lists and have none. */
export function listedIn(pack: Pack, section: SectionName): readonly { readonly id: string }[] {
  switch (section) {
    case 'work-products':
      return pack.workProducts;
    case 'evidence-types':
      return pack.evidenceTypes;
    case 'overhead':
    case 'effort':
      return [];
    default:
      return pack[section];
  }
}

function sectionsOf(
  product: string,
  drafts: readonly PackDraft[],
  packs: readonly Pack[],
): readonly string[] | undefined {
  const drafted = drafts.flatMap((draft) => entriesOf(draft, 'work-products')).find(({ id }) => id === product);
  const loaded = packs.flatMap((pack) => pack.workProducts).find(({ id }) => id === product);
  return (drafted?.value ?? loaded)?.sections ?? (drafted && []);
}

function countsIn(drafts: readonly PackDraft[], packs: readonly Pack[]): readonly string[] {
  const efforts: (Effort | undefined)[] = [
    ...packs.map((pack) => pack.effort),
    ...drafts.flatMap((draft) => entriesOf(draft, 'effort').map((entry) => entry.value)),
  ];
  return efforts.flatMap((effort) => effort?.counts.map((count) => count.id) ?? []);
}

/** Two facts of one id are reported elsewhere; conditions need one. */
function unique(facts: readonly Fact[]): readonly Fact[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}
