/** How strictly a gap counts: as its rule says, as a warning, or only observed. It touches what is shown, never a status. */
import type { Gap, Severity } from '../rules/index.js';
import type { Spot } from '../shapes/index.js';

export type Strictness = 'observe' | 'warn' | 'enforce';

/** One line under `strictness:` of the settings. */
export interface StrictnessLine {
  readonly of: 'default' | 'pack' | 'rule';
  /** Name of the pack, without its edition, or of the rule; empty for the default. */
  readonly name: string;
  readonly strictness: Strictness;
  readonly spot: Spot;
}

/** What a gap counts for outside: exit status and display. */
export interface GapCount {
  /** The severity that is shown; only an `error` blocks. */
  readonly shown: Severity;
  readonly strictness: Strictness;
  /** The line that made it milder than its rule has it. */
  readonly softenedBy: StrictnessLine | undefined;
}

const MILDEST_FIRST: readonly Strictness[] = ['observe', 'warn', 'enforce'];

/** Mildest last: what `warn` shows is a warning at most, what `observe` shows a hint. */
const AT_MOST: Readonly<Record<Strictness, Severity>> = { observe: 'hint', warn: 'warning', enforce: 'error' };
const RANK: Readonly<Record<Severity, number>> = { hint: 0, warning: 1, error: 2 };

// @implements SRS-613
/** A line about its rule decides, else those about its packs, the strictest of them, else the default. */
export function countOf(gap: Gap, lines: readonly StrictnessLine[]): GapCount {
  // What contradicts itself or was read otherwise than it was meant makes other answers wrong: decisions cannot take it
  // out, and no setting makes it milder.
  if (lines.length === 0 || gap.integrity) return enforced(gap);
  const line = strictest(lines.filter((one) => one.of === 'rule' && one.name === gap.rule)) ?? lineOfPacks(gap, lines);
  const strictness = line?.strictness ?? 'enforce';
  const most = AT_MOST[strictness];
  const isMilder = RANK[gap.severity] > RANK[most];
  return { shown: isMilder ? most : gap.severity, strictness, softenedBy: isMilder ? line : undefined };
}

function enforced(gap: Gap): GapCount {
  return { shown: gap.severity, strictness: 'enforce', softenedBy: undefined };
}

/** A pack that no line names counts by the default, so a gap that it asks too is not made milder by another's line. */
function lineOfPacks(gap: Gap, lines: readonly StrictnessLine[]): StrictnessLine | undefined {
  const byDefault = lines.find((line) => line.of === 'default');
  const packs = new Set(gap.basis.map((clause) => clause.slice(0, clause.indexOf(':'))));
  if (packs.size === 0) return byDefault;
  const ofPacks = [...packs].map(
    (pack) => strictest(lines.filter((line) => line.of === 'pack' && line.name === pack)) ?? byDefault,
  );
  return ofPacks.includes(undefined) ? undefined : strictest(ofPacks.filter((line) => line !== undefined));
}

function strictest(lines: readonly StrictnessLine[]): StrictnessLine | undefined {
  const [first, ...others] = lines;
  return others.reduce((best, line) => (rankOf(line) > rankOf(best ?? line) ? line : best), first);
}

function rankOf(line: StrictnessLine): number {
  return MILDEST_FIRST.indexOf(line.strictness);
}
