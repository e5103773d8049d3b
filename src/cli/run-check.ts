/** Runs `medward check`: assesses the project, prints its gaps in the wanted format, and says whether something blocks. */
import { blocks, checkOutput } from '../contract/index.js';
import { fitBaseline, openBaseline } from './baseline.js';
import { checkFormat } from './check-formats.js';
import type { Call } from './define.js';
import { knownRules } from './known-rules.js';
import { pathPrefix } from './path-prefix.js';
import { openSession } from './session.js';

// @implements SRS-718
/** @returns exit status: 0 nothing blocks, 1 something does */
export function runCheck(call: Call): number {
  const rules = knownRules(call.values('rule'));
  const write = checkFormat(call);
  const withPrefix = pathPrefix(call);
  const opened = openBaseline(call.value('baseline'), call.folder);
  const session = openSession(call);
  const baseline = opened && fitBaseline(opened, session.subject, call.terminal);
  const output = checkOutput(session.assessment, session.problems, session.subject, baseline);
  const { packs } = session.project;
  const printing = {
    all: call.flag('all'),
    rules,
    decided: call.flag('decided'),
    withoutDecided: call.flag('without-decided'),
    packs,
  };
  write(withPrefix(output), printing, call.terminal);
  return blocks(output) ? 1 : 0;
}
