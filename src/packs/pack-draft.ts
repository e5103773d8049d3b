/** A pack as it was read, before its entries were held against each other: values with the places of their words. */
import type { Source, Spot, YamlTree } from '../shapes/index.js';
import type { SectionName } from './form.js';
import type {
  Attachment,
  Clause,
  ControlPattern,
  Disclosure,
  Effort,
  EvidenceType,
  Fact,
  Method,
  NamedClause,
  Overhead,
  Override,
  Selector,
  SpecialCriterion,
  Starter,
  ThreatPattern,
  Weight,
  WorkProduct,
} from './pack.js';

export interface SectionEntries {
  facts: Fact;
  clauses: Clause;
  'work-products': WorkProduct;
  selectors: Selector;
  'evidence-types': EvidenceType;
  overhead: Overhead;
  effort: Effort;
  criteria: SpecialCriterion;
  methods: Method;
  threats: ThreatPattern;
  controls: ControlPattern;
  starters: Starter;
  disclosures: Disclosure;
  attachments: Attachment;
  named: NamedClause;
}

/** An id that the entry names, with its place; `field` is a path without list positions, such as `asks.clauses`. */
export interface Reference {
  readonly field: string;
  readonly id: string;
  readonly at: number;
}

/** Where an entry was written. */
export interface Written {
  readonly tree: YamlTree;
  readonly source: Source;
  readonly references: readonly Reference[];
}

export interface Entry<S extends SectionName = SectionName> extends Written {
  readonly section: S;
  readonly id: string;
  /** Absent if the entry has not the form of its section: its id is known, nothing more. */
  readonly value: SectionEntries[S] | undefined;
}

export interface OverrideDraft {
  readonly head: Override;
  readonly section: SectionName;
  readonly written: Written;
  /** The changed keys only. */
  readonly changes: Readonly<Record<string, unknown>>;
}

export interface PackDraft {
  readonly pack: string;
  readonly edition: string;
  readonly title: string;
  readonly weight: Weight;
  readonly licence?: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly knownPacks: readonly string[];
  readonly entries: readonly Entry[];
  readonly overrides: readonly OverrideDraft[];
}

export function entriesOf<S extends SectionName>(draft: PackDraft, section: S): readonly Entry<S>[] {
  return draft.entries.filter((entry): entry is Entry<S> => entry.section === section);
}

export type Path = readonly (string | number)[];

/** What is wrong in an entry, by the path that leads there. */
export type EntryFault = readonly [path: Path, message: string, todo: string];

/** @returns the place of the value at the path, or of the nearest thing around it that was written */
export function spotAt(written: Written, path: Path, offset = 0): Spot {
  let tree = written.tree;
  for (const step of path) {
    const inner = stepInto(tree, step);
    if (!inner) return { source: written.source, offset: tree.at };
    tree = inner;
  }
  return { source: written.source, offset: tree.at + offsetInside(written.source, tree, offset) };
}

function stepInto(tree: YamlTree, step: string | number): YamlTree | undefined {
  if (typeof step === 'number') return tree.is === 'list' ? tree.items[step] : undefined;
  return tree.is === 'map' ? tree.entries.find((entry) => entry.key === step)?.value : undefined;
}

/** Inside a text the offset counts only where the text stands in the file as it is: no escapes, no folding. */
function offsetInside(source: Source, tree: YamlTree, offset: number): number {
  if (tree.is !== 'scalar' || offset === 0) return 0;
  const start = tree.plain ? 0 : 1;
  return source.text.startsWith(tree.text, tree.at + start) ? start + offset : 0;
}
