/** Makes a whole project in memory of the example of a rule, and assesses it. */
import { assessProject, openProject } from '../compile/index.js';
import type { AssessedGap, Assessment } from '../assess/index.js';
import { createHash } from 'node:crypto';
import {
  bytesInMemory,
  gitBlobId,
  inputsText,
  readReport,
  statementOf,
  statementText,
  type RecordIds,
  type RunContext,
} from '../evidence/index.js';
import { shippedPacks } from '../packs/index.js';
import { memoryTree, SETTINGS_FILE, type Versions } from '../project/index.js';
import type { Commits, Example, Rule } from './define.js';

const EXAMPLE_DATE = '2026-11-24';
export const RECORDS_FILE = 'records/example.yaml';

/** What all examples share; an example replaces a key by writing it under `settings`. */
const SETTINGS: Readonly<Record<string, string>> = {
  medward: 'medward: 1',
  device: 'device: { name: Example, markets: [eu] }',
  methods: 'methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }',
  software:
    'software: [{ id: SW-1, name: Example, class: B, class-reason: A wrong dose may cause a temporary injury. }]',
};

const FACTS: Readonly<Record<string, string>> = {
  purpose: 'other',
  'essential-performance': 'no',
  exposure: '[public-network]',
};

/** Packs that every example has; a rule that rests on none of them runs with those that it names. */
const BASE_PACKS = ['iec62304@2015', 'iso14971@2019', 'iec81001-5-1@2021'];

export type Files = ReadonlyMap<string, string>;

export function filesOf(rule: Rule, example: string | Example): Files {
  const {
    records,
    facts,
    settings,
    pack,
    analysis,
    report,
    coverage,
    files: others,
  } = typeof example === 'string' ? { records: example } : example;
  const named = packsNamedBy(rule);
  const shipped = shippedPacks().filter((each) => named.includes(each.pack));
  const made = named.filter((name) => !shipped.some((each) => each.pack === name));
  const chosen = [
    ...BASE_PACKS,
    ...shipped.map((each) => `${each.pack}@${each.edition}`),
    ...made.map((name) => `./packs/${name}`),
  ];
  const files = new Map([
    [SETTINGS_FILE, settingsText(facts ?? {}, settings ?? '', chosen)],
    [RECORDS_FILE, dedent(records)],
    ...made.map((name) => [`packs/${name}/pack.yaml`, madePack(name, rule.basis)] as const),
    ...(pack === undefined ? [] : [['packs/ours/pack.yaml', dedent(pack)] as const]),
    ...Object.entries(others ?? {}),
    ...(analysis === undefined ? [] : analysisFiles(analysis)),
    ...(coverage === undefined ? [] : coverageFiles(coverage, others ?? {})),
    ...(report === undefined ? [] : reportFiles(report, idsIn(records))),
  ]);
  return new Map([...files].map(([path, text]) => [path, withHashes(text, files)]));
}

function analysisFiles({
  tool,
  weaknesses,
  found = [],
}: NonNullable<Example['analysis']>): readonly (readonly [string, string])[] {
  const rules = weaknesses.map((weakness) => ({ id: weakness, properties: { tags: [weakness] } }));
  const results = found.map(({ weakness, file }) => ({
    ruleId: weakness,
    message: { text: 'Found.' },
    locations: [{ physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 1 } } }],
  }));
  const text = JSON.stringify({
    version: '2.1.0',
    runs: [{ tool: { driver: { name: tool, rules } }, invocations: [{ executionSuccessful: true }], results }],
  });
  return [...storedFiles('analysis.sarif', text)];
}

const MARK = /\s*# gap$/m;

/** The report lies beside the project too, where its places are. */
function reportFiles(
  { text, touched }: NonNullable<Example['report']>,
  ids: RecordIds,
): readonly (readonly [string, string])[] {
  const [report, [path, statement] = ['', '']] = storedFiles('report.xml', text.replace(MARK, ''), ids);
  const kept = touched ? statement.replace('\n', ' # gap\n') : statement;
  return [['report.xml', text], ...(report ? [report] : []), [path, kept]];
}

/** In LCOV, of the file as it is. */
function coverageFiles(
  { file, lines, branches }: NonNullable<Example['coverage']>,
  files: NonNullable<Example['files']>,
): readonly (readonly [string, string])[] {
  const rows = Array.from({ length: branches[1] }, (_, at) => `BRDA:1,0,${at},${at < branches[0] ? 1 : 0}`);
  const text = ['TN:', `SF:${file}`, ...rows, `LF:${lines[1]}`, `LH:${lines[0]}`, 'end_of_record', ''].join('\n');
  const inputs = inputsText(new Map([[file, gitBlobId(new TextEncoder().encode(files[file] ?? ''), 'sha1')]]));
  const sha256 = createHash('sha256').update(inputs).digest('hex');
  const commit = { id: 'a'.repeat(40), from: 'project', dirty: false } as const;
  return [
    [`evidence/inputs/${sha256}.json`, inputs],
    ...storedFiles('lcov.info', text, undefined, { commit, inputs: sha256 }),
  ];
}

