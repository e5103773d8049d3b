/**
 * SARIF 2.1.0 (OASIS, Errata 01). Sections: level 3.27.10, kind 3.27.9, suppressions 3.27.23, baseline state 3.27.24,
 * rules 3.19.23 and extensions 3.18.3, relationships to taxonomies 3.53, invocations 3.20.
 * Known dialects: CodeQL (rules in extensions, CWE as tags), flawfinder (kind `pass`), Grype, Snyk, SpotBugs, dockle,
 * dependency-check, mobsfscan, Pylint, ESLint, Semgrep.
 */
import { at, countOf, listAt, listOf, objectOf, textAt, textOf } from '../json-access.js';
import { readJson, type JsonPart } from '../json-values.js';
import { clip, LIMITS } from '../limits.js';
import type { Finding, ReportSink } from '../report.js';
import { defineFormat } from './define.js';
import { levelOf, referenceOf, SarifRules, taxonWeaknesses, type RuleReference } from './sarif-rules.js';

export default defineFormat({
  name: 'sarif',
  title: 'SARIF',
  ending: 'sarif',
  detects: ({ json, name }) =>
    json?.isList === false &&
    (json.keys.has('runs') ||
      /sarif/i.test(textOf(json.keys.get('$schema')) ?? '') ||
      /\.sarif(?:\.json)?$/i.test(name)),
  read(report, sink) {
    const reader = new SarifReader(sink);
    const isWhole = readJson(
      report,
      PATHS,
      (part) => reader.part(part),
      sink,
      (path) => reader.key(path),
    );
    reader.end(isWhole);
  },
});

/** Everything that can grow long is named, so that it is read one by one and forgotten. */
const PATHS = [
  '$.version',
  '$.runs.*.tool.driver.name',
  '$.runs.*.tool.driver.version',
  '$.runs.*.tool.driver.semanticVersion',
  '$.runs.*.tool.driver.rules.*',
  '$.runs.*.tool.extensions.*.rules.*',
  '$.runs.*.results.*',
  '$.runs.*.invocations.*',
  '$.runs.*.artifacts.*.location.uri',
  '$.runs.*.versionControlProvenance.*.revisionId',
  '$.runs.*.externalPropertyFileReferences.results.*',
];

/** A result until the rules of its run are known. */
interface Waiting extends Omit<Finding, 'rule' | 'level'> {
  readonly reference: RuleReference;
  readonly ownLevel: Finding['level'] | undefined;
}

class SarifReader {
  readonly #sink: ReportSink;
  #version: unknown;
  #run = -1;
  #runs = 0;
  #hasResults = false;
  #rules = new SarifRules();
  #weaknesses: { readonly rule: string; readonly isOn: boolean; readonly weaknesses: readonly string[] }[] = [];
  /** Id of a rule → whether the run switched it on or off. */
  #switched = new Map<string, boolean>();
  #waiting: Waiting[] = [];
  readonly #more = new Map<string, { readonly result: Waiting; count: number }>();
  #tool: { name?: string; version?: string; semanticVersion?: string } = {};
  #isRefused = false;
  #complete: boolean | 'unknown' = 'unknown';

  constructor(sink: ReportSink) {
    this.#sink = sink;
  }

