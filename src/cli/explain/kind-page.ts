/** What a kind of record holds, field by field. */
import { fieldsOf, type Kind } from '../../records/index.js';
import { describe } from '../../shapes/index.js';
import type { Page } from './page.js';

export function kindPage(kind: Kind): Page {
  return {
    is: 'kind',
    id: kind.kind,
    title: kind.title,
    says: [kind.about, `Usual prefixes of ids: ${kind.prefixes.join(', ')}. In YAML lists under \`${kind.plural}:\`.`],
    rows: Object.entries(fieldsOf(kind)).map(([name, field]) => [
      name,
      `${field.about} (${describe(field.shape.node)}${field.required ? ', needed' : ''})`,
    ]),
  };
}
