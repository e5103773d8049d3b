/** `medward evidence list`: each statement with who vouches for it; with `--unmapped` what in it names no record. */
import { NO_EVIDENCE, statementFreshness, type StatementFreshness } from '../assess/index.js';
import { assessProject } from '../compile/index.js';
import { evidenceListOutput, type EvidenceListOutput } from '../contract/index.js';
import {
  evidenceFiles,
  EvidenceStore,
  projectAssurance,
  readReport,
  standingStatements,
  type Statement,
  type StoredStatement,
} from '../evidence/index.js';
import type { Call } from './define.js';
import { projectMapping } from './evidence-mapping.js';
import { openEvidenceProject, type EvidenceProject } from './evidence-project.js';

/** @throws OptionError, MedwardError */
export function listEvidence(call: Call): EvidenceListOutput {
  const opened = openEvidenceProject(call);
  const store = new EvidenceStore(opened.folder);
  const { statements, faults } = store.statements();
  const standing = standingStatements(statements);
  const assurance = projectAssurance(standing, evidenceFiles(opened.folder));
  const unmapped = call.flag('unmapped') ? unmappedReader(store, opened) : undefined;
  return evidenceListOutput(standing, faults, assurance, freshnessIn(opened), opened.subject, unmapped);
}

/** Compared with the files and records of today, those that nobody committed included. */
function freshnessIn({ project, date }: EvidenceProject): (stored: StoredStatement) => StatementFreshness {
  const { trace } = assessProject(project, date);
  return statementFreshness(trace, project.input.evidence ?? NO_EVIDENCE);
}

/** The statement holds how many there are; which ones stands in the report, read with the ids and mapping of today. */
function unmappedReader(store: EvidenceStore, opened: EvidenceProject): (statement: Statement) => readonly string[] {
  const { mapping } = projectMapping(opened);
  return (statement) => {
    const { tests, unmapped, report } = statement.predicate;
    const original = tests === null || unmapped === 0 ? undefined : store.reportOf(statement);
    if (!original) return [];
    return readReport(original, { format: report.format, records: opened.records, mapping, keep: 0 }).unmappedExamples;
  };
}
