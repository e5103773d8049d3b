/** `:fact{id=exposure}` inside a sentence: the value of a fact, as it was stated or follows. */
import { defineTag } from './define.js';

export default defineTag({
  name: 'fact',
  about: 'The value of a fact; "not known" where nobody stated it and nothing tells it.',
  form: 'inline',
  attributes: { id: { about: 'Id of the fact.', needed: true } },
  build({ id = '' }, context) {
    const { packs, facts } = context.assessment;
    if (!packs.table.facts.some((fact) => fact.id === id)) context.complain(`There is no fact \`${id}\`.`);
    return [{ is: 'text', text: factWords(facts.get(id)) }];
  },
});

export function factWords(value: unknown): string {
  if (value === undefined || value === 'unknown') return 'not known';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (Array.isArray(value) || value instanceof Set) return [...value].map(factWords).join(', ') || 'none';
  return 'not known';
}
