/** The output of `medward rate`: the questions of a method with their answers, and the rating that follows. */
import { guided, scoreOf, baseScoreOf, rateMarks, type Marks, type ThreatMoment } from '../threats/index.js';
import type { Method, MethodQuestion } from '../packs/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, nullable, number, object, oneOf, text, yesNo, type Schema } from './schema.js';

export interface RateOutput extends Identity {
  readonly threat: string;
  readonly title: string | null;
  readonly moment: ThreatMoment;
  /** By which the level is computed. */
  readonly method: { readonly id: string; readonly version: string };
  /** Whose questions lead to the vector; null where a person writes it, or a likelihood. */
  readonly questionsOf: { readonly id: string; readonly version: string } | null;
  readonly questions: readonly QuestionOutput[];
  readonly vector: string | null;
  /** Number that the steps of the method look at; null where it is not known or the method has none. */
  readonly score: number | null;
  /** Base score of the vector, for information. */
  readonly baseScore: number | null;
  readonly rating: {
    readonly likelihood: string;
    readonly severity: string;
    readonly rating: string;
    readonly accept: string;
  };
  /** Ids of the controls, of what realises them and of their tests, that a rating after control counts; none where it was not written. */
  readonly counted: readonly string[];
  readonly dryRun: boolean;
  readonly written: readonly string[];
  readonly text: string | null;
}

export interface QuestionOutput {
  readonly id: string;
  readonly metric: string;
  readonly asks: string;
  readonly answers: readonly string[];
  readonly answer: string | null;
  readonly reason: string | null;
  /** Asked and answered, asked and open, or not asked because of other answers. */
  readonly state: 'answered' | 'open' | 'not-asked';
}

export interface RateInput {
  readonly threat: string;
  readonly title: string | undefined;
  readonly moment: ThreatMoment;
  readonly method: Method;
  readonly questionsOf: Method | undefined;
  readonly marks: Marks & {
    readonly severity?: string | undefined;
    readonly 'multi-patient'?: boolean | undefined;
    readonly reasons?: Readonly<Record<string, string>> | undefined;
  };
  readonly counted: readonly string[];
  readonly dryRun: boolean;
  readonly written: readonly string[];
  readonly text: string | null;
}

export function rateOutput(input: RateInput, subject: Subject): RateOutput {
  const { method, questionsOf, marks } = input;
  const rating = rateMarks(method, marks, marks.severity, marks['multi-patient'] ?? false);
  return {
    ...identityOf('rate', subject),
    threat: input.threat,
    title: input.title ?? null,
    moment: input.moment,
    method: { id: method.id, version: method.version },
    questionsOf: questionsOf ? { id: questionsOf.id, version: questionsOf.version } : null,
    questions: questionsOf ? questionsOutput(questionsOf, marks) : [],
    vector: marks.vector ?? null,
    score: known(scoreOf(method, marks)),
    baseScore: known(baseScoreOf(method, marks)),
    rating:
      rating === 'unknown'
        ? { likelihood: 'unknown', severity: marks.severity ?? 'unknown', rating: 'unknown', accept: 'unknown' }
        : rating,
    counted: input.counted,
    dryRun: input.dryRun,
    written: input.written,
    text: input.text,
  };
}

function questionsOutput(
  method: Method,
  { answers = {}, reasons = {} }: RateInput['marks'],
): readonly QuestionOutput[] {
  const { asked, open } = guided(method, new Map(Object.entries(answers)));
  const given = new Map(asked.map(({ question, answer }) => [question.id, answer]));
  const isOpen = new Set(open.map((question) => question.id));
  return (method.questions ?? []).map((question: MethodQuestion) => ({
    id: question.id,
    metric: question.metric,
    asks: question.asks,
    answers: question.answers.map((answer) => answer.say),
    answer: given.get(question.id) ?? null,
    reason: Object.hasOwn(reasons, question.id) ? (reasons[question.id] ?? null) : null,
    state: given.has(question.id) ? 'answered' : isOpen.has(question.id) ? 'open' : 'not-asked',
  }));
}

function known(score: number | 'unknown'): number | null {
  return score === 'unknown' ? null : Math.round(score * 100) / 100;
}

const methodSchema = object({ id: text, version: text });

export const rateSchema: Schema = withIdentity('rate', {
  threat: text,
  title: nullable(text),
  moment: oneOf('before', 'after'),
  method: methodSchema,
  questionsOf: nullable(methodSchema),
  questions: array(
    object({
      id: text,
      metric: text,
      asks: text,
      answers: array(text),
      answer: nullable(text),
      reason: nullable(text),
      state: oneOf('answered', 'open', 'not-asked'),
    }),
  ),
  vector: nullable(text),
  score: nullable(number),
  baseScore: nullable(number),
  rating: object({ likelihood: text, severity: text, rating: text, accept: text }),
  counted: array(text),
  dryRun: yesNo,
  written: array(text),
  text: nullable(text),
});
