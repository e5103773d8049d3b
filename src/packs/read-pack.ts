/** Reads the files of one pack: the form of every entry, and that no id stands twice. */
import {
  anything,
  checkShape,
  isEmptyScalar,
  mapping,
  optional,
  readYaml,
  shown,
  type Checking,
  type Fault,
  type Field,
  type Fields,
  type Shape,
  type Source,
  type YamlMap,
  type YamlTree,
} from '../shapes/index.js';
import { camelKeys } from './camel-keys.js';
import { HEAD, OVERRIDE_HEAD, SECTIONS, SECTION_NAMES, SINGLE_SECTIONS, type SectionName } from './form.js';
import type { Entry, OverrideDraft, PackDraft, Reference, SectionEntries, Written } from './pack-draft.js';
import type { PackProblem } from './pack-problem.js';
import { WEIGHTS, type Override, type Weight } from './pack.js';

/** More than any regulation needs, few enough that a hostile folder costs no minutes. */
const MAX_FILES = 500;
const MAX_FILE_LENGTH = 4_000_000;
const MAX_ENTRIES = 20_000;

export interface PackReading {
  readonly draft: PackDraft | undefined;
  readonly problems: readonly PackProblem[];
}

/** @param files all files of one pack, in any order */
export function readPack(files: readonly Source[]): PackReading {
  const reader = new PackReader();
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  const first = sorted[0];
  if (!first) return { draft: undefined, problems: [{ message: 'The pack has no file.', todo: 'Add `pack.yaml`.' }] };
  if (sorted.length > MAX_FILES) {
    reader.problem(first, 0, `The pack has more than ${MAX_FILES} files.`, 'Put several sections into one file.');
    return { draft: undefined, problems: reader.problems };
  }
  for (const file of sorted) reader.readFile(file);
  return { draft: reader.draft(first), problems: reader.problems };
}

interface Head {
  pack?: string;
  edition?: string;
  title?: string;
  weight?: Weight;
  licence?: string;
}

class PackReader {
  readonly problems: PackProblem[] = [];
  readonly #head: Head = {};
  readonly #sources: Record<string, string> = Object.create(null);
  readonly #knownPacks: string[] = [];
  readonly #entries: Entry[] = [];
  readonly #overrides: OverrideDraft[] = [];
  readonly #seen = new Set<string>();

  problem(source: Source, offset: number, message: string, todo: string): void {
    this.problems.push({ spot: { source, offset }, message, todo });
  }

  readFile(source: Source): void {
    if (source.text.length > MAX_FILE_LENGTH) {
      return this.problem(source, 0, 'The file is too large for a pack.', 'Split it.');
    }
    const read = readYaml(source.text);
    for (const problem of read.problems) this.problem(source, problem.at, problem.message, 'Correct the YAML.');
    if (!read.tree || isEmptyScalar(read.tree)) {
      if (read.problems.length === 0)
        this.problem(source, 0, 'The file is empty.', 'Delete it, or begin with `pack:`.');
      return;
    }
    if (read.tree.is !== 'map') {
      return this.problem(
        source,
        read.tree.at,
        'A file of a pack is a mapping.',
        'Begin with `pack:`, `edition:`, `format: 1`.',
      );
    }
    this.#readHead(source, read.tree);
    for (const entry of read.tree.entries) {
      if (entry.key === 'override') this.#readList(source, entry.value, (tree) => this.#readOverride(source, tree));
      const section = SECTION_NAMES.find((name) => name === entry.key);
      if (section) this.#readSection(source, section, entry.value);
    }
  }

  draft(first: Source): PackDraft | undefined {
    const { pack, edition, title, weight, licence } = this.#head;
    if (pack === undefined || edition === undefined) return undefined;
    for (const key of ['title', 'weight'] as const) {
      if (this.#head[key] === undefined) {
        this.problem(first, 0, `No file of the pack says its \`${key}\`.`, `Add \`${key}:\` to one of its files.`);
      }
    }
    return {
      pack,
      edition,
      title: title ?? pack,
      weight: weight ?? 'practice',
      ...(licence !== undefined && { licence }),
      sources: this.#sources,
      knownPacks: this.#knownPacks,
      entries: this.#entries,
      overrides: this.#overrides,
    };
  }

