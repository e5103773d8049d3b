/** A whole project in memory from a few lines, assessed; for the tests of this room. */
import { assessProject, openProject } from '../compile/index.js';
import { cutToLoaded, shippedPacks, type Criterion, type FactValues } from '../packs/index.js';
import { memoryTree, SETTINGS_FILE } from '../project/index.js';
import { allRules } from '../rules/index.js';
import { readProofs, type Proofs, type ProofState } from './1-proofs.js';
import { answerAsk } from './asks.js';
import type { Assessment, ObligationAnswer } from './assessment.js';
import type { Answered, CriterionInput } from './criterion-input.js';
import type { Obligation } from './6-obligations.js';

export const DATE = '2026-11-24';

export interface Small {
  /** Lines of `profile:`; by default nothing is declared. */
  readonly profile?: Readonly<Record<string, string>>;
  /** Inside the braces of each software system; by default one of class A. */
  readonly software?: readonly string[];
  readonly packs?: string;
  /** YAML lists of records; `hash-of-ID` becomes the content hash of the record. */
  readonly records?: string;
  readonly whatIf?: FactValues;
  readonly date?: string;
}

export function assessSmall(small: Small): Assessment {
  const first = run(small, small.records ?? '');
  if (!small.records?.includes('hash-of-')) return first;
  const bound = small.records.replaceAll(/hash-of-([A-Z]+-\d+)/g, (_, id: string) => {
    const record = first.trace.find(id);
    if (!record) throw new Error(`The test binds to ${id}, which is not there.`);
    return first.trace.hash(record);
  });
  return run(small, bound);
}

function run(small: Small, records: string): Assessment {
  const files = new Map([[SETTINGS_FILE, settingsText(small)]]);
  if (records !== '') files.set('records/small.yaml', records);
  const project = openProject(memoryTree(files), { packs: shippedPacks() });
  return assessProject(project, small.date ?? DATE, small.whatIf);
}

function settingsText({ profile = {}, software = ['id: SW-1, name: Small, class: A'], packs }: Small): string {
  return [
    'medward: 1',
    'device: { name: Small, version: 1.0.0 }',
    ...(Object.keys(profile).length > 0 ? ['profile:'] : []),
    ...Object.entries(profile).map(([fact, value]) => `  ${fact}: ${value}`),
    ...(software.length > 0 ? ['software:', ...software.map((system) => `  - { ${system} }`)] : []),
    `packs: [${packs ?? 'iec62304@2015, iso14971@2019, iec81001-5-1@2021'}]`,
    'methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }',
    'records: [records]',
    '',
  ].join('\n');
}

export function obligation(assessment: Assessment, id: string, scope?: string): ObligationAnswer | undefined {
  return assessment.obligations.find((one) => one.product.id === id && (scope === undefined || one.scope === scope));
}

export function gapKeys(assessment: Assessment, rule: string): readonly string[] {
  return assessment.gaps.filter((gap) => gap.rule === rule && gap.decision === undefined).map((gap) => gap.key);
}

/** Proofs that say the same of every test, whatever its results. */
export function proofsThatSay(state: ProofState): Proofs {
  return {
    of: () => state,
    about: () => ({
      passedAfterFailure: false,
      state,
      cause: `is ${state}`,
      result: undefined,
      assurance: 'recorded',
      carriedBy: [],
      passes: () => [],
    }),
    filesSince: () => 'unknown',
    componentListOf: () => ({ state: 'none', why: 'nobody made one' }),
    ranOn: () => state === 'current',
  };
}

export interface AskOptions {
  readonly partial?: boolean;
  readonly scope?: string;
  readonly proofs?: Proofs;
  /** Criteria of the product, for an approval of its content; by default the one that is asked. */
  readonly among?: readonly Partial<Criterion>[];
}

/** Asks one criterion of a made-up work product. */
export function ask(assessment: Assessment, criterion: Partial<Criterion>, options: AskOptions = {}): Answered {
  const asked = { id: 'X-1', clauses: [], basis: 'standard', ...criterion } as Criterion;
  const product = { id: 'software-development-plan', criteria: options.among ?? [asked] };
  const made = { product, scope: options.scope ?? 'SW-1' } as unknown as Obligation;
  return answerAsk(asked, { obligation: made, partial: options.partial ?? false }, inputOf(assessment, options.proofs));
}

function inputOf({ trace, packs, gaps }: Assessment, proofs: Proofs | undefined): CriterionInput {
  return {
    date: '2026-11-24',
    trace,
    proofs: proofs ?? readProofs(trace),
    openGaps: gaps.filter((gap) => gap.decision === undefined),
    knownRules: new Set(allRules.map((rule) => rule.id)),
    undecided: new Map(),
    packs: packs.packs,
    selectors: new Map(packs.packs.flatMap((pack) => pack.selectors.map((selector) => [selector.id, selector]))),
    selected: new Map(),
    evidenceTypes: new Map(packs.packs.flatMap((pack) => pack.evidenceTypes.map((type) => [type.id, type]))),
    isLoaded: (clause) => cutToLoaded(packs, [clause]).length > 0,
  };
}
