/** Opens a device project and assesses it: the one place where the rooms are put together. */
import { assess, type Assessment, type AssessInput, type WrittenFact } from '../assess/index.js';
import { loadPacks, packProblemText, type FactValues, type Method, type Pack, type PackSet } from '../packs/index.js';
import {
  chooseFiles,
  inputDigest,
  MedwardError,
  problemOfLeftOut,
  problemOfUnread,
  readSettings,
  SETTINGS_FILE,
  type FileTree,
  type GitFacts,
  type MethodChoice,
  type Problem as FileProblem,
  type Settings,
  type SettingsFault,
  type Versions,
} from '../project/index.js';
import type { StoredEvidence } from '../evidence/index.js';
import { findKind, joinReadings, makeRecord, newFileReading, type FileReading } from '../records/index.js';
import type { Fault } from '../rules/index.js';
import { compareText, didYouMean, placeOf, type Source, type Spot, type YamlEntry } from '../shapes/index.js';
import { ProjectMemory } from './project-memory.js';
import { strictnessOf } from './strictness.js';
import { evidenceFaults } from './evidence-faults.js';
import { evidenceOf } from './evidence-of.js';
import { mappingFaults, mappingFiles, type ProjectMappingFile } from './mapping-files.js';

export interface Project {
  readonly tree: FileTree;
  readonly settings: Settings;
  readonly packs: PackSet;
  readonly git: Pick<GitFacts, 'commit' | 'dirty'>;
  /** SHA-256 over every file that was read. */
  readonly digest: string;
  /** Files that could not be read. */
  readonly problems: readonly FileProblem[];
  readonly input: Omit<AssessInput, 'date' | 'whatIf'>;
  /** How results of tests reach records. */
  readonly mappings: readonly ProjectMappingFile[];
  /** What stands in `evidence/`. */
  readonly stored: StoredEvidence;
}

export interface OpenOptions {
  readonly git?: Pick<GitFacts, 'commit' | 'dirty'>;
  /** The shipped packs; a program may bring its own. */
  readonly packs: readonly Pack[];
  /** What Git tells of the content of files; without it no result can be current. */
  readonly versions?: Versions;
  /** Of the same project, opened before. */
  readonly memory?: ProjectMemory;
}

const NO_GIT = { commit: null, dirty: true } as const;

/** @throws MedwardError `no-project-here`, `settings-unusable`, `pack-unusable` */
export function openProject(tree: FileTree, options: OpenOptions): Project {
  const source = readSource(tree, SETTINGS_FILE);
  if (!source.ok) {
    const isThere = tree.list().some((entry) => entry.path === SETTINGS_FILE);
    const problems = [source.problem];
    throw isThere
      ? new MedwardError('settings-unusable', SETTINGS_FILE, { problems })
      : new MedwardError('no-project-here', '.', { problems });
  }
  return openWith(tree, source.source, options, 'project');
}

/** A bare profile: a `medward.yaml` without records, whose profile may hold form and safety class itself. */
export function openProfile(source: Source, options: OpenOptions): Project {
  return openWith(EMPTY_TREE, source, options, 'bare-profile');
}

const EMPTY_TREE: FileTree = {
  kind: 'memory',
  list: () => [],
  leftOut: () => [],
  read: () => ({ ok: false, reason: 'not-there', line: 1, column: 1 }),
  readBytes: () => ({ ok: false, reason: 'not-there', line: 1, column: 1 }),
};

// @implements SRS-705
/** @param date a day as `2026-11-23` */
export function assessProject(project: Project, date: string, whatIf: FactValues = new Map()): Assessment {
  return assess({ ...project.input, date, whatIf });
}

