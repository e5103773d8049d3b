/** Finds vectors that say something else than the answers from which they are said to come. */
import type { Method } from '../packs/index.js';
import type { RecordOf } from '../records/index.js';
import { guided, THREAT_MOMENTS, type ThreatMoment } from '../threats/index.js';
import { defineRule, type Found, type RuleInput } from './define.js';

export default defineRule({
  id: 'vector-differs-from-answers',
  title: 'Vector that differs from the answers behind it',
  why: 'Whoever reads the answers judges another threat than the one that is rated, so one of the two is wrong.',
  because: 'cybersecurity',
  basis: [],
  serves: ['security-risk-assessment'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - id: TH-1
          title: Orders are changed
          targets: [EL-1]
          before:
            vector: AV:P/AC:L/PR:N/UI:N   # gap
            severity: S3
            answers: { XAVN: yes, XAVT: yes, XACL: yes }
            guided-by: mitre-rubric@0.12.04
        - id: TH-2
          title: Orders are read
          targets: [EL-1]
          before:
            vector: AV:N/AC:L/PR:N/UI:N
            severity: S3
            answers: { XAVN: perhaps }   # gap
            guided-by: mitre-rubric@0.12.04`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      threats:
        - id: TH-1
          title: Orders are changed
          targets: [EL-1]
          before:
            vector: AV:N/AC:L/PR:N/UI:N
            severity: S3
            answers: { XAVN: yes, XAVT: yes, XACL: yes }
            guided-by: mitre-rubric@0.12.04`,
  },

  *check(input) {
    for (const threat of input.trace.all('threat')) {
      for (const moment of THREAT_MOMENTS) yield* differing(threat, moment, input);
    }
  },
});

function* differing(threat: RecordOf<'threat'>, moment: ThreatMoment, input: RuleInput): Iterable<Found> {
  const marks = threat.fields[moment];
  const method = marks && questionsOf(marks, input);
  if (!marks?.answers || !method) return;
  const { metrics, strange } = guided(method, new Map(Object.entries(marks.answers)));
  for (const { id, answer } of strange) {
    yield {
      at: threat,
      field: `${moment}.answers`,
      details: [`${moment}.answers`, id],
      what: `\`${moment}.answers\` of ${threat.id} holds ${id}: ${answer}, which ${method.id} does not know.`,
      do: `Answer in the words of the method: \`medward rate ${threat.id} --moment ${moment}\` shows them.`,
    };
  }
  const written = new Map((marks.vector ?? '').split('/').map((part) => [part.slice(0, part.indexOf(':')), part]));
  const wrong = [...metrics].filter(([name, value]) => written.has(name) && written.get(name) !== `${name}:${value}`);
  if (wrong.length === 0) return;
  yield {
    at: threat,
    field: `${moment}.vector`,
    details: [`${moment}.vector`],
    what: `\`${moment}.vector\` of ${threat.id} says ${wrong.map(([name]) => written.get(name)).join(', ')}, and the answers give ${wrong.map(([name, value]) => `${name}:${value}`).join(', ')}.`,
    do: `Correct the answers or leave the vector out: \`medward rate ${threat.id} --moment ${moment}\` writes it.`,
  };
}

/** Those whose questions were answered, as the rating names them; else those of the chosen method. */
function questionsOf(
  { 'guided-by': guidedBy, method }: NonNullable<RecordOf<'threat'>['fields']['before']>,
  { knownMethods, methods }: RuleInput,
): Method | undefined {
  const named = guidedBy ?? method;
  const found = named === undefined ? methods.security : knownMethods.get(named.slice(0, named.lastIndexOf('@')));
  return found?.questions ? found : undefined;
}
