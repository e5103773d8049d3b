import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attackPathsTo } from './attack-paths.js';
import { modelOf, record } from './model.test-support.js';
import { Reachability, type ReachPath } from './reachability.js';

function told(path: ReachPath): string {
  return [path.from.id, ...path.steps.flatMap((step) => [step.by?.id ?? '*', step.to.id])].join(' ');
}

function pathsTo(target: string, model: string): readonly string[] {
  const trace = modelOf(model);
  return new Reachability(trace).pathsTo([record(trace, 'item', target)]).map(told);
}

const CHAIN = `
items:
  - { id: EL-1, role: process }
  - { id: EL-2, role: process }
  - { id: EL-3, role: store }
  - { id: EL-9, role: actor }
interfaces:
  - { id: IF-1, item: EL-1, enabled: yes, reach: internet }
agents:
  - { id: AG-1, reach: internet }
`;

describe('influence goes with the data', () => {
  test.each([
    ['along a one-way flow', 'from: EL-1, to: EL-3, direction: one-way', ['AG-1 IF-1 EL-1 DF-1 EL-3']],
    ['not against a one-way flow', 'from: EL-3, to: EL-1, direction: one-way', []],
    ['against a two-way flow', 'from: EL-3, to: EL-1, direction: two-way', ['AG-1 IF-1 EL-1 DF-1 EL-3']],
    ['against a flow of which nobody wrote the direction', 'from: EL-3, to: EL-1', ['AG-1 IF-1 EL-1 DF-1 EL-3']],
    ['a person begins at a flow', 'from: EL-9, to: EL-3, direction: one-way', ['EL-9 DF-1 EL-3']],
  ])('%s', (_, flow, expected) => {
    expect(pathsTo('EL-3', `${CHAIN}flows: [{ id: DF-1, ${flow} }]\n`)).toEqual(expected);
  });

  test('the shortest way is told, and of two equally short ones that through machines', () => {
    const flows = `flows:
  - { id: DF-1, from: EL-1, to: EL-9, direction: one-way }
  - { id: DF-2, from: EL-9, to: EL-3, direction: one-way }
  - { id: DF-3, from: EL-1, to: EL-2, direction: one-way }
  - { id: DF-4, from: EL-2, to: EL-3, direction: one-way }
`;
    expect(pathsTo('EL-3', CHAIN + flows)).toEqual(['AG-1 IF-1 EL-1 DF-3 EL-2 DF-4 EL-3', 'EL-9 DF-2 EL-3']);
  });

  test('whoever reaches a part reaches the whole; what reaches the whole reaches its parts', () => {
    const parts = CHAIN.replace('{ id: EL-3, role: store }', '{ id: EL-3, role: process, parent: EL-2 }');
    const flow = 'flows: [{ id: DF-1, from: EL-1, to: EL-2, direction: one-way }]\n';
    expect(pathsTo('EL-3', parts + flow)).toEqual(['AG-1 IF-1 EL-1 DF-1 EL-2 * EL-3']);
    const toPart = 'flows: [{ id: DF-1, from: EL-1, to: EL-3, direction: one-way }]\n';
    expect(pathsTo('EL-2', parts + toPart)).toEqual(['AG-1 IF-1 EL-1 DF-1 EL-3']);
  });

  test('circles of flows and of parents end', () => {
    const circle = `${CHAIN.replace('{ id: EL-2, role: process }', '{ id: EL-2, role: process, parent: EL-3 }').replace('{ id: EL-3, role: store }', '{ id: EL-3, role: store, parent: EL-2 }')}flows:
  - { id: DF-1, from: EL-1, to: EL-2 }
  - { id: DF-2, from: EL-2, to: EL-1 }
`;
    expect(pathsTo('EL-3', circle)).toEqual(['AG-1 IF-1 EL-1 DF-1 EL-2']);
  });

  test('a way whose begin is known comes before a shorter one that only may be open', () => {
    const model = `${CHAIN.replace('interfaces:', 'interfaces:\n  - { id: IF-0, item: EL-3 }')}flows: [{ id: DF-1, from: EL-1, to: EL-3 }]\n`;
    const trace = modelOf(model);
    const [path] = new Reachability(trace).pathsTo([record(trace, 'item', 'EL-3')]);
    expect(told(path!)).toBe('AG-1 IF-1 EL-1 DF-1 EL-3');
    expect(path!.certainty).toBe('yes');
  });
});

test('a path begins where it says, hangs together, ends at the target, and no step goes against a one-way flow', () => {
  const flow = fc.record({
    from: fc.integer({ min: 0, max: 7 }),
    to: fc.integer({ min: 0, max: 7 }),
    direction: fc.constantFrom('one-way', 'two-way'),
  });
  fc.assert(
    fc.property(fc.array(flow, { maxLength: 14 }), (flows) => {
      const items = Array.from(
        { length: 8 },
        (_, at) => `  - { id: EL-${at}, role: ${at === 7 ? 'actor' : 'process'} }`,
      );
      const lines = flows.map(
        (one, at) => `  - { id: DF-${at}, from: EL-${one.from}, to: EL-${one.to}, direction: ${one.direction} }`,
      );
      const trace = modelOf(
        `items:\n${items.join('\n')}\n${lines.length > 0 ? `flows:\n${lines.join('\n')}\n` : ''}` +
          'interfaces: [{ id: IF-1, item: EL-0, enabled: yes, reach: internet }]\nagents: [{ id: AG-1, reach: internet }]\n',
      );
      for (const path of new Reachability(trace).pathsTo([record(trace, 'item', 'EL-3')])) {
        let at = path.from.kind === 'agent' ? 'EL-0' : path.from.id;
        for (const { by, to } of path.steps) {
          if (by?.kind === 'flow') {
            const written = flows[Number(by.id.slice(3))]!;
            const forwards = `EL-${written.from}` === at && `EL-${written.to}` === to.id;
            const backwards =
              written.direction === 'two-way' && `EL-${written.to}` === at && `EL-${written.from}` === to.id;
            expect(forwards || backwards).toBe(true);
          }
          at = to.id;
        }
        expect(at).toBe('EL-3');
      }
    }),
    { numRuns: 60 },
  );
});

describe('ways to an asset', () => {
  const MODEL = `${CHAIN.replace('{ id: EL-3, role: store }', '{ id: EL-3, role: store, assets: AS-1 }')}flows:
  - { id: DF-1, from: EL-1, to: EL-2, via: IF-1, assets: AS-1, direction: one-way }
  - { id: DF-2, from: EL-2, to: EL-3, direction: one-way }
assets: [{ id: AS-1 }]
`;

  test('where it rests, where it passes, and who stands on its way', () => {
    const trace = modelOf(MODEL);
    const found = attackPathsTo(record(trace, 'asset', 'AS-1'), trace);
    expect(found.places.atRest.map((item) => item.id)).toEqual(['EL-3']);
    expect(found.places.passes.map((item) => item.id)).toEqual(['EL-1', 'EL-2']);
    expect(found.paths.map(told)).toEqual(['AG-1 IF-1 EL-1']);
    expect(found.onTheWay.map((way) => `${way.agent.id} ${way.interface.id} ${way.flow.id}`)).toEqual([
      'AG-1 IF-1 DF-1',
    ]);
  });
});
