/** The output of `medward view --states`: functions by operating and clinical states, with the use cases that cover each; holes included. */
import type { Assessment } from '../assess/index.js';
import { DEVICE_STATES, functionStates, type UseCaseStep } from '../threats/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, mapOf, nullable, object, text, integer, type Schema } from './schema.js';

interface StepOutput {
  readonly view: string;
  /** Counted from 1. */
  readonly step: number;
  readonly name: string | null;
}

export interface UseCaseStatesOutput extends Identity {
  readonly states: readonly string[];
  readonly functions: readonly {
    readonly id: string;
    readonly title: string | null;
    /** By state; an empty list is a hole. */
    readonly covered: Readonly<Record<string, readonly StepOutput[]>>;
    /** Steps that touch it and name no state: in which state it is covered is not known. */
    readonly stateless: readonly StepOutput[];
  }[];
}

export function useCaseStatesOutput({ trace }: Assessment, subject: Subject): UseCaseStatesOutput {
  return {
    ...identityOf('use-case-states', subject),
    states: DEVICE_STATES,
    functions: functionStates(trace).map((row) => ({
      id: row.function.id,
      title: row.function.fields.title ?? null,
      covered: Object.fromEntries([...row.steps].map(([state, steps]) => [state, steps.map(stepOutput)])),
      stateless: row.stateless.map(stepOutput),
    })),
  };
}

function stepOutput({ view, number, name }: UseCaseStep): StepOutput {
  return { view: view.id, step: number, name: name ?? null };
}

const steps = array(object({ view: text, step: integer, name: nullable(text) }));

export const useCaseStatesSchema: Schema = withIdentity('use-case-states', {
  states: array(text),
  functions: array(object({ id: text, title: nullable(text), covered: mapOf(steps), stateless: steps })),
});
