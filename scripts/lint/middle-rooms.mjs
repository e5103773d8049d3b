/** The lint rule that keeps the clock out of the middle rooms: the date is an argument, so that the same input gives the same bytes. */

/**
 * What the rule looks at of a syntax node (ESTree); the linter exports no types.
 * @typedef {{ type: string, name?: string, value?: unknown }} Leaf
 * @typedef {{ callee: Leaf, arguments: readonly unknown[] }} Call
 * @typedef {{ object: Leaf, property: Leaf }} Member
 */

const message = 'A middle room has no clock: take the date as an argument (same commit and date, same bytes).';

/** Only ways that read the clock: `new Date('2026-11-23')` stays free, it is arithmetic. */
const noClock = {
  /** @param {{ report(found: { node: object, message: string }): void }} context */
  create(context) {
    return {
      /** @param {Call} node */
      NewExpression(node) {
        if (isDate(node.callee) && node.arguments.length === 0) context.report({ node, message });
      },
      /** @param {Call} node */
      CallExpression(node) {
        if (isDate(node.callee)) context.report({ node, message });
      },
      /** @param {Member} node */
      MemberExpression(node) {
        if (isDate(node.object) && (node.property.name ?? node.property.value) === 'now')
          context.report({ node, message });
      },
    };
  },
};

/** @param {Leaf} node */
function isDate(node) {
  return node.type === 'Identifier' && node.name === 'Date';
}

export default { meta: { name: 'middle-rooms' }, rules: { 'no-clock': noClock } };
