/** Finds usable interfaces that no test exercises. */
import type { AnyRecord } from '../records/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'interface-without-integration-test',
  title: 'Usable interface that no test exercises',
  why: 'Parts that work alone may fail together, and every way in that is never tested is a way in for others.',
  because: 'both',
  basis: ['iec62304:5.6.3', 'iec81001-5-1:5.6', 'fda-premarket:FDA-CY-TEST-SURFACE'],
  serves: ['integration-test-records', 'security-test-report', 'traceability-matrix'],
  severity: 'error',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      interfaces:
        - { id: IF-1, title: Web access, item: EL-1, medium: HTTPS, enabled: yes, reach: internet }   # gap
        - { id: IF-2, title: Debug port, item: EL-1, medium: UART, enabled: no, reach: physical }`,
    ok: `
      items:
        - { id: EL-1, title: Order service, role: process, parent: SW-1 }
      interfaces:
        - { id: IF-1, title: Web access, item: EL-1, medium: HTTPS, enabled: yes, reach: internet }
      tests:
        - { id: TC-1, level: integration, title: Orders over the web access, verifies: [IF-1] }`,
  },

  lacks: (port) => ({
    what: `No test exercises ${port.id}, which ${useOf(port)} in the field.`,
    do: `Write a test with \`verifies: [${port.id}]\`, for wrong input and failure of the other side too.`,
  }),
});

function useOf(port: AnyRecord): string {
  return port.kind === 'interface' && port.fields.enabled !== undefined ? 'can be used' : 'may be usable';
}
