/** In a sentence who asks for a work product, for which class or because of which security, with clauses. */
import type { ObligationAnswer } from '../../assess/index.js';
import type { TagContext } from '../tags/define.js';

export function obligationsFor(product: string, { assessment, system }: TagContext): readonly ObligationAnswer[] {
  return assessment.obligations.filter(
    (one) => one.product.id === product && (!system || one.scope === 'device' || one.scope === system.id),
  );
}

const SIDES = { 'safety-class': 'byClass', cybersecurity: 'bySecurity' } as const;

/** @returns such as `The class asks it in full (IEC 62304 5.1.1); security adds to it (IEC 81001-5-1 4.1.2).` */
export function becauseText(obligation: ObligationAnswer): string {
  const side = (name: keyof typeof SIDES): string => {
    const { level, clauses } = obligation[SIDES[name]];
    if (level === 'none') return '';
    const who = name === 'safety-class' ? `Class ${obligation.class} asks it` : 'Cybersecurity asks it';
    return `${who} ${LEVELS[level]}${clauses.length > 0 ? ` (${clauses.slice(0, 6).join(', ')}${clauses.length > 6 ? ' …' : ''})` : ''}.`;
  };
  return [side('safety-class'), side('cybersecurity')].filter((words) => words !== '').join(' ');
}

const LEVELS: Readonly<Record<string, string>> = {
  conditional: 'under a condition',
  partial: 'for the security-relevant parts',
  required: 'in full',
};
