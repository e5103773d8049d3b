/** Finds security controls that belong to no category. */
import { isSecurityControl } from '../trace/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'control-without-category',
  title: 'Security control without a category',
  why: 'Reviewers go through the categories of controls one by one, and a control without one is found in none of them.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:5.2.1', 'fda-premarket:FDA-CY-CTRL'],
  serves: ['security-requirements', 'security-architecture-views'],
  severity: 'warning',
  tells: ['control.category'],
  applies: 'exposed',

  examples: {
    bad: `
      controls:
        - { id: SC-1, title: Sessions end after ten minutes, domain: security }   # gap
        - { id: RC-1, title: A valve limits the flow, domain: safety }`,
    ok: `
      controls:
        - { id: SC-1, title: Sessions end after ten minutes, domain: security, category: authentication }`,
  },

  *check({ trace }) {
    for (const control of trace.all('control').filter(isSecurityControl)) {
      if (control.fields.category !== undefined) continue;
      yield {
        at: control,
        what: `${control.id} belongs to no category of security controls.`,
        do: `Add \`category:\` to ${control.id}, such as authentication or cryptography.`,
      };
    }
  },
});
