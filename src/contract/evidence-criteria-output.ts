/** The output of `medward evidence criteria`: each special-test criterion on each item, and what answers it. */
import type { Assessment, SpecialCell } from '../assess/index.js';
import { compareEditions, type EditionComparison, type Pack, type SpecialCriterion } from '../packs/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, nullable, object, oneOf, text, type Schema } from './schema.js';

export interface EvidenceCriteriaOutput extends Identity {
  readonly sets: readonly {
    readonly id: string;
    readonly title: string;
    readonly weight: string;
    readonly licence: string | null;
  }[];
  readonly cells: readonly CellOutput[];
  /** Criteria for which there are results of analysis, none of which had a rule. */
  readonly withoutRule: readonly string[];
  /** What another edition would add, if one was asked for. */
  readonly editions: EditionOutput | null;
}

export interface CellOutput {
  readonly criterion: string;
  readonly title: string;
  readonly set: string;
  readonly item: string;
  readonly because: SpecialCell['because'];
  readonly state: SpecialCell['state'];
  readonly by: SpecialCell['by'];
  readonly causes: readonly string[];
  readonly findings: readonly string[];
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

export interface EditionOutput {
  readonly from: string;
  readonly to: string;
  readonly added: readonly Titled[];
  readonly kept: readonly (Titled & { readonly follows: readonly string[] })[];
  readonly dropped: readonly Titled[];
}

export interface CriteriaOptions {
  readonly set?: string | undefined;
  readonly item?: string | undefined;
  readonly editions?: { readonly older: Pack; readonly newer: Pack; readonly all: readonly Pack[] } | undefined;
}

export function evidenceCriteriaOutput(
  { specialTests, packs }: Assessment,
  { set, item, editions }: CriteriaOptions,
  subject: Subject,
): EvidenceCriteriaOutput {
  const { cells, sets, withoutRule } = specialTests();
  const licences = new Map(packs.packs.map((pack) => [`${pack.pack}@${pack.edition}`, pack.licence ?? null]));
  return {
    ...identityOf('evidence-criteria', subject),
    sets: sets.map(({ id, title, weight }) => ({ id, title, weight, licence: licences.get(id) ?? null })),
    cells: cells
      .filter((cell) => (set === undefined || cell.set === set) && (item === undefined || cell.item.id === item))
      .map((cell) => ({ ...cell, item: cell.item.id })),
    withoutRule,
    editions: editions ? editionOutput(compareEditions(editions.older, editions.newer, editions.all)) : null,
  };
}

function editionOutput({ from, to, added, kept, dropped }: EditionComparison): EditionOutput {
  return {
    from,
    to,
    added: added.map(titled),
    kept: kept.map(({ criterion, follows }) => ({ ...titled(criterion), follows })),
    dropped: dropped.map(titled),
  };
}

function titled({ id, title }: SpecialCriterion): Titled {
  return { id, title };
}

const named = { id: text, title: text };

export const evidenceCriteriaSchema: Schema = withIdentity('evidence-criteria', {
  sets: array(object({ ...named, weight: text, licence: nullable(text) })),
  cells: array(
    object({
      criterion: text,
      title: text,
      set: text,
      item: text,
      because: oneOf('safety-class', 'cybersecurity'),
      state: oneOf(
        'answered',
        'not-applicable',
        'failed',
        'open-finding',
        'stale',
        'unknown',
        'not-looked',
        'unanswered',
      ),
      by: array(object({ way: oneOf('static-analysis', 'test', 'review', 'decision'), source: text })),
      causes: array(text),
      findings: array(text),
    }),
  ),
  withoutRule: array(text),
  editions: nullable(
    object({
      from: text,
      to: text,
      added: array(object(named)),
      kept: array(object({ ...named, follows: array(text) })),
      dropped: array(object(named)),
    }),
  ),
});
