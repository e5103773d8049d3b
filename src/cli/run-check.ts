/** Runs `medward check`: assesses the project, prints its gaps in the wanted format, and says whether something blocks. */
import { blocks, checkOutput, type CheckOutput } from '../contract/index.js';
import { readBaseline } from './baseline.js';
import type { Call } from './define.js';
import { knownRules } from './known-rules.js';
import { printCheck } from './print-check.js';
import { printJson } from './print-json.js';
import { openSession, openTimedSession, type Session } from './session.js';

/** @returns exit status: 0 nothing blocks, 1 something does */
export function runCheck(call: Call): number {
  const rules = knownRules(call.values('rule'));
  const baseline = readBaseline(call.value('baseline'), call.folder);
  const { session, done } = call.flag('timing')
    ? openTimedSession(call)
    : { session: openSession(call), done: undefined };
  const output = checkOutput(session.assessment, session.problems, session.subject, baseline);
  print(output, rules, session, call);
  done?.();
  return blocks(output) ? 1 : 0;
}

function print(output: CheckOutput, rules: readonly string[], session: Session, call: Call): void {
  if (call.flag('json')) {
    printJson(output, call.terminal);
    return;
  }
  const { packs } = session.project;
  printCheck(output, { all: call.flag('all'), rules, decided: call.flag('decided'), packs }, call.terminal);
}
