/** Finds usable interfaces that the integration plan passes over although it names others. */
import type { Trace } from '../trace/index.js';
import { documentsOf } from './looked-at-again.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'plan-misses-interface',
  title: 'Interface that the integration plan passes over',
  why: 'An interface that no plan names is tested by chance.',
  because: 'both',
  basis: ['iec62304:5.1.5', 'iec81001-5-1:5.6'],
  serves: ['software-integration-plan'],
  severity: 'warning',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      interfaces:
        - { id: IF-1, title: Web access, item: EL-1, medium: HTTPS, enabled: yes, reach: internet }
        - { id: IF-2, title: Printer, item: EL-1, medium: Ethernet, enabled: yes, reach: network }   # gap
      documents:
        - { id: DOC-1, title: Integration plan, covers: [software-integration-plan], about: [IF-1] }`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      interfaces:
        - { id: IF-1, title: Web access, item: EL-1, medium: HTTPS, enabled: yes, reach: internet }
        - { id: IF-2, title: Printer, item: EL-1, medium: Ethernet, enabled: yes, reach: network }
      documents:
        - { id: DOC-1, title: Integration plan, covers: [software-integration-plan], about: [IF-1, IF-2] }`,
  },

  *check({ trace }) {
    const planned = plannedInterfaces(trace);
    if (planned.size === 0) return;
    for (const port of trace.all('interface')) {
      if (port.fields.enabled === 'no' || port.fields['power-only'] || planned.has(port.id)) continue;
      const [item] = trace.linkedOf(port, 'item', 'item');
      if ((item?.fields.scope ?? 'device') !== 'device') continue;
      yield {
        at: port,
        what: `The integration plan names ${planned.size} interfaces, and not ${port.id}.`,
        do: `Add ${port.id} to \`about:\` of the plan, or record a decision.`,
      };
    }
  },

  // A plan that is about no interface by a link may name all of them in its text.
  undecided: ({ trace }) => plannedInterfaces(trace).size === 0,
});

function plannedInterfaces(trace: Trace): ReadonlySet<string> {
  const plans = documentsOf('software-integration-plan', trace);
  return new Set(plans.flatMap((plan) => trace.linkedOf(plan, 'about', 'interface')).map((port) => port.id));
}
