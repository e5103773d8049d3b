/** What a pack holds, who speaks through it, and where it was read. */
import type { Pack } from '../../packs/index.js';
import type { Page, Row } from './page.js';

const SECTIONS = [
  ['clauses', 'clauses'],
  ['workProducts', 'work products'],
  ['criteria', 'criteria of special tests'],
  ['facts', 'facts'],
  ['methods', 'methods'],
  ['selectors', 'selectors'],
  ['evidenceTypes', 'evidence types'],
  ['named', 'clauses of standards without a pack'],
  ['overrides', 'overrides'],
] as const;

export function packPage(pack: Pack): Page {
  const holds = SECTIONS.flatMap(([key, words]) => (pack[key].length > 0 ? [`${pack[key].length} ${words}`] : []));
  return {
    is: 'pack',
    id: `${pack.pack}@${pack.edition}`,
    title: pack.title,
    says: [`It holds ${holds.join(', ')}. Choose it under \`packs:\` of medward.yaml.`],
    rows: [
      ['weight', pack.weight],
      ['digest', pack.digest],
      ['licence', pack.licence ?? ''],
      ...pack.overrides.map((one): Row => ['overridden', `${one.id}: ${one.reason} (${one.by}, ${one.date})`]),
      ...Object.values(pack.sources).map((source): Row => ['source', source]),
    ],
  };
}
