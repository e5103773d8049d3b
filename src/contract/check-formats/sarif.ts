/**
 * The output of `check` as SARIF 2.1.0 (OASIS, Errata 01): one run, one result per gap, and every rule with what it is for.
 * Sections: messages 3.11, artifact locations 3.4, run 3.14, invocation 3.20, result 3.27, suppression 3.35.
 */
import { blocks, type CheckOutput, type GapOutput, type ProblemOutput } from '../check-output.js';
import { locationOf, relatedLocation, SOURCE_ROOT } from './sarif-location.js';
import { LEVELS, sarifNotifications, sarifRules } from './sarif-rules.js';
import { inAddress, inPlainText, type SarifPart } from './sarif-parts.js';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

export interface SarifOptions {
  /** Leaves out what decisions took out: not every reader knows suppressions, and shows it as open. */
  readonly withoutDecided?: boolean;
}

// @implements SRS-718
export function checkAsSarif(output: CheckOutput, options: SarifOptions = {}): SarifPart {
  const gaps = output.gaps.filter((gap) => options.withoutDecided !== true || gap.decision === null);
  const rules = sarifRules();
  const indexes = new Map(rules.map((rule, index) => [rule.id, index]));
  const { version } = output.tool;
  const driver = { name: 'Medward', version, semanticVersion: version, rules, notifications: sarifNotifications() };
  const run = {
    tool: { driver },
    automationDetails: { id: `medward/check/${inAddress(output.project.name)}/` },
    invocations: [invocation(output, indexes)],
    originalUriBaseIds: {
      [SOURCE_ROOT]: { description: { text: 'The folder from which the paths lead to the files.' } },
    },
    columnKind: 'utf16CodeUnits',
    results: gaps.map((gap) => resultOf(gap, indexes.get(gap.rule), output.baseline !== null)),
    properties: propertiesOf(output),
  };
  return { $schema: SCHEMA, version: '2.1.0', runs: [run] };
}

function invocation(output: CheckOutput, indexes: ReadonlyMap<string, number>): SarifPart {
  const notAsked = Object.keys(output.rules).filter((id) => output.rules[id] === 'not-asked');
  return {
    // What could not be read may hold anything, so the run is not taken for a whole one.
    executionSuccessful: output.problems.length === 0,
    exitCode: blocks(output) ? 1 : 0,
    toolExecutionNotifications: output.problems.map(notificationOf),
    ruleConfigurationOverrides: notAsked.map((id) => ({
      descriptor: { id, index: indexes.get(id) },
      configuration: { enabled: false },
    })),
  };
}

function notificationOf(problem: ProblemOutput): SarifPart {
  return {
    descriptor: { id: 'cannot-be-read', index: 0 },
    level: 'error',
    message: { text: inPlainText(problem.message) },
    locations: [locationOf(problem)],
  };
}

function resultOf(gap: GapOutput, ruleIndex: number | undefined, hasBaseline: boolean): SarifPart {
  return {
    ruleId: gap.rule,
    ruleIndex,
    level: LEVELS[gap.severity],
    message: { text: inPlainText(`${gap.message} ${gap.fix}`) },
    locations: [locationOf(gap, gap.record)],
    relatedLocations: gap.related.map(relatedLocation),
    partialFingerprints: { 'medwardGapKey/v1': gap.key },
    // 3.27.23 and 3.27.24: all results of a run have them, or none.
    suppressions: gap.decision === null ? [] : [suppressionBy(gap.decision)],
    ...(hasBaseline && { baselineState: gap.new ? 'new' : 'unchanged' }),
    properties: {
      why: gap.why,
      fix: gap.fix,
      because: gap.because,
      basis: gap.basis,
      obligations: gap.obligations,
      strictness: gap.strictness,
      originalSeverity: gap.originalSeverity,
      softenedBy: gap.softenedBy,
    },
  };
}

function suppressionBy(decision: string): SarifPart {
  return { kind: 'external', status: 'accepted', justification: `Decided by the record ${decision}.` };
}

function propertiesOf({ schema, project, date, tool, counts, strictness, baseline, rules }: CheckOutput): SarifPart {
  const undecided = Object.keys(rules).filter((id) => rules[id] === 'undecided');
  return { schema, project, date, packs: tool.packs, counts, strictness, baseline, undecidedRules: undecided };
}
