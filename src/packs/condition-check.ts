/** Looks through a parsed condition for what its language allows and a pack must not: other functions, unknown names, impossible values. */
import type { ASTNode } from '@marcbachmann/cel-js';
import { didYouMean, shown } from '../shapes/index.js';
import { conditionName } from './fact-values.js';
import type { Fact } from './pack.js';

export interface ConditionFault {
  /** In UTF-16 units from the start of the condition. */
  readonly offset: number;
  readonly message: string;
  readonly todo: string;
}

export interface Vocabulary {
  /** By the name that conditions use. */
  readonly facts: ReadonlyMap<string, Fact>;
  readonly counts: ReadonlySet<string>;
}

export const MAX_CONDITION_NODES = 200;
export const MAX_CONDITION_DEPTH = 20;

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);
const OPERATORS = new Set([...COMPARISONS, '&&', '||', '!_', '-_', '?:', '+', '-', '*', '/', 'list', 'value', 'id']);
const FUNCTIONS = ['size', 'double'];
const METHODS = ['exists', 'all', 'size'];
/** Each of these was tried: the first runs exponentially long, the others turn what is not known into an answer. */
const REFUSED: Readonly<Record<string, string>> = {
  matches: 'a text can be built on which it runs for minutes',
  has: 'it turns what is not known into false',
  type: 'it turns what is not known into an answer',
};
const NAMES_TODO = 'Use the id of a fact with `_` for `-`, or `count.` and the name of a count.';

/** What the variable of an `exists` or `all` can be: values of a set, or the literals of a list. */
interface Range {
  readonly values?: readonly string[];
  readonly literals?: readonly Literal[];
}
interface Literal {
  readonly node: ASTNode;
  readonly text: string;
}
type Scope = ReadonlyMap<string, Range>;

// @implements SRS-304
/** @returns the first fault from left to right, or `undefined`; types are left to the language's own check */
export function checkConditionTree(tree: ASTNode, vocabulary: Vocabulary): ConditionFault | undefined {
  return new TreeCheck(vocabulary).visit(tree, new Map(), 1);
}

/** Ids of the facts that a parsed condition reads, in order of appearance. */
export function factsInTree(tree: ASTNode, vocabulary: Vocabulary): readonly string[] {
  const found = new Set<string>();
  const walk = (node: ASTNode): void => {
    const fact = node.op === 'id' ? vocabulary.facts.get(node.args) : undefined;
    if (fact) found.add(fact.id);
    for (const child of childrenOf(node)) walk(child);
  };
  walk(tree);
  return [...found];
}

class TreeCheck {
  readonly #vocabulary: Vocabulary;
  #nodes = 0;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  visit(node: ASTNode, scope: Scope, depth: number): ConditionFault | undefined {
    this.#nodes += 1;
    if (this.#nodes > MAX_CONDITION_NODES) return tooLarge(node, `more than ${MAX_CONDITION_NODES} parts`);
    if (depth > MAX_CONDITION_DEPTH) return tooLarge(node, `more than ${MAX_CONDITION_DEPTH} levels deep`);
    const own = this.#own(node, scope);
    if (own) return own;
    const inner = node.op === 'rcall' ? this.#withVariable(node, scope) : scope;
    for (const child of this.#innerNodes(node)) {
      // `a && b && c` is one level to a reader, however the parser nests it.
      const chained = child.op === node.op && (node.op === '&&' || node.op === '||');
      const fault = this.visit(child, inner, chained ? depth : depth + 1);
      if (fault) return fault;
    }
    return undefined;
  }

