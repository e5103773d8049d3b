/** Finds elements that reach many patients and of which no threat says whether it does. */
import type { AnyRecord } from '../records/index.js';
import { shortList } from '../shapes/index.js';
import { defineRule } from './define.js';

export default defineRule({
  id: 'multi-patient-risk-not-assessed',
  title: 'Many patients in reach, and no threat says so',
  why: 'An attack on many patients at once is worse than the worst one on a single patient, and is rated so.',
  because: 'cybersecurity',
  basis: ['fda-premarket:FDA-CY-ARCH-MPH'],
  serves: ['security-risk-assessment'],
  severity: 'error',
  applies: 'exposed',

  examples: {
    bad: `
      items:
        - { id: EL-1, title: Dosing service, role: process, parent: SW-1, multi-patient: yes }   # gap
      threats:
        - { id: TH-1, title: Doses are changed, targets: [EL-1], before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S4 } }
        - { id: TH-2, title: The key leaks, targets: [EL-1], assets: [AS-1], before: { vector: AV:P/AC:L/PR:N/UI:N, severity: S4 } }
      assets:
        - { id: AS-1, title: Key of the fleet, type: key, shared: yes }   # gap`,
    ok: `
      items:
        - { id: EL-1, title: Dosing service, role: process, parent: SW-1, multi-patient: yes }
      threats:
        - id: TH-1
          title: Doses are changed
          targets: [EL-1]
          before: { vector: AV:N/AC:L/PR:N/UI:N, severity: S4, multi-patient: yes }`,
  },

  *check({ trace }) {
    for (const item of trace.all('item')) {
      const threats = trace.linkedOf(item, 'threats', 'threat');
      // No threat at all is told by another rule.
      if (!item.fields['multi-patient'] || threats.length === 0) continue;
      if (threats.some((threat) => threat.fields.before?.['multi-patient'] !== undefined)) continue;
      yield {
        at: item,
        field: 'multi-patient',
        what: `${item.id} reaches many patients, and none of its threats says whether one attack does (${shortList(idsOf(threats))}).`,
        do: 'Add `multi-patient: yes` or `no` to the rating before control of these threats.',
        see: threats.slice(0, 5).map((threat) => ({ spot: threat.spot, note: `${threat.id} targets ${item.id}.` })),
      };
    }
    // One secret of many devices: who has it reaches them all.
    for (const asset of trace.all('asset')) {
      const threats = trace.linkedOf(asset, 'threats', 'threat');
      const isSecret = asset.fields.type === 'key' || asset.fields.type === 'credential';
      if (!asset.fields.shared || !isSecret || threats.length === 0) continue;
      if (threats.some((threat) => threat.fields.before?.['multi-patient'] !== undefined)) continue;
      yield {
        at: asset,
        field: 'shared',
        what: `${asset.id} is shared by several devices, and none of its threats says whether one attack reaches many patients (${shortList(idsOf(threats))}).`,
        do: 'Add `multi-patient: yes` or `no` to the rating before control of these threats.',
        see: threats.slice(0, 5).map((threat) => ({ spot: threat.spot, note: `${threat.id} names ${asset.id}.` })),
      };
    }
  },
});

function idsOf(records: readonly AnyRecord[]): readonly string[] {
  return records.map((record) => record.id);
}
