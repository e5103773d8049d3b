/** Whether anything shows that the controls on which an independent barrier rests really stand. */
import type { Trace } from '../trace/index.js';

/**
 * @returns whether every external control that a risk credits says why it is independent and has a confirmed proof
 *   kept elsewhere; a test without a dated result proves nothing yet
 */
export function isBarrierProven(trace: Trace): boolean {
  const credited = trace
    .all('control')
    .filter((control) => control.fields.external && trace.linked(control, 'credited-by').length > 0);
  return (
    credited.length > 0 &&
    credited.every((control) => control.fields.independence !== undefined && control.fields.proof !== undefined)
  );
}
