/** Which sections of asked work products nobody has begun, with the words to begin them. */
import { coveringDocuments, type Assessment, type CriterionAnswer, type ObligationAnswer } from '../assess/index.js';
import { findStarter, type StarterDepth, type StarterSection, type WorkProduct } from '../packs/index.js';

export interface Draft {
  readonly product: WorkProduct;
  readonly sections: readonly { readonly starter: StarterSection; readonly depth: StarterDepth }[];
  /** It is asked for now, not only if something happens. */
  readonly isDue: boolean;
}

/** @param system for this one only; else what any of them asks, once for all */
export function draftsOf(assessment: Assessment, system: string | undefined): readonly Draft[] {
  const bearing = assessment.obligations.filter(
    ({ scope, status }) =>
      (system === undefined || scope === 'device' || scope === system) && status !== 'not-applicable',
  );
  const products = new Set(bearing.map(({ product }) => product));
  return [...products].flatMap((product) => {
    const obligations = bearing.filter((one) => one.product === product);
    const sections = sectionsOf(obligations, assessment);
    const isDue = obligations.some(({ status }) => status !== 'not-due');
    return sections.length > 0 ? [{ product, sections, isDue }] : [];
  });
}

function sectionsOf(obligations: readonly ObligationAnswer[], assessment: Assessment): Draft['sections'] {
  const { packs } = assessment;
  const [first] = obligations;
  return findStarter(packs, first?.product.id ?? '').flatMap((starter) => {
    const asked = obligations.flatMap((one) => {
      const answers = answersTo(starter.id, one);
      return answers.length > 0 && !isBegun(starter.id, one, assessment) ? [{ one, answers }] : [];
    });
    if (asked.length === 0) return [];
    // One text for several systems is as deep as the most demanding of them asks.
    const [deepest] = asked.map(({ one }) => one).toSorted((a, b) => (a.class < b.class ? 1 : -1));
    const facts = new Map(assessment.facts).set('safety-class', deepest?.class ?? 'C');
    const depth: StarterDepth = {
      partial: asked.every(({ answers }) => answers.every(({ partial }) => partial)),
      holds: (condition) => packs.table.conditions.holds(condition, facts),
    };
    return [{ starter, depth }];
  });
}

function answersTo(section: string, { criteria, decidedCriteria }: ObligationAnswer): readonly CriterionAnswer[] {
  return criteria.filter(
    ({ criterion, answer, failed }) =>
      criterion.ask === 'document' &&
      answer !== 'yes' &&
      failed.includes(section) &&
      !decidedCriteria.has(criterion.id),
  );
}

function isBegun(section: string, { product, scope }: ObligationAnswer, { trace }: Assessment): boolean {
  const covering = coveringDocuments(`${product.id}#${section}`, scope, trace);
  return covering.some(({ fields }) => fields.status !== 'obsolete');
}
