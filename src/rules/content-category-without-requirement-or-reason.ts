/** Finds kinds of content of software requirements that nothing uses and nobody gave a reason for. */
import type { RecordOf } from '../records/index.js';
import { statedNone, stateNoneOf } from './stated-none.js';
import { wordsOfField } from './words-of-field.js';
import { defineRule } from './define.js';

// What the type of a requirement says about its content already.
const CONTENT_OF_TYPE: Readonly<Record<string, string>> = {
  functional: 'function-and-capability',
  interface: 'interfaces',
  alarm: 'alarms-and-messages',
  data: 'data',
  usability: 'user-interface',
  security: 'security',
  regulatory: 'regulatory',
  maintenance: 'operation-and-maintenance',
  installation: 'installation-and-acceptance',
  network: 'it-network',
};

export default defineRule({
  id: 'content-category-without-requirement-or-reason',
  title: 'Content of requirements that was passed over',
  why: 'The standard lists what requirements may have to say; what is not relevant here is left out knowingly, not by chance.',
  because: 'safety-class',
  basis: ['iec62304:5.2.2'],
  serves: ['software-requirements-specification'],
  severity: 'warning',

  examples: {
    bad: {
      records: `
        requirements:
          - { id: SRS-1, title: An order is stored, level: software, content: function-and-capability }`,
      settings: `
        medward: 1   # gap`,
    },
    ok: `
      requirements:
        - { id: SRS-1, title: An order is stored, level: software, type: functional }
        - { id: SRS-2, title: Sessions end, level: software, type: security }
        - { id: SRS-3, title: Orders come in as HL7, level: software, content: [inputs-and-outputs, interfaces, data, it-network] }
        - { id: SRS-4, title: Work of the administrator, level: software, content: [installation-and-acceptance, operation-and-maintenance] }
        - { id: SRS-5, title: The list fits one page, level: software, content: [user-interface, alarms-and-messages, regulatory] }
      statements:
        - { id: ST-1, type: none, of: user-maintenance, by: weber, date: 2026-05-12, text: Users maintain nothing. }`,
  },

  *check({ trace }) {
    // One whose level nobody can read may be of software.
    const requirements = trace.all('requirement').filter((one) => trace.matches(one, OF_SOFTWARE) !== false);
    if (requirements.length === 0) return;
    const used = new Set([...requirements.flatMap(contentOf), ...statedNone(trace)]);
    const missing = wordsOfField('requirement', 'content').filter((category) => !used.has(category));
    const [first] = missing;
    if (first === undefined) return;
    yield {
      what: `No software requirement says anything about ${missing.map((category) => `\`${category}\``).join(', ')} (${missing.length} of 12 kinds of content).`,
      do: `Name it in \`content:\` of the requirements that say it, or ${stateNoneOf(first)}.`,
    };
  },
});

const OF_SOFTWARE = { level: 'software' };

function contentOf(requirement: RecordOf<'requirement'>): readonly string[] {
  const { type, content } = requirement.fields;
  const byType = type === undefined ? undefined : CONTENT_OF_TYPE[type];
  return [...(content ?? []), ...(byType === undefined ? [] : [byType])];
}
