/** Finds charging ports of which nothing shows that they carry no data (finding F2). */
import { defineRule } from './define.js';

export default defineRule({
  id: 'power-only-not-shown',
  title: 'Port for power only, and nothing shows it',
  why: 'A port counts as closed only if its data lines cannot be reached on this hardware revision, and a record shows it.',
  because: 'cybersecurity',
  basis: ['iec81001-5-1:7.1.2', 'iec81001-5-1:7.2'],
  serves: ['product-security-context', 'threat-model'],
  severity: 'error',

  examples: {
    bad: {
      records: '',
      settings: `
        profile: { purpose: other, essential-performance: no, exposure: [usb-power-only] }   # gap`,
    },
    ok: {
      records: '',
      facts: { exposure: '[usb-power-only]', 'power-only-shown': 'yes' },
    },
  },

  *check({ overhead, trace, factSpots }) {
    if (!overhead.findings.includes('F2')) return;
    const ports = trace.all('interface').filter((port) => port.fields['power-only']);
    const named = ports.length === 0 ? 'the power-only port of the device' : ports.map((port) => port.id).join(' and ');
    yield {
      spot: factSpots.get('exposure'),
      what: `Nothing shows that no data can pass ${named}.`,
      do: 'Record for this hardware revision how the data lines are cut off, then set `power-only-shown: yes` in the profile.',
      see: ports.slice(0, 5).map((port) => ({ spot: port.spot, note: `${port.id} is said to carry power only.` })),
    };
  },
});
