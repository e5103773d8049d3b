/** What the library knows of a threat or a control: where it is raised, what follows, what helps. */
import type { ControlPattern, Pack, PackSet, ThreatPattern } from '../../packs/index.js';
import { whereWords, type Page, type Row } from './page.js';

export function threatPatternPage(pattern: ThreatPattern, pack: Pack, packs: PackSet): Page {
  const titles = new Map(packs.packs.flatMap((each) => each.controls.map((one) => [one.id, one.title] as const)));
  const places = pattern.at.map(({ kind, where, because, urgent }): Row => [
    `at ${kind}`,
    `${urgent ? 'urgent: ' : ''}${because}${where ? ` (${whereWords(where)})` : ''}`,
  ]);
  return {
    is: 'threat of the library',
    id: pattern.id,
    title: pattern.title,
    says: [
      pattern.text,
      'A start of the discussion: it counts for nothing until somebody says what it means for the device.',
    ],
    rows: [
      ['stride', pattern.stride.join(', ')],
      ...places,
      ['only if', pattern.when ?? ''],
      ['harms', pattern.harmTo?.join(', ') ?? ''],
      ['phase', pattern.phase ?? ''],
      ['weaknesses', pattern.weaknesses.join(', ')],
      ['references', pattern.references.join(', ')],
      ['controls', pattern.controls.map((id) => `${id} ${titles.get(id) ?? ''}`.trim()).join('; ')],
      ['licence', pack.licence ?? ''],
    ],
  };
}

export function controlPatternPage(pattern: ControlPattern, packs: PackSet): Page {
  const answers = packs.packs.flatMap((pack) => pack.threats).filter((one) => one.controls.includes(pattern.id));
  return {
    is: 'control of the library',
    id: pattern.id,
    title: pattern.title,
    says: [pattern.text],
    rows: [
      ['category', pattern.category],
      ['means', pattern.means],
      ['shown by', pattern.verification.join(', ')],
      ['references', pattern.references.join('; ')],
      ['answers', answers.map((one) => one.id).join(', ')],
    ],
  };
}