  #own(node: ASTNode, scope: Scope): ConditionFault | undefined {
    switch (node.op) {
      case 'id':
        return this.#name(node, node.args, scope);
      case '.':
        return this.#count(node);
      case 'call':
        return refusedFunction(node, node.args[0], FUNCTIONS);
      case 'rcall':
        return refusedFunction(node, node.args[0], METHODS) ?? this.#variable(node, scope);
      case 'value':
        return isPlain(node.args) ? undefined : refused(node, 'Bytes and null are not values of facts.');
      default:
        if (!OPERATORS.has(node.op)) return refused(node, `\`${node.op}\` is not allowed in a condition.`);
        return COMPARISONS.has(node.op) ? this.#comparison(node, scope) : undefined;
    }
  }

  #name(node: ASTNode, name: string, scope: Scope): ConditionFault | undefined {
    if (scope.has(name) || this.#vocabulary.facts.has(name)) return undefined;
    if (name === 'count') return fault(node, 'A count needs its name, such as `count.threat`.', NAMES_TODO);
    const known = [...this.#vocabulary.facts.keys(), ...scope.keys()];
    return fault(node, `No fact is called \`${shown(name)}\`${didYouMean(name, known) || '.'}`, NAMES_TODO);
  }

  #count(node: ASTNode & { op: '.' }): ConditionFault | undefined {
    const [left, name] = node.args;
    if (left.op !== 'id' || left.args !== 'count') return refused(node, 'Only `count` has parts.');
    if (this.#vocabulary.counts.has(name)) return undefined;
    const hint = didYouMean(name, this.#vocabulary.counts) || '.';
    // The node starts at `count`; its own position is the part.
    return { ...fault(node, `No count is called \`${shown(name)}\`${hint}`, NAMES_TODO), offset: node.pos };
  }

  #variable(node: ASTNode & { op: 'rcall' }, scope: Scope): ConditionFault | undefined {
    const [method, , args] = node.args;
    if (method === 'size') return undefined;
    const variable = args[0];
    if (args.length !== 2 || variable?.op !== 'id') {
      return fault(node, `\`${method}\` takes a name and a condition.`, 'Write `exposure.exists(e, e == "usb-data")`.');
    }
    const taken = this.#vocabulary.facts.has(variable.args) || variable.args === 'count' || scope.has(variable.args);
    return taken
      ? fault(variable, `\`${variable.args}\` already means something else here.`, 'Take another name.')
      : undefined;
  }

  #withVariable(node: ASTNode & { op: 'rcall' }, scope: Scope): Scope {
    const [, receiver, args] = node.args;
    const variable = args[0];
    if (args.length !== 2 || variable?.op !== 'id') return scope;
    const values = this.#valuesOf(receiver, scope);
    const range: Range = values ? { values } : { literals: this.#literalsOf(receiver, scope) };
    return new Map([...scope, [variable.args, range]]);
  }

  /** The name that `exists` binds is no name of a fact; the name before `.` is checked with its count. */
  #innerNodes(node: ASTNode): readonly ASTNode[] {
    if (node.op === '.') return [];
    if (node.op !== 'rcall') return childrenOf(node);
    const [method, receiver, args] = node.args;
    return method === 'size' ? [receiver, ...args] : [receiver, ...args.slice(1)];
  }

  /** The language itself accepts `safety_class == "D"`, which is never true. */
  #comparison(node: ASTNode, scope: Scope): ConditionFault | undefined {
    const [left, right] = node.args as [ASTNode, ASTNode];
    for (const [named, other] of [
      [left, right],
      [right, left],
    ] as const) {
      const values = this.#valuesOf(named, scope);
      if (!values) continue;
      if (node.op !== 'in' && this.#isSet(named)) {
        return fault(node, 'A set has no order, so it is not compared as a whole.', 'Use `in`, `exists` or `all`.');
      }
      if (node.op !== 'in' && node.op !== '==' && node.op !== '!=') {
        return fault(node, 'Words have no order; `<` would compare letters.', 'Name the values: `x in ["A", "B"]`.');
      }
      const literal = this.#literalsOf(other, scope).find((each) => !values.includes(each.text));
      if (literal) return impossible(literal, values);
    }
    return undefined;
  }

  #isSet(node: ASTNode): boolean {
    return node.op === 'id' && this.#vocabulary.facts.get(node.args)?.type === 'set';
  }

  #valuesOf(node: ASTNode, scope: Scope): readonly string[] | undefined {
    if (node.op !== 'id') return undefined;
    const bound = scope.get(node.args);
    return bound ? bound.values : this.#vocabulary.facts.get(node.args)?.values;
  }

  #literalsOf(node: ASTNode, scope: Scope): readonly Literal[] {
    if (node.op === 'value') return typeof node.args === 'string' ? [{ node, text: node.args }] : [];
    if (node.op === 'list') return node.args.flatMap((each) => this.#literalsOf(each, scope));
    if (node.op === '?:') return node.args.slice(1).flatMap((each) => this.#literalsOf(each, scope));
    return node.op === 'id' ? (scope.get(node.args)?.literals ?? []) : [];
  }
}

function childrenOf(node: ASTNode): readonly ASTNode[] {
  switch (node.op) {
    case 'value':
    case 'id':
      return [];
    case '.':
    case '.?':
      return [node.args[0]];
    case 'call':
      return node.args[1];
    case 'rcall':
      return [node.args[1], ...node.args[2]];
    case 'list':
      return node.args;
    case 'map':
      return node.args.flat();
    case '!_':
    case '-_':
      return [node.args];
    default:
      return node.args;
  }
}

function isPlain(value: unknown): boolean {
  return ['string', 'number', 'bigint', 'boolean'].includes(typeof value);
}

function refusedFunction(node: ASTNode, name: string, allowed: readonly string[]): ConditionFault | undefined {
  if (allowed.includes(name)) return undefined;
  const why = Object.hasOwn(REFUSED, name) ? `: ${REFUSED[name]}` : '';
  return refused(node, `\`${shown(name)}\` is not allowed in a condition${why}.`);
}

function refused(node: ASTNode, message: string): ConditionFault {
  return fault(
    node,
    message,
    'Allowed are && || ! == != < <= > >= in ?: + - * / and size, exists, all, double; or make it a fact of its own.',
  );
}

function impossible({ node, text }: Literal, values: readonly string[]): ConditionFault {
  const hint = didYouMean(text, values) || '.';
  return fault(node, `The fact never has the value \`${shown(text)}\`${hint}`, `Its values: ${values.join(', ')}.`);
}

function tooLarge(node: ASTNode, what: string): ConditionFault {
  return fault(node, `The condition is too large: ${what}.`, 'Make a part of it a fact of its own, with `is:`.');
}

function fault(node: ASTNode, message: string, todo: string): ConditionFault {
  return { offset: node.start, message, todo };
}

export function vocabularyOf(facts: readonly Fact[], counts: Iterable<string>): Vocabulary {
  return { facts: new Map(facts.map((fact) => [conditionName(fact.id), fact])), counts: new Set(counts) };
}