// @implements SRS-909
function openWith(tree: FileTree, source: Source, options: OpenOptions, use: 'project' | 'bare-profile'): Project {
  const read = readSettings(source, use);
  if (!read.settings) throw new MedwardError('settings-unusable', source.path, { problems: read.problems });
  const { settings } = read;
  refusePacks(read.faults);
  const chosen = chooseFiles(tree, settings);
  const records = readAll(
    tree,
    chosen.records.map((entry) => entry.path),
  );
  const code = readAll(
    tree,
    chosen.code.map((entry) => entry.path),
  );
  const own = ownPacks(tree, settings);
  const packs = packsOf(settings, options.packs, own.sources);
  const prefixes = prefixesOf(settings);
  const software = softwareRecords(settings);
  const memory = options.memory ?? new ProjectMemory();
  const reading = joinReadings([software, ...memory.readingsOf(records.sources, prefixes.map)]);
  const tags = code.sources.flatMap((file) => memory.tagsIn(file));
  memory.turnOver();
  const lost =
    records.problems.length + chosen.problems.length > 0 ? new Set([...reading.lostKinds, 'any']) : reading.lostKinds;
  const projectSpot = { source, offset: 0 };
  const ids = new Set(reading.records.map((record) => record.id));
  const mappings = mappingFiles(tree, settings, (id) => ids.has(id));
  const evidence = evidenceOf({ tree, settings, prefixes: prefixes.map, reading, versions: options.versions });
  const methods = methodsOf(settings, packs);
  const strictness = strictnessOf(settings, packs);
  return {
    tree,
    settings,
    packs,
    git: options.git ?? NO_GIT,
    digest: inputDigest([
      source,
      ...records.sources,
      ...code.sources,
      ...own.sources,
      ...mappings.map((one) => one.source),
    ]),
    problems: [...chosen.problems, ...records.problems],
    mappings,
    stored: evidence.stored,
    input: {
      reading: { ...reading, lostKinds: lost },
      tags,
      files: new Set(tree.list().map((entry) => entry.path)),
      packs,
      methods: methods.methods,
      profile: profileOf(settings),
      faults: [
        ...read.faults.map(settingsFault),
        ...evidenceFaults(evidence.stored),
        ...mappingFaults(mappings),
        ...prefixes.faults,
        ...methods.faults,
        ...strictness.faults,
      ],
      external: settings.external.map((named) => named.name),
      prefixes: prefixes.map,
      projectSpot,
      profileSpot: settings.profileSpot ?? projectSpot,
      people: settings.people.map(({ id, name, roles }) => ({ id, name, roles: roles ?? [] })),
      isBare: use === 'bare-profile',
      rates: settings.effort,
      strictness: strictness.lines,
      evidence: evidence.evidence,
      criteriaLevels: settings.criteriaLevels,
    },
  };
}

/** A pack that cannot be named cannot be loaded, and a demand that is not loaded would be missing without a word. */
function refusePacks(faults: readonly SettingsFault[]): void {
  const about = faults.filter((fault) => /^(packs|criteria)(\.|$)/.test(fault.field));
  if (about.length === 0) return;
  const problems = about.map((fault) => ({ ...placeOf(fault.spot), message: `${fault.message} ${fault.todo}` }));
  throw new MedwardError('pack-unusable', 'that the project names', { problems });
}

type SourceRead =
  { readonly ok: true; readonly source: Source } | { readonly ok: false; readonly problem: FileProblem };

function readSource(tree: FileTree, path: string): SourceRead {
  const read = tree.read(path);
  return read.ok
    ? { ok: true, source: { path, text: read.text } }
    : { ok: false, problem: problemOfUnread(path, read) };
}

function readAll(
  tree: FileTree,
  paths: readonly string[],
): { sources: readonly Source[]; problems: readonly FileProblem[] } {
  const reads = paths.map((path) => readSource(tree, path));
  return {
    sources: reads.flatMap((read) => (read.ok ? [read.source] : [])),
    problems: reads.flatMap((read) => (read.ok ? [] : [read.problem])),
  };
}

/** @throws MedwardError `pack-unusable`: what a pack demands in a file that is not read would be missing without a word */
function ownPacks(tree: FileTree, settings: Settings): { sources: readonly Source[] } {
  const chosen = [...settings.packs, ...settings.criteria].flatMap((choice) =>
    choice.is === 'own' ? [choice.folder] : [],
  );
  const folders = [...chosen, ...methodFolders(settings).map((choice) => choice.folder)];
  const isInside = (path: string): boolean => folders.some((folder) => path.startsWith(`${folder}/`));
  const paths = tree.list().filter((entry) => isInside(entry.path) && /\.ya?ml$/.test(entry.path));
  const read = readAll(
    tree,
    paths.map((entry) => entry.path),
  );
  const leftOut = tree.leftOut().filter((entry) => entry.reason !== 'ignored' && isInside(entry.path));
  const problems = [...read.problems, ...leftOut.map(problemOfLeftOut)];
  const [first] = problems;
  if (first) throw new MedwardError('pack-unusable', first.file, { problems });
  return { sources: read.sources };
}

type OwnMethod = Extract<MethodChoice, { is: 'own' }>;

function methodFolders(settings: Settings): readonly OwnMethod[] {
  return Object.values(settings.methods).filter((choice: MethodChoice): choice is OwnMethod => choice.is === 'own');
}

