/** Asks the questions of a method one after the other at a terminal, from the first that is open. */
import type { Method, MethodQuestion } from '../packs/index.js';
import { guided } from '../threats/index.js';
import type { Ask } from './define.js';
import type { RatedMarks } from './rate-marks.js';

/** @returns the answers, also those of before; an empty line ends the round and leaves the rest open */
export async function askAll(method: Method, known: RatedMarks, ask: Ask): Promise<RatedMarks> {
  const answers = new Map(Object.entries(known.answers ?? {}));
  const reasons = new Map(Object.entries(known.reasons ?? {}));
  const before = answers.size;
  for (let state = guided(method, answers); state.open[0]; state = guided(method, answers)) {
    const question = state.open[0];
    const answer = await askOne(question, ask);
    if (answer === undefined) break;
    answers.set(question.id, answer);
    const reason = (await ask('why (may stay empty): '))?.trim() ?? '';
    if (reason !== '') reasons.set(question.id, reason);
  }
  if (answers.size === before) return {};
  const { vector } = guided(method, answers);
  return {
    answers: Object.fromEntries(answers),
    ...(reasons.size > 0 && { reasons: Object.fromEntries(reasons) }),
    ...(vector !== 'unknown' && { vector }),
  };
}

/** Asks again until the answer is one; nothing or the end of the input gives up. */
async function askOne(question: MethodQuestion, ask: Ask): Promise<string | undefined> {
  const words = question.answers.map((answer) => answer.say);
  for (;;) {
    const line = await ask(`\n${question.id} (${question.metric})  ${question.asks}\n${words.join(' / ')}: `);
    const wanted = line?.trim().toLowerCase() ?? '';
    if (wanted === '') return undefined;
    const found = words.filter((word) => word.toLowerCase().startsWith(wanted));
    if (found.length === 1) return found[0];
    const exact = found.find((word) => word.toLowerCase() === wanted);
    if (exact !== undefined) return exact;
  }
}
