/** Assumptions on which ratings and decisions rest. */
import { optional, text } from '../../shapes/index.js';
import { defineKind } from './define.js';

export default defineKind({
  kind: 'assumption',
  plural: 'assumptions',
  title: 'Assumption',
  prefixes: ['ASM'],
  about: 'Something taken as given, with what follows if it is wrong.',
  fields: { 'if-wrong': optional(text, 'What has to be done again if it turns out wrong.') },
});