  part({ path, value, line }: JsonPart): void {
    const [root, , area, inner, position, rules, ruleAt] = path;
    if (root === 'version') this.#setVersion(value, line);
    if (root !== 'runs' || this.#isRefused) return;
    switch (area) {
      case 'tool':
        if (inner === 'extensions' && rules === 'rules') this.#rule(value, Number(ruleAt), Number(position));
        else if (position === 'rules') this.#rule(value, Number(rules), undefined);
        else if (typeof value === 'string') this.#tool = { ...this.#tool, [String(position)]: value };
        return;
      case 'results':
        this.#result(value, line);
        return;
      case 'invocations':
        this.#invocation(value, line);
        return;
      case 'artifacts':
        if (typeof value === 'string') this.#sink.scanned(value);
        return;
      case 'versionControlProvenance':
        if (typeof value === 'string') this.#sink.commit(value);
        return;
      case 'externalPropertyFileReferences':
        this.#complete = false;
        this.#sink.problem('Results stand in another file, which is not read.', line);
        return;
      default:
    }
  }

  /** Also a run without rules or results shows itself by its keys. */
  key([root, run, area, ...deeper]: JsonPart['path']): void {
    if (root !== 'runs' || typeof run !== 'number' || this.#isRefused) return;
    if (run !== this.#run) this.#nextRun(run);
    if (area === 'results' && deeper.length === 0) this.#hasResults = true;
  }

  #setVersion(version: unknown, line: number): void {
    this.#version = version;
    if (version === '2.1.0') return;
    this.#isRefused = true;
    this.#complete = false;
    this.#waiting = [];
    const written = typeof version === 'string' ? version.slice(0, 40) : 'no text';
    this.#sink.problem(`The version of SARIF is ${written}; read is 2.1.0. Let the tool write 2.1.0.`, line);
  }

  #nextRun(run: number): void {
    this.#endRun();
    this.#run = run;
    this.#runs++;
    this.#hasResults = false;
    this.#rules = new SarifRules();
    this.#weaknesses = [];
    this.#switched = new Map();
    this.#tool = {};
  }

  #rule(rule: unknown, position: number, extension: number | undefined): void {
    const { id, weaknesses } = this.#rules.add(rule, position, extension);
    const isOn = at(rule, 'defaultConfiguration', 'enabled') !== false;
    if (weaknesses.length > 0) this.#weaknesses.push({ rule: id, isOn, weaknesses });
  }

  /** A rule that was switched off looked for nothing (3.50.2, 3.20.5). */
  #tellWeaknesses(): void {
    for (const { rule, isOn, weaknesses } of this.#weaknesses) {
      if (this.#switched.get(rule) ?? isOn) for (const weakness of weaknesses) this.#sink.weakness(weakness);
    }
  }

  #result(result: unknown, line: number): void {
    if (!objectOf(result)) {
      this.#sink.problem('A result is expected to be an object here.', line);
      return;
    }
    const weaknesses = listAt(result, 'taxa').flatMap(taxonWeaknesses);
    for (const weakness of weaknesses) this.#sink.weakness(weakness);
    const waiting = waitingOf(result, line, weaknesses);
    // Mostly the rules stand before the results, and nothing has to wait.
    if (this.#rules.find(waiting.reference)) this.#tell(waiting);
    else if (this.#waiting.length < LIMITS.waiting) this.#waiting.push(waiting);
    else this.#addToMore(waiting);
  }

  /** Beyond what can wait one by one, results that will have the same level are only counted. */
  #addToMore(result: Waiting): void {
    const { reference, ownLevel, state } = result;
    const key = [reference.component, reference.index, ownLevel, state, reference.id].join(' ');
    const same = this.#more.get(key);
    if (same) same.count++;
    else if (this.#more.size < LIMITS.named) this.#more.set(key, { result, count: 1 });
    else this.#tell(result);
  }

  #tellWaiting(): void {
    for (const result of this.#waiting) this.#tell(result);
    for (const { result, count } of this.#more.values()) for (let at = 0; at < count; at++) this.#tell(result);
    this.#waiting = [];
    this.#more.clear();
  }

  #invocation(invocation: unknown, line: number): void {
    const when = textAt(invocation, 'startTimeUtc') ?? textAt(invocation, 'endTimeUtc');
    if (when !== undefined) this.#sink.ranAt(when);
    for (const override of listAt(invocation, 'ruleConfigurationOverrides')) {
      const rule =
        this.#rules.find(referenceOf({ rule: at(override, 'descriptor') }))?.id ?? textAt(override, 'descriptor', 'id');
      const enabled = at(override, 'configuration', 'enabled');
      if (rule !== undefined && typeof enabled === 'boolean') this.#switched.set(rule, enabled);
    }
    const successful = at(invocation, 'executionSuccessful');
    if (successful === true && this.#complete === 'unknown') this.#complete = true;
    if (successful !== false) return;
    this.#complete = false;
    const notice = [
      ...listAt(invocation, 'toolExecutionNotifications'),
      ...listAt(invocation, 'toolConfigurationNotifications'),
    ].find((one) => at(one, 'level') === 'error');
    const said = textAt(notice, 'message', 'text');
    this.#sink.problem(
      `The tool says that it did not run to the end${said === undefined ? '.' : `: ${clip(said, 300)}`}`,
      line,
    );
  }

  #endRun(): void {
    // 3.14.23: without `results` the tool did not look, or did not get that far; an empty list says "nothing found".
    if (this.#run >= 0 && !this.#hasResults) {
      this.#complete = false;
      this.#sink.problem('A run has no `results`: the tool looked at nothing, or did not say what it found.');
    }
    const { name, version, semanticVersion } = this.#tool;
    if (name !== undefined) this.#sink.tool({ name, version: semanticVersion ?? version ?? null });
    this.#tellWeaknesses();
    this.#tellWaiting();
  }

