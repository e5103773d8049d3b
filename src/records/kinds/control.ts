/** Risk controls of safety and security. */
import { choice, date, line, mapping, needed, optional, someOf, text, yesNo } from '../../shapes/index.js';
import { defineKind } from './define.js';
import { DISCLOSES } from './discloses.js';

export default defineKind({
  kind: 'control',
  plural: 'controls',
  title: 'Control',
  prefixes: ['SC', 'RC', 'CTL'],
  about: 'A measure that reduces a safety or a security risk.',
  fields: {
    domain: needed(
      someOf(choice('safety', 'security'), { both: ['safety', 'security'] }),
      'Whether it reduces safety risk, security risk or both.',
    ),
    // The eight categories of the FDA premarket guidance, own words.
    category: optional(
      choice(
        'authentication',
        'authorization',
        'cryptography',
        'code-data-execution-integrity',
        'confidentiality',
        'event-detection-and-logging',
        'resiliency-and-recovery',
        'firmware-and-software-updates',
      ),
      'Category of a security control.',
    ),
    option: optional(
      choice('design', 'protective', 'information'),
      'Option of risk control, in the order of ISO 14971 7.1.',
    ),
    means: optional(choice('software', 'hardware', 'procedure', 'information'), 'What it is made of.'),
    effect: optional(choice('prevent', 'limit', 'detect', 'respond', 'recover', 'inform'), 'What it does.'),
    external: optional(yesNo, 'It stands outside the software system, so that 4.3 may credit it.'),
    independence: optional(text, 'Why a failure of the software cannot disable it.'),
    'security-effect': optional(
      mapping({
        defeatable: needed(yesNo, 'Whether the same attack can defeat it.'),
        why: needed(text, 'Why.'),
      }),
      'For external controls: whether the attack that reaches the software reaches the control too.',
    ),
    proof: optional(
      mapping({
        reference: needed(text, 'Identifier, version and place of the proof that is kept elsewhere.'),
        'confirmed-by': needed(line, 'Who confirmed it.'),
        date: needed(date, 'When.'),
      }),
      'Proof kept elsewhere: counted as by reference, not checked here.',
    ),
    'safety-effect': optional(
      mapping({
        harms: needed(yesNo, 'Whether the control itself can harm: lock-out, delay, lost availability.'),
        why: needed(text, 'Why, or why not.'),
      }),
      'Whether the control can harm, which hazards, and what answers that.',
    ),
    'new-risk': optional(text, 'Whether it brings new risks or changes others (ISO 14971 7.5).'),
    discloses: DISCLOSES,
  },
});
