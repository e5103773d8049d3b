/** Holds a YAML tree against a shape: gives the typed value and says, at its place, what does not fit. */
import { didYouMean } from './nearest-name.js';
import type { Field, Shape, ShapeNode } from './shape.js';
import { isEmptyScalar, type YamlMap, type YamlTree } from './yaml-tree.js';

export type FaultName = 'unknown-field' | 'wrong-type' | 'empty-value' | 'missing-field';

export interface Fault {
  readonly name: FaultName;
  /** Path of fields without list positions, such as `safety-effect.hazards`. */
  readonly field: string;
  readonly at: number;
  readonly message: string;
  readonly todo: string;
}

export interface Checking {
  readonly faults: Fault[];
  /** Called for every id in a field of the shape `ids`. */
  readonly onId?: (field: string, id: string, at: number) => void;
  /** Called for every field of a mapping with the place of its key. */
  readonly onField?: (field: string, at: number) => void;
}

// @implements SRS-105
/** @returns the value, or `undefined` where nothing usable is left; faults are added to `checking` */
export function checkShape<T>(shape: Shape<T>, tree: YamlTree, checking: Checking, field = ''): T | undefined {
  return check(shape.node, tree, checking, field) as T | undefined;
}

function check(node: ShapeNode, tree: YamlTree, checking: Checking, field: string): unknown {
  if (isEmptyScalar(tree) && node.is !== 'anything') return empty(tree, checking, field);
  switch (node.is) {
    case 'anything':
      return plainValue(tree);
    case 'list':
      return checkList(node, tree, checking, field);
    case 'ids':
      return checkIds(tree, checking, field);
    case 'fields':
      return tree.is === 'map' ? checkFields(node.fields, tree, checking, field) : wrong(node, tree, checking, field);
    case 'by-name':
      return checkByName(node, tree, checking, field);
    case 'either':
      return checkEither(node, tree, checking, field);
    default:
      return tree.is === 'scalar' ? checkScalar(node, tree, checking, field) : wrong(node, tree, checking, field);
  }
}

type ScalarNode = Extract<ShapeNode, { is: 'text' | 'number' | 'yes-no' | 'date' | 'choice' }>;

function checkScalar(node: ScalarNode, tree: YamlTree & { is: 'scalar' }, checking: Checking, field: string): unknown {
  const written = tree.text;
  switch (node.is) {
    case 'text':
      if (node.pattern && !node.pattern.test(written)) return wrong(node, tree, checking, field);
      if (node.oneLine && /[\r\n]/.test(written.trim())) return wrong(node, tree, checking, field);
      return node.oneLine ? written.trim() : written.replaceAll('\r\n', '\n');
    case 'number':
      return isNumber(node, written) ? Number(written) : wrong(node, tree, checking, field);
    case 'yes-no':
      if (written === 'true' || written === 'yes') return true;
      if (written === 'false' || written === 'no') return false;
      return wrong(node, tree, checking, field);
    case 'date':
      return isDate(written) ? written : wrong(node, tree, checking, field);
    case 'choice':
      return node.values.includes(written) ? written : wrong(node, tree, checking, field);
  }
}

function isNumber(node: Extract<ShapeNode, { is: 'number' }>, written: string): boolean {
  if (!(node.whole ? /^-?\d{1,15}$/ : /^-?\d{1,15}(\.\d{1,15})?$/).test(written)) return false;
  const value = Number(written);
  return value >= (node.min ?? -Infinity) && value <= (node.max ?? Infinity);
}

/** A day that exists, as `2026-11-23`. */
export function isDate(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return false;
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
}

function checkList(
  node: Extract<ShapeNode, { is: 'list' }>,
  tree: YamlTree,
  checking: Checking,
  field: string,
): unknown {
  if (tree.is === 'list') return checkItems(tree.items, (item) => check(node.of, item, checking, field));
  if (!node.orOne) return wrong(node, tree, checking, field);
  const several = tree.is === 'scalar' ? node.standsFor?.[tree.text] : undefined;
  if (several) return several;
  const single = check(node.of, tree, checking, field);
  return single === undefined ? undefined : [single];
}

function checkItems(items: readonly YamlTree[], checkItem: (item: YamlTree) => unknown): readonly unknown[] {
  const values = items.map(checkItem);
  return values.includes(undefined) ? values.filter((value) => value !== undefined) : values;
}

