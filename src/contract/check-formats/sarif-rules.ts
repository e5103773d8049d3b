/** Every rule as SARIF has it: title, reason, the clauses behind it, and how severe its gaps are. */
import { allRules, type Rule, type Severity } from '../../rules/index.js';
import type { SarifPart } from './sarif-parts.js';

export const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  hint: 'note',
};

export type SarifRule = SarifPart & { readonly id: string };

export function sarifRules(): readonly SarifRule[] {
  return allRules.map(ruleOf);
}

function ruleOf(rule: Rule): SarifRule {
  const packs = [...new Set(rule.basis.map((clause) => clause.slice(0, clause.indexOf(':'))))];
  return {
    id: rule.id,
    name: inPascalCase(rule.id),
    shortDescription: { text: `${rule.title}.` },
    fullDescription: { text: rule.why },
    help: { text: helpText(rule), markdown: helpMarkdown(rule) },
    defaultConfiguration: { level: LEVELS[rule.severity] },
    properties: {
      because: rule.because,
      basis: rule.basis,
      obligations: rule.serves,
      tags: [...sidesOf(rule), ...packs],
    },
  };
}

function inPascalCase(id: string): string {
  return id.replaceAll(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

function sidesOf({ because }: Rule): readonly string[] {
  return because === 'both' ? ['cybersecurity', 'safety-class'] : [because];
}

function helpText(rule: Rule): string {
  const basis = rule.basis.length === 0 ? '' : ` Basis: ${rule.basis.join(', ')}.`;
  return `${rule.why}${basis} More with examples: medward explain ${rule.id}.`;
}

function helpMarkdown(rule: Rule): string {
  const basis = rule.basis.map((clause) => `\`${clause}\``).join(', ');
  const parts = [
    rule.why,
    basis === '' ? '' : `Basis: ${basis}.`,
    `More with examples: \`medward explain ${rule.id}\`.`,
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What is told beside the gaps: bytes that gave no record. */
export function sarifNotifications(): readonly SarifPart[] {
  const why = 'What cannot be read may hold anything, so no answer about it can be trusted.';
  return [
    {
      id: 'cannot-be-read',
      shortDescription: { text: 'A place that cannot be read.' },
      fullDescription: { text: why },
      help: { text: why },
      defaultConfiguration: { level: 'error' },
    },
  ];
}
