/** Runs `medward diff`: compares two states, or what somebody approved with what stands there now. */
import { bindingsOf, compareModels, type Binding } from '../compare/index.js';
import { bindingDiffOutput, diffOutput, subjectOf, type DiffOutput } from '../contract/index.js';
import { toolVersion } from '../compile/index.js';
import type { AnyRecord } from '../records/index.js';
import type { Call } from './define.js';
import { diffTarget, drawDifference } from './diff-picture.js';
import { openStates, type State, type States } from './diff-states.js';
import { OptionError } from './option-error.js';
import { printBinding, printDiff } from './print-diff.js';
import { printJson } from './print-json.js';
import { stateWords } from './state-words.js';

export async function diffCommand(call: Call): Promise<number> {
  const words = wordsOf(call);
  const target = diffTarget(call);
  const { base, after, date } = openStates(call, words);
  if (!('assessment' in base)) return tellBinding(base, { base, after, date }, call);
  const subject = subjectOf(after.project, date, toolVersion());
  const difference = compareModels(base.assessment, after.assessment);
  if (target) {
    const about = `${subject.name} ${subject.version} · ${stateWords(base.output)} → ${stateWords(after.output)} · ${date} · Medward ${subject.toolVersion}`;
    await drawDifference(target, difference, { before: base, after, about });
  }
  const drawing = target ? { file: target.written, purpose: target.purpose } : null;
  const output = diffOutput({ difference, base: base.output, head: after.output, drawing }, subject);
  if (call.flag('json')) printJson(output, call.terminal);
  else printDiff(output, { all: call.flag('all') }, call.terminal);
  return 0;
}

function wordsOf({ words }: Call): readonly [string, string | undefined] {
  const [base, head, ...more] = words;
  if (base !== undefined && more.length === 0) return [base, head];
  throw new OptionError(
    base === undefined ? 'Nothing is named to compare with.' : 'More than two states are named.',
    'Write `medward diff BASE`, such as `medward diff HEAD`, or `medward diff BASE HEAD`.',
  );
}

function tellBinding(record: AnyRecord, { after, date }: States, call: Call): number {
  if (call.flag('output')) {
    throw new OptionError(
      `${record.id} keeps hashes and no model that could be drawn.`,
      'Leave out --output, or name the revision that was approved.',
    );
  }
  const output: DiffOutput = bindingDiffOutput(
    bindingNamed(record, after),
    after.assessment.trace,
    after.output,
    subjectOf(after.project, date, toolVersion()),
  );
  if (call.flag('json')) printJson(output, call.terminal);
  else printBinding(output, call.terminal);
  return 0;
}

function bindingNamed({ id }: AnyRecord, { assessment }: State): Binding {
  const binding = bindingsOf(assessment).find(({ record }) => record.id === id);
  if (binding) return binding;
  throw new OptionError(
    `${id} keeps no hash of what it is about, or is obsolete, so nobody can tell what changed since.`,
    `Sign it with \`medward approve ${id} --by …\`, which writes them; else name a revision.`,
  );
}
