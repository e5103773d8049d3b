/** Holds what the shipped packs say against numbers that were counted by hand, and their words against the records. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { fieldsOf, findKind, linkFields } from '../src/records/index.js';

const PACKS = fileURLToPath(new URL('../packs/', import.meta.url));
const CLASSES = ['A', 'B', 'C'] as const;
const DEMANDS = ['none', 'conditional', 'partial', 'required'] as const;
/** Prefixes of packs that a team may load and of standards that are named only. */
const PREFIXES = [
  'iec62304',
  'iso14971',
  'iec81001-5-1',
  'fda-premarket',
  'eu-mdr',
  'iso13485',
  'aami-tir57',
  'aami-sw96',
  'ig-nb',
];
const LOADED = ['iec62304', 'iso14971', 'iec81001-5-1'];
/** Whoever names one of these is a pack or a standard on the security side. */
const SECURITY = /^(iec81001-5-1|fda-premarket|eu-mdr):/;

type SafetyClass = (typeof CLASSES)[number];
type Demand = (typeof DEMANDS)[number];
/** As YAML gives it: an unquoted `true` is no text here; the loader reads it as written. */
type Where = Readonly<Record<string, string | boolean | readonly (string | boolean)[]>>;

interface Clause {
  readonly id: string;
  readonly parent?: string;
  readonly asks: { readonly class?: readonly SafetyClass[]; readonly when?: string };
  readonly route?: string;
  readonly 'work-products': readonly string[];
  readonly lift?: { readonly by: readonly string[]; readonly strength: string };
}
interface Ask {
  readonly side: 'safety-class' | 'cybersecurity';
  readonly when?: string;
  readonly level: Demand | Readonly<Record<SafetyClass, Demand>>;
  readonly clauses?: readonly string[];
  readonly basis?: string;
}
interface Criterion {
  readonly id: string;
  readonly ask: string;
  readonly of?: readonly string[];
  readonly has?: readonly (string | readonly string[])[];
  readonly sections?: readonly string[];
  readonly classes?: readonly SafetyClass[];
  readonly security?: string;
  readonly types?: readonly string[];
  readonly basis?: string;
  readonly clauses: readonly string[];
}
interface WorkProduct {
  readonly id: string;
  readonly group: string;
  readonly form: string;
  readonly sections?: readonly string[];
  readonly holds?: readonly string[];
  readonly asks: readonly Ask[];
  readonly criteria: readonly Criterion[];
  readonly see?: readonly string[];
  readonly 'never-waived'?: boolean;
}
interface Selector {
  readonly id: string;
  readonly kind: string;
  readonly where?: Where;
  readonly partial?: Where;
}
interface PackFile {
  readonly pack: string;
  readonly edition: string;
  readonly format: number;
  readonly clauses?: readonly Clause[];
  readonly 'work-products'?: readonly WorkProduct[];
  readonly selectors?: readonly Selector[];
  readonly 'evidence-types'?: readonly { readonly id: string; readonly kind: string; readonly where?: Where }[];
}

const files = readdirSync(PACKS, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yaml'))
  .map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(PACKS + path, 'utf8') }))
  .map(({ path, text }) => ({ path, text, document: parseDocument(text) }));
const contents = files.map(({ document }) => document.toJS() as PackFile);

const clausesIn = (pack: string): readonly Clause[] =>
  contents.flatMap((file) => (file.pack === pack ? (file.clauses ?? []) : []));
const clauses = new Map(LOADED.flatMap((pack) => clausesIn(pack).map((clause) => [`${pack}:${clause.id}`, clause])));
const products = contents.flatMap((file) => file['work-products'] ?? []);
const selectors = contents.flatMap((file) => file.selectors ?? []);
const evidenceTypes = contents.flatMap((file) => file['evidence-types'] ?? []);
const criteria = products.flatMap((product) => product.criteria.map((criterion) => ({ product, criterion })));

describe('the files', () => {
  it.each(files.map(({ path, document }) => [path, document] as const))('%s is sound YAML', (_path, document) => {
    expect([...document.errors, ...document.warnings].map((problem) => problem.message)).toEqual([]);
  });

  it('begin with pack, edition and format, as their folder says', () => {
    for (const [index, { path }] of files.entries()) {
      const [pack, edition] = path.split('/');
      const head = contents[index];
      expect({ path, pack: head?.pack, edition: head?.edition, format: head?.format }).toEqual({
        path,
        pack,
        edition,
        format: 1,
      });
    }
  });
});

