/** `medward explain WORD`: what a rule, clause, work product, fact, criterion, kind or method is, and who asks for it. */
import { defineCommand } from '../define.js';

export default defineCommand({
  name: 'explain',
  takes: 'RULE|CLAUSE|WORK-PRODUCT|FACT|KIND',
  about: 'What a rule, clause, work product, criterion, fact or kind of record means, and its source.',
  options: {
    project: { value: 'DIR', about: 'Explain with the packs of this project; default: all shipped packs.' },
    json: { about: 'Machine-readable output.' },
  },
  async run(call) {
    const { explain } = await import('../explain.js');
    return explain(call);
  },
});
