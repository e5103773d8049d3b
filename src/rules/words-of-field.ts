/** The words that a field of a kind may take: what a list of categories has to cover stands in the table of the kind alone. */
import { findKind, type KindName } from '../records/index.js';
import type { ShapeNode } from '../shapes/index.js';

export function wordsOfField(kind: KindName, field: string): readonly string[] {
  const fields = findKind(kind)?.fields;
  const node = fields?.[field]?.shape.node;
  if (!node) throw new Error(`The kind ${kind} has no field ${field}.`);
  return wordsOf(node);
}

function wordsOf(node: ShapeNode): readonly string[] {
  if (node.is === 'choice') return node.values;
  return node.is === 'list' ? wordsOf(node.of) : [];
}
