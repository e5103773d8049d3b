/** What static analysis says of a criterion on an item: which tool had rules, looked at the files as they are, and found. */
import { ranToEnd, type OpenFinding, type StoredStatement } from '../../evidence/index.js';
import type { SpecialCriterion } from '../../packs/index.js';
import type { RecordOf } from '../../records/index.js';
import { isBuildDefinition } from '../proofs/build-definitions.js';
import { Comparison, isUntold } from '../proofs/compare.js';
import { filesOf, type FileSet } from '../proofs/dependencies.js';
import type { FileIds } from '../proofs/evidence.js';
import { changeText } from '../proofs/judge-result.js';
import { Dispositions } from './dispositions.js';
import type { SpecialTestInput } from './matrix.js';
import type { WayAnswer } from './people-answers.js';
import { fileMeant, plainPath, ScannedFiles } from './scanned-files.js';
import { standingScans } from './standing-scans.js';

export interface Analysed {
  readonly answers: readonly WayAnswer[];
  /** Of weaknesses of the criterion in files of the item, in words. */
  readonly findings: readonly string[];
  /** Why no tool looked. */
  readonly notLooked: string | undefined;
}

/** A statement of an analysis that ran to its end. */
interface Analysis {
  readonly stored: StoredStatement;
  readonly rules: ReadonlySet<string>;
  readonly scanned: ScannedFiles | undefined;
  readonly tool: string;
}

export class Analyses {
  readonly #input: SpecialTestInput;
  readonly #analyses: readonly Analysis[];
  readonly #comparison = new Comparison();
  readonly #dispositions: Dispositions;
  readonly #files = new Map<RecordOf<'item'>, FileSet>();
  /** Path as a report writes it → files that it may mean. */
  readonly #meant = new Map<string, readonly string[]>();

  constructor(input: SpecialTestInput) {
    this.#input = input;
    this.#dispositions = new Dispositions(input.trace, input.date, () => input.evidence.present());
    this.#analyses = standingScans(input.evidence.statements).filter(isWhole).map(analysisOf);
  }

  get exist(): boolean {
    return this.#analyses.length > 0;
  }

