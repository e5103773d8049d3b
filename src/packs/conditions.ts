/** Asks conditions about facts, with three answers: true, false, and not known. */
import { Environment, EvaluationError, type ParseError, type ParseResult } from '@marcbachmann/cel-js';
import {
  checkConditionTree,
  factsInTree,
  MAX_CONDITION_DEPTH,
  MAX_CONDITION_NODES,
  vocabularyOf,
  type ConditionFault,
  type Vocabulary,
} from './condition-check.js';
import { FactView, factIdOf, type Counts, type FactValues, type Known } from './fact-values.js';
import type { Choices, Fact } from './pack.js';

export type ConditionResult = 'bool' | 'double' | 'string';

/** Longer texts are refused before they are parsed. */
const MAX_CONDITION_LENGTH = 4000;
/** One fact or its opposite: most conditions are that short and need no evaluator. */
const ONE_FACT = /^(!?)([a-z][a-z0-9_]*)$/;
const NO_COUNTS: Counts = new Map();
/**
 * What may go wrong in a checked condition because of the facts. The first two mean that something is not known;
 * the others that there is no answer, which is no answer either.
 */
const WITHOUT_ANSWER = new Set([
  'unknown_variable',
  'no_such_key',
  'division_by_zero',
  'numeric_overflow',
  'int_conversion_error',
]);
const TYPES: Readonly<Record<Fact['type'], string>> = {
  bool: 'bool',
  enum: 'string',
  set: 'list<string>',
  text: 'string',
  number: 'double',
};

// @implements SRS-305
export class Conditions {
  readonly #vocabulary: Vocabulary;
  /** Counts are whole numbers beside facts and doubles beside hours: the language does not mix the two. */
  readonly #environments: Readonly<Record<'int' | 'double', Environment>>;
  readonly #compiled = { int: new Map<string, ParseResult>(), double: new Map<string, ParseResult>() };

  constructor(facts: readonly Fact[], counts: Iterable<string> = []) {
    this.#vocabulary = vocabularyOf(facts, counts);
    this.#environments = { int: environment(this.#vocabulary, 'int'), double: environment(this.#vocabulary, 'double') };
  }

  /** @returns the first thing that is wrong with a condition as written in a pack, or `undefined` */
  check(text: string, result: ConditionResult): ConditionFault | undefined {
    if (text.length > MAX_CONDITION_LENGTH) {
      return { offset: 0, message: 'The condition is too long.', todo: 'Make a part of it a fact of its own.' };
    }
    let parsed: ParseResult;
    try {
      parsed = this.#environments[result === 'double' ? 'double' : 'int'].parse(text);
    } catch (error) {
      return faultOf(error as ParseError, 'The condition cannot be read');
    }
    const fault = checkConditionTree(parsed.ast, this.#vocabulary);
    if (fault) return fault;
    const types = parsed.check();
    if (!types.valid) return faultOf(types.error as ParseError, 'The types do not fit');
    if (types.type === result) return undefined;
    return {
      offset: 0,
      message: `The condition gives \`${types.type}\`, expected \`${result}\`.`,
      todo: result === 'double' ? 'Write numbers as `1.0`, or wrap them in `double()`.' : `Make it give \`${result}\`.`,
    };
  }

  /** Ids of the facts that a checked condition reads. */
  factsIn(text: string): readonly string[] {
    const single = ONE_FACT.exec(text);
    const fact = single && this.#vocabulary.facts.get(single[2] ?? '');
    return fact ? [fact.id] : factsInTree(this.#compile(text, 'int').ast, this.#vocabulary);
  }

  holds(text: string, facts: FactValues, counts: Counts = NO_COUNTS): Known<boolean> {
    const single = ONE_FACT.exec(text);
    const name = single?.[2] ?? '';
    if (single && this.#vocabulary.facts.has(name)) return oneFact(name, single[1] === '!', facts);
    const wholeCounts = new Map([...counts].map(([count, value]) => [count, BigInt(Math.round(value))]));
    return this.#evaluate(text, 'int', facts, wholeCounts) as Known<boolean>;
  }

  /** For a condition that gives a number, such as an expected count. */
  number(text: string, facts: FactValues, counts: Counts): Known<number> {
    return this.#evaluate(text, 'double', facts, counts) as Known<number>;
  }

  /** For a condition that gives the word of a fact. */
  word(text: string, facts: FactValues): string {
    return this.#evaluate(text, 'int', facts, NO_COUNTS) as string;
  }

  /**
   * The first choice that holds. Where a condition on the way is not known, that choice and the following are possible:
   * one possible value is an answer, several are not.
   */
  choose<T>(choices: Choices<T>, facts: FactValues, counts: Counts = NO_COUNTS): { readonly possible: readonly T[] } {
    const possible = new Set<T>();
    for (const choice of choices) {
      const holds = choice.if === undefined || this.holds(choice.if, facts, counts);
      if (holds !== false) possible.add(choice.then);
      if (holds === true) break;
    }
    return { possible: [...possible] };
  }

  #evaluate(text: string, kind: 'int' | 'double', facts: FactValues, counts: ReadonlyMap<string, unknown>): unknown {
    try {
      return this.#compile(text, kind)(new FactView(facts, counts));
    } catch (error) {
      if (error instanceof EvaluationError && WITHOUT_ANSWER.has(error.code)) return 'unknown';
      throw error;
    }
  }

  #compile(text: string, kind: 'int' | 'double'): ParseResult {
    const known = this.#compiled[kind].get(text);
    if (known) return known;
    const parsed = this.#environments[kind].parse(text);
    parsed.check();
    this.#compiled[kind].set(text, parsed);
    return parsed;
  }
}

function environment(vocabulary: Vocabulary, countType: 'int' | 'double'): Environment {
  const limits = { maxAstNodes: MAX_CONDITION_NODES, maxDepth: 2 * MAX_CONDITION_DEPTH, maxListElements: 100 };
  const made = new Environment({ limits }).registerVariable('count', `map<string, ${countType}>`);
  for (const [name, fact] of vocabulary.facts) made.registerVariable(name, TYPES[fact.type]);
  return made;
}

function oneFact(name: string, opposite: boolean, facts: FactValues): Known<boolean> {
  const value = facts.get(factIdOf(name));
  if (value === undefined) return 'unknown';
  if (typeof value !== 'boolean') throw new Error(`The fact ${factIdOf(name)} is asked as yes or no and is neither.`);
  return opposite ? !value : value;
}

function faultOf(error: ParseError, what: string): ConditionFault {
  const detail = error.summary ?? error.message;
  return {
    offset: error.range?.start ?? 0,
    message: `${what}: ${detail.replace(/\.$/, '')}.`,
    todo: 'Compare like with like: words in quotes, yes/no facts alone, counts as whole numbers.',
  };
}
