/** Finds categories of security controls that no requirement realises and nobody gave a reason for. */
import { isSecurityControl } from '../trace/index.js';
import { statedNone, stateNoneOf } from './stated-none.js';
import { wordsOfField } from './words-of-field.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'control-category-without-requirement-or-reason',
  title: 'Category of security controls that was passed over',
  why: 'Reviewers look for every category of controls, and read silence as something that was forgotten.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-CTRL', 'eu-mdr:MDCG-3.3'],
  serves: ['security-requirements'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: {
      records: `
        controls:
          - { id: SC-1, title: Sign-in, domain: security, category: authentication }
        requirements:
          - { id: SRS-1, title: Sign-in with two factors, level: software, satisfies: [SC-1] }`,
      settings: `
        medward: 1   # gap`,
    },
    ok: `
      controls:
        - { id: SC-1, title: Control 1, domain: security, category: authentication, realised-by: [SRS-1] }
        - { id: SC-2, title: Control 2, domain: security, category: authorization, realised-by: [SRS-1] }
        - { id: SC-4, title: Control 4, domain: security, category: code-data-execution-integrity, realised-by: [SRS-1] }
        - { id: SC-5, title: Control 5, domain: security, category: confidentiality, realised-by: [SRS-1] }
        - { id: SC-6, title: Control 6, domain: security, category: event-detection-and-logging, realised-by: [SRS-1] }
        - { id: SC-7, title: Control 7, domain: security, category: resiliency-and-recovery, realised-by: [SRS-1] }
        - { id: SC-8, title: Control 8, domain: security, category: firmware-and-software-updates, realised-by: [SRS-1] }
      requirements:
        - { id: SRS-1, title: All controls, level: software }
      statements:
        - { id: ST-1, type: none, of: cryptography, by: haddad, date: 2026-05-12, text: The platform encrypts; SC-5 holds the requirement. }`,
  },

  *check({ trace }) {
    const controls = trace.all('control').filter(isSecurityControl);
    if (controls.length === 0) return;
    const realised = controls.filter((control) => trace.isLinked(control, 'realised-by'));
    const used = new Set<string>([
      ...realised.flatMap((control) => control.fields.category ?? []),
      ...statedNone(trace),
    ]);
    const missing = wordsOfField('control', 'category').filter((category) => !used.has(category));
    const [first] = missing;
    if (first === undefined) return;
    yield {
      what: `No requirement realises a control of category ${missing.map((category) => `\`${category}\``).join(', ')}.`,
      do: `Write the control with its requirement, or ${stateNoneOf(first)}.`,
    };
  },
});
