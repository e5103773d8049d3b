/** Which boxes lie around each node of a picture, from the innermost outwards. */

interface Nested {
  readonly nodes: readonly { readonly id: string; readonly box: string | undefined }[];
  /** Outer ones before those inside them. */
  readonly boxes: readonly { readonly id: string; readonly parent: string | undefined }[];
}

/** @returns by the id of the node */
export function boxesAround({ nodes, boxes }: Nested): ReadonlyMap<string, readonly string[]> {
  const chains = new Map<string | undefined, readonly string[]>([[undefined, []]]);
  for (const box of boxes) chains.set(box.id, [box.id, ...(chains.get(box.parent) ?? [])]);
  return new Map(nodes.map((node) => [node.id, chains.get(node.box) ?? []]));
}
