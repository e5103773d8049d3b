/** Elements of the architecture: software items and units, stores, external systems, actors, physical parts. */
import { choice, line, list, optional, text, yesNo } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'item',
  plural: 'items',
  title: 'Item',
  prefixes: ['EL', 'SI', 'SW'],
  about: 'An element of the architecture; a software item if it is software of the device.',
  fields: {
    role: optional(choice('process', 'store', 'external', 'actor', 'physical'), 'What it is in a data-flow diagram.'),
    part: optional(
      choice('device', 'accessory', 'app', 'cloud', 'update', 'service', 'network'),
      'Which part of the connected system it is: the device itself, an accessory, an app, a service in the cloud, what brings updates, a tool for service, the network of a hospital or a home.',
    ),
    granularity: optional(choice('system', 'item', 'unit'), 'A unit is not divided further (IEC 62304 3.28).'),
    scope: optional(
      choice('device', 'supporting', 'other-product'),
      'Part of the device, made by you beside the device, or a product of somebody else.',
    ),
    form: optional(
      choice('embedded', 'standalone'),
      'For software systems: inside hardware of the device, or on its own.',
    ),
    route: optional(
      choice('development', 'legacy'),
      'For software systems: clauses 5 to 9, or the legacy route of 4.4.',
    ),
    class: optional(choice('A', 'B', 'C'), 'Software safety class, if assigned.'),
    'class-reason': optional(text, 'Why it has this class.'),
    by: optional(line, 'Who assigned the class.'),
    date: optional(line, 'When the class was assigned.'),
    segregation: optional(text, 'What keeps it apart from items of a higher class, and why that works.'),
    'security-relevant': optional(yesNo, 'Marked as security-relevant beyond what the model shows.'),
    'security-reason': optional(text, 'Why it is, or is not, security-relevant.'),
    'multi-patient': optional(yesNo, 'One attack on it can reach many patients.'),
    'made-by': optional(line, 'Who makes it.'),
    responsible: optional(text, 'Who operates and patches it.'),
    acceptance: optional(text, 'Acceptance criteria of a unit.'),
    code: optional(list(line), 'Files of the item, as globs.'),
    build: optional(list(line), 'For software systems: build inputs, as globs.'),
    version: optional(line, 'Version, where it has one of its own.'),
  },
});
