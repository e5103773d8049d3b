/** Proposes how a picture that is too large for a sheet could be split: by boundary, by software system, by use case. */
import type { Assessment } from '../assess/index.js';
import type { RecordOf } from '../records/index.js';
import { endsOf, stepsOf } from '../threats/index.js';
import type { Trace } from '../trace/index.js';
import { itemsIn, touching, type Selection } from './selection.js';

export interface SplitPart {
  /** Record that the part is about: a boundary, a software system, a view. */
  readonly id: string;
  readonly title: string;
  readonly elements: number;
  readonly flows: number;
}

export interface SplitProposal {
  readonly by: 'boundary' | 'software-system' | 'use-case';
  readonly parts: readonly SplitPart[];
}

/** @returns only proposals whose largest part is smaller than the whole; the one with the smallest largest part first */
export function splitProposals(
  selection: Selection,
  { trace }: Pick<Assessment, 'trace'>,
  view?: RecordOf<'view'>,
): readonly SplitProposal[] {
  const proposals: readonly SplitProposal[] = [
    { by: 'boundary', parts: byBoundary(selection, trace) },
    { by: 'software-system', parts: bySystem(selection, trace) },
    { by: 'use-case', parts: view ? byUseCase(view, trace) : [] },
  ];
  const whole = selection.items.length + selection.flows.length;
  return proposals
    .filter((proposal) => proposal.parts.length > 1 && largest(proposal) < whole)
    .toSorted((a, b) => largest(a) - largest(b));
}

function largest({ parts }: SplitProposal): number {
  return Math.max(...parts.map((part) => part.elements + part.flows));
}

/** Outermost boundaries; what stands outside all of them comes along with the flows that lead to it. */
function byBoundary(selection: Selection, trace: Trace): readonly SplitPart[] {
  const shown = new Set(selection.items.map((item) => item.id));
  return trace
    .all('boundary')
    .filter((boundary) => trace.linked(boundary, 'parent').length === 0)
    .map((boundary) =>
      partOf(
        boundary,
        itemsIn(boundary, trace).filter((item) => shown.has(item.id)),
        selection,
        trace,
      ),
    )
    .filter((part) => part.elements > 0);
}

function bySystem(selection: Selection, trace: Trace): readonly SplitPart[] {
  const systems = trace.all('item').filter((item) => item.fields.granularity === 'system');
  const systemOf = (item: RecordOf<'item'>): string | undefined => {
    const seen = new Set<string>();
    for (let current: RecordOf<'item'> | undefined = item; current && !seen.has(current.id);) {
      if (current.fields.granularity === 'system') return current.id;
      seen.add(current.id);
      [current] = trace.linkedOf(current, 'parent', 'item');
    }
    return undefined;
  };
  return systems
    .map((system) =>
      partOf(
        system,
        selection.items.filter((item) => systemOf(item) === system.id),
        selection,
        trace,
      ),
    )
    .filter((part) => part.elements > 0);
}

function partOf(
  about: RecordOf<'boundary'> | RecordOf<'item'>,
  items: readonly RecordOf<'item'>[],
  selection: Selection,
  trace: Trace,
): SplitPart {
  const part = touching(items, selection.flows, trace);
  return {
    id: about.id,
    title: about.fields.title ?? '',
    elements: items.length === 0 ? 0 : part.items.length,
    flows: part.flows.length,
  };
}

function byUseCase(view: RecordOf<'view'>, trace: Trace): readonly SplitPart[] {
  return stepsOf(view, trace)
    .filter((step) => step.flows.length > 0)
    .map((step) => ({
      id: view.id,
      title: step.name ?? `Step ${step.number}`,
      elements: new Set(step.flows.flatMap((flow) => endsOf(flow, trace).map((end) => end.id))).size,
      flows: new Set(step.flows).size,
    }));
}
