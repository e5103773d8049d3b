/** The output of `medward next`: gaps in the order in which closing them helps most. */
import { nextSteps, type Assessment } from '../assess/index.js';
import { gapOutput, gapSchema, type GapOutput } from './check-output.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, number, object, text, yesNo, type Schema } from './schema.js';

export interface NextOutput extends Identity {
  readonly steps: readonly {
    readonly gap: GapOutput;
    readonly blocks: boolean;
    readonly hours: number;
    readonly obligations: readonly string[];
    readonly closes: readonly string[];
  }[];
}

export function nextOutput(assessment: Assessment, subject: Subject): NextOutput {
  return {
    ...identityOf('next', subject),
    steps: nextSteps(assessment).map((step) => ({ ...step, gap: gapOutput(step.gap) })),
  };
}

export const nextSchema: Schema = withIdentity('next', {
  steps: array(object({ gap: gapSchema, blocks: yesNo, hours: number, obligations: array(text), closes: array(text) })),
});