/** A report and its statement, as `medward evidence add` would store them. */
function storedFiles(
  name: string,
  text: string,
  records?: RecordIds,
  of: Pick<RunContext, 'commit' | 'inputs'> = { commit: null, inputs: null },
): readonly (readonly [string, string])[] {
  const report = readReport(bytesInMemory(name, text), records ? { records } : {});
  const run = { addedOn: EXAMPLE_DATE, tester: null, configuration: null, ...of };
  const statement = statementText(statementOf(report, run));
  const sha256 = createHash('sha256').update(statement).digest('hex');
  return [
    [`evidence/reports/${report.sha256}.${report.ending}`, text],
    [`evidence/statements/${sha256}.json`, statement],
  ];
}

/** Ids that stand in the records of the example. */
function idsIn(records: string): RecordIds {
  const ids = new Set([...records.matchAll(/\bid: ([A-Z]+-[\w-]+)/g)].map((match) => match[1] ?? ''));
  return { has: (id) => ids.has(id), hasPrefix: (prefix) => [...ids].some((id) => id.startsWith(`${prefix}-`)) };
}

/** Packs beyond those of every example, where the rule rests on no clause of these. */
function packsNamedBy(rule: Rule): readonly string[] {
  const names = [...new Set(rule.basis.map((clause) => clause.slice(0, clause.indexOf(':'))))];
  return names.some((name) => BASE_PACKS.some((pack) => pack.startsWith(`${name}@`))) ? [] : names;
}

/** @param commits what the repository holds; without it there is none */
export function assessFiles(files: Files, commits?: Commits): Assessment {
  const versions = commits && versionsOf(commits, files);
  const options = { packs: shippedPacks(), ...(versions && { versions }) };
  return assessProject(openProject(memoryTree(files), options), EXAMPLE_DATE);
}

function versionsOf(commits: Commits, files: Files): Versions {
  const idOf = (text: string): string => gitBlobId(new TextEncoder().encode(text), 'sha1');
  return {
    present: () => new Map([...files].map(([path, text]) => [path, idOf(text)])),
    untracked: () => [],
    at: (commit) => (Object.hasOwn(commits, commit) ? new Map(Object.entries(commits[commit] ?? {})) : undefined),
    before: () => undefined,
    knows: (commit) => Object.hasOwn(commits, commit),
    textAt: () => undefined,
  };
}

export function commitsOf(example: string | Example): Commits | undefined {
  if (typeof example === 'string') return undefined;
  return example.commits ?? (example.coverage && {});
}

/** @returns the gaps of the rule alone */
export function gapsOf(rule: Rule, example: string | Example): readonly AssessedGap[] {
  return assessFiles(filesOf(rule, example), commitsOf(example)).gaps.filter((gap) => gap.rule === rule.id);
}

/** @returns `file:line` of each `# gap` at the end of a line */
export function markedPlaces(files: Files): readonly string[] {
  return [...files].flatMap(([path, text]) =>
    text.split('\n').flatMap((line, index) => (/#\s*gap\s*$/.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

/** An example binds to the content of a record by the word `hash-of-PR-1`. */
function withHashes(text: string, files: Files): string {
  if (!text.includes('hash-of-')) return text;
  const { trace } = assessFiles(files);
  return text.replaceAll(/hash-of-([A-Z]+-\d+)/g, (word, id: string) => {
    const record = trace.find(id);
    return record ? trace.hash(record) : word;
  });
}

function settingsText(facts: Readonly<Record<string, string>>, own: string, packs: readonly string[]): string {
  const profile = Object.entries({ ...FACTS, ...facts }).map(([fact, value]) => `  ${fact}: ${value}`);
  const blocks = new Map(
    Object.entries({
      ...SETTINGS,
      packs: `packs: [${packs.join(', ')}]`,
      profile: ['profile:', ...profile].join('\n'),
    }),
  );
  for (const block of dedent(own).split(/^(?=[a-z])/m)) {
    const key = /^[a-z-]+/.exec(block)?.[0];
    if (key !== undefined) blocks.set(key, block.trimEnd());
  }
  return `${[...blocks.values()].join('\n')}\n`;
}

/** A pack that is not shipped yet, with no more than the clauses that the rule rests on. */
function madePack(name: string, basis: readonly string[]): string {
  const own = basis.filter((clause) => clause.startsWith(`${name}:`));
  const entries = own.map((clause) => {
    const id = clause.slice(clause.indexOf(':') + 1);
    return `  - { id: ${id}, title: Example, summary: Example., asks: {}, sources: [OWN], confidence: low }`;
  });
  return `pack: ${name}
edition: '2026'
format: 1
title: Example
weight: guidance
sources: { OWN: made for the examples of rules }
clauses:
${entries.join('\n')}
`;
}

function dedent(text: string): string {
  const lines = text.split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const indent = Math.min(...indents, Number.MAX_SAFE_INTEGER);
  return lines
    .map((line) => line.slice(indent))
    .join('\n')
    .replace(/^\n/, '');
}