  #readHead(source: Source, tree: YamlMap): void {
    const sections: Fields = Object.fromEntries(SECTION_NAMES.map((name) => [name, optional(anything, name)]));
    // The sections are read one by one; here only their names matter.
    const headOnly: YamlMap = {
      ...tree,
      entries: tree.entries.map((entry) =>
        Object.hasOwn(SECTIONS, entry.key)
          ? { ...entry, value: { is: 'scalar', text: 'section', plain: true, at: entry.keyAt } }
          : entry,
      ),
    };
    const value = this.#check(mapping({ ...sections, ...HEAD }), source, headOnly).value as Record<string, unknown>;
    const at = (key: string) => tree.entries.find((entry) => entry.key === key)?.value.at ?? tree.at;
    for (const key of ['pack', 'edition'] as const) this.#sameEverywhere(source, at(key), key, value[key]);
    for (const key of ['title', 'weight', 'licence'] as const) this.#onlyOnce(source, at(key), key, value[key]);
    for (const [id, text] of Object.entries((value['sources'] as object | undefined) ?? {})) {
      if (Object.hasOwn(this.#sources, id)) {
        this.problem(source, at('sources'), `The source \`${shown(id)}\` stands twice.`, 'Keep one of them.');
      }
      this.#sources[id] = text as string;
    }
    this.#knownPacks.push(...((value['known-packs'] as readonly string[] | undefined) ?? []));
  }

  #sameEverywhere(source: Source, at: number, key: 'pack' | 'edition', value: unknown): void {
    if (typeof value !== 'string') return;
    const known = this.#head[key];
    if (known === undefined) this.#head[key] = value;
    else if (known !== value) {
      this.problem(
        source,
        at,
        `\`${key}\` is \`${shown(value)}\` here and \`${shown(known)}\` in another file.`,
        'One folder holds one pack in one edition.',
      );
    }
  }

  #onlyOnce(source: Source, at: number, key: 'title' | 'weight' | 'licence', value: unknown): void {
    if (typeof value !== 'string') return;
    if (this.#head[key] !== undefined) {
      this.problem(source, at, `\`${key}\` was given in another file already.`, 'Keep it in one file.');
    }
    if (key !== 'weight') this.#head[key] = value;
    else this.#head.weight = WEIGHTS.find((weight) => weight === value) ?? 'practice';
  }

  #readSection(source: Source, section: SectionName, tree: YamlTree): void {
    if (!SINGLE_SECTIONS.includes(section)) {
      return this.#readList(source, tree, (item) => this.#readEntry(source, section, item));
    }
    if (this.#entries.some((entry) => entry.section === section)) {
      this.problem(source, tree.at, `\`${section}\` stands in another file already.`, 'Keep it in one file.');
    } else this.#readEntry(source, section, tree);
  }

  #readList(source: Source, tree: YamlTree, readItem: (item: YamlTree) => void): void {
    if (tree.is !== 'list') return this.problem(source, tree.at, 'A section is a list.', 'Begin each entry with `-`.');
    for (const item of tree.items) {
      if (this.#entries.length >= MAX_ENTRIES) {
        return this.problem(source, item.at, `The pack has more than ${MAX_ENTRIES} entries.`, 'Split the pack.');
      }
      readItem(item);
    }
  }

  #readEntry(source: Source, section: SectionName, tree: YamlTree): void {
    const { value, references, sound } = this.#check<object>(SECTIONS[section], source, tree);
    const id = idIn(tree) ?? section;
    const key = `${section} ${id}`;
    if (this.#seen.has(key))
      this.problem(source, tree.at, `The id \`${shown(id)}\` stands twice.`, 'Rename or delete one.');
    this.#seen.add(key);
    const written: Written = { tree, source, references };
    const finished =
      sound && value ? finish(section, camelKeys(SECTIONS[section] as Shape<object>, value), written) : undefined;
    this.#entries.push({ ...written, section, id, value: finished });
  }

  #readOverride(source: Source, tree: YamlTree): void {
    const section = sectionIn(tree);
    const keys = section && (SECTIONS[section].node as { fields?: Fields }).fields;
    const changeable: Fields = Object.fromEntries(
      Object.entries(keys ?? {})
        .filter(([key]) => key !== 'id')
        .map(([key, field]) => [key, { ...field, required: false } satisfies Field<unknown>]),
    );
    const shape = mapping({ ...changeable, ...OVERRIDE_HEAD });
    const { value, references, sound } = this.#check(shape, source, tree);
    if (!sound || !value || !section) return;
    const { id, reason, by, date, section: _, ...changes } = value as Record<string, unknown> & Override;
    if (Object.keys(changes).length === 0) {
      return this.problem(
        source,
        tree.at,
        `The override of \`${shown(id)}\` changes nothing.`,
        'Give the keys that change.',
      );
    }
    this.#overrides.push({
      head: { id, section, reason, by, date, keys: Object.keys(changes) },
      section,
      written: { tree, source, references },
      changes: camelKeys(mapping(changeable) as Shape<Record<string, unknown>>, changes) as Record<string, unknown>,
    });
  }

  #check<T>(shape: Shape<T>, source: Source, tree: YamlTree) {
    const faults: Fault[] = [];
    const references: Reference[] = [];
    const checking: Checking = { faults, onId: (field, id, at) => references.push({ field, id, at }) };
    const value = checkShape(shape, tree, checking);
    for (const fault of faults) this.problem(source, fault.at, fault.message, todoOf(fault));
    return { value, references, sound: faults.length === 0 };
  }
}

