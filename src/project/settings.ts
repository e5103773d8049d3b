/** Reads `medward.yaml`: what the team said about the device, each value with its spot; single faults cost one field. */
import {
  checkShape,
  mapping,
  missingField,
  placeOf,
  readYaml,
  type Fault as ShapeFault,
  type Source,
  type Spot,
  type ValueOf,
  type YamlEntry,
  type YamlMap,
  type YamlTree,
} from '../shapes/index.js';
import { hasTooManyWildcards } from './limits.js';
import type { Problem } from './problem.js';
import { projectPath } from './project-path.js';
import { SETTINGS_FIELDS } from './settings-fields.js';
import { readStrictness, type StrictnessChoice } from './settings-strictness.js';

const SETTINGS = mapping(SETTINGS_FIELDS);
type Checked = ValueOf<typeof SETTINGS>;
type ItemOf<T> = T extends readonly (infer I)[] ? I : never;
/** A field that was asked for may still be missing after a fault. */
type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

export interface Settings {
  readonly source: Source;
  readonly device: Loose<NonNullable<Checked['device']>>;
  /** As written; the packs say which facts there are and what values they take. */
  readonly profile: readonly DeclaredFact[];
  /** Of the word `profile`; absent where there is none. */
  readonly profileSpot: Spot | undefined;
  readonly software: readonly SoftwareSystem[];
  readonly packs: readonly PackChoice[];
  readonly criteria: readonly PackChoice[];
  /** Set of criteria → level up to which it is asked. */
  readonly criteriaLevels: ReadonlyMap<string, number>;
  readonly methods: { readonly risk?: MethodChoice; readonly security?: MethodChoice };
  readonly people: readonly Person[];
  readonly sourcesOfTruth: readonly Named[];
  readonly external: readonly Named[];
  /** Files and folders relative to the project; an empty path is the whole project. */
  readonly records: readonly string[];
  readonly code: readonly CodeChoice[];
  /** Prefix of ids → kind, as written. */
  readonly ids: readonly Named[];
  readonly mapping: readonly string[];
  readonly effort: Readonly<Record<string, EffortRate>>;
  /** In the order of the lines; names as written. */
  readonly strictness: readonly StrictnessLine[];
}

export type StrictnessLine = Omit<StrictnessChoice, 'at'> & { readonly spot: Spot };

export interface DeclaredFact {
  readonly fact: string;
  /** `yes`, `no`, numbers and versions stay text. */
  readonly value: string | readonly string[];
  /** Of the fact's name. */
  readonly spot: Spot;
  readonly valueSpot: Spot;
}

export type SoftwareSystem = ItemOf<NonNullable<Checked['software']>> & { readonly spot: Spot };
export type Person = ItemOf<NonNullable<Checked['people']>> & { readonly spot: Spot };
export type EffortRate = ItemOf<NonNullable<Checked['effort']>[string][]>;

export interface Named {
  readonly name: string;
  readonly value: string;
  readonly spot: Spot;
  readonly valueSpot: Spot;
}

/** A pack that ships with Medward, or a folder of the team's own. */
export type PackChoice = { readonly written: string; readonly spot: Spot } & (
  | { readonly is: 'shipped'; readonly pack: string; readonly edition: string }
  | { readonly is: 'own'; readonly folder: string }
);

export type MethodChoice = { readonly written: string; readonly spot: Spot } & (
  | { readonly is: 'shipped'; readonly method: string }
  | { readonly is: 'own'; readonly folder: string; readonly method: string }
);

export interface CodeChoice {
  readonly path: string;
  /** The path is a pattern; else a file or a folder. */
  readonly isGlob: boolean;
  readonly leavesOut: boolean;
}

export interface SettingsFault extends Omit<ShapeFault, 'name' | 'at'> {
  readonly name: ShapeFault['name'] | 'outside-project';
  readonly spot: Spot;
}

export type SettingsRead =
  | { readonly settings: Settings; readonly faults: readonly SettingsFault[] }
  | { readonly settings: undefined; readonly problems: readonly Problem[] };

// @implements SRS-109
/** @param use `bare-profile` asks for no device: facts alone are to be assessed */
export function readSettings(source: Source, use: 'project' | 'bare-profile' = 'project'): SettingsRead {
  const { tree, problems } = readYaml(source.text);
  const unusable = problems.length > 0 ? problems : whyUnusable(tree);
  if (unusable.length > 0 || tree?.is !== 'map') {
    return { settings: undefined, problems: unusable.map(({ at, message }) => problemAt(source, at, message)) };
  }
  const faults: ShapeFault[] = [];
  const checked = checkShape(SETTINGS, tree, { faults }) ?? ({} as Checked);
  const reader = new Reader(source, tree, checked);
  const settings = reader.settings();
  if (use === 'project' && !entryOf(tree, 'device')) {
    faults.push(missingField('device', tree.at, 'device', SETTINGS_FIELDS.device));
  }
  const withSpots = faults.map(({ at, ...fault }) => ({ ...fault, spot: { source, offset: at } }));
  return { settings, faults: [...withSpots, ...reader.faults] };
}

