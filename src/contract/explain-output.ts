/** The output of `medward explain`: what a word means, from every place that knows it. */
import { array, object, oneOf, text, type Schema } from './schema.js';

const EXPLAINED = [
  'rule',
  'kind',
  'clause',
  'named clause',
  'work product',
  'criterion',
  'fact',
  'selector',
  'evidence type',
  'method',
  'threat of the library',
  'control of the library',
  'overhead rule',
  'pack',
] as const;

export interface ExplainPage {
  readonly is: (typeof EXPLAINED)[number];
  readonly id: string;
  readonly title: string;
  /** Sentences that say what it is and why it is asked. */
  readonly says: readonly string[];
  /** Everything else that is known of it, under its name. */
  readonly rows: readonly (readonly [name: string, value: string])[];
}

export interface ExplainOutput {
  readonly schema: 'medward/explain/1';
  readonly tool: { readonly version: string };
  readonly found: readonly ExplainPage[];
}

export function explainOutput(found: readonly ExplainPage[], toolVersion: string): ExplainOutput {
  return { schema: 'medward/explain/1', tool: { version: toolVersion }, found };
}

const page = object({
  is: oneOf(...EXPLAINED),
  id: text,
  title: text,
  says: array(text),
  rows: array({ ...array(text), minItems: 2, maxItems: 2 }),
});

/** It speaks of words, not of a project, so it does not begin with one. */
export const explainSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Output of medward explain',
  ...object({ schema: { const: 'medward/explain/1' }, tool: object({ version: text }), found: array(page) }),
};