  #tell({ reference, ownLevel, ...finding }: Waiting): void {
    const rule = this.#rules.find(reference);
    const level = ownLevel ?? rule?.level ?? 'warning';
    const weaknesses = [...new Set([...finding.weaknesses, ...(rule?.weaknesses ?? [])])];
    this.#sink.finding({ ...finding, weaknesses, rule: reference.id ?? rule?.id ?? null, level });
  }

  end(isWhole: boolean): void {
    if (!this.#isRefused) this.#endRun();
    if (!isWhole) this.#sink.complete(false);
    else if (this.#complete !== 'unknown') this.#sink.complete(this.#complete);
    if (this.#isRefused) return;
    if (this.#runs > 0 || isWhole) this.#sink.has('findings');
    if (this.#version === undefined) this.#sink.problem('The version of SARIF is not told; it was read as 2.1.0.');
    if (this.#runs > 0 || !isWhole) return;
    this.#sink.problem('The report holds no run: no tool says that it looked at anything.');
  }
}

/** Only a result of kind `fail`, which is meant when none is written, has a level (3.27.10). */
function waitingOf(result: unknown, line: number, weaknesses: readonly string[]): Waiting {
  const isFail = (at(result, 'kind') ?? 'fail') === 'fail';
  const [location] = listAt(result, 'locations');
  const physical = at(location, 'physicalLocation');
  const file = textAt(physical, 'artifactLocation', 'uri');
  return {
    reference: referenceOf(result),
    ownLevel: isFail ? levelOf(at(result, 'level')) : 'none',
    state: stateOf(result),
    message: clip(textAt(result, 'message', 'text') ?? textAt(result, 'message', 'id') ?? ''),
    file: file === undefined ? null : clip(file),
    fileLine: countOf(at(physical, 'region', 'startLine')) ?? null,
    weaknesses,
    fingerprint: fingerprintOf(result),
    line,
  };
}

/** Suppressed if there is a suppression and none that is under review or rejected; no status means accepted. */
function stateOf(result: unknown): Finding['state'] {
  if (at(result, 'baselineState') === 'absent') return 'absent';
  const suppressions = listOf(at(result, 'suppressions'));
  const isAccepted = (suppression: unknown): boolean => (at(suppression, 'status') ?? 'accepted') === 'accepted';
  return suppressions.length > 0 && suppressions.every(isAccepted) ? 'suppressed' : 'open';
}

/** The full ones are meant to be compared alone (3.27.16); of the partial ones the first by name is taken. */
function fingerprintOf(result: unknown): string | null {
  for (const field of ['fingerprints', 'partialFingerprints']) {
    const [first] = Object.entries(objectOf(at(result, field)) ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
    if (first && typeof first[1] === 'string') return clip(`${first[0]}:${first[1]}`, 300);
  }
  return textAt(result, 'guid') ?? null;
}