// @verifies TC-303
describe('the clauses', () => {
  const iec62304 = clausesIn('iec62304');
  const askedOf = (safetyClass: SafetyClass): number =>
    iec62304.filter((clause) => clause.asks.class?.includes(safetyClass)).length;

  it('of IEC 62304 are 99, of which 58, 93 and 99 ask class A, B and C', () => {
    expect(iec62304).toHaveLength(99);
    expect(CLASSES.map(askedOf)).toEqual([58, 93, 99]);
  });

  it('of IEC 62304 are lifted by security 18 times as required, 14 as expected and 5 as an analogy', () => {
    const lifted = iec62304.flatMap((clause) => clause.lift?.strength ?? []);
    const count = (strength: string): number => lifted.filter((each) => each === strength).length;
    expect(['required', 'expected', 'analogy'].map(count)).toEqual([18, 14, 5]);
  });

  it('of IEC 62304 are lifted only where class A leaves them out', () => {
    const wrong = iec62304.filter((clause) => clause.lift && clause.asks.class?.includes('A'));
    expect(wrong.map((clause) => clause.id)).toEqual([]);
  });

  it('of the legacy route are the five of 4.4', () => {
    const legacy = iec62304.filter((clause) => clause.route === 'legacy');
    expect(legacy.map((clause) => clause.id)).toEqual(['4.4.1', '4.4.2', '4.4.3', '4.4.4', '4.4.5']);
  });

  it('of ISO 14971 are 23 and hold for every device', () => {
    expect(clausesIn('iso14971')).toHaveLength(23);
    expect(clausesIn('iso14971').every((clause) => Object.keys(clause.asks).length === 0)).toBe(true);
  });

  it('of IEC 81001-5-1 are 57 and hold for every device, beside the four of Annex F', () => {
    const annex = clausesIn('iec81001-5-1').filter((clause) => clause.id.startsWith('F.'));
    expect(annex).toHaveLength(4);
    expect(annex.every((clause) => clause.route === 'legacy')).toBe(true);
    expect(clausesIn('iec81001-5-1')).toHaveLength(57 + annex.length);
    expect(clausesIn('iec81001-5-1').every((clause) => Object.keys(clause.asks).length === 0)).toBe(true);
  });

  it('stand once, below a heading of their own number', () => {
    for (const pack of LOADED) {
      const ids = clausesIn(pack).map((clause) => clause.id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
      for (const { id, parent } of clausesIn(pack))
        if (parent) expect(`${id} in ${parent}`).toBe(`${id} in ${id.slice(0, id.lastIndexOf('.'))}`);
    }
  });

  it('lead to work products, which name the clause back as an ask or as seen', () => {
    const byId = new Map(products.map((product) => [product.id, product]));
    const onesided = [...clauses].flatMap(([id, clause]) =>
      clause['work-products'].flatMap((name) => {
        const product = byId.get(name);
        if (!product) return [`${id} leads to ${name}, which does not exist`];
        return [...askedBy(product), ...(product.see ?? [])].includes(id)
          ? []
          : [`${id} leads to ${name}, which is silent`];
      }),
    );
    expect(onesided).toEqual([]);
  });
});

describe('the work products', () => {
  it('are 73, of which 27 belong to the security group', () => {
    expect(new Set(products.map((product) => product.id)).size).toBe(73);
    expect(products).toHaveLength(73);
    expect(products.filter((product) => product.group === 'security')).toHaveLength(27);
  });

  it('are needed by class 32, 40 and 41 times', () => {
    const needed = (safetyClass: SafetyClass): number =>
      products.filter((product) => isNeeded(levelOf(product, 'safety-class', safetyClass))).length;
    expect(CLASSES.map(needed)).toEqual([32, 40, 41]);
  });

  it.each(CLASSES)('are needed 70 times by a connected device of class %s', (safetyClass) => {
    const needed = products.filter((product) =>
      (['safety-class', 'cybersecurity'] as const).some((side) => isNeeded(levelOf(product, side, safetyClass))),
    );
    expect(needed).toHaveLength(70);
  });

  it('keep a screening of three where nothing is exposed, and no more', () => {
    const screened = products.filter((product) => product.asks.some((ask) => ask.when === '!exposed'));
    expect(screened.map((product) => product.id)).toEqual([
      'product-security-context',
      'threat-model',
      'security-risk-assessment',
    ]);
    for (const product of screened) {
      expect(product.asks.filter((ask) => ask.when === '!exposed').every((ask) => ask.level === 'partial')).toBe(true);
    }
  });

  it('of the security group are asked by security alone', () => {
    const security = products.filter((product) => product.group === 'security');
    expect(security.filter((product) => product.asks.some((ask) => ask.side === 'safety-class'))).toEqual([]);
  });

  it('ask a class exactly where a clause of the ask does', () => {
    const wrong = products.flatMap((product) =>
      product.asks.flatMap((ask) => {
        const known = (ask.clauses ?? []).flatMap((id) => clauses.get(id) ?? []);
        if (ask.side !== 'safety-class' || known.length === 0) return [];
        return CLASSES.filter((one) =>
          known.some((clause) => (clause.asks.class ?? CLASSES).includes(one) !== (levelAt(ask, one) !== 'none')),
        ).map((one) => `${product.id} for class ${one}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('name what asks them, or say that it is an own reading', () => {
    const silent = products.flatMap((product) =>
      product.asks.filter((ask) => !ask.clauses?.length && ask.basis !== 'own-reading').map(() => product.id),
    );
    expect(silent).toEqual([]);
  });

  it('see no clause that asks them', () => {
    const twice = products.flatMap((product) => (product.see ?? []).filter((id) => askedBy(product).includes(id)));
    expect(twice).toEqual([]);
  });

  it('contain every section that a criterion asks', () => {
    const absent = criteria.flatMap(({ product, criterion }) =>
      (criterion.sections ?? [])
        .filter((section) => !product.sections?.includes(section))
        .map((section) => `${criterion.id} ${section}`),
    );
    expect(absent).toEqual([]);
  });

  it('hold the records of each selector once', () => {
    const held = products.flatMap((product) => product.holds ?? []);
    expect(held.toSorted()).toEqual(selectors.map((selector) => selector.id).toSorted());
  });

  it('that no decision may cover are the eight without which nothing else can be judged', () => {
    const waived = products.filter((product) => product['never-waived']).map((product) => product.id);
    expect(waived.toSorted()).toEqual([
      'change-request-log',
      'known-anomalies-list',
      'problem-report-log',
      'software-release-record',
      'software-requirements-specification',
      'software-safety-classification',
      'soup-list',
      'system-test-report',
    ]);
  });
});

describe('the criteria', () => {
  it('have ids of their own', () => {
    const ids = criteria.map(({ criterion }) => criterion.id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('look at the content of every product', () => {
    const content = ['document', 'records', 'each', 'rule'];
    const without = products.filter(
      (product) => !product.criteria.some((criterion) => content.includes(criterion.ask)),
    );
    expect(without.map((product) => product.id)).toEqual([]);
  });

  // What is asked only if the plan chooses it (conditional) may be left to habits: it is then not known, never met.
  it('decide something for every side and class that asks the product', () => {
    const decides = ({ basis }: Criterion): boolean => basis !== 'practice' && basis !== 'analogy';
    const undecided = products.flatMap((product) => {
      const deciding = product.criteria.filter(decides);
      const classes = CLASSES.filter((one) => isNeeded(levelOf(product, 'safety-class', one)));
      const lacking = classes.filter((one) => !deciding.some((criterion) => criterion.classes?.includes(one)));
      const secured = product.group !== 'security' || deciding.some((criterion) => criterion.security);
      return [...lacking.map((one) => `${product.id} for class ${one}`), ...(secured ? [] : [product.id])];
    });
    expect(undecided).toEqual([]);
  });

  it('of records ask for more than a text: records, a rule, a proof or a judgement', () => {
    const textOnly = products.filter(
      (product) =>
        product.form === 'record' &&
        product.criteria.every((criterion) => criterion.ask === 'document' || criterion.ask === 'approval'),
    );
    expect(textOnly.map((product) => product.id)).toEqual([]);
  });

  it('name clauses that exist', () => {
    const wrong = criteria.flatMap(({ criterion }) =>
      criterion.clauses.filter((id) => !isKnownClause(id)).map((id) => `${criterion.id}: ${id}`),
    );
    expect(wrong).toEqual([]);
    expect(criteria.filter(({ criterion }) => criterion.clauses.length === 0)).toEqual([]);
  });

  it('never show a class the clause that leaves it out alone', () => {
    const alone = criteria.flatMap(({ criterion }) =>
      (criterion.classes ?? [])
        .filter(
          (one) =>
            !criterion.clauses.some((id) => !clauses.has(id) || (clauses.get(id)?.asks.class ?? CLASSES).includes(one)),
        )
        .map((one) => `${criterion.id} for class ${one}`),
    );
    expect(alone).toEqual([]);
  });

  it('of security are asked by somebody on the security side, or are called an analogy', () => {
    const wrong = criteria.filter(
      ({ criterion }) =>
        criterion.security && criterion.basis !== 'analogy' && !criterion.clauses.some((id) => SECURITY.test(id)),
    );
    expect(wrong.map(({ criterion }) => criterion.id)).toEqual([]);
  });

  it('choose records by selectors and proofs by types that exist, and leave none unused', () => {
    const of = new Set(criteria.flatMap(({ criterion }) => criterion.of ?? []));
    const types = new Set(criteria.flatMap(({ criterion }) => criterion.types ?? []));
    expect([...of].toSorted()).toEqual(selectors.map((selector) => selector.id).toSorted());
    expect([...types].toSorted()).toEqual(evidenceTypes.map((type) => type.id).toSorted());
  });

  it('ask for fields, links and computed names that records of the kind have', () => {
    const kindOf = new Map(selectors.map((selector) => [selector.id, selector.kind]));
    const wrong = criteria.flatMap(({ criterion }) =>
      (criterion.of ?? []).flatMap((selector) =>
        (criterion.has ?? [])
          .flat()
          .filter((name) => !isName(kindOf.get(selector) ?? '', name))
          .map((name) => `${criterion.id}: ${kindOf.get(selector) ?? selector} has no ${name}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

describe('the selectors and evidence types', () => {
  it('look at fields, links and computed names that records of the kind have', () => {
    const looking = [
      ...selectors.flatMap(({ id, kind, where, partial }) => [
        { id, kind, where },
        { id, kind, where: partial },
      ]),
      ...evidenceTypes.map(({ id, kind, where }) => ({ id, kind: kind === 'review' ? 'review' : 'test', where })),
    ];
    const wrong = looking.flatMap(({ id, kind, where }) =>
      Object.entries(where ?? {}).flatMap(([name, wanted]) => [
        ...(isName(kind, name) ? [] : [`${id}: ${kind} has no ${name}`]),
        ...[wanted]
          .flat()
          .filter((value) => !isValue(kind, name, String(value)))
          .map((value) => `${id}: ${name} is never ${String(value)}`),
      ]),
    );
    expect(wrong).toEqual([]);
  });
});

/** Names that the trace and the ratings work out; their words where they are a closed list. */
const COMPUTED: Readonly<Record<string, readonly string[]>> = {
  item: ['own', 'leaf', 'security-relevant'],
  requirement: ['security-relevant'],
  interface: ['security-relevant'],
  soup: ['security-relevant'],
  flow: ['crosses'],
  control: ['by-software', 'credited'],
  risk: ['software-cause', 'before.acceptable', 'external-only.acceptable', 'after.acceptable'],
  threat: ['before.rating', 'after.rating', 'after.accept'],
  test: ['at-level'],
  anomaly: ['open', 'past-intake', 'fixed'],
  change: ['touches-security'],
};
const ANY_RECORD = Object.keys(COMPUTED);

function askedBy(product: WorkProduct): readonly string[] {
  return product.asks.flatMap((ask) => ask.clauses ?? []);
}

function levelAt(ask: Ask, safetyClass: SafetyClass): Demand {
  return typeof ask.level === 'string' ? ask.level : ask.level[safetyClass];
}

/** Level of an exposed device with every pack loaded. */
function levelOf(product: WorkProduct, side: Ask['side'], safetyClass: SafetyClass): Demand {
  const levels = product.asks
    .filter((ask) => ask.side === side && (ask.when === undefined || ask.when.startsWith('exposed')))
    .map((ask) => DEMANDS.indexOf(levelAt(ask, safetyClass)));
  return DEMANDS[Math.max(0, ...levels)] ?? 'none';
}

function isNeeded(level: Demand): boolean {
  return level === 'required' || level === 'partial';
}

function isKnownClause(id: string): boolean {
  const [pack = ''] = id.split(':');
  return LOADED.includes(pack) ? clauses.has(id) : PREFIXES.includes(pack);
}

function isName(kind: string, name: string): boolean {
  if (COMPUTED[kind]?.includes(name) || nodeOf(kind, name)) return true;
  const [first = '', ...rest] = name.split('.');
  if (rest.length === 0) return linkFields(kind).has(name);
  return farKinds(kind, first).some((far) => isName(far, rest.join('.')));
}

function isValue(kind: string, name: string, value: string): boolean {
  if (value === 'none' || value === 'some' || COMPUTED[kind]?.includes(name)) return true;
  const node = nodeOf(kind, name);
  if (!node) {
    const [first = '', ...rest] = name.split('.');
    return farKinds(kind, first).some((far) => isName(far, rest.join('.')) && isValue(far, rest.join('.'), value));
  }
  const single = node.is === 'list' ? node.of : node;
  if (single.is === 'yes-no') return value === 'true' || value === 'false';
  return single.is === 'choice' && single.values.includes(value);
}

function nodeOf(kind: string, name: string) {
  const found = findKind(kind);
  let fields = found ? fieldsOf(found) : undefined;
  let node;
  for (const part of name.split('.')) {
    node = fields?.[part]?.shape.node;
    fields = node?.is === 'fields' ? node.fields : undefined;
  }
  return node;
}

function farKinds(kind: string, link: string): readonly string[] {
  const field = linkFields(kind).get(link);
  const kinds = field?.relations.flatMap((row) => (field.end === 'from' ? row.to : row.from)) ?? [];
  return kinds.flatMap((far) => (far === 'any' ? ANY_RECORD : far.startsWith('@') ? [] : [far]));
}
