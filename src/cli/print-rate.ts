/** Prints the questions of a method with their answers, and the rating that follows. */
import type { QuestionOutput, RateOutput } from '../contract/index.js';
import { plain, wrap, type Terminal } from './terminal.js';

const SIGNS: Readonly<Record<QuestionOutput['state'], string>> = { answered: '●', open: '○', 'not-asked': '–' };

export function printRate(output: RateOutput, terminal: Terminal): void {
  const { threat, title, moment, method, questionsOf } = output;
  terminal.out(`${terminal.paint('bold', plain(`${threat} ${title ?? ''}`.trim()))}, ${moment} control\n`);
  const by =
    questionsOf && questionsOf.id !== method.id
      ? `; questions of ${questionsOf.id}, version ${questionsOf.version}`
      : '';
  terminal.out(`${terminal.paint('grey', `rated by ${method.id}, version ${method.version}${by}`)}\n`);
  for (const question of questionsToShow(output)) printQuestion(question, terminal);
  printRating(output, terminal);
}

const NEXT_FEW = 3;

/** All of them for somebody who asks; after an answer what comes next; none where a vector was written. */
function questionsToShow({ questions, written }: RateOutput): readonly QuestionOutput[] {
  if (written.length === 0) return questions;
  const isGuided = questions.some((question) => question.state === 'answered');
  return isGuided ? questions.filter((question) => question.state === 'open').slice(0, NEXT_FEW) : [];
}

function printQuestion(question: QuestionOutput, terminal: Terminal): void {
  if (question.state === 'not-asked') return;
  const answer = question.answer === null ? `  [${question.answers.join(' / ')}]` : `  ${question.answer}`;
  const reason = question.reason === null ? '' : `: ${question.reason}`;
  const head = `${SIGNS[question.state]} ${question.id.padEnd(6)} ${question.metric.padEnd(3)}`;
  const words = `${question.asks}${answer}${reason}`;
  terminal.out(`${head} ${wrap(words, terminal.width, ' '.repeat(13))}\n`);
}

function printRating(output: RateOutput, terminal: Terminal): void {
  const { rating, vector, score, baseScore, questions } = output;
  const open = questions.filter((question) => question.state === 'open').length;
  const scores = [
    ...(score === null ? [] : [`score ${score}`]),
    ...(baseScore === null ? [] : [`base score ${baseScore.toFixed(1)}`]),
  ];
  terminal.out(`\n${[vector ?? 'no vector', ...scores].join('   ')}\n`);
  const level =
    rating.rating === 'unknown'
      ? 'unknown'
      : `${rating.rating} (${rating.likelihood}×${rating.severity}, accept: ${rating.accept})`;
  terminal.out(`level  ${terminal.paint('bold', level)}\n`);
  if (open > 0 && questions.some((question) => question.state === 'answered')) {
    const example = questions.find((question) => question.state === 'open');
    terminal.out(
      `${open} questions are open: medward rate ${output.threat} --answer ${example?.id}=${example?.answers[0]}\n`,
    );
  }
  if (rating.severity === 'unknown')
    terminal.out('No severity is given: --severity, as severe as the worst hazard that it reaches.\n');
  if (output.written.length === 0) return;
  if (output.counted.length > 0) terminal.out(`counts ${wrap(output.counted.join(', '), terminal.width, '       ')}\n`);
  terminal.out(
    output.dryRun
      ? `\nNothing was written; the text would be:\n\n${plain(output.text ?? '')}`
      : `written to ${plain(output.written.join(', '))}\n`,
  );
}
