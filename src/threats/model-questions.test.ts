import { describe, expect, test } from 'vitest';
import { assetsInPlaces } from './asset-places.js';
import { attackSurface } from './attack-surface.js';
import { modelOf, record } from './model.test-support.js';
import { functionStates, stepsOf } from './use-case-states.js';

describe('attack surface', () => {
  const surface = attackSurface(
    modelOf(`
items: [{ id: EL-1 }, { id: EL-2 }]
interfaces:
  - { id: IF-1, item: EL-1, enabled: yes, reach: internet }
  - { id: IF-2, item: EL-1, enabled: no, reach: none }
  - { id: IF-3, item: EL-1, enabled: service-only, reach: physical }
  - { id: IF-4, item: EL-1 }
flows:
  - { id: DF-1, from: EL-2, to: EL-1, via: IF-1 }
  - { id: DF-2, from: EL-1, to: EL-2 }
agents: [{ id: AG-1, reach: internet }]
threats: [{ id: TH-1, targets: IF-3 }]
`),
  );

  test('closed interfaces and those for service stand in it, and a state that nobody wrote is unknown', () => {
    expect(surface.points.map((point) => [point.interface.id, point.state, point.reach])).toEqual([
      ['IF-1', 'open', 'internet'],
      ['IF-2', 'closed', 'none'],
      ['IF-3', 'service-only', 'physical'],
      ['IF-4', 'unknown', 'unknown'],
    ]);
  });

  test('each with its flows, its threats and who may act there', () => {
    expect(surface.points.map((point) => point.flows.map((flow) => flow.id))).toEqual([['DF-1'], [], [], []]);
    expect(surface.points.map((point) => point.threats.length)).toEqual([0, 0, 1, 0]);
    expect(
      surface.points.map((point) => point.agents.map(({ agent, certainty }) => `${agent.id} ${certainty}`)),
    ).toEqual([['AG-1 yes'], [], [], ['AG-1 unknown']]);
  });

  test('a flow without interface is a way in that nobody described', () => {
    expect(surface.flowsWithoutInterface.map((flow) => flow.id)).toEqual(['DF-2']);
  });

  test('with an interface that cannot be read, there may be more', () => {
    expect(surface.isOpen).toBe(false);
    expect(attackSurface(modelOf('interfaces:\n  - { id: IF-1, title: "broken }\n')).isOpen).toBe(true);
  });
});

test('assets in transit, at rest and passing; flows and stores of which nobody wrote what they hold', () => {
  const found = assetsInPlaces(
    modelOf(`
boundaries: [{ id: TB-1 }]
items:
  - { id: EL-1, boundary: TB-1 }
  - { id: EL-2, role: store, assets: AS-1 }
  - { id: EL-3, role: store }
flows:
  - { id: DF-1, from: EL-1, to: EL-2, assets: AS-1, protection: TLS 1.3 }
  - { id: DF-2, from: EL-1, to: EL-3 }
  - { id: DF-3, from: EL-1, to: EL-99, assets: AS-1 }
assets: [{ id: AS-1 }, { id: AS-2, stands-for: EL-1 }]
`),
  );
  const [first, second] = found.assets;
  expect(first!.inTransit.map(({ flow, crosses, protection }) => [flow.id, crosses, protection])).toEqual([
    ['DF-1', ['TB-1'], 'TLS 1.3'],
    ['DF-3', 'unknown', undefined],
  ]);
  expect(first!.atRest.map((item) => item.id)).toEqual(['EL-2']);
  expect(first!.passes.map((item) => item.id)).toEqual(['EL-1']);
  expect(second!.standsFor).toEqual(['EL-1']);
  expect(found.flowsWithoutAsset.map((flow) => flow.id)).toEqual(['DF-2']);
  expect(found.storesWithoutAsset.map((item) => item.id)).toEqual(['EL-3']);
});

describe('operating states of use cases', () => {
  const MODEL = `
items: [{ id: EL-1 }, { id: EL-2 }]
flows:
  - { id: DF-1, from: EL-1, to: EL-2, assets: AS-1 }
  - { id: DF-2, from: EL-2, to: EL-1 }
assets: [{ id: AS-1, type: function }, { id: AS-2, type: function }, { id: AS-3, type: data }]
controls: [{ id: SC-1, domain: security }]
views:
  - id: VW-1
    purpose: security-use-case
    steps:
      - { name: Dose, flows: [DF-2, DF-1, DF-2], controls: SC-1, operating: standby, clinical: [therapy, alarm] }
      - { name: Start, flows: [DF-1] }
  - { id: VW-2, purpose: global, steps: [{ flows: DF-1, operating: power-on }] }
`;

  test('steps keep their flows in the order in which they were written, also twice', () => {
    const trace = modelOf(MODEL);
    const [first] = stepsOf(record(trace, 'view', 'VW-1'), trace);
    expect(first!.flows.map((flow) => flow.id)).toEqual(['DF-2', 'DF-1', 'DF-2']);
    expect(first!.controls.map((control) => control.id)).toEqual(['SC-1']);
    expect(first!.states).toEqual(['standby', 'therapy', 'alarm']);
  });

  test('a function is covered in the states that a step with one of its flows names; other views do not count', () => {
    const rows = functionStates(modelOf(MODEL));
    expect(rows.map((row) => row.function.id)).toEqual(['AS-1', 'AS-2']);
    const covered = [...rows[0]!.steps].filter(([, steps]) => steps.length > 0).map(([state]) => state);
    expect(covered).toEqual(['standby', 'alarm', 'therapy']);
    expect(rows[0]!.stateless.map((step) => step.name)).toEqual(['Start']);
  });

  test('no use case touches a function: every state is a hole', () => {
    const [, second] = functionStates(modelOf(MODEL));
    expect([...second!.steps.values()].every((steps) => steps.length === 0)).toBe(true);
    expect(second!.stateless).toEqual([]);
  });
});
