/** Which record disposes of a finding that a tool reports, run after run: by its fingerprint, else by rule and file. */
import type { OpenFinding } from '../../evidence/index.js';
import type { AnyRecord, RecordOf } from '../../records/index.js';
import type { Trace } from '../../trace/index.js';
import { fileMeant, plainPath, type ProjectFiles } from './scanned-files.js';

/** Records are looked up, not searched: there may be thousands on both sides. */
export class Dispositions {
  readonly #trace: Trace;
  readonly #date: string;
  readonly #project: () => ProjectFiles | undefined;
  readonly #byFingerprint: ReadonlyMap<string, readonly RecordOf<'finding'>[]>;
  readonly #byRule: ReadonlyMap<string, readonly RecordOf<'finding'>[]>;
  readonly #byAdvisory: ReadonlyMap<string, readonly AnyRecord[]>;

  /** @param project its files, once Git is asked */
  constructor(trace: Trace, date: string, project: () => ProjectFiles | undefined) {
    this.#trace = trace;
    this.#date = date;
    this.#project = project;
    const findings = trace.all('finding');
    this.#byFingerprint = grouped(findings, ({ fields }) => wordOf(fields.fingerprint));
    this.#byRule = grouped(findings, ({ fields }) => wordOf(fields.rule));
    this.#byAdvisory = grouped(trace.all('vulnerability'), (one) => trace.foreign(one, 'advisories'));
  }

  /** @returns the record whose decision holds today; one that says `fixed` of what is still reported disposes of nothing */
  of(finding: OpenFinding, tool: string): RecordOf<'finding'> | undefined {
    return this.recordsOf(finding, tool).find((record) => isDecided(record, this.#date));
  }

  recordsOf(finding: OpenFinding, tool: string): readonly RecordOf<'finding'>[] {
    const { fingerprint, rule } = finding;
    const likely = [
      ...(fingerprint === null ? [] : (this.#byFingerprint.get(fingerprint) ?? [])),
      ...(rule === null ? [] : (this.#byRule.get(rule) ?? [])),
    ];
    return [...new Set(likely)].filter((record) => this.#isOf(record, finding, tool));
  }

  #isOf(record: RecordOf<'finding'>, { fingerprint: printed, rule: broken, file }: OpenFinding, tool: string): boolean {
    const { fingerprint, rule, tool: written } = record.fields;
    if (written !== undefined && written !== tool) return false;
    if (fingerprint !== undefined && printed !== null) return fingerprint === printed;
    if (rule === undefined || rule !== broken || file === null) return false;
    const project = this.#project();
    const meant = (project && fileMeant(file, project)) ?? plainPath(file);
    return this.#trace.names(record, 'in').includes(meant);
  }

  /** A scanner of components reports advisories, which records of vulnerabilities judge. */
  isJudgedAdvisory({ rule }: OpenFinding): boolean {
    return rule !== null && this.#byAdvisory.has(rule);
  }
}

function wordOf(word: string | undefined): readonly string[] {
  return word === undefined ? [] : [word];
}

function grouped<T>(
  records: readonly T[],
  keysOf: (record: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    for (const key of keysOf(record)) {
      const group = groups.get(key);
      if (group) group.push(record);
      else groups.set(key, [record]);
    }
  }
  return groups;
}

function isDecided({ fields }: RecordOf<'finding'>, date: string): boolean {
  const { disposition, reason, by, date: on, until } = fields;
  if (disposition === undefined || disposition === 'fixed') return false;
  return reason !== undefined && by !== undefined && on !== undefined && (until === undefined || until >= date);
}
