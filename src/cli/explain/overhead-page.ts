/** When a rule, an adjustment or a finding of the overhead holds, and what it does. */
import type { OverheadAdjustment, OverheadFinding, OverheadRule } from '../../packs/index.js';
import type { Page } from './page.js';

export function overheadPage(entry: OverheadRule | OverheadAdjustment | OverheadFinding): Page {
  const does = doesWords(entry);
  return {
    is: 'overhead rule',
    id: entry.id,
    title: `What cybersecurity adds: ${does}`,
    says: [entry.says ?? entry.note ?? `It sets ${entry.flags?.join(', ') ?? 'nothing'}.`],
    rows: [
      ['when', entry.when],
      ['does', does],
      ['flags', entry.flags?.join(', ') ?? ''],
    ],
  };
}

function doesWords(entry: OverheadRule | OverheadAdjustment | OverheadFinding): string {
  if ('level' in entry) {
    const level = typeof entry.level === 'string' ? entry.level : entry.level.map(choiceWords).join('; else ');
    return `level ${level}${entry.final ? ', which nothing adjusts' : ''}`;
  }
  if ('steps' in entry) return `${entry.steps} level, not below ${entry.notBelow}`;
  return entry.severity === undefined ? `the flag ${entry.flags?.join(', ') ?? ''}` : `a gap (${entry.severity})`;
}

function choiceWords(choice: { readonly if?: string; readonly then: string }): string {
  return choice.if === undefined ? choice.then : `${choice.then} if ${choice.if}`;
}
