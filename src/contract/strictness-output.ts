/** The lines of the settings that make gaps milder, each with its place and what it does here. */
import type { Assessment, StrictnessLine } from '../assess/index.js';
import { placeOf, type Place } from '../shapes/index.js';
import { place } from './identity.js';
import { integer, object, oneOf, text, type Schema } from './schema.js';

export interface StrictnessOutput extends Place, Omit<StrictnessLine, 'spot'> {
  /** Open gaps that it makes milder. */
  readonly gaps: number;
}

export function strictnessOutput({ gaps, strictness }: Assessment): readonly StrictnessOutput[] {
  const open = gaps.filter((gap) => gap.decision === undefined);
  return strictness.map((line) => ({
    of: line.of,
    name: line.name,
    strictness: line.strictness,
    gaps: open.filter((gap) => gap.softenedBy === line).length,
    ...placeOf(line.spot),
  }));
}

export const strictnessSchema: Schema = object({
  of: oneOf('default', 'pack', 'rule'),
  name: text,
  strictness: oneOf('observe', 'warn', 'enforce'),
  gaps: integer,
  ...place,
});
