/** How a method rates: its scales, its matrix, and what each level needs to be accepted. */
import type { Method } from '../../packs/index.js';
import type { Page, Row } from './page.js';

export function methodPage(method: Method): Page {
  const severities = method.severity.map((one) => one.id).join(' ');
  return {
    is: 'method',
    id: method.id,
    title: method.title,
    says: [`Rates ${method.domain} risks; version ${method.version}. Choose it under \`methods:\` of medward.yaml.`],
    rows: [
      ...method.severity.map((one): Row => [one.id, `${one.title}: ${one.means} (harm: ${one.harm})`]),
      ...likelihoodRows(method),
      ...Object.entries(method.matrix).map(([step, levels]): Row => [step, `${levels.join(' ')} at ${severities}`]),
      ...method.accept.map((one): Row => [one.level, `${one.means} (accepted: ${one.accept})`]),
      ['many patients', method.multiPatient === undefined ? '' : `${method.multiPatient} level up`],
    ],
  };
}

function likelihoodRows({ vector, score, steps, likelihood, questions, probability }: Method): readonly Row[] {
  return [
    ['vector', vector?.join('/') ?? ''],
    ['looks at', score ?? ''],
    ['questions', questions?.map((one) => `${one.id} ${one.asks}`).join(' ') ?? ''],
    ['likelihood', likelihood?.map((step) => `${step.id} ${step.title}: ${step.means}`).join(' ') ?? ''],
    ['steps', steps?.map((step) => `${step.id} from ${step.from}`).join(', ') ?? ''],
    ['probability', probability?.steps.map((step) => `${step.id} ${step.means}`).join('; ') ?? ''],
  ];
}
