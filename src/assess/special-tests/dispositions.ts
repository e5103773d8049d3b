/** Which record disposes of a finding that a tool reports, run after run: by its fingerprint, else by rule and file. */
import type { OpenFinding } from '../../evidence/index.js';
import type { RecordOf } from '../../records/index.js';
import type { Trace } from '../../trace/index.js';

interface Disposing {
  readonly trace: Trace;
  readonly date: string;
}

/** @returns the record whose decision holds today; one that says `fixed` of what is still reported disposes of nothing */
export function disposedOf(
  finding: OpenFinding,
  tool: string,
  { trace, date }: Disposing,
): RecordOf<'finding'> | undefined {
  return trace.all('finding').find((record) => isOf(record, finding, tool, trace) && isDecided(record, date));
}

export function isOf(record: RecordOf<'finding'>, finding: OpenFinding, tool: string, trace: Trace): boolean {
  const { fingerprint, rule, tool: written } = record.fields;
  if (written !== undefined && written !== tool) return false;
  if (fingerprint !== undefined && finding.fingerprint !== null) return fingerprint === finding.fingerprint;
  if (rule === undefined || rule !== finding.rule || finding.file === null) return false;
  return trace.names(record, 'in').includes(finding.file.replace(/^\.\//, ''));
}

function isDecided({ fields }: RecordOf<'finding'>, date: string): boolean {
  const { disposition, reason, by, date: on, until } = fields;
  if (disposition === undefined || disposition === 'fixed') return false;
  return reason !== undefined && by !== undefined && on !== undefined && (until === undefined || until >= date);
}
