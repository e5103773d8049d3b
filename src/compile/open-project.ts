/** Opens a device project and assesses it: the one place where the rooms are put together. */
import { assess, type Assessment, type AssessInput } from '../assess/index.js';
import type { StoredEvidence } from '../evidence/index.js';
import type { FactValues, Pack, PackSet } from '../packs/index.js';
import {
  chooseFiles,
  inputDigest,
  MedwardError,
  readSettings,
  SETTINGS_FILE,
  type FileTree,
  type GitFacts,
  type Problem as FileProblem,
  type Settings,
  type Versions,
} from '../project/index.js';
import { joinReadings, type Reading } from '../records/index.js';
import type { Source } from '../shapes/index.js';
import type { CodeTag } from '../trace/index.js';
import { evidenceFaults } from './evidence-faults.js';
import { evidenceOf } from './evidence-of.js';
import { mappingFaults, mappingFiles, type ProjectMappingFile } from './mapping-files.js';
import { ownPacks, packsOf, refusePacks } from './packs-of-project.js';
import { ProjectMemory } from './project-memory.js';
import { readAll, readSource } from './read-sources.js';
import { methodsOf, prefixesOf, profileOf, settingsFault } from './said-by-settings.js';
import { softwareRecords } from './software-records.js';
import { strictnessOf } from './strictness.js';

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
  const own = ownPacks(tree, settings);
  const packs = packsOf(settings, options.packs, own.sources);
  const prefixes = prefixesOf(settings);
  const content = readContent(tree, settings, prefixes.map, options.memory ?? new ProjectMemory());
  const { reading } = content;
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
    digest: inputDigest([source, ...content.sources, ...own.sources, ...mappings.map((one) => one.source)]),
    problems: content.problems,
    mappings,
    stored: evidence.stored,
    input: {
      reading,
      tags: content.tags,
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

interface Content {
  /** Records, then code. */
  readonly sources: readonly Source[];
  readonly problems: readonly FileProblem[];
  readonly reading: Reading;
  readonly tags: readonly CodeTag[];
}

/** Where a file of records cannot be read, a record of any kind may be lost. */
function readContent(
  tree: FileTree,
  settings: Settings,
  prefixes: ReadonlyMap<string, string>,
  memory: ProjectMemory,
): Content {
  const chosen = chooseFiles(tree, settings);
  const records = readAll(tree, chosen.records, memory.readerWith(prefixes));
  const code = readAll(tree, chosen.code, (source) => memory.tagsIn(source));
  memory.turnOver();
  const reading = joinReadings([softwareRecords(settings), ...records.made]);
  const tags = code.made.flat();
  const problems = [...chosen.problems, ...records.problems];
  const lostKinds = problems.length > 0 ? new Set([...reading.lostKinds, 'any']) : reading.lostKinds;
  return { sources: [...records.sources, ...code.sources], problems, reading: { ...reading, lostKinds }, tags };
}
