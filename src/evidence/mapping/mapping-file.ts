/** Files that map results of tests to records, and columns of tables to what they say; `mapping:` in `medward.yaml` names them. */
import {
  checkShape,
  didYouMean,
  ids,
  line,
  mapping,
  needed,
  optional,
  placeOf,
  readYaml,
  type Checking,
  type Place,
  type Source,
  type YamlTree,
} from '../../shapes/index.js';
import { FINDING_COLUMNS } from '../formats/findings-csv.js';
import { MAX_PATTERN } from './wildcards.js';

export interface MappingFile {
  readonly results: readonly ResultRule[];
  readonly columns: readonly ColumnRule[];
  /** An entry with a fault is not used: with less than was meant it would fit more than was meant. */
  readonly faults: readonly MappingFault[];
}

/** All patterns that are there must fit. */
export interface ResultRule {
  readonly file?: string | undefined;
  readonly suite?: string | undefined;
  readonly name?: string | undefined;
  readonly records: readonly string[];
}

export interface ColumnRule {
  /** Pattern of the file name of the report. */
  readonly report: string;
  /** What a column says → its heading. */
  readonly columns: ReadonlyMap<string, string>;
}

export interface MappingFault extends Place {
  readonly message: string;
}

const RESULT = mapping({
  file: optional(line, 'File of the test, as a path in the project; `*`, `**` and `?` are wildcards.'),
  suite: optional(line, 'Suite or class of the test; `*` and `?` are wildcards.'),
  name: optional(line, 'Name of the test; `*` and `?` are wildcards.'),
  records: needed(ids, 'Ids of the records that these tests verify.'),
});

const COLUMNS = mapping({
  report: needed(line, 'File name of the reports that are meant; `*` and `?` are wildcards.'),
  ...Object.fromEntries(
    FINDING_COLUMNS.map((name) => [name, optional(line, `Heading of the column with the ${name}.`)]),
  ),
});

const PATTERNS = ['file', 'suite', 'name'] as const;
const LISTS = ['results', 'columns'];
const MAX_ENTRIES = 10_000;

/** @param isRecord whether there is a record of that id */
export function readMappingFile(source: Source, isRecord: (id: string) => boolean): MappingFile {
  const reader = new Reader(source, isRecord);
  const { tree, problems } = readYaml(source.text);
  for (const { at, message } of problems) reader.fault(at, message);
  if (problems.length === 0 && tree) reader.read(tree);
  return reader;
}

class Reader implements MappingFile {
  readonly results: ResultRule[] = [];
  readonly columns: ColumnRule[] = [];
  readonly faults: MappingFault[] = [];
  readonly #source: Source;
  readonly #isRecord: (id: string) => boolean;

  constructor(source: Source, isRecord: (id: string) => boolean) {
    this.#source = source;
    this.#isRecord = isRecord;
  }

  fault(at: number, message: string): void {
    this.faults.push({ ...placeOf({ source: this.#source, offset: at }), message });
  }

  read(tree: YamlTree): void {
    if (tree.is !== 'map') return this.fault(tree.at, 'Expected are the lists `results` and `columns`.');
    for (const { key, keyAt, value } of tree.entries) {
      if (!LISTS.includes(key))
        this.fault(keyAt, `Unknown field \`${key.slice(0, 60)}\`${didYouMean(key, LISTS) || '.'}`);
      else if (value.is !== 'list') this.fault(value.at, `\`${key}\` takes a list.`);
      else for (const item of value.items.slice(0, MAX_ENTRIES)) this.#entry(key, item);
      if (value.is === 'list' && value.items.length > MAX_ENTRIES) {
        this.fault(value.at, `It has more than ${MAX_ENTRIES} entries; the others are not used.`);
      }
    }
  }

  #entry(key: string, item: YamlTree): void {
    const unknown: { id: string; at: number }[] = [];
    const checking: Checking = {
      faults: [],
      onId: (_, id, at) => {
        if (!this.#isRecord(id)) unknown.push({ id, at });
      },
    };
    if (key === 'columns') this.#column(item, checking);
    else this.#result(item, checking);
    for (const { at, message, todo } of checking.faults) this.fault(at, `${message} ${todo}`);
    for (const { id, at } of unknown) this.fault(at, `There is no record ${id.slice(0, 64)}.`);
  }

  #result(item: YamlTree, checking: Checking): void {
    const rule = checkShape(RESULT, item, checking, 'results');
    if (!rule || checking.faults.length > 0) return;
    const patterns = PATTERNS.flatMap((name) => rule[name] ?? []);
    if (patterns.length === 0) this.fault(item.at, 'Expected is which tests are meant: `file`, `suite` or `name`.');
    else if (patterns.some((pattern) => pattern.length > MAX_PATTERN)) {
      this.fault(item.at, `A pattern has more than ${MAX_PATTERN} letters.`);
    } else this.results.push({ ...rule, records: rule.records.filter((id) => this.#isRecord(id)) });
  }

  #column(item: YamlTree, checking: Checking): void {
    const rule = checkShape(COLUMNS, item, checking, 'columns') as Readonly<Record<string, string>> | undefined;
    if (rule?.['report'] === undefined || checking.faults.length > 0) return;
    const { report, ...columns } = rule;
    this.columns.push({ report, columns: new Map(Object.entries(columns)) });
  }
}