function whyUnusable(tree: YamlTree | undefined): readonly { at: number; message: string }[] {
  if (!tree) return [{ at: 0, message: 'The file is empty. Begin it with `medward: 1`.' }];
  if (tree.is !== 'map') {
    return [{ at: tree.at, message: 'Expected are fields such as `medward: 1`, found is something else.' }];
  }
  const version = entryOf(tree, 'medward');
  if (!version) return [{ at: tree.at, message: 'The field `medward` is missing. Begin the file with `medward: 1`.' }];
  if (version.value.is === 'scalar' && version.value.text === '1') return [];
  return [
    {
      at: version.value.at,
      message: '`medward` takes 1, the version of this format. Write `medward: 1`, or use a newer Medward.',
    },
  ];
}

function problemAt(source: Source, offset: number, message: string): Problem {
  return { ...placeOf({ source, offset }), message };
}

class Reader {
  readonly faults: SettingsFault[] = [];
  readonly #source: Source;
  readonly #tree: YamlMap;
  readonly #checked: Checked;

  constructor(source: Source, tree: YamlMap, checked: Checked) {
    this.#source = source;
    this.#tree = tree;
    this.#checked = checked;
  }

  settings(): Settings {
    const checked = this.#checked;
    return {
      source: this.#source,
      device: checked.device ?? {},
      profile: this.#profile(),
      profileSpot: this.#spotOf('profile'),
      software: this.#withSpots('software', checked.software),
      packs: this.#each('packs', (word) => this.#pack('packs', word)),
      criteria: this.#each('criteria', (word) => this.#pack('criteria', word)),
      criteriaLevels: new Map(this.#named('criteria-levels').map(({ name, value }) => [name, Number(value)])),
      methods: this.#methods(),
      people: this.#withSpots('people', checked.people),
      sourcesOfTruth: this.#named('sources-of-truth'),
      external: this.#named('external'),
      records: entryOf(this.#tree, 'records')
        ? this.#each('records', (word) => this.#path('records', word))
        : ['records'],
      code: this.#each('code', (word) => this.#code(word)),
      ids: this.#named('ids'),
      mapping: this.#each('mapping', (word) => this.#path('mapping', word)),
      effort: checked.effort ?? {},
      strictness: this.#strictness(),
    };
  }

  #profile(): readonly DeclaredFact[] {
    const checked = this.#checked.profile ?? {};
    return entriesIn(this.#tree, 'profile').flatMap(({ key, keyAt, value }) => {
      const kept = Object.hasOwn(checked, key) ? checked[key] : undefined;
      if (kept === undefined) return [];
      return [{ fact: key, value: kept, spot: this.#spot(keyAt), valueSpot: this.#spot(value.at) }];
    });
  }

  #strictness(): readonly StrictnessLine[] {
    const tree = entryOf(this.#tree, 'strictness')?.value;
    const choices = tree?.is === 'map' ? readStrictness(tree, this.#checked.strictness ?? {}) : [];
    return choices.map(({ at, ...choice }) => ({ ...choice, spot: this.#spot(at) }));
  }

  #spotOf(key: string): Spot | undefined {
    const entry = entryOf(this.#tree, key);
    return entry && this.#spot(entry.keyAt);
  }

  #named(field: 'sources-of-truth' | 'external' | 'ids' | 'criteria-levels'): readonly Named[] {
    const checked = this.#checked[field] ?? {};
    return entriesIn(this.#tree, field).flatMap(({ key, keyAt, value }) => {
      const kept = Object.hasOwn(checked, key) ? checked[key] : undefined;
      if (kept === undefined) return [];
      return [{ name: key, value: kept, spot: this.#spot(keyAt), valueSpot: this.#spot(value.at) }];
    });
  }

  #methods(): Settings['methods'] {
    const methods: { risk?: MethodChoice; security?: MethodChoice } = {};
    for (const { key, value } of entriesIn(this.#tree, 'methods')) {
      if (value.is !== 'scalar' || (key !== 'risk' && key !== 'security')) continue;
      const method = this.#method(key, { text: value.text.trim(), at: value.at });
      if (method) methods[key] = method;
    }
    return methods;
  }

  /** Entries without an id had a fault and are of no use to anybody. */
  #withSpots<T extends { readonly id: string }>(
    field: string,
    checked: readonly T[] | undefined,
  ): readonly (T & { readonly spot: Spot })[] {
    const idsAt = this.#idsIn(field);
    return (checked ?? []).flatMap((item) => {
      const [at, ...others] = idsAt.get(item.id) ?? [];
      if (at === undefined) return [];
      idsAt.delete(item.id);
      for (const other of others) {
        this.#refuse('wrong-type', `${field}.id`, other, `The id ${item.id} stands twice under \`${field}\`.`);
      }
      return [{ ...item, spot: this.#spot(at) }];
    });
  }

  #idsIn(field: string): Map<string, number[]> {
    const idsAt = new Map<string, number[]>();
    for (const item of itemsIn(this.#tree, field)) {
      const id = item.is === 'map' ? entryOf(item, 'id')?.value : undefined;
      if (id?.is !== 'scalar') continue;
      const places = idsAt.get(id.text.trim());
      if (places) places.push(id.at);
      else idsAt.set(id.text.trim(), [id.at]);
    }
    return idsAt;
  }

  #each<T>(field: string, read: (word: Written) => T | undefined): readonly T[] {
    return itemsIn(this.#tree, field).flatMap((item) => {
      if (item.is !== 'scalar' || item.text.trim() === '') return [];
      const value = read({ text: item.text.trim(), at: item.at });
      return value === undefined ? [] : [value];
    });
  }

  #pack(field: string, { text, at }: Written): PackChoice | undefined {
    const base = { written: text, spot: this.#spot(at) };
    if (isOwn(text)) {
      const folder = this.#path(field, { text, at });
      return folder === undefined ? undefined : { ...base, is: 'own', folder };
    }
    const [, pack, edition] = /^([a-z0-9][a-z0-9.-]*)@([a-z0-9][a-z0-9.-]*)$/i.exec(text) ?? [];
    if (pack && edition) return { ...base, is: 'shipped', pack, edition };
    const expected = 'a name with an edition such as `iec62304@2015`, or a folder such as `./packs/ours`';
    return this.#refuse('wrong-type', field, at, `\`${field}\` takes ${expected}.`, `Write ${expected}.`);
  }

  #method(name: string, { text, at }: Written): MethodChoice | undefined {
    const field = `methods.${name}`;
    const base = { written: text, spot: this.#spot(at) };
    if (!isOwn(text) && /^[a-z0-9][a-z0-9._-]*$/i.test(text)) return { ...base, is: 'shipped', method: text };
    const [, path, method] = /^([^#]+)#([a-z0-9][a-z0-9._-]*)$/i.exec(text) ?? [];
    if (path && method) {
      const folder = this.#path(field, { text: path, at });
      return folder === undefined ? undefined : { ...base, is: 'own', folder, method };
    }
    const expected = 'the id of a method, or a folder and an id such as `./packs/ours#risk`';
    return this.#refuse('wrong-type', field, at, `\`${name}\` takes ${expected}.`, `Write ${expected}.`);
  }

  #code({ text, at }: Written): CodeChoice | undefined {
    const leavesOut = text.startsWith('!');
    const path = this.#path('code', { text: leavesOut ? text.slice(1) : text, at });
    if (path === undefined) return undefined;
    if (!hasTooManyWildcards(path)) return { path, isGlob: /[*?[{]/.test(path), leavesOut };
    return this.#refuse(
      'wrong-type',
      'code',
      at,
      'The pattern has too many wildcards.',
      'Split it into several patterns.',
    );
  }

  #path(field: string, { text, at }: Written): string | undefined {
    const read = projectPath(text);
    if (read.ok) return read.path;
    const todo = 'Write a path relative to the folder of `medward.yaml`, with `/` and without leading out of it.';
    return this.#refuse('outside-project', field, at, `A path under \`${field}\` ${read.why}.`, todo);
  }

  #refuse(
    name: SettingsFault['name'],
    field: string,
    at: number,
    message: string,
    todo = 'Keep one of them.',
  ): undefined {
    this.faults.push({ name, field, message, todo, spot: this.#spot(at) });
    return undefined;
  }

  #spot(offset: number): Spot {
    return { source: this.#source, offset };
  }
}

interface Written {
  readonly text: string;
  readonly at: number;
}

function isOwn(written: string): boolean {
  return /^[./\\~]/.test(written);
}

function entryOf(tree: YamlMap, key: string): YamlEntry | undefined {
  return tree.entries.find((entry) => entry.key === key);
}

function entriesIn(tree: YamlMap, key: string): readonly YamlEntry[] {
  const value = entryOf(tree, key)?.value;
  return value?.is === 'map' ? value.entries : [];
}

function itemsIn(tree: YamlMap, key: string): readonly YamlTree[] {
  const value = entryOf(tree, key)?.value;
  return value === undefined ? [] : value.is === 'list' ? value.items : [value];
}
