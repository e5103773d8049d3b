/** What a sequence shows: the steps of a use case, each with its messages in their order, its controls and its words. */
import type { RecordOf } from '../records/index.js';
import { stepsOf, type UseCaseStep } from '../threats/index.js';
import type { Trace } from '../trace/index.js';
import { shapeOf, standingOf } from './data-flow-picture.js';
import type { NodeShape, Standing } from './picture.js';

export interface Participant {
  readonly id: string;
  readonly title: string;
  readonly shape: NodeShape;
  /** Innermost trust boundary around it. */
  readonly boundary: string | undefined;
}

export interface Message {
  readonly id: string;
  readonly title: string;
  /** Positions among the participants. */
  readonly from: number;
  readonly to: number;
  readonly isTwoWay: boolean;
  readonly standing: Standing;
}

export interface SequenceStep {
  readonly name: string;
  readonly text: string;
  readonly messages: readonly Message[];
  readonly controls: readonly string[];
}

/** Steps that share one row of participants. */
export interface Scene {
  readonly participants: readonly Participant[];
  readonly steps: readonly SequenceStep[];
}

export interface Sequence {
  readonly title: string;
  readonly sentence: string;
  readonly scenes: readonly Scene[];
}

/**
 * Where each step holds one flow at most, the steps are one use case and share a scene; else each step is a use case of its own.
 * @param step counted from 1; only this one is shown
 */
export function sequenceOf(view: RecordOf<'view'>, trace: Trace, step?: number): Sequence {
  const steps = stepsOf(view, trace).filter((one) => step === undefined || one.number === step);
  const isOneCase = steps.length > 1 && steps.every((one) => one.flows.length <= 1);
  const groups = isOneCase ? [steps] : steps.map((one) => [one]);
  const flows = new Set(steps.flatMap((one) => one.flows));
  const silent = steps.filter((one) => one.flows.length === 0).length;
  return {
    title: `${view.id} ${view.fields.title ?? ''}`,
    sentence: [
      `${steps.length} ${steps.length === 1 ? 'step' : 'steps'} over ${flows.size} ${flows.size === 1 ? 'flow' : 'flows'}.`,
      ...(silent > 0
        ? [`${silent} of them ${silent === 1 ? 'names' : 'name'} no flow: what happens there is told in words only.`]
        : []),
    ].join(' '),
    scenes: groups.map((group) => sceneOf(group, trace)),
  };
}

function sceneOf(steps: readonly UseCaseStep[], trace: Trace): Scene {
  const participants: Participant[] = [];
  const positions = new Map<string, number>();
  const positionOf = (item: RecordOf<'item'>): number => {
    const known = positions.get(item.id);
    if (known !== undefined) return known;
    positions.set(item.id, participants.length);
    participants.push(participantOf(item, trace));
    return participants.length - 1;
  };
  const drawn = steps.map((step) => ({
    name: step.name ?? `Step ${step.number}`,
    text: step.text ?? '',
    controls: step.controls.map((control) => control.id),
    messages: step.flows.flatMap((flow): readonly Message[] => {
      const [from] = trace.linkedOf(flow, 'from', 'item');
      const [to] = trace.linkedOf(flow, 'to', 'item');
      if (!from || !to) return [];
      return [
        {
          id: flow.id,
          title: flow.fields.title ?? '',
          from: positionOf(from),
          to: positionOf(to),
          isTwoWay: flow.fields.direction === 'two-way',
          standing: standingOf(flow, trace),
        },
      ];
    }),
  }));
  return { participants, steps: drawn };
}

function participantOf(item: RecordOf<'item'>, trace: Trace): Participant {
  return {
    id: item.id,
    title: item.fields.title ?? '',
    shape: shapeOf(item),
    boundary: trace.linkedOf(item, 'boundary', 'boundary')[0]?.id,
  };
}
