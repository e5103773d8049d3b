/** The field by which controls, requirements and documents answer sections of the disclosure form for customers. */
import { optional, someOf, word } from '../../shapes/index.js';

export const DISCLOSES = optional(
  someOf(word(/^[A-Za-z]{2,6}$/, 'the code of a section such as ALOF')),
  'Sections of the disclosure form for customers (MDS2) that it answers, by their code.',
);
