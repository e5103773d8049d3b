/** Trust boundaries. */
import { choice, optional } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'boundary',
  plural: 'boundaries',
  title: 'Trust boundary',
  prefixes: ['TB'],
  about: 'A line across which trust changes.',
  fields: {
    type: optional(
      choice('network', 'device', 'hardware-partition', 'process', 'physical', 'organisation'),
      'What makes the boundary.',
    ),
  },
});
