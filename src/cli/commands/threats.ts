/** `medward threats`: the register with crossings, before and after, proven or not; candidates, and a person's answers to them. */
import { defineCommand, PROJECT_OPTIONS, type Call } from '../define.js';

export default defineCommand({
  name: 'threats',
  takes: '[show KEY | take KEY… | merge KEY… THREAT | reject KEY…]',
  about: 'Threats, rated before and after control, proven or not; candidates to take, merge or reject.',
  options: {
    ...PROJECT_OPTIONS,
    safety: { about: 'What security and safety owe each other: hazards, safety effects, benefit and risk.' },
    all: { about: 'Print every candidate, not the first five.' },
    reason: { value: 'TEXT', about: 'For `reject`: why it is no threat here.' },
    by: { value: 'PERSON', about: 'For `reject`: who decided it.' },
    role: { value: 'ROLE', about: 'For `reject`: in which role.' },
    until: { value: 'YYYY-MM-DD', about: 'For `reject`: until when it holds.' },
    'dry-run': { about: 'Show what would be written, and write nothing.' },
  },
  async run(call) {
    const [what, ...words] = call.words;
    switch (what) {
      case undefined:
        return call.flag('safety') ? safety(call) : list(call);
      case 'show':
        return show(call, words);
      case 'take':
      case 'reject':
      case 'merge':
        return answer(call, what, words);
      default: {
        const { OptionError } = await import('../option-error.js');
        const { shown } = await import('../../shapes/index.js');
        throw new OptionError(
          `What to do with \`${shown(what)}\` is not understood.`,
          'Write `medward threats`, or with `show`, `take`, `merge` or `reject` and the key of a candidate.',
        );
      }
    }
  },
});

async function list(call: Call): Promise<number> {
  const { openSession } = await import('../session.js');
  const { threatsOutput } = await import('../../contract/index.js');
  const { printJson } = await import('../print-json.js');
  const { printThreats } = await import('../print-threats.js');
  const session = openSession(call);
  const output = threatsOutput(session.assessment, session.subject);
  if (call.flag('json')) printJson(output, call.terminal);
  else printThreats(output, call.flag('all'), call.terminal);
  return 0;
}

async function safety(call: Call): Promise<number> {
  const { openSession } = await import('../session.js');
  const { safetyOutput } = await import('../../contract/index.js');
  const { printJson } = await import('../print-json.js');
  const { printSafety } = await import('../print-safety.js');
  const session = openSession(call);
  const output = safetyOutput(session.assessment, session.subject);
  if (call.flag('json')) printJson(output, call.terminal);
  else printSafety(output, call.terminal);
  return 0;
}

async function show(call: Call, words: readonly string[]): Promise<number> {
  const { openSession } = await import('../session.js');
  const { threatsOutput } = await import('../../contract/index.js');
  const { printJson } = await import('../print-json.js');
  const { printOneCandidate } = await import('../print-candidates.js');
  const { chosen } = await import('../threats-answer.js');
  const session = openSession(call);
  const keys = new Set(chosen(words, session.assessment, 'show').map((candidate) => candidate.key));
  const output = threatsOutput(session.assessment, session.subject);
  const candidates = output.candidates.filter((candidate) => keys.has(candidate.key));
  if (call.flag('json')) printJson({ ...output, candidates }, call.terminal);
  else for (const candidate of candidates) printOneCandidate(candidate, call.terminal);
  return 0;
}

async function answer(call: Call, what: 'take' | 'reject' | 'merge', words: readonly string[]): Promise<number> {
  const { answerCandidates } = await import('../threats-answer.js');
  const { printJson } = await import('../print-json.js');
  const { printChange } = await import('../print-change.js');
  const output = answerCandidates(call, what, words);
  if (call.flag('json')) printJson(output, call.terminal);
  else printChange(output, call.terminal);
  return 0;
}
