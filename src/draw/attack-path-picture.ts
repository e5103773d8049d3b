/** Makes the picture of the ways to one asset: who begins where, over which flows, and where the asset is. */
import type { Assessment } from '../assess/index.js';
import type { RecordOf } from '../records/index.js';
import { compareText } from '../shapes/index.js';
import { attackPathsTo, type AttackPaths, type OnTheWay, type ReachPath } from '../threats/index.js';
import { dataFlowPicture, plural } from './data-flow-picture.js';
import type { Picture, PictureLine, PictureNode, PictureTable } from './picture.js';
import { closed } from './selection.js';

export interface AttackPathInput {
  readonly assessment: Pick<Assessment, 'trace' | 'classes'>;
  readonly asset: RecordOf<'asset'>;
}

export function attackPathPicture({ assessment, asset }: AttackPathInput): Picture {
  const { trace } = assessment;
  const found = attackPathsTo(asset, trace);
  const steps = found.paths.flatMap((path) => path.steps);
  const outside = found.paths.flatMap(({ from }) => (from.kind === 'item' ? [from] : []));
  const items = [...steps.map((step) => step.to), ...found.places.atRest, ...outside];
  const flows = [
    ...steps.flatMap(({ by }) => (by?.kind === 'flow' ? [by] : [])),
    ...found.places.inTransit.map(({ flow }) => flow),
  ];
  const holding = new Set(found.places.atRest.map((item) => item.id));
  const passing = new Set(found.places.passes.map((item) => item.id));
  const picture = dataFlowPicture({
    assessment,
    selection: closed(items, flows, trace),
    title: `${asset.id} ${asset.fields.title ?? ''}: ways to it`,
    notesOf: (item) =>
      holding.has(item.id) ? [`keeps ${asset.id}`] : passing.has(item.id) ? [`${asset.id} passes`] : [],
  });
  const entries = entriesOf(found);
  return {
    ...picture,
    sentence: sentenceOf(asset, found),
    nodes: [...picture.nodes, ...entries.map(entryNode)],
    lines: [...picture.lines, ...entries.map(entryLine)],
    tables: [pathTable(found), ...picture.tables],
  };
}

/** Agents who begin at the same interface, from equally far: one node stands for them, or the picture would be all arrows. */
interface Entry {
  readonly agents: readonly RecordOf<'agent'>[];
  readonly at: RecordOf<'interface'>;
  readonly item: string;
  readonly isKnown: boolean;
}

function entriesOf({ paths }: AttackPaths): readonly Entry[] {
  const entries = new Map<string, Entry & { agents: RecordOf<'agent'>[] }>();
  for (const { from, steps, certainty } of paths) {
    const [first] = steps;
    if (from.kind !== 'agent' || first?.by?.kind !== 'interface') continue;
    const key = `${from.fields.reach ?? ''} ${first.by.id}`;
    const entry = entries.get(key) ?? { agents: [], at: first.by, item: first.to.id, isKnown: certainty === 'yes' };
    entry.agents.push(from);
    entries.set(key, entry);
  }
  return [...entries.values()];
}

function entryNode({ agents, isKnown }: Entry): PictureNode {
  const [first, ...others] = agents;
  if (!first) throw new Error('A way in has nobody who uses it.');
  return {
    id: first.id,
    title: [first.fields.title ?? '', ...others.map((agent) => `${agent.id} ${agent.fields.title ?? ''}`)].join('; '),
    shape: 'actor',
    isOurs: false,
    isMultiPatient: false,
    isSegregated: false,
    notes: [`acts from: ${first.fields.reach ?? 'not written'}`, ...(isKnown ? [] : ['way in not certain'])],
    box: undefined,
    change: undefined,
  };
}

/** Its badge is the interface. */
function entryLine({ agents, at, item }: Entry): PictureLine {
  return {
    id: at.id,
    title: at.fields.title ?? '',
    from: agents[0]?.id ?? '',
    to: item,
    isTwoWay: false,
    standing: 'entry',
    change: undefined,
  };
}

function sentenceOf(asset: RecordOf<'asset'>, { places, paths, onTheWay }: AttackPaths): string {
  const agents = paths.filter(({ from }) => from.kind === 'agent');
  const may = agents.filter(({ certainty }) => certainty === 'unknown').length;
  const sure = onTheWay.filter(({ certainty }) => certainty === 'yes');
  const direct = new Set(sure.map(({ agent }) => agent.id)).size;
  return [
    `${asset.id} rests in ${plural(places.atRest.length, 'item')} and travels on ${plural(places.inTransit.length, 'flow')}.`,
    `${plural(agents.length - may, 'agent')}${may > 0 ? ` and perhaps ${may} more` : ''} and ${plural(paths.length - agents.length, 'outside party', 'outside parties')} can get to where it is, on the shortest ways shown here; ${plural(direct, 'agent')} can stand on its way.`,
    'No control is credited.',
  ].join(' ');
}

function pathTable({ paths, onTheWay }: AttackPaths): PictureTable {
  const rows = [...paths.map(pathRow), ...directRows(onTheWay)];
  return {
    heads: ['Begins with', 'Name', 'Way', 'Boundaries on the way', 'Known'],
    rows: rows.toSorted((a, b) => compareText(a[0] ?? '', b[0] ?? '')),
    note: undefined,
  };
}

function pathRow(path: ReachPath): readonly string[] {
  const way = path.steps.flatMap((step) => [step.by?.id ?? 'its part', step.to.id]);
  const crossed = path.steps.flatMap((step) => (step.crosses === 'unknown' ? ['not known'] : step.crosses));
  return [
    path.from.id,
    path.from.fields.title ?? '–',
    way.join(' → '),
    [...new Set(crossed)].join(', ') || 'none',
    certaintyWords(path.certainty === 'yes'),
  ];
}

function certaintyWords(isKnown: boolean): string {
  return isKnown ? 'yes' : 'not told whether this way in is open to it';
}

/** One row for each agent: at which interfaces it meets which flows on their way. */
function directRows(onTheWay: readonly OnTheWay[]): readonly (readonly string[])[] {
  const byAgent = new Map<string, OnTheWay[]>();
  for (const one of onTheWay) byAgent.set(one.agent.id, [...(byAgent.get(one.agent.id) ?? []), one]);
  return [...byAgent.values()].map((ways) => {
    const flows = new Map<string, string[]>();
    for (const { flow, interface: at } of ways) flows.set(flow.id, [...(flows.get(flow.id) ?? []), at.id]);
    const told = [...flows].map(([flow, at]) => `onto ${flow} at ${at.join(', ')}`);
    const agent = ways[0]?.agent;
    return [
      agent?.id ?? '',
      agent?.fields.title ?? '–',
      told.join('; '),
      '–',
      certaintyWords(ways.every((way) => way.certainty === 'yes')),
    ];
  });
}
