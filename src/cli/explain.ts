/** Runs `medward explain`: finds the word among rules, kinds and the packs, and says what it means and who asks. */
import {
  explainId,
  loadPacks,
  shippedPacks,
  type Criterion,
  type Explained,
  type PackSet,
  type SpecialCriterion,
  type WorkProduct,
} from '../packs/index.js';
import { findKind, findKindByPlural, fieldsOf, kindNames, type Kind } from '../records/index.js';
import { allRules, type Rule } from '../rules/index.js';
import { describe, nearestName, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { oneWord } from './find-record.js';
import { printJson } from './print-json.js';
import { OptionError } from './option-error.js';
import { plain, wrap, type Terminal } from './terminal.js';
import { clauseName } from './words.js';

export async function explain(call: Call): Promise<number> {
  const word = oneWord(call, 'one word, such as `medward explain control-without-defeat-test`');
  const packs = await packsFor(call);
  const pages = pagesFor(word, packs);
  if (pages.length === 0)
    throw new OptionError(
      `Nothing is called \`${shown(word)}\`${nearest(word, packs)}`,
      'Name a rule, clause, work product, criterion, fact or kind; gaps and obligations show their names.',
    );
  if (call.flag('json')) printJson({ schema: 'medward/explain/1', found: pages }, call.terminal);
  else for (const page of pages) printPage(page, call.terminal);
  return 0;
}

export interface Page {
  readonly is: string;
  readonly id: string;
  readonly title: string;
  readonly says: readonly string[];
  readonly rows: readonly (readonly [name: string, value: string])[];
}

async function packsFor(call: Call): Promise<PackSet> {
  if (call.value('project') !== undefined) {
    const { openSession } = await import('./session.js');
    return openSession(call).project.packs;
  }
  const shipped = shippedPacks();
  return loadPacks(
    shipped.filter((pack) => pack.pack !== 'base').map((pack) => `${pack.pack}@${pack.edition}`),
    shipped,
  ).set;
}

function pagesFor(word: string, packs: PackSet): readonly Page[] {
  const rule = allRules.find((one) => one.id === word);
  const kind = findKind(word) ?? findKindByPlural(word);
  return [
    ...(rule ? [rulePage(rule, packs)] : []),
    ...(kind ? [kindPage(kind)] : []),
    ...explainId(packs, word).found.map((found) => packPage(found, packs)),
  ];
}

function nearest(word: string, packs: PackSet): string {
  const names = [...allRules.map((rule) => rule.id), ...kindNames()];
  const found = nearestName(word, names) ?? explainId(packs, word).nearest;
  return found === undefined ? '.' : `; did you mean \`${found}\`?`;
}

function rulePage(rule: Rule, packs: PackSet): Page {
  const example = (one: Rule['examples']['bad']): string => (typeof one === 'string' ? one : one.records);
  return {
    is: 'rule',
    id: rule.id,
    title: rule.title,
    says: [rule.why],
    rows: [
      ['severity', rule.severity],
      ['because', rule.because],
      ['basis', clauses(rule.basis, packs)],
      ['serves', rule.serves.join(', ')],
      ['applies', rule.applies ?? 'always'],
      [
        'decisions',
        rule.integrity ? 'none can take its gaps out' : 'a decision with this rule in `scope` can take a gap out',
      ],
      ['a gap', dedent(example(rule.examples.bad))],
      ['no gap', dedent(example(rule.examples.ok))],
    ],
  };
}

function dedent(text: string): string {
  const lines = text.replace(/^\n+/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const by = Math.min(...indents, 99);
  return lines.map((line) => line.slice(by)).join('\n');
}

function kindPage(kind: Kind): Page {
  const fields = Object.entries(fieldsOf(kind));
  return {
    is: 'kind',
    id: kind.kind,
    title: kind.title,
    says: [kind.about, `Usual prefixes of ids: ${kind.prefixes.join(', ')}. In YAML lists under \`${kind.plural}:\`.`],
    rows: fields.map(
      ([name, field]) =>
        [name, `${field.about} (${describe(field.shape.node)}${field.required ? ', needed' : ''})`] as const,
    ),
  };
}

function packPage(found: Explained, packs: PackSet): Page {
  const { entry, pack } = found;
  const sources =
    entry.sources
      ?.map((name) => pack.sources[name] ?? packs.packs.find((one) => one.sources[name])?.sources[name] ?? name)
      .join('\n') ?? '';
  const common = [
    ['confidence', entry.confidence ?? ''],
    ['sources', sources],
    ['note', entry.note ?? ''],
    [
      'overridden',
      entry.overridden ? `${entry.overridden.reason} (${entry.overridden.by}, ${entry.overridden.date})` : '',
    ],
    ['pack', `${pack.pack}@${pack.edition}, ${pack.title}`],
  ] as const;
  switch (found.is) {
    case 'clause': {
      const { asks, lift } = found.entry;
      const rows = [
        ['asks class', asks.class?.join(', ') ?? (asks.when === undefined ? 'every class' : `when ${asks.when}`)],
        ['work products', found.entry.workProducts.join(', ')],
        ['stands in', found.entry.section ?? ''],
        ['weight', found.entry.weight ?? pack.weight],
        ['not decidable', found.entry.notDecidable ?? ''],
        ['compare', clauses(found.entry.compare ?? [], packs)],
        ['lifted', lift ? `${lift.strength}: ${lift.scope}, when ${lift.when}, by ${clauses(lift.by, packs)}` : ''],
      ] as const;
      return {
        is: 'clause',
        id: `${pack.pack}:${found.id}`,
        title: found.entry.title,
        says: [found.entry.summary, ...(found.entry.items ?? []).map((item) => `– ${item}`)],
        rows: [...rows, ...common],
      };
    }
    case 'work-product':
      return {
        is: 'work product',
        id: found.id,
        title: found.entry.title,
        says: [found.entry.purpose],
        rows: [...productRows(found.entry, packs), ...common],
      };
    case 'criterion':
      return {
        is: 'criterion',
        id: found.id,
        title: `${found.of.title}: ${criterionWords(found.entry)}`,
        says: [found.entry.why ?? ''].filter((one) => one !== ''),
        rows: [...criterionRows(found.entry, packs), ...common],
      };
    case 'fact':
      return {
        is: 'fact',
        id: found.id,
        title: found.entry.title,
        says: [found.entry.about],
        rows: [
          ['values', found.entry.type === 'bool' ? 'yes, no' : (found.entry.values?.join(', ') ?? found.entry.type)],
          ['defined as', found.entry.is ?? ''],
          ['derived from', found.entry.derived ?? ''],
          ...common,
        ],
      };
    case 'special-criterion':
      return {
        is: 'criterion',
        id: `${pack.pack}@${pack.edition}:${found.id}`,
        title: found.entry.title,
        says: found.entry.summary === undefined ? [] : [found.entry.summary],
        rows: [...specialRows(found.entry), ['licence', pack.licence ?? ''], ...common],
      };
  }
}

function specialRows(criterion: SpecialCriterion): Page['rows'] {
  const scope = Object.entries(criterion.appliesTo ?? {}).map(
    ([kind, where]) =>
      `${kind} with ${Object.entries(where)
        .map(([name, value]) => `${name} ${[value].flat().join(' or ')}`)
        .join(', ')}`,
  );
  return [
    ['weaknesses', criterion.weaknesses.join(', ')],
    [
      'static analysis',
      criterion.weaknesses.length === 0
        ? 'cannot answer it'
        : `answers if its rules cover ${(criterion.core ?? criterion.weaknesses).join(', ')}`,
    ],
    ['level', criterion.level === undefined ? '' : `asked from level ${criterion.level}`],
    ['applies to', scope.join('; ') || 'units and items of class C or security-relevant'],
    ['answered by', criterion.answeredBy?.join(', ') ?? ''],
    ['follows', criterion.follows?.join(', ') ?? ''],
  ];
}

function productRows(product: WorkProduct, packs: PackSet): Page['rows'] {
  const asks = product.asks.map((ask) => {
    const level = typeof ask.level === 'string' ? ask.level : `A ${ask.level.A}, B ${ask.level.B}, C ${ask.level.C}`;
    return [
      ask.side === 'safety-class' ? 'class asks' : 'security asks',
      `${level}${ask.when ? `, when ${ask.when}` : ''}: ${clauses(ask.clauses, packs)}`,
    ] as const;
  });
  return [
    ...asks,
    ['place', product.place],
    ['scope', product.scope === 'device' ? 'the device' : 'each software system'],
    ['due', product.due ?? 'from the start'],
    ['sections', product.sections.join(', ')],
    ...product.criteria.map(
      (criterion) =>
        [criterion.id, `${criterionWords(criterion)}${criterion.why ? ` – ${criterion.why}` : ''}`] as const,
    ),
  ];
}

function criterionWords(criterion: Criterion): string {
  const of = criterion.of?.join(', ') ?? '';
  switch (criterion.ask) {
    case 'document':
      return `a document covers ${criterion.sections?.join(', ')}`;
    case 'records':
      return `at least ${criterion.min ?? 1} of ${of}`;
    case 'each':
      return `each of ${of} has ${criterion.has?.map((need) => (typeof need === 'string' ? need : need.join(' or '))).join(', ')}`;
    case 'rule':
      return `no open gap of ${criterion.rules?.join(', ')}`;
    case 'evidence':
      return `each of ${of} has a passed ${criterion.types?.join(' or ') ?? 'result'}`;
    case 'review':
      return `an accepted ${criterion.type ?? ''} review of ${of}`;
    case 'statement':
      return `a person states: ${criterion.question ?? ''}`;
    case 'approval':
      return `an approval${criterion.roles?.length ? ` by ${criterion.roles.join(' or ')}` : ''} of its present content`;
  }
}

function criterionRows(criterion: Criterion, packs: PackSet): Page['rows'] {
  return [
    ['asked for class', criterion.classes?.join(', ') ?? '–'],
    ['by security', criterion.security ?? '–'],
    ['clauses', clauses(criterion.clauses, packs)],
    ['basis', criterion.basis],
    ['only with', criterion.packs?.join(', ') ?? ''],
  ];
}

function clauses(ids: readonly string[], packs: PackSet): string {
  return ids.map((id) => clauseName(id, packs)).join('; ');
}

function printPage(page: Page, terminal: Terminal): void {
  const { paint, width } = terminal;
  terminal.out(`${paint('bold', plain(page.title))}\n${paint('grey', `${page.is} ${page.id}`)}\n\n`);
  for (const says of page.says) terminal.out(`${wrap(says, width, '')}\n`);
  const rows = page.rows.filter(([, value]) => value !== '');
  const most = Math.min(24, Math.max(...rows.map(([name]) => name.length)));
  terminal.out('\n');
  for (const [name, value] of rows) {
    const indent = ' '.repeat(most + 2);
    const body = value.includes('\n') ? value.split('\n').map(plain).join(`\n${indent}`) : wrap(value, width, indent);
    terminal.out(`${plain(name).padEnd(most)}  ${body}\n`);
  }
  terminal.out('\n');
}
