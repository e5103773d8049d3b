/** Leads through the questions of a method: answers give the metrics of its vector, and what nobody answered stays open. */
import type { Method, MethodQuestion } from '../packs/index.js';
import { worstValue } from './cvss-vector.js';

export interface Guided {
  /** With all metrics, in the order of the method; `'unknown'` while a question is open. */
  readonly vector: string;
  readonly metrics: ReadonlyMap<string, string>;
  /** Questions on the way that nobody answered, in the order of the method. */
  readonly open: readonly MethodQuestion[];
  /** Questions on the way that were answered, with the answers. */
  readonly asked: readonly { readonly question: MethodQuestion; readonly answer: string }[];
  /** Answers to no question of the method, or in words that it does not know. */
  readonly strange: readonly { readonly id: string; readonly answer: string }[];
  /** Answers to questions that the other answers do not lead to. */
  readonly besides: readonly string[];
}

/** @param answers by the id of the question; `unknown` is an answer where the method has it, silence never is */
export function guided(method: Method, answers: ReadonlyMap<string, string>): Guided {
  const questions = method.questions ?? [];
  const known = new Map(questions.map((question) => [question.id, question]));
  const led = new Set(questions.flatMap((one) => one.answers.flatMap((answer) => answer.next ?? [])));
  const values = new Map<string, string[]>();
  const open = new Set<string>();
  const asked = new Map<string, string>();
  for (const entry of questions.filter((question) => !led.has(question.id))) {
    let question: MethodQuestion | undefined = entry;
    // Questions lead forwards only, so the way ends.
    while (question) question = step(question, answers, known, { values, open, asked });
  }
  const metrics = new Map<string, string>();
  const isOpen = new Set(questions.filter((one) => open.has(one.id)).map((one) => one.metric));
  for (const name of method.vector ?? []) {
    const worst = isOpen.has(name) ? undefined : worstValue(name, values.get(name) ?? []);
    if (worst !== undefined) metrics.set(name, worst);
  }
  const isWhole = metrics.size > 0 && metrics.size === method.vector?.length;
  return {
    vector: isWhole ? vectorOf(method, metrics) : 'unknown',
    metrics,
    open: questions.filter((question) => open.has(question.id)),
    asked: questions.flatMap((question) => {
      const answer = asked.get(question.id);
      return answer === undefined ? [] : [{ question, answer }];
    }),
    strange: [...answers].filter(([id, say]) => !isAnswer(known.get(id), say)).map(([id, answer]) => ({ id, answer })),
    besides: [...answers.keys()].filter((id) => known.has(id) && !asked.has(id) && !open.has(id)).toSorted(),
  };
}

interface OnTheWay {
  readonly values: Map<string, string[]>;
  readonly open: Set<string>;
  readonly asked: Map<string, string>;
}

/** @returns the question that follows, if there is one */
function step(
  question: MethodQuestion,
  answers: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, MethodQuestion>,
  way: OnTheWay,
): MethodQuestion | undefined {
  const answer = findAnswer(question, answers.get(question.id));
  if (!answer) {
    way.open.add(question.id);
    return undefined;
  }
  way.asked.set(question.id, answer.say);
  if (answer.value !== undefined) {
    way.values.set(question.metric, [...(way.values.get(question.metric) ?? []), answer.value]);
  }
  return answer.next === undefined ? undefined : known.get(answer.next);
}

function findAnswer(question: MethodQuestion, say: string | undefined): MethodQuestion['answers'][number] | undefined {
  const wanted = say?.trim().toLowerCase();
  return question.answers.find((answer) => answer.say.toLowerCase() === wanted);
}

function isAnswer(question: MethodQuestion | undefined, say: string): boolean {
  return question !== undefined && findAnswer(question, say) !== undefined;
}

function vectorOf(method: Method, metrics: ReadonlyMap<string, string>): string {
  const parts = [...metrics].map(([name, value]) => `${name}:${value}`);
  return [...(method.prefix === undefined ? [] : [method.prefix]), ...parts].join('/');
}
