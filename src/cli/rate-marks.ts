/** Reads what a person says of a threat on the command line: answers, vector, severity, likelihood, each held against the method. */
import type { FieldChange } from '../edit/index.js';
import type { Method } from '../packs/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import { guided, scoreOf, type Marks } from '../threats/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';

export interface RatedMarks extends Marks {
  readonly severity?: string | undefined;
  readonly 'multi-patient'?: boolean | undefined;
  readonly reasons?: Readonly<Record<string, string>> | undefined;
}

type Changed = { -readonly [Name in keyof RatedMarks]: RatedMarks[Name] };

// @implements SRS-316
/** @returns what is new, by its name in the record; nothing where the call only asks */
export function saidMarks(call: Call, method: Method, questions: Method | undefined, known: RatedMarks): RatedMarks {
  const said: Changed = {};
  const answers = pairs(call, 'answer', questions);
  if (questions && Object.keys(answers).length > 0) {
    said.answers = { ...known.answers, ...answers };
    const { vector } = guided(questions, new Map(Object.entries(said.answers)));
    if (vector !== 'unknown') said.vector = vector;
  }
  const reasons = pairs(call, 'why', questions, false);
  if (Object.keys(reasons).length > 0) said.reasons = { ...known.reasons, ...reasons };
  const vector = call.value('vector');
  if (vector !== undefined) said.vector = checkedVector(vector, method);
  const severity = call.value('severity');
  if (severity !== undefined)
    said.severity = oneOf(
      severity,
      method.severity.map((step) => step.id),
      'severity',
    );
  const likelihood = call.value('likelihood');
  if (likelihood !== undefined)
    said.likelihood = oneOf(
      likelihood,
      (method.likelihood ?? []).map((step) => step.id),
      'likelihood',
    );
  const many = call.value('multi-patient');
  if (many !== undefined) said['multi-patient'] = oneOf(many, ['yes', 'no'], 'multi-patient') === 'yes';
  return said;
}

function pairs(
  call: Call,
  name: string,
  questions: Method | undefined,
  isAnswer = true,
): Readonly<Record<string, string>> {
  const found = call.values(name).map((written) => {
    const at = written.indexOf('=');
    const [id, value] = [written.slice(0, at).trim(), written.slice(at + 1).trim()];
    if (at < 1 || value === '')
      throw new OptionError(`\`--${name} ${shown(written)}\` is not understood.`, `Write \`--${name} QUESTION=…\`.`);
    const question = questions?.questions?.find((one) => one.id.toLowerCase() === id.toLowerCase());
    if (!question) {
      const ids = (questions?.questions ?? []).map((one) => one.id);
      throw new OptionError(
        `There is no question \`${shown(id)}\`${didYouMean(id, ids) || '.'}`,
        'See the questions with `medward rate THREAT`.',
      );
    }
    if (!isAnswer) return [question.id, value] as const;
    const answer = question.answers.find((one) => one.say.toLowerCase() === value.toLowerCase());
    const words = question.answers.map((one) => one.say);
    if (!answer)
      throw new OptionError(`\`${shown(value)}\` is no answer to ${question.id}.`, `Answers: ${words.join(', ')}.`);
    return [question.id, answer.say] as const;
  });
  return Object.fromEntries(found);
}

function checkedVector(vector: string, method: Method): string {
  if (method.questions) {
    throw new OptionError(
      'This method gives the vector from answers.',
      'Answer its questions with `--answer QUESTION=ANSWER`.',
    );
  }
  const metrics = (method.vector ?? []).join(', ');
  if (scoreOf(method, { vector }) !== 'unknown') return vector;
  throw new OptionError(
    `\`${shown(vector)}\` is no vector of ${method.id}.`,
    `It needs each of ${metrics}, once and with a value of its own.`,
  );
}

function oneOf(value: string, known: readonly string[], name: string): string {
  if (known.includes(value)) return value;
  throw new OptionError(
    `\`${shown(value)}\` is no ${name} of the method${didYouMean(value, known) || '.'}`,
    known.length > 0 ? `Known: ${known.join(', ')}.` : 'The method has none.',
  );
}

/** Each name is a change of its own, so that comments and the rest of the rating stay. */
export function changesOf(
  moment: string,
  said: RatedMarks,
  more: Readonly<Record<string, FieldChange['value']>>,
): readonly FieldChange[] {
  const all: Readonly<Record<string, FieldChange['value'] | undefined>> = {
    vector: said.vector,
    likelihood: said.likelihood,
    severity: said.severity,
    'multi-patient': said['multi-patient'],
    answers: said.answers,
    reasons: said.reasons,
    ...more,
  };
  return Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [{ path: [moment, name], value } as const],
  );
}
