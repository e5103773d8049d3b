/** `medward rate`: rates one threat by the method of the project, with guided questions where a method has them. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'rate',
  takes: 'THREAT',
  about: 'Rate a threat: guided questions or a vector, the answers stored with the version of the method.',
  options: {
    ...PROJECT_OPTIONS,
    moment: { value: 'before|after', about: 'Before control (default) or after it.' },
    answer: {
      value: 'QUESTION=ANSWER',
      many: true,
      about: 'Answer a question; the vector follows when all are answered.',
    },
    why: { value: 'QUESTION=TEXT', many: true, about: 'Why a question is answered so.' },
    questions: { value: 'METHOD', about: 'Whose questions; default: those of the method, else of a rubric that fits.' },
    vector: { value: 'VECTOR', about: 'The vector itself, such as AV:N/AC:L/PR:N/UI:R.' },
    severity: { value: 'STEP', about: 'Severity of the harm on the scale of the method.' },
    likelihood: { value: 'STEP', about: 'Step of likelihood, where the method rates by one.' },
    'multi-patient': { value: 'yes|no', about: 'Whether one attack reaches many patients.' },
    again: { about: 'Confirm the rating as it is, by the method and for the controls of today.' },
    by: { value: 'PERSON', about: 'Who rates it.' },
    'dry-run': { about: 'Show what would be written, and write nothing.' },
  },
  async run(call) {
    const { rateThreat } = await import('../rate-threat.js');
    const { printJson } = await import('../print-json.js');
    const { printRate } = await import('../print-rate.js');
    const output = await rateThreat(call);
    if (call.flag('json')) printJson(output, call.terminal);
    else printRate(output, call.terminal);
    return 0;
  },
});
