/** Finds items that are said not to be security-relevant although the model says they are. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'security-relevance-denied',
  title: 'Security relevance denied without a reason',
  why: 'What is security-relevant is looked at more deeply, so taking an item out needs a reason that can be read.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.4.2', 'iec81001-5-1:5.5.2'],
  serves: ['software-architecture-description', 'software-detailed-design'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Sign-in, role: process, parent: SW-1, security-relevant: no }   # gap
      requirements:
        - { id: SRS-1, title: Sign-in with two factors, level: software, type: security, allocated-to: [EL-1] }`,
    ok: `
      items:
        - { id: EL-1, title: Sign-in, role: process, parent: SW-1, security-relevant: no, security-reason: It only draws the mask; EL-2 decides. }
      requirements:
        - { id: SRS-1, title: Sign-in with two factors, level: software, type: security, allocated-to: [EL-1] }`,
  },

  *check({ trace }) {
    for (const item of trace.all('item')) {
      const denied = item.fields['security-relevant'] === false && item.fields['security-reason'] === undefined;
      if (!denied || trace.computed(item, 'security-relevant') !== true) continue;
      yield {
        at: item,
        field: 'security-relevant',
        what: `${item.id} is said not to be security-relevant, and it realises a security requirement or stands at a flow across a boundary.`,
        do: `Take out \`security-relevant:\` of ${item.id}, or add \`security-reason:\`.`,
      };
    }
  },
});
