/** Threat agents. */
import { choice, line, optional } from '../../shapes/index.js';
import { defineKind, REACH } from './define.js';

export default defineKind({
  kind: 'agent',
  plural: 'agents',
  title: 'Threat agent',
  prefixes: ['AG'],
  about: 'Somebody who may attack, with reach and skill.',
  fields: {
    reach: optional(choice(...REACH), 'From where the agent can act.'),
    skill: optional(choice('low', 'medium', 'high'), 'What the agent is able to do.'),
    access: optional(line, 'Rights or goods that the agent already has.'),
  },
});
