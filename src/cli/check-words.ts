/** What `check` says in sentences, the same in every format that people read: verdict, what was made milder, the baseline. */
import type { CheckOutput, GapOutput } from '../contract/index.js';
import { counted } from './print-table.js';

/** One sentence with numbers; what the baseline knows is counted apart. */
export function verdict({ counts, problems, gaps, project }: CheckOutput): string {
  const name = `${project.name} ${project.version}`.trim();
  const open = gaps.filter((gap) => gap.decision === null);
  const ofSeverity = (severity: GapOutput['severity']): number =>
    open.filter((gap) => gap.new && gap.severity === severity).length;
  const known = open.filter((gap) => !gap.new).length;
  const what = known > 0 ? 'new gap' : 'gap';
  const parts = present([
    many(ofSeverity('error'), `${what} blocks`, `${what}s block`),
    many(ofSeverity('warning'), 'warning'),
    many(ofSeverity('hint'), 'hint'),
  ]);
  const rest = present([
    many(counts.decided, 'decided', 'decided'),
    many(known, 'known from the baseline', 'known from the baseline'),
    `${counted(counts.records, 'record')}, ${counted(counts.links, 'link')} read`,
  ]);
  const unread = problems.length > 0 ? `${many(problems.length, 'place')} cannot be read; ` : '';
  // What could not be read may lack anything, so the verdict does not speak of it.
  const none = problems.length > 0 ? `no ${what} in what was read` : `no ${what}`;
  const found = counts.records === 0 ? 'No record was found, so nothing is known to be there. ' : '';
  return `${name}: ${found}${unread}${parts.length === 0 ? none : parts.join(', ')}; ${rest.join(', ')}.`;
}

const DOES = { observe: 'observed only', warn: 'shown as warnings', enforce: 'enforced' } as const;

/** One sentence for each line of the settings that makes something milder here. */
export function softenings({ strictness }: CheckOutput): readonly string[] {
  return strictness
    .filter((line) => line.gaps > 0)
    .map((line) => {
      const of = line.of === 'default' ? '' : line.of === 'pack' ? ` of ${line.name}` : ` of the rule ${line.name}`;
      return `${many(line.gaps, 'gap')}${of} ${DOES[line.strictness]} by ${line.file}:${line.line}; no status changes by it.`;
    });
}

/** How one gap is milder than its rule has it; empty where it is not. */
export function softening({ softenedBy, originalSeverity, strictness }: GapOutput): string {
  if (softenedBy === null) return '';
  const how = strictness === 'observe' ? 'observed only' : 'made milder';
  return `${how} by ${softenedBy.file}:${softenedBy.line}, ${originalSeverity} by its rule`;
}

/** What the baseline still holds that is no gap any more. */
export function goneSentence({ baseline }: CheckOutput): string {
  if (baseline === null || baseline.gone === 0) return '';
  const is = baseline.gone === 1 ? 'is' : 'are';
  return `${baseline.gone} of the ${baseline.gaps} gaps in the baseline ${is} gone: write it again with \`--baseline\`, and it shrinks.`;
}

export function many(count: number, one: string, more = `${one}s`): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : more}`;
}

function present(parts: readonly string[]): readonly string[] {
  return parts.filter((part) => part !== '');
}