  hasRule(criterion: SpecialCriterion): boolean {
    return coreOf(criterion).every((weakness) => this.#analyses.some(({ rules }) => rules.has(weakness)));
  }

  of(criterion: SpecialCriterion, item: RecordOf<'item'>): Analysed {
    const core = coreOf(criterion);
    const missing = core.filter((weakness) => !this.#analyses.some(({ rules }) => rules.has(weakness)));
    const using = this.#analyses.filter(({ rules }) => core.some((weakness) => rules.has(weakness)));
    const findings = using.flatMap((analysis) => this.#findings(criterion, item, analysis));
    if (missing.length > 0) {
      return {
        answers: [],
        findings,
        notLooked: this.exist ? `no tool had a rule for ${missing.join(', ')}` : undefined,
      };
    }
    // Several tools may share the work: then each of those that are needed must have looked.
    const answers = using.map((analysis) => this.#looked(item, analysis));
    const worst = (['stale', 'unknown'] as const).flatMap((state) => answers.filter((one) => one.state === state));
    const isWhole = core.every((weakness) =>
      using.some(({ rules }, at) => rules.has(weakness) && answers[at]?.state === 'current'),
    );
    return {
      answers: isWhole ? answers.filter(({ state }) => state === 'current') : worst,
      findings,
      notLooked: undefined,
    };
  }

  #looked(item: RecordOf<'item'>, { stored, scanned, tool }: Analysis): WayAnswer {
    const { path, statement } = stored;
    const say = (state: WayAnswer['state'], why: string): WayAnswer => ({
      way: 'static-analysis',
      source: path,
      state,
      why,
    });
    const { commit, inputs } = statement.predicate;
    const [touched] = this.#input.evidence.touched;
    if (touched !== undefined) return say('unknown', `${touched} is not as it was stored, and may tell of findings`);
    const now = this.#input.evidence.present();
    const then = commit && !commit.dirty && inputs !== null ? this.#input.evidence.inputs(inputs) : undefined;
    if (!then || !now) return say('unknown', `nobody can tell which files ${tool} looked at`);
    if (this.#input.evidence.assuranceOf(path) === 'claimed')
      return say('unknown', `that ${tool} ran to its end is only claimed: sign the statement`);
    const files = this.#filesOf(item);
    const compared = this.#comparison.compare(then, now, files);
    if (compared === 'empty') return say('unknown', files.unknown ?? `nobody says which files belong to ${item.id}`);
    if (compared !== 'same')
      return say(isUntold(compared) ? 'unknown' : 'stale', `${changeText(compared)} ${tool} ran`);
    if (!scanned) return say('unknown', `${tool} does not tell which files it looked at`);
    const missed = scanned.missed(
      [...now.keys()].filter((file) => files.isIn(file) && !isBuildDefinition(file)),
      now,
    );
    return missed === undefined ? say('current', '') : say('unknown', `${tool} did not look at ${missed}`);
  }

  #findings(criterion: SpecialCriterion, item: RecordOf<'item'>, { stored, tool }: Analysis): readonly string[] {
    const { openFindings = [], openFindingsLeftOut = 0 } = stored.statement.predicate;
    const files = this.#filesOf(item);
    const wanted = new Set(criterion.weaknesses);
    const open = openFindings.filter(
      (finding) =>
        finding.weaknesses.some((weakness) => wanted.has(weakness)) &&
        this.#isIn(finding, files) &&
        this.#dispositions.of(finding, tool) === undefined,
    );
    const more = openFindingsLeftOut > 0 ? [`${tool} reported ${openFindingsLeftOut} more findings than are kept`] : [];
    return [...open.map((finding) => findingText(finding, tool)), ...more];
  }

  /** Without a file it may be in any. */
  #isIn({ file }: OpenFinding, files: FileSet): boolean {
    if (file === null) return true;
    const meant = this.#meant.get(file) ?? mayMean(file, this.#input.evidence.present() ?? new Map());
    this.#meant.set(file, meant);
    return meant.some((path) => files.isIn(path));
  }

  #filesOf(item: RecordOf<'item'>): FileSet {
    const known = this.#files.get(item) ?? filesOf(item, this.#input.trace, this.#input.evidence);
    this.#files.set(item, known);
    return known;
  }
}

/** What a criterion cannot do without. */
function coreOf({ core, weaknesses }: SpecialCriterion): readonly string[] {
  return core ?? weaknesses;
}

function isWhole({ statement: { predicate } }: StoredStatement): boolean {
  return predicate.findings !== null && ranToEnd(predicate) && predicate.weaknesses.length > 0;
}

function analysisOf(stored: StoredStatement): Analysis {
  const { weaknesses, scanned, tool } = stored.statement.predicate;
  return {
    stored,
    rules: new Set(weaknesses),
    scanned: scanned && scanned.length > 0 ? new ScannedFiles(scanned) : undefined,
    tool: tool?.name ?? 'the analysis',
  };
}

/** The file that it means; of a path that begins further in, all that end so: it may be in any of them. */
function mayMean(written: string, project: FileIds): readonly string[] {
  const meant = fileMeant(written, project);
  if (meant !== undefined) return [meant];
  const path = plainPath(written);
  return [path, ...[...project.keys()].filter((file) => file.endsWith(`/${path}`))];
}

function findingText({ weaknesses, rule, file, fileLine }: OpenFinding, tool: string): string {
  const place = file === null ? '' : ` at ${file}${fileLine === null ? '' : `:${fileLine}`}`;
  return `${weaknesses.join(', ')} (${rule ?? 'no rule'} of ${tool})${place}`;
}
