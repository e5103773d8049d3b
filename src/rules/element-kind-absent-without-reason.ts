/** Finds parts of the connected system that the model leaves out and nobody gave a reason for. */
import type { Trace } from '../trace/index.js';
import { statedNone, stateNoneOf } from './stated-none.js';
import { wordsOfField } from './words-of-field.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'element-kind-absent-without-reason',
  title: 'Part of the connected system that the model leaves out',
  why: 'Attacks come over the app, the update server or the service laptop too, so a model of the device alone is no model.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.2', 'fda-premarket:FDA-CY-TM-SCOPE'],
  serves: ['threat-model'],
  severity: 'warning',
  applies: 'exposed',

  examples: {
    bad: {
      records: `
        items:
          - { id: EL-1, title: Pump, role: process, parent: SW-1, part: device }
          - { id: EL-2, title: Phone, role: external, part: app }
          - { id: EL-3, title: Order service, role: external, part: cloud }
          - { id: EL-4, title: Ward network, role: external, part: network }`,
      settings: `
        medward: 1   # gap`,
    },
    ok: `
      items:
        - { id: EL-1, title: Pump, role: process, parent: SW-1, part: device }
        - { id: EL-2, title: Phone, role: external, part: app }
        - { id: EL-3, title: Order service, role: external, part: cloud }
        - { id: EL-4, title: Ward network, role: external, part: network }
        - { id: EL-5, title: Service laptop, role: external, part: service }
        - { id: EL-6, title: Update server, role: external, part: update }
      statements:
        - { id: ST-1, type: none, of: accessory, by: haddad, date: 2026-05-12, text: Nothing is plugged in. }`,
  },

  *check({ trace }) {
    const used = partsUsed(trace);
    if (used.size === 0) return;
    const named = new Set<string>([...used, ...statedNone(trace)]);
    const missing = wordsOfField('item', 'part').filter((part) => !named.has(part));
    const [first] = missing;
    if (first === undefined) return;
    yield {
      what: `No element is of part ${missing.map((part) => `\`${part}\``).join(', ')}.`,
      do: `Write the elements with \`part:\`, or ${stateNoneOf(first)}.`,
    };
  },

  // Where no element tells which part it is, only a reader can see what is left out.
  undecided: ({ trace }) => partsUsed(trace).size === 0,
});

function partsUsed(trace: Trace): ReadonlySet<string> {
  return new Set(trace.all('item').flatMap(({ fields }) => fields.part ?? []));
}
