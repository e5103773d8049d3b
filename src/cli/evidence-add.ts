/** `medward evidence add`: reads each report, and puts it and its statement into the store. */
import { extname, relative, resolve, sep } from 'node:path';
import { evidenceAddOutput, type AddedReport, type EvidenceAddOutput } from '../contract/index.js';
import {
  contradiction,
  EVIDENCE_FOLDER,
  EvidenceStore,
  fileBytes,
  FINDING_COLUMNS,
  formatNames,
  NOTHING_TOLD,
  readReport,
  StoreError,
  toldTogether,
  type Inputs,
  type Report,
  type ReportOptions,
  type RunContext,
  type ToldOfRun,
} from '../evidence/index.js';
import { ignoredPaths, readCommitTime, type Versions } from '../project/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { projectMapping, type ProjectMapping } from './evidence-mapping.js';
import { resultFor, testsNamed } from './evidence-for.js';
import { openEvidenceProject, runInputs } from './evidence-project.js';
import { toldOption } from './evidence-told.js';
import { toolOption, withTool } from './evidence-tool.js';
import { OptionError } from './option-error.js';
import { withReviewedFiles } from './reviewed-files.js';

export interface Add {
  readonly output: EvidenceAddOutput;
  /** 2 if a file was not read or not stored. */
  readonly status: 0 | 2;
}

interface Adding {
  readonly store: EvidenceStore;
  readonly dryRun: boolean;
  readonly versions: Versions;
  /** Tests that the reports are results of, whatever they name. */
  readonly tests: readonly string[];
  readonly options: ReportOptions;
  /** What ran them, where the report does not say it. */
  readonly tool: Report['tool'];
  /** By the file name of the report. */
  readonly columnsOf: ProjectMapping['columnsOf'];
  readonly told: ToldOfRun;
  readonly run: Omit<RunContext, 'inputs' | 'contents' | 'tagged' | 'told'>;
  readonly inputs: Inputs | null;
  readonly contentsOf: (report: Report) => Pick<RunContext, 'contents' | 'tagged'>;
}

/** What the repository's own rules keep out of the next commit, as `evidence/reports/*.xml`: nobody else would have it. */
function ignoredOf(folder: string, files: readonly string[]): readonly string[] {
  const reports = new Set(files.map((file) => `${EVIDENCE_FOLDER}/reports/x${extname(file)}`));
  const stored = [`${EVIDENCE_FOLDER}/statements/x.json`, `${EVIDENCE_FOLDER}/inputs/x.json`, ...reports];
  return ignoredPaths(folder, stored).map((path) => path.replace('/x', '/*'));
}

type Problem = EvidenceAddOutput['problems'][number];

/** @throws OptionError, MedwardError */
export function addEvidence(call: Call, files: readonly string[]): Add {
  if (files.length === 0) throw new OptionError('No file is named.', 'Write `medward evidence add FILE …`.');
  const format = formatOption(call.value('format'));
  const columns = columnsOption(call.value('columns'));
  const opened = openEvidenceProject(call);
  const mapping = projectMapping(opened);
  const paths = files.map((file) => resolve(call.folder, file));
  const inside = paths.map((path) => relative(opened.folder, path).split(sep).join('/'));
  const tested = runInputs(opened, call.value('commit'), new Set(inside));
  const { commit, inputs } = tested;
  const adding: Adding = {
    store: new EvidenceStore(opened.folder),
    dryRun: call.flag('dry-run'),
    versions: opened.versions,
    tests: testsNamed(call.values('for'), opened),
    options: {
      records: opened.records,
      mapping: mapping.mapping,
      // What is printed and stored is counts and mapping; the single results stay in the report.
      keep: 0,
      today: opened.date,
      ...(commit && { commit: commit.id }),
      ...format,
    },
    tool: toolOption(call.value('tool')),
    told: toldOption(call, {
      now: call.now(),
      today: opened.date,
      committed: commit ? readCommitTime(opened.folder, commit.id) : undefined,
    }),
    columnsOf: columns ? () => columns : mapping.columnsOf,
    run: {
      addedOn: opened.date,
      commit,
      tester: call.value('tester') ?? null,
      configuration: call.value('configuration') ?? null,
    },
    inputs,
    contentsOf: (report) => tested.contentsOf(report),
  };
  const added = files.map((file, at) => addOne(file, paths[at] ?? file, adding));
  const problems = added.flatMap((one) => one.problems);
  const reports = added.flatMap((one) => one.report ?? []);
  return {
    output: evidenceAddOutput(
      {
        commit,
        dryRun: adding.dryRun,
        mapping: mapping.problems,
        reports,
        problems,
        ignored: ignoredOf(opened.folder, files),
      },
      opened.subject,
    ),
    status: problems.length > 0 ? 2 : 0,
  };
}

