/** Narrative parts of work products. */
import { choice, date, line, list, mapping, needed, optional, whole, yesNo } from '../../shapes/index.js';
import { defineKind } from './define.js';
import { DISCLOSES } from './discloses.js';

export default defineKind({
  kind: 'document',
  plural: 'documents',
  title: 'Document',
  prefixes: ['DOC'],
  about:
    'A narrative part of a work product (plan, procedure, rationale), or a confirmed reference to one kept elsewhere.',
  fields: {
    'work-products': optional(
      list(
        mapping({
          id: optional(line, 'Work product.'),
          place: optional(line, 'Where it is kept.'),
          responsible: optional(line, 'Who is responsible.'),
        }),
      ),
      'For plans: each work product that is asked, with its place and who is responsible.',
    ),
    class: optional(choice('A', 'B', 'C'), 'For plans: the class they are written for.'),
    roles: optional(list(line), 'For plans: roles they name.'),
    'review-every-months': optional(whole(1, 120), 'How often it is looked at again, in months.'),
    starter: optional(yesNo, 'Starter text that nobody has made specific yet; counts as absent.'),
    reference: optional(
      mapping({
        identifier: needed(line, 'Identifier of the document.'),
        version: needed(line, 'Its version.'),
        place: needed(line, 'Where it is kept.'),
        'confirmed-by': needed(line, 'Who confirmed that it exists and fits.'),
        'confirmed-on': needed(date, 'When.'),
      }),
      'A document kept elsewhere (QMS, training, labelling): counted as by reference, not checked here.',
    ),
    discloses: DISCLOSES,
  },
});
