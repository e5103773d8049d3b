/** The output of `medward check`: gaps with their keys and places, and what could not be read (contract.md, check). */
import type { AssessedGap, Assessment, Strictness } from '../assess/index.js';
import type { RuleState } from '../rules/index.js';
import { compareText, placeOf, type Place } from '../shapes/index.js';
import { baselineOf, refusalOfOther, type Baseline } from './baseline.js';
import { identityOf, place, problems, severity, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, mapOf, nullable, object, oneOf, text, yesNo, type Schema } from './schema.js';
import { strictnessOutput, strictnessSchema, type StrictnessOutput } from './strictness-output.js';

export interface CheckOutput extends Identity {
  readonly counts: {
    readonly records: number;
    readonly links: number;
    readonly errors: number;
    readonly warnings: number;
    readonly hints: number;
    readonly decided: number;
    readonly byKind: Readonly<Record<string, number>>;
  };
  readonly gaps: readonly GapOutput[];
  readonly problems: readonly ProblemOutput[];
  /** Lines of the settings that make gaps milder, in their order. */
  readonly strictness: readonly StrictnessOutput[];
  /** `null` without a baseline. */
  readonly baseline: BaselineOutput | null;
  /** By id: a rule without a gap says something only if it ran. */
  readonly rules: Readonly<Record<string, RuleState>>;
}

export interface BaselineOutput extends Omit<Baseline, 'keys' | 'project'> {
  readonly gaps: number;
  /** Those of them that are no gap any more: written again, the baseline is smaller. */
  readonly gone: number;
}

export interface GapOutput extends Place {
  readonly key: string;
  readonly rule: string;
  /** That counts and is shown; `originalSeverity` where the settings do not make it milder. */
  readonly severity: 'error' | 'warning' | 'hint';
  readonly originalSeverity: 'error' | 'warning' | 'hint';
  readonly strictness: Strictness;
  /** The line of the settings that made it milder. */
  readonly softenedBy: Place | null;
  readonly because: 'safety-class' | 'cybersecurity' | 'both';
  readonly record: string | null;
  readonly message: string;
  readonly why: string;
  readonly fix: string;
  readonly basis: readonly string[];
  readonly obligations: readonly string[];
  readonly related: readonly (Place & { readonly message: string })[];
  readonly decision: string | null;
  /** Not in the baseline; without a baseline every gap is new. */
  readonly new: boolean;
}

export type ProblemOutput = Place & { readonly message: string };

/**
 * @param allProblems as `problemsOf` gives them
 * @param known gaps that were known before, or their keys; of another project it tells nothing
 */
export function checkOutput(
  assessment: Assessment,
  allProblems: readonly ProblemOutput[],
  subject: Subject,
  known?: Baseline | ReadonlySet<string>,
): CheckOutput {
  const baseline = known && baselineOf(known);
  const isOther = baseline && refusalOfOther(baseline, subject.name) !== undefined;
  const gaps = assessment.gaps.map((gap) => gapOutput(gap, isOther ? new Set() : baseline?.keys));
  const open = gaps.filter((gap) => gap.decision === null);
  const counted = (level: string): number => open.filter((gap) => gap.severity === level).length;
  return {
    ...identityOf('check', subject),
    counts: {
      records: assessment.trace.reading.records.length,
      links: assessment.trace.edges.length,
      errors: counted('error'),
      warnings: counted('warning'),
      hints: counted('hint'),
      decided: gaps.length - open.length,
      byKind: countByKind(assessment),
    },
    gaps,
    problems: allProblems,
    strictness: strictnessOutput(assessment),
    baseline: baseline ? baselineOutput(baseline, gaps) : null,
    rules: Object.fromEntries([...assessment.rules].toSorted(([a], [b]) => compareText(a, b))),
  };
}

function baselineOutput({ keys, version, date, commit }: Baseline, gaps: readonly GapOutput[]): BaselineOutput {
  const found = gaps.filter((gap) => keys.has(gap.key)).length;
  return { version, date, commit, gaps: keys.size, gone: keys.size - found };
}

// @implements SRS-701
/** Open error gaps outside the baseline, or something that could not be read: exit status 1. */
export function blocks(output: Pick<CheckOutput, 'gaps' | 'problems'>): boolean {
  return output.problems.length > 0 || output.gaps.some(isBlocking);
}

export function isBlocking(gap: Pick<GapOutput, 'severity' | 'decision' | 'new'>): boolean {
  return gap.severity === 'error' && gap.decision === null && gap.new;
}

export function gapOutput(gap: AssessedGap, known: ReadonlySet<string> = new Set()): GapOutput {
  return {
    key: gap.key,
    rule: gap.rule,
    severity: gap.shown,
    originalSeverity: gap.severity,
    strictness: gap.strictness,
    softenedBy: gap.softenedBy ? placeOf(gap.softenedBy.spot) : null,
    because: gap.because,
    record: gap.record ?? null,
    message: gap.message,
    why: gap.why,
    fix: gap.fix,
    file: gap.place.file,
    line: gap.place.line,
    column: gap.place.column,
    basis: gap.basis,
    obligations: gap.obligations,
    related: gap.related.map((related) => ({ ...related.place, message: related.message })),
    decision: gap.decision ?? null,
    new: !known.has(gap.key),
  };
}

export function problemsOf(assessment: Assessment, fileProblems: readonly ProblemOutput[]): readonly ProblemOutput[] {
  const own = assessment.problems.map((problem) => ({ ...placeOf(problem.spot), message: problem.message }));
  return [...fileProblems, ...own].toSorted(
    (a, b) =>
      compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message),
  );
}

function countByKind(assessment: Assessment): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const record of assessment.trace.reading.records) counts.set(record.kind, (counts.get(record.kind) ?? 0) + 1);
  return Object.fromEntries([...counts].toSorted(([a], [b]) => compareText(a, b)));
}

const related = array(object({ ...place, message: text }));

export const gapSchema = object({
  key: text,
  rule: text,
  severity,
  originalSeverity: severity,
  strictness: oneOf('observe', 'warn', 'enforce'),
  softenedBy: nullable(object(place)),
  because: { enum: ['safety-class', 'cybersecurity', 'both'] },
  record: nullable(text),
  message: text,
  why: text,
  fix: text,
  ...place,
  basis: array(text),
  obligations: array(text),
  related,
  decision: nullable(text),
  new: yesNo,
});

export const checkSchema: Schema = withIdentity('check', {
  counts: object({
    records: integer,
    links: integer,
    errors: integer,
    warnings: integer,
    hints: integer,
    decided: integer,
    byKind: mapOf(integer),
  }),
  gaps: array(gapSchema),
  problems,
  strictness: array(strictnessSchema),
  baseline: nullable(
    object({ version: nullable(text), date: nullable(text), commit: nullable(text), gaps: integer, gone: integer }),
  ),
  rules: mapOf(oneOf('ran', 'not-asked', 'undecided')),
});