function packsOf(settings: Settings, shipped: readonly Pack[], own: readonly Source[]): PackSet {
  const folders = methodFolders(settings).map(({ folder, spot }) => ({ text: `./${folder}`, spot }));
  const named = [...settings.packs, ...settings.criteria].map((choice) => ({
    text: choice.is === 'own' ? `./${choice.folder}` : choice.written,
    spot: choice.spot,
  }));
  const missing = folders.filter((folder) => !named.some((one) => one.text === folder.text));
  const loaded = loadPacks([...named, ...missing], shipped, own);
  const [first] = loaded.problems;
  if (first) {
    throw new MedwardError(
      'pack-unusable',
      first.spot?.source.path === SETTINGS_FILE ? 'that the project names' : (first.spot?.source.path ?? ''),
      {
        problems: loaded.problems.map((problem) => ({
          ...(problem.spot ? placeOf(problem.spot) : { file: SETTINGS_FILE, line: 1, column: 1 }),
          message: problem.spot ? `${problem.message} ${problem.todo}` : packProblemText(problem),
        })),
      },
    );
  }
  return loaded.set;
}

function prefixesOf(settings: Settings): { map: ReadonlyMap<string, string>; faults: readonly Fault[] } {
  const map = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { name, value, valueSpot } of settings.ids) {
    if (findKind(value)) map.set(name, value);
    else
      faults.push(
        projectFault(
          'wrong-type',
          [`ids.${name}`],
          valueSpot,
          `\`${value}\` is no kind of record.`,
          'Name a kind, such as requirement.',
        ),
      );
  }
  return { map, faults };
}

function methodsOf(settings: Settings, packs: PackSet): { methods: AssessInput['methods']; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const choose = (name: 'risk' | 'security', domain: Method['domain']): Method | undefined => {
    const choice = settings.methods[name];
    if (!choice) return undefined;
    const method = packs.methods.get(choice.method);
    if (method?.domain === domain) return method;
    const known = [...packs.methods.values()].filter((one) => one.domain === domain).map((one) => one.id);
    const message = `\`${choice.method}\` is no ${domain} method of the chosen packs${didYouMean(choice.method, known) || '.'}`;
    faults.push(projectFault('wrong-type', [`methods.${name}`], choice.spot, message, `Known: ${known.join(', ')}.`));
    return undefined;
  };
  return { methods: { risk: choose('risk', 'safety'), security: choose('security', 'security') }, faults };
}

function projectFault(rule: string, details: readonly string[], spot: Spot, message: string, todo: string): Fault {
  return { rule, subject: 'project', record: undefined, details, spot, message, todo, related: [] };
}

function settingsFault(fault: SettingsFault): Fault {
  return projectFault(fault.name, [fault.field], fault.spot, fault.message, fault.todo);
}

function profileOf(settings: Settings): readonly WrittenFact[] {
  const written = settings.profile.map(({ fact, value, spot, valueSpot }) => ({
    id: fact,
    words: value,
    keySpot: spot,
    spot: valueSpot,
  }));
  const { markets } = settings.device;
  if (!markets || written.some((fact) => fact.id === 'markets')) return written;
  const spot = { source: settings.source, offset: 0 };
  return [...written, { id: 'markets', words: markets, keySpot: spot, spot }];
}

/** Software systems of the settings are items of granularity system, as if they stood in a list of items. */
function softwareRecords(settings: Settings): FileReading {
  const reading = newFileReading(settings.source);
  const kind = findKind('item');
  if (!kind) throw new Error('There is no kind of record called item.');
  for (const { id, spot, ...fields } of settings.software) {
    const written = Object.entries({ ...fields, granularity: 'system', scope: 'device' }).toSorted(([a], [b]) =>
      compareText(a, b),
    );
    const entries = written.flatMap(([name, value]) =>
      value === undefined ? [] : [entryOf(name === 'name' ? 'title' : name, value, spot.offset)],
    );
    const withStatus = [...entries, entryOf('status', 'approved', spot.offset)];
    reading.add(
      kind,
      makeRecord({ kind, id, source: settings.source, at: spot.offset, fields: withStatus, defaults: [] }),
    );
  }
  return reading;
}

function entryOf(key: string, value: string | readonly string[], at: number): YamlEntry {
  const scalar = (text: string): YamlEntry['value'] => ({ is: 'scalar', text, plain: false, at });
  return {
    key,
    keyAt: at,
    value: typeof value === 'string' ? scalar(value) : { is: 'list', items: value.map(scalar), at },
  };
}
