/** What a rule finds, why, who asks, and what a gap of it looks like. */
import type { PackSet } from '../../packs/index.js';
import type { Rule } from '../../rules/index.js';
import { clauses, type Page } from './page.js';

export function rulePage(rule: Rule, packs: PackSet): Page {
  return {
    is: 'rule',
    id: rule.id,
    title: rule.title,
    says: [rule.why],
    rows: [
      ['severity', rule.severity],
      ['because', rule.because],
      ['basis', clauses(rule.basis, packs)],
      ['serves', rule.serves.join(', ')],
      ['applies', rule.applies ?? 'always'],
      [
        'decisions',
        rule.integrity ? 'none can take its gaps out' : 'a decision with this rule in `scope` can take a gap out',
      ],
      ['a gap', exampleText(rule.examples.bad)],
      ['no gap', exampleText(rule.examples.ok)],
    ],
  };
}

/** The records, and before them what else it takes: the gap may stand in the settings. */
function exampleText(example: Rule['examples']['bad']): string {
  if (typeof example === 'string') return dedent(example);
  const facts = Object.entries(example.facts ?? {}).map(([id, value]) => `  ${id}: ${value}`);
  const parts = [
    ...(example.settings === undefined ? [] : ['# medward.yaml', dedent(example.settings)]),
    ...(facts.length === 0 ? [] : ['# medward.yaml', 'profile:', ...facts]),
    ...(example.pack === undefined ? [] : ['# packs/ours', dedent(example.pack)]),
    ...evidenceText(example),
    ...Object.entries(example.files ?? {}).flatMap(([path, text]) => [`# ${path}`, text.trimEnd()]),
  ];
  return [...parts, ...(parts.length > 0 ? ['# records'] : []), dedent(example.records)].join('\n');
}

function evidenceText({ analysis, report }: Exclude<Rule['examples']['bad'], string>): readonly string[] {
  const ran = analysis
    ? [`# evidence: ${analysis.tool} ran to its end, with rules for ${analysis.weaknesses.join(', ')}`]
    : [];
  if (!report) return ran;
  const touched = report.touched ? ['# evidence/statements: changed by hand after it was added   # gap'] : [];
  return [...ran, '# report.xml, added by `medward evidence add`', report.text, ...touched];
}

function dedent(text: string): string {
  const lines = text.replace(/^\n+/, '').trimEnd().split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const by = Math.min(...indents, 99);
  return lines.map((line) => line.slice(by)).join('\n');
}
