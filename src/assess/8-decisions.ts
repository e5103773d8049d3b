/** Step 8: what people decided: which gaps, criteria and work products a valid decision takes out, visibly and with an end. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { faultsOfDecision, type Gap } from '../rules/index.js';
import type { Trace } from '../trace/index.js';
import { hasBrokenLink, isForSystem } from './about-system.js';

export interface Decisions {
  readonly valid: readonly RecordOf<'decision'>[];
  /** Id of the decision that takes the gap out. */
  of(gap: Gap): string | undefined;
  /** Decisions that the whole work product does not apply. */
  ofProduct(product: string, scope: string): readonly string[];
  /** Decisions that one criterion or clause does not apply. */
  ofPart(id: string, scope: string): readonly string[];
}

// @implements SRS-609
export function readDecisions(trace: Trace, date: string): Decisions {
  const valid = trace
    .all('decision')
    .filter((decision) => isReadable(decision, trace) && faultsOfDecision(decision, trace, date).length === 0);
  const byScope = new Map<string, RecordOf<'decision'>[]>();
  for (const decision of valid) {
    for (const id of trace.foreign(decision, 'scope')) byScope.set(id, [...(byScope.get(id) ?? []), decision]);
  }
  const inScope = (id: string, system: string): readonly string[] =>
    (byScope.get(id) ?? []).filter((decision) => isForSystem(decision, system, trace)).map((decision) => decision.id);
  return {
    valid,
    of: (gap) =>
      gap.integrity ? undefined : byScope.get(gap.rule)?.find((decision) => isAboutGap(decision, gap, trace))?.id,
    ofProduct: inScope,
    ofPart: inScope,
  };
}

/** A decision about records takes out the gaps of these records only; one about none, those of the project as a whole. */
function isAboutGap(decision: RecordOf<'decision'>, gap: Gap, trace: Trace): boolean {
  const about: readonly AnyRecord[] = trace.linked(decision, 'about');
  if (gap.record !== undefined) return about.some((record) => record.id === gap.record);
  return about.length === 0;
}

/** One whose end, subject or binding nobody can read might be over, or about something else. */
function isReadable(decision: RecordOf<'decision'>, trace: Trace): boolean {
  if (['until', 'date', 'bound-to', 'scope'].some((name) => decision.unusable.has(name))) return false;
  return !hasBrokenLink(decision, 'about', trace) && !hasBrokenLink(decision, 'accepts', trace);
}
