/** Finds software requirements whose words leave open when they are met. */
import { defineRule } from './define.js';

const VAGUE =
  /\b(user[- ]friendly|as appropriate|if appropriate|where appropriate|adequate(ly)?|sufficient(ly)?|fast|quick(ly)?|eas(y|ily)|robust(ly)?|state of the art|and\/or|etc\.|as far as possible|reasonabl[ey])(?!\w)/i;

export default defineRule({
  id: 'requirement-hard-to-verify',
  title: 'Requirement that nobody can verify',
  why: 'A test needs something that can be observed; words such as fast or adequate mean something else to everybody.',
  because: 'safety-class',
  basis: ['iec62304:5.2.6'],
  serves: ['software-requirements-specification', 'software-requirements-review'],
  severity: 'hint',

  examples: {
    bad: `
      requirements:
        - { id: SRS-1, title: Answer time, level: software, text: The list shall open quickly. }   # gap`,
    ok: `
      requirements:
        - { id: SRS-1, title: Answer time, level: software, text: The list shall open quickly., acceptance: 95 of 100 lists with 2000 orders open within two seconds. }`,
  },

  *check({ trace }) {
    for (const requirement of trace.all('requirement')) {
      const { text, title, acceptance } = requirement.fields;
      const found = VAGUE.exec(text ?? title ?? '')?.[0];
      if (found === undefined || acceptance !== undefined) continue;
      yield {
        at: requirement,
        what: `${requirement.id} says "${found}", and nothing tells when that is met.`,
        do: `Add \`acceptance:\` to ${requirement.id}: something that can be observed.`,
      };
    }
  },
});