function checkIds(tree: YamlTree, checking: Checking, field: string): unknown {
  if (tree.is === 'map') return wrong({ is: 'ids' }, tree, checking, field);
  const items = tree.is === 'list' ? tree.items : [tree];
  return checkItems(items, (item) => {
    if (isEmptyScalar(item)) return empty(item, checking, field);
    if (item.is !== 'scalar') return wrong({ is: 'ids' }, item, checking, field);
    checking.onId?.(field, item.text, item.at);
    return item.text;
  });
}

// @implements SRS-116
function checkFields(
  fields: Readonly<Record<string, Field<unknown>>>,
  tree: YamlMap,
  checking: Checking,
  path: string,
): unknown {
  const value = new Bare();
  for (const entry of tree.entries) {
    const field = join(path, entry.key);
    const known = Object.hasOwn(fields, entry.key) ? fields[entry.key] : undefined;
    if (!known) {
      const fault = unknownField(entry.key, entry.keyAt, field, Object.keys(fields), checking);
      checking.faults.push(isEmptyScalar(entry.value) ? { ...fault, todo: COMMA + fault.todo } : fault);
      continue;
    }
    checking.onField?.(field, entry.keyAt);
    const checked = check(known.shape.node, entry.value, checking, field);
    if (checked !== undefined) value[entry.key] = checked;
  }
  let isWhole = true;
  for (const [name, known] of requiredOf(fields)) {
    if (hasKey(tree, name)) continue;
    checking.faults.push(missingField(name, tree.at, join(path, name), known));
    isWhole = false;
  }
  // Half a reference or half a proof is none; a record itself stays, so that the rest of it is seen.
  return path !== '' && !isWhole ? undefined : value;
}

function hasKey({ entries }: YamlMap, name: string): boolean {
  for (const { key } of entries) if (key === name) return true;
  return false;
}

type FieldTable = Readonly<Record<string, Field<unknown>>>;
const requiredFields = new WeakMap<FieldTable, readonly (readonly [string, Field<unknown>])[]>();

/** Looked up once for each table: most fields of most tables are optional. */
function requiredOf(fields: FieldTable): readonly (readonly [string, Field<unknown>])[] {
  const known = requiredFields.get(fields) ?? Object.entries(fields).filter(([, field]) => field.required);
  requiredFields.set(fields, known);
  return known;
}

const COMMA = 'If this was meant as text, quote it: inside `{ }` a comma in an unquoted value starts a new key. Else: ';

/** Past so many faults nobody wrote them by hand, and guesses would cost more than the reading. */
const MAX_GUESSES = 200;

function unknownField(name: string, at: number, field: string, known: readonly string[], checking: Checking): Fault {
  const guess = checking.faults.length < MAX_GUESSES ? didYouMean(name, known) : '';
  return {
    name: 'unknown-field',
    field,
    at,
    message: `Unknown field \`${shown(name)}\`${guess || '.'}`,
    todo: `Correct the name, or keep it under \`ext:\`. Known here: ${known.join(', ')}.`,
  };
}

export function missingField(name: string, at: number, field: string, known: Field<unknown>): Fault {
  return {
    name: 'missing-field',
    field,
    at,
    message: `The field \`${name}\` is missing: ${known.about}`,
    todo: `Add \`${name}\` (${describe(known.shape.node)}).`,
  };
}

function checkByName(
  node: Extract<ShapeNode, { is: 'by-name' }>,
  tree: YamlTree,
  checking: Checking,
  path: string,
): unknown {
  if (tree.is !== 'map') return wrong(node, tree, checking, path);
  const value = new Bare();
  for (const entry of tree.entries) {
    const field = join(path, entry.key);
    if (node.names && !node.names.includes(entry.key)) {
      checking.faults.push(unknownField(entry.key, entry.keyAt, field, node.names, checking));
      continue;
    }
    const checked = check(node.of, entry.value, checking, field);
    if (checked !== undefined) value[entry.key] = checked;
  }
  return value;
}

function checkEither(
  node: Extract<ShapeNode, { is: 'either' }>,
  tree: YamlTree,
  checking: Checking,
  field: string,
): unknown {
  const fitting = node.of.find((option) => fitsForm(option, tree));
  return fitting ? check(fitting, tree, checking, field) : wrong(node, tree, checking, field);
}

