/** What rules look at: what is known, and what reading found that a rule has words for. */
import type { Reading } from '../records/index.js';
import type { AskedProduct, Fault, RuleInput } from '../rules/index.js';
import type { Obligation } from './6-obligations.js';
import type { AssessInput } from './assessment.js';
import { evidenceView } from './evidence-view.js';
import type { Known } from './known.js';
import { whyControlNotProven } from './proven.js';
import { unfinishedOf } from './unfinished.js';

export function ruleInputOf(input: AssessInput, known: Known): RuleInput {
  const { packs, date } = input;
  const { trace, proofs, evidence, overhead } = known;
  return {
    trace,
    facts: known.facts,
    factTable: packs.table,
    classes: known.classes,
    overhead: { ...overhead, findings: overhead.findings.map((finding) => finding.id) },
    methods: input.methods,
    knownMethods: packs.methods,
    proofs: { ...proofs, whyControlNotProven: (control) => whyControlNotProven(control, trace, proofs) },
    evidence: evidenceView({ trace, evidence, date }),
    candidates: known.candidates,
    specialTests: known.specialTests,
    people: input.people,
    asked: known.obligations.map(askedProduct),
    faults: [...input.faults, ...readingFaults(input.reading), ...known.faults],
    unfinished: (record) => unfinishedOf(record, packs.packs),
    isLoaded: known.isLoaded,
    date,
    projectSpot: input.projectSpot,
    factSpots: new Map(input.profile.map((fact) => [fact.id, fact.keySpot])),
  };
}

function askedProduct({ product, byClass, bySecurity }: Obligation): AskedProduct {
  const isFirm = [byClass, bySecurity].some(({ level }) => level === 'required' || level === 'partial');
  return { id: product.id, title: product.title, isFirm };
}

function readingFaults(reading: Reading): readonly Fault[] {
  return reading.faults.map((fault) => ({
    rule: fault.rule,
    subject: fault.record ?? `file:${fault.spot.source.path}`,
    record: fault.record,
    details: fault.detail === undefined ? [] : [fault.detail],
    spot: fault.spot,
    message: fault.message,
    todo: fault.todo,
    related: fault.related,
  }));
}
