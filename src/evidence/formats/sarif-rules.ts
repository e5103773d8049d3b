/** The rules of one SARIF run: those of the driver and of its extensions, found by index or by id (3.52.4, 3.54.2). */
import { at, countOf, listAt, textAt } from '../json-access.js';
import type { Level } from '../report.js';
import { weaknessesIn } from '../weaknesses.js';

export interface SarifRule {
  readonly id: string;
  readonly level: Level | undefined;
  readonly weaknesses: readonly string[];
}

/** What a result says of its rule; kept until the run ends, because rules may stand behind the results. */
export interface RuleReference {
  readonly id: string | undefined;
  readonly index: number | undefined;
  /** Of the extension; absent for the driver. */
  readonly component: number | undefined;
}

const LEVELS = new Set<string>(['error', 'warning', 'note', 'none']);

export function levelOf(value: unknown): Level | undefined {
  return typeof value === 'string' && LEVELS.has(value) ? (value as Level) : undefined;
}

function ruleOf(rule: unknown): SarifRule {
  return {
    id: textAt(rule, 'id') ?? '',
    level: levelOf(at(rule, 'defaultConfiguration', 'level')),
    weaknesses: weaknessesOf(rule),
  };
}

/** By relationship to the CWE taxonomy (3.53), by tag (CodeQL, Semgrep), or by a property (3.8) named `cwe`. */
function weaknessesOf(rule: unknown): readonly string[] {
  const words: unknown[] = [
    ...listAt(rule, 'properties', 'tags'),
    at(rule, 'properties', 'cwe'),
    ...listAt(rule, 'properties', 'cwe'),
  ];
  const related = listAt(rule, 'relationships').flatMap((relationship) => taxonWeaknesses(at(relationship, 'target')));
  return [...new Set([...related, ...words.flatMap((word) => (typeof word === 'string' ? weaknessesIn(word) : []))])];
}

/** A taxon of CWE may be named by its bare number. */
export function taxonWeaknesses(taxon: unknown): readonly string[] {
  const id = textAt(taxon, 'id') ?? '';
  const isOfCwe = textAt(taxon, 'toolComponent', 'name')?.toUpperCase() === 'CWE';
  return weaknessesIn(isOfCwe && /^\d+$/.test(id) ? `CWE-${id}` : id);
}

export function referenceOf(result: unknown): RuleReference {
  const index = countOf(at(result, 'rule', 'index')) ?? countOf(at(result, 'ruleIndex'));
  return {
    // Some tools write an empty id beside a good index.
    id: [textAt(result, 'ruleId'), textAt(result, 'rule', 'id')].find((id) => id !== undefined && id !== ''),
    index,
    component: countOf(at(result, 'rule', 'toolComponent', 'index')),
  };
}

// @implements SRS-808
export class SarifRules {
  readonly #driver: (SarifRule | undefined)[] = [];
  readonly #extensions = new Map<number, (SarifRule | undefined)[]>();
  readonly #byId = new Map<string, SarifRule>();

  /** @param extension its position; `undefined` for the driver, whose rules win over those of the same id */
  add(rule: unknown, position: number, extension: number | undefined): SarifRule {
    const read = ruleOf(rule);
    const rules = extension === undefined ? this.#driver : (this.#extensions.get(extension) ?? []);
    if (extension !== undefined) this.#extensions.set(extension, rules);
    rules[position] = read;
    if (extension === undefined || !this.#byId.has(read.id)) this.#byId.set(read.id, read);
    return read;
  }

  find({ id, index, component }: RuleReference): SarifRule | undefined {
    const rules = component === undefined ? this.#driver : this.#extensions.get(component);
    const byIndex = index === undefined ? undefined : rules?.[index];
    // An index that leads to another id is a slip of the tool; the id is what people see.
    if (byIndex && (id === undefined || id === byIndex.id || id.startsWith(`${byIndex.id}/`))) return byIndex;
    return id === undefined ? byIndex : this.#withId(id);
  }

  /** `CA1000/1` is a variant of the rule CA1000 (3.5.4). */
  #withId(id: string): SarifRule | undefined {
    const exact = this.#byId.get(id);
    const slash = id.lastIndexOf('/');
    return exact ?? (slash > 0 ? this.#withId(id.slice(0, slash)) : undefined);
  }
}
