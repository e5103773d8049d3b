/** Holds the names under `strictness:` against the rules and the chosen packs: a line that names nothing would soften nothing. */
import type { StrictnessLine } from '../assess/index.js';
import type { PackSet } from '../packs/index.js';
import type { Settings, StrictnessLine as Written } from '../project/index.js';
import { allRules, type Fault } from '../rules/index.js';
import { didYouMean, shown } from '../shapes/index.js';

export interface StrictnessRead {
  readonly lines: readonly StrictnessLine[];
  readonly faults: readonly Fault[];
}

export function strictnessOf(settings: Pick<Settings, 'strictness'>, packs: PackSet): StrictnessRead {
  const read = settings.strictness.map((line) => (line.of === 'pack' ? ofPack(line, packs) : ofRule(line)));
  return {
    lines: read.flatMap((one) => ('line' in one ? [one.line] : [])),
    faults: read.flatMap((one) => ('fault' in one ? [one.fault] : [])),
  };
}

type LineRead = { readonly line: StrictnessLine } | { readonly fault: Fault };

/** With or without its edition, as it stands under `packs:`; standards that only name clauses count as packs here. */
function ofPack(line: Written, { packs, named }: PackSet): LineRead {
  const pack = packs.find((one) => line.name === one.pack || line.name === `${one.pack}@${one.edition}`);
  if (pack) return { line: { ...line, name: pack.pack } };
  const standards = [...named.keys()].map((clause) => clause.slice(0, clause.indexOf(':')));
  if (standards.includes(line.name)) return { line };
  const known = [...new Set([...packs.map((one) => one.pack), ...standards])];
  const message = `\`${shown(line.name)}\` is not among the chosen packs${didYouMean(line.name, known) || '.'}`;
  return {
    fault: faultAt('unknown-field', line, message, `Name one that stands under \`packs:\`: ${known.join(', ')}.`),
  };
}

function ofRule(line: Written): LineRead {
  if (line.of === 'default') return { line };
  const rule = allRules.find((one) => one.id === line.name);
  if (!rule) {
    const known = allRules.map((one) => one.id);
    const message = `There is no rule \`${shown(line.name)}\`${didYouMean(line.name, known) || '.'}`;
    return { fault: faultAt('unknown-field', line, message, 'Name a rule as it stands beside its gaps.') };
  }
  if (rule.integrity !== true || line.strictness === 'enforce') return { line };
  const message = `\`${rule.id}\` cannot be made milder: what it tells makes other answers wrong.`;
  const todo = 'Take the line out; to begin with what an old project has, use `medward check --baseline FILE`.';
  return { fault: faultAt('wrong-type', line, message, todo) };
}

function faultAt(rule: string, line: Written, message: string, todo: string): Fault {
  const details = [`strictness.${line.of === 'pack' ? 'packs' : 'rules'}.${line.name}`];
  return { rule, subject: 'project', record: undefined, details, spot: line.spot, message, todo, related: [] };
}
