/** In a sentence who asks for a work product, for which class or because of which security, with clauses. */
import type { ObligationAnswer } from '../../assess/index.js';
import type { PackSet } from '../../packs/index.js';
import type { TagContext } from '../tags/define.js';
import { stateWords } from './state-words.js';

export function obligationsFor(product: string, { assessment, system }: TagContext): readonly ObligationAnswer[] {
  return assessment.obligations.filter(
    (one) => one.product.id === product && (!system || one.scope === 'device' || one.scope === system.id),
  );
}

const SIDES = { 'safety-class': 'byClass', cybersecurity: 'bySecurity' } as const;

/** @returns such as `The class asks it in full (IEC 62304 5.1.1); security adds to it (IEC 81001-5-1 4.1.2).` */
function becauseText(obligation: ObligationAnswer, packs: PackSet): string {
  const side = (name: keyof typeof SIDES): string => {
    const { level, clauses } = obligation[SIDES[name]];
    if (level === 'none') return '';
    const who = name === 'safety-class' ? `Class ${obligation.class} asks it` : 'Cybersecurity asks it';
    return `${who} ${LEVELS[level]}${clauses.length > 0 ? ` (${clausesText(clauses, packs)})` : ''}.`;
  };
  return [side('safety-class'), side('cybersecurity')].filter((words) => words !== '').join(' ');
}

export interface SameAnswer {
  readonly scopes: readonly string[];
  readonly because: string;
  /** How far it is, in words. */
  readonly state: string;
}

/** Systems for which the same holds are told of once. */
export function sameAnswers(obligations: readonly ObligationAnswer[], packs: PackSet): readonly SameAnswer[] {
  const answers: { scopes: string[]; because: string; state: string }[] = [];
  for (const one of obligations) {
    const because = becauseText(one, packs);
    const state = stateWords(one);
    const same = answers.find((answer) => answer.because === because && answer.state === state);
    if (same) same.scopes.push(one.scope);
    else answers.push({ scopes: [one.scope], because, state });
  }
  return answers;
}

const LEVELS: Readonly<Record<string, string>> = {
  conditional: 'under a condition',
  partial: 'for the security-relevant parts',
  required: 'in full',
};

/** More than these make no sentence that anybody reads; the conformity matrix has them all. */
const MOST_CLAUSES = 6;

/** `IEC 62304 5.1.1, 5.1.2; FDA FDA-CY-RA; and 3 more`: by pack, without its edition. */
function clausesText(clauses: readonly string[], packs: PackSet): string {
  const byPack = new Map<string, string[]>();
  for (const clause of clauses.slice(0, MOST_CLAUSES)) {
    const [pack = '', id = ''] = clause.split(/:(.*)/s, 2);
    byPack.set(pack, [...(byPack.get(pack) ?? []), id]);
  }
  const named = [...byPack].map(([pack, ids]) => `${packName(pack, packs)} ${ids.join(', ')}`);
  const more = clauses.length - MOST_CLAUSES;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function packName(name: string, { packs }: PackSet): string {
  const title = packs.find(({ pack }) => pack === name)?.title ?? name;
  return SHORT_NAMES[name] ?? title.split(/[:,]/, 1)[0] ?? name;
}

/** Where the title of a pack is a sentence, or the pack does not ship. */
const SHORT_NAMES: Readonly<Record<string, string>> = {
  'fda-premarket': 'FDA premarket',
  'eu-mdr': 'EU MDR',
  iso13485: 'ISO 13485',
};