function fitsForm(node: ShapeNode, tree: YamlTree): boolean {
  switch (node.is) {
    case 'anything':
      return true;
    case 'list':
      return tree.is === 'list' || (node.orOne && fitsForm(node.of, tree));
    case 'ids':
      return tree.is !== 'map';
    case 'fields':
    case 'by-name':
      return tree.is === 'map';
    case 'either':
      return node.of.some((option) => fitsForm(option, tree));
    default: {
      const trial: Fault[] = [];
      return tree.is === 'scalar' && checkScalar(node, tree, { faults: trial }, '') !== undefined;
    }
  }
}

function empty(tree: YamlTree, checking: Checking, field: string): undefined {
  const name = field.slice(field.lastIndexOf('.') + 1);
  checking.faults.push({
    name: 'empty-value',
    field,
    at: tree.at,
    message: `\`${shown(name)}\` has no value.`,
    todo: 'Give it a value or delete the line; inside `{ }` a comma in an unquoted value starts a new key, so quote it.',
  });
  return undefined;
}

function wrong(node: ShapeNode, tree: YamlTree, checking: Checking, field: string): undefined {
  const name = field.slice(field.lastIndexOf('.') + 1);
  const hint = node.is === 'choice' && tree.is === 'scalar' ? didYouMean(tree.text, node.values) : '';
  checking.faults.push({
    name: 'wrong-type',
    field,
    at: tree.at,
    message: `\`${shown(name)}\` takes ${describe(node)}, found ${found(tree)}${hint || '.'}`,
    todo: `Write ${describe(node)}.`,
  });
  return undefined;
}

// @implements SRS-906
/**
 * An object that inherits nothing, as `Object.create(null)` gives, but laid out by the engine like any other: it takes
 * half the memory, and there are as many of them as records.
 */
class Bare {
  [name: string]: unknown;
}
Object.setPrototypeOf(Bare.prototype, null);
Reflect.deleteProperty(Bare.prototype, 'constructor');

/** What a value of the shape looks like, as half a sentence: `one of draft, approved, obsolete`. */
export function describe(node: ShapeNode): string {
  switch (node.is) {
    case 'text':
      return node.expected ?? (node.oneLine ? 'one line of text' : 'text');
    case 'number':
      return describeNumber(node);
    case 'yes-no':
      return 'yes or no';
    case 'date':
      return 'a date such as 2026-11-23';
    case 'choice':
      return `one of ${node.values.join(', ')}`;
    case 'ids':
      return 'an id or a list of ids';
    case 'list':
      if (node.standsFor) return [describe(node.of), ...Object.keys(node.standsFor)].join(', ');
      return node.orOne ? `${describe(node.of)}, or a list of that` : `a list, each ${describe(node.of)}`;
    case 'fields':
      return `a mapping with ${Object.keys(node.fields).join(', ')}`;
    case 'by-name':
      return `a mapping from a name to ${describe(node.of)}`;
    case 'either':
      return node.expected;
    case 'anything':
      return 'anything';
  }
}

function describeNumber(node: Extract<ShapeNode, { is: 'number' }>): string {
  const range = node.min === undefined ? '' : ` from ${node.min} to ${node.max}`;
  return `${node.whole ? 'a whole number' : 'a number'}${range}`;
}

function found(tree: YamlTree): string {
  if (tree.is === 'list') return 'a list';
  return tree.is === 'map' ? 'a mapping' : `\`${shown(tree.text)}\``;
}

// oxlint-disable-next-line no-control-regex -- control characters are what must go
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Names and values of hostile files are shortened and lose control characters before they reach a message. */
export function shown(written: string): string {
  const clean = written.replaceAll(CONTROLS, '\uFFFD');
  return clean.length > 60 ? `${clean.slice(0, 57)}...` : clean;
}

/** The tree as plain values without any prototype, scalars as text: for `ext`, which is kept untouched. */
function plainValue(tree: YamlTree): unknown {
  if (tree.is === 'scalar') return tree.text;
  if (tree.is === 'list') return tree.items.map(plainValue);
  const value = new Bare();
  for (const entry of tree.entries) value[entry.key] = plainValue(entry.value);
  return value;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
