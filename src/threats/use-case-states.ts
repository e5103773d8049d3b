/** Which functions are covered by security use cases, in which operating and clinical states of the device. */
import type { RecordOf } from '../records/index.js';
import type { Trace } from '../trace/index.js';

const OPERATING_STATES = ['power-on', 'standby', 'transition', 'operation'] as const;
const CLINICAL_STATES = ['programming', 'alarm', 'therapy', 'data-transfer', 'results'] as const;
export type DeviceState = (typeof OPERATING_STATES)[number] | (typeof CLINICAL_STATES)[number];
export const DEVICE_STATES: readonly DeviceState[] = [...OPERATING_STATES, ...CLINICAL_STATES];

/** One step of a view: where each step is a use case of its own, the whole of it. */
export interface UseCaseStep {
  readonly view: RecordOf<'view'>;
  /** Counted from 1, as the steps stand in the record. */
  readonly number: number;
  readonly name: string | undefined;
  readonly text: string | undefined;
  /** In the order in which they were written; one may stand twice. */
  readonly flows: readonly RecordOf<'flow'>[];
  readonly controls: readonly RecordOf<'control'>[];
  readonly states: readonly DeviceState[];
}

export interface FunctionRow {
  readonly function: RecordOf<'asset'>;
  /** By state: the steps whose flows carry it; an empty list is a hole. */
  readonly steps: ReadonlyMap<DeviceState, readonly UseCaseStep[]>;
  /** Steps that carry it and name no state: in which state it is covered is not known. */
  readonly stateless: readonly UseCaseStep[];
}

export function stepsOf(view: RecordOf<'view'>, trace: Trace): readonly UseCaseStep[] {
  return (view.fields.steps ?? []).map((step, index) => {
    // The ids of nested links stand in the field as well, and only there in the order of the steps.
    const written = step as typeof step & { flows?: readonly string[]; controls?: readonly string[] };
    return {
      view,
      number: index + 1,
      name: step.name,
      text: step.text,
      flows: namedIn(written.flows, trace).filter((record) => record.kind === 'flow'),
      controls: namedIn(written.controls, trace).filter((record) => record.kind === 'control'),
      states: [...(step.operating ?? []), ...(step.clinical ?? [])],
    };
  });
}

function namedIn(ids: readonly string[] | undefined, trace: Trace): readonly NonNullable<ReturnType<Trace['find']>>[] {
  return (ids ?? []).flatMap((id) => trace.find(id) ?? []).filter((record) => record.fields.status !== 'obsolete');
}

/** @returns one row for each asset of type function, in order of their ids */
export function functionStates(trace: Trace): readonly FunctionRow[] {
  const views = trace.all('view').filter((view) => view.fields.purpose === 'security-use-case');
  const steps = views.flatMap((view) => stepsOf(view, trace));
  const functions = trace.all('asset').filter((asset) => asset.fields.type === 'function');
  return functions.map((asset) => {
    const carrying = new Set(trace.linked(asset, 'carried-by').map((flow) => flow.id));
    const touching = steps.filter((step) => step.flows.some((flow) => carrying.has(flow.id)));
    return {
      function: asset,
      steps: new Map(
        DEVICE_STATES.map((state) => [state, touching.filter((step) => step.states.includes(state))] as const),
      ),
      stateless: touching.filter((step) => step.states.length === 0),
    };
  });
}