function addOne(file: string, path: string, adding: Adding): { report?: AddedReport; problems: readonly Problem[] } {
  try {
    const original = fileBytes(path);
    const read = withReviewedFiles(readReport(original, optionsFor(original.name, adding)), adding.versions);
    if (read.format === 'unknown') return notStored(file, read, read.problems[0]?.message ?? 'It cannot be read.');
    const wrong = contradiction(read, adding.told);
    if (wrong !== undefined)
      return notStored(file, read, `${wrong} Leave the option out: what the report says counts.`);
    const told = toldOfRun(read, adding);
    const report = withTool(resultFor(read, adding.tests, told), adding.tool);
    if (adding.dryRun) return { report: { file, report, told, state: 'not-stored', statement: null }, problems: [] };
    return { report: store(file, report, told, adding), problems: [] };
  } catch (error) {
    if (error instanceof StoreError) return { problems: [{ file: error.path, message: error.message }] };
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
    if (code === undefined) throw error;
    return { problems: [{ file, message: UNREAD.get(code) ?? `The file cannot be read (${code}).` }] };
  }

  function store(
    name: string,
    report: Report,
    told: ToldOfRun,
    { run, inputs, contentsOf, store: evidence }: Adding,
  ): AddedReport {
    // What records say today is no content that an earlier run was about; only records that it names anew are looked up.
    const known = new Set(evidence.find(report, { ...run, told })?.predicate.records.map(({ id }) => id));
    const context = {
      ...run,
      told,
      ...contentsOf({ ...report, mapped: report.mapped.filter(({ id }) => !known.has(id)) }),
    };
    const { state, path: statement } = evidence.add(report, fileBytes(path), context, inputs);
    return { file: name, report, told, state, statement };
  }
}

/** What was told when it was added before holds on. */
function toldOfRun(report: Report, { store, run, told }: Adding): ToldOfRun {
  return toldTogether(store.find(report, { ...run, told })?.predicate.told ?? NOTHING_TOLD, told);
}

/** Who gives columns for a table means findings, whatever its own headings are. */
function optionsFor(name: string, { options, columnsOf }: Adding): ReportOptions {
  const columns = columnsOf(name);
  if (!columns) return options;
  return { ...(/\.[ct]sv$/i.test(name) && { format: 'findings-csv' }), ...options, columns };
}

const UNREAD = new Map([
  ['ENOENT', 'There is no such file.'],
  ['EISDIR', 'This is no ordinary file.'],
  ['EACCES', 'You have no right to read this file.'],
]);

function notStored(
  file: string,
  report: Report,
  message: string,
): { report: AddedReport; problems: readonly Problem[] } {
  return {
    report: { file, report, told: NOTHING_TOLD, state: 'not-stored', statement: null },
    problems: [{ file, message }],
  };
}

function formatOption(format: string | undefined): { format?: string } {
  if (format === undefined) return {};
  if (formatNames().includes(format)) return { format };
  throw new OptionError(
    `There is no format \`${shown(format)}\`${didYouMean(format, formatNames()) || '.'}`,
    `Known: ${formatNames().join(', ')}.`,
  );
}

/** As `severity=Risk,title=Name`. */
function columnsOption(written: string | undefined): ReadonlyMap<string, string> | undefined {
  if (written === undefined) return undefined;
  const columns = new Map<string, string>();
  for (const part of written.split(',')) {
    const [name = '', heading] = part.split('=', 2).map((word) => word.trim());
    if (heading === undefined || !(FINDING_COLUMNS as readonly string[]).includes(name)) {
      throw new OptionError(
        `The part \`${shown(part)}\` of --columns is not understood.`,
        `Write \`COLUMN=HEADING\`, parted by commas. Columns: ${FINDING_COLUMNS.join(', ')}.`,
      );
    }
    columns.set(name, heading);
  }
  return columns;
}
