/** Turns a shape into JSON Schema (draft 2020-12), so that editors complete and check while one types. */
import type { Fields, ShapeNode } from './shape.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

export function fieldsSchema(fields: Fields): JsonSchema {
  return schemaOf({ is: 'fields', fields });
}

const YES_NO = { enum: [true, false, 'true', 'false', 'yes', 'no'] };

function schemaOf(node: ShapeNode): JsonSchema {
  switch (node.is) {
    case 'text':
      // Editors read 1.10 and 2026-11-23 as they like; Medward takes the text as written.
      return node.pattern
        ? { type: 'string', pattern: node.pattern.source }
        : { type: ['string', 'number', 'boolean'] };
    case 'number':
      return numberSchema(node);
    case 'yes-no':
      return YES_NO;
    case 'date':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
    case 'choice':
      return choiceSchema(node.values);
    case 'ids':
      return { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };
    case 'list': {
      const many = { type: 'array', items: schemaOf(node.of) };
      const words = Object.keys(node.standsFor ?? {});
      const short = words.length > 0 ? [{ enum: words }] : [];
      return node.orOne ? { anyOf: [schemaOf(node.of), many, ...short] } : many;
    }
    case 'fields':
      return mappingSchema(node.fields);
    case 'by-name': {
      const values = { type: 'object', additionalProperties: schemaOf(node.of) };
      return node.names ? { ...values, propertyNames: { enum: node.names } } : values;
    }
    case 'either':
      return { anyOf: node.of.map(schemaOf) };
    case 'anything':
      return {};
  }
}

function numberSchema(node: Extract<ShapeNode, { is: 'number' }>): JsonSchema {
  const limits = node.min === undefined ? {} : { minimum: node.min, maximum: node.max };
  return { type: node.whole ? 'integer' : 'number', ...limits };
}

/** `yes` and `no` are read as booleans by some editors, so both are allowed where a choice holds them. */
function choiceSchema(values: readonly string[]): JsonSchema {
  const numbers = values.filter((value) => /^\d+$/.test(value)).map(Number);
  const booleans = values.includes('yes') ? [true] : [];
  return { enum: [...values, ...numbers, ...booleans, ...(values.includes('no') ? [false] : [])] };
}

function mappingSchema(fields: Fields): JsonSchema {
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [name, { description: field.about, ...schemaOf(field.shape.node) }]),
  );
  const required = Object.keys(fields).filter((name) => fields[name]?.required);
  return { type: 'object', properties, required, additionalProperties: false };
}