/** Records may keep own fields under `ext`; a pack has no such place. */
function todoOf(fault: Fault): string {
  return fault.name === 'unknown-field'
    ? 'Correct the name, or delete the line: a pack has no fields of its own.'
    : fault.todo;
}

function idIn(tree: YamlTree): string | undefined {
  const id = tree.is === 'map' ? tree.entries.find((entry) => entry.key === 'id')?.value : undefined;
  return id?.is === 'scalar' ? id.text : undefined;
}

function sectionIn(tree: YamlTree): SectionName | undefined {
  const written = tree.is === 'map' ? tree.entries.find((entry) => entry.key === 'section')?.value : undefined;
  return SECTION_NAMES.find((name) => written?.is === 'scalar' && name === written.text);
}

/** Fills what may be left out, so that the rest of the program finds lists where lists are. */
function finish<S extends SectionName>(section: S, value: object, written: Written): SectionEntries[S] {
  const entry = { ...value, spot: { source: written.source, offset: written.tree.at } } as Record<string, unknown>;
  for (const [key, filling] of Object.entries(FILLED[section] ?? {})) entry[key] ??= filling;
  if (section === 'work-products') {
    entry['asks'] = listOf(entry['asks']).map((ask) => ({ clauses: [], ...ask }));
    entry['criteria'] = listOf(entry['criteria']).map((criterion) => ({
      clauses: [],
      basis: 'standard',
      ...criterion,
    }));
  }
  return entry as unknown as SectionEntries[S];
}

const FILLED: Partial<Record<SectionName, Readonly<Record<string, unknown>>>> = {
  clauses: { asks: {}, workProducts: [] },
  'work-products': { sections: [], holds: [] },
  effort: { boughtIn: [] },
  criteria: { weaknesses: [] },
  threats: { weaknesses: [], references: [], controls: [] },
  controls: { verification: [], references: [] },
  attachments: { documents: [] },
  named: { weight: 'standard' },
};

function listOf(value: unknown): readonly object[] {
  return value as readonly object[];
}
