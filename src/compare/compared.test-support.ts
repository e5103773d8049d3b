/** Two states of a small device in memory, compared; for the tests of this room. */
import { assessProject, openProject } from '../compile/index.js';
import type { Assessment } from '../assess/index.js';
import { shippedPacks } from '../packs/index.js';
import { memoryTree } from '../project/index.js';
import { compareModels, type Difference } from './index.js';

export const SETTINGS = `medward: 1
device: { name: Pump, version: 1.0.0, markets: [eu] }
profile: { purpose: other, essential-performance: no, exposure: [short-range-radio], command-path: in }
software: [{ id: SW-1, name: Firmware, form: embedded, class: B, class-reason: A wrong dose may cause a temporary injury. }]
packs: [iec62304@2015, iso14971@2019, iec81001-5-1@2021]
methods: { risk: p1-p2-five-steps, security: cvss31-exploitability }
`;

export const RECORDS = `boundaries:
  - { id: TB-1, title: Device, type: device }
  - { id: TB-2, title: Radio part, type: hardware-partition, parent: TB-1 }
items:
  - { id: EL-1, title: Control, role: process, granularity: item, parent: SW-1, boundary: TB-1 }
  - { id: EL-2, title: Phone, role: external, scope: other-product }
  - { id: EL-3, title: Log, role: store, granularity: item, parent: SW-1, boundary: TB-1 }
interfaces:
  - { id: IF-1, title: Radio, item: EL-1, medium: BLE, enabled: yes, reach: adjacent }
  - { id: IF-2, title: Debug pads, item: EL-1, medium: serial, enabled: no, reach: physical }
  - { id: IF-3, title: Charging port, item: EL-1, medium: USB, enabled: yes, reach: physical, power-only: yes }
assets:
  - { id: AS-1, title: Dose command, type: data }
  - { id: AS-2, title: Device key, type: key, algorithm: Ed25519, shared: no }
flows:
  - { id: DF-1, title: Command, from: EL-2, to: EL-1, via: [IF-1], direction: one-way, authentication: mutual, protection: AES-CCM, assets: [AS-1] }
  - { id: DF-2, title: Log entry, from: EL-1, to: EL-3, direction: one-way, assets: [AS-1] }
agents:
  - { id: AG-1, title: Passer-by, reach: adjacent, skill: medium }
hazards:
  - { id: HAZ-1, title: Overdose, severity: S3 }
risks:
  - { id: RSK-1, title: Wrong dose, hazard: HAZ-1, causes: [EL-1], before: { p1: 3, p2: 3, severity: S3 } }
threats:
  - id: TH-1
    title: Forged command
    targets: [DF-1]
    assets: [AS-1]
    hazards: [HAZ-1]
    before: { vector: AV:A/AC:H/PR:L/UI:N, severity: S3 }
    after: { vector: AV:P/AC:H/PR:H/UI:R, severity: S3 }
  - { id: TH-2, title: Log flood, targets: [EL-3], treatment: accept, harm-to: [service] }
controls:
  - { id: SC-1, title: Signed commands, domain: security, means: software, effect: prevent, mitigates: [TH-1] }
  - { id: RC-1, title: Dose limit, domain: safety, means: software, mitigates: [RSK-1] }
requirements:
  - { id: SRS-1, title: Check the signature, level: software, type: security, satisfies: [SC-1], allocated-to: [EL-1] }
  - { id: SRS-2, title: Limit the dose, level: software, satisfies: [RC-1], allocated-to: [EL-1] }
tests:
  - { id: TC-1, title: Forged commands are refused, level: system, type: threat-mitigation, verifies: [SC-1, SRS-1] }
decisions:
  - { id: DEC-1, title: Flood accepted, type: risk-acceptance, accepts: [TH-2], reason: The log is not needed., by: Ada, date: 2026-11-01 }
`;

const DATE = '2026-11-24';

export function assessed(records: string, settings = SETTINGS): Assessment {
  const tree = memoryTree(
    new Map([
      ['medward.yaml', settings],
      ['records/model.yaml', records],
    ]),
  );
  return assessProject(openProject(tree, { packs: shippedPacks() }), DATE);
}

export type Edit = readonly [from: string, to: string];

/** A text in which nothing is replaced is a slip of the test. */
export function edited(text: string, ...edits: readonly Edit[]): string {
  return edits.reduce((now, [from, to]) => {
    if (!now.includes(from)) throw new Error(`The records do not hold: ${from}`);
    return now.replace(from, to);
  }, text);
}

let base: Assessment | undefined;

/** From the records above to the same after the edits. */
export function differenceBy(...edits: readonly Edit[]): Difference {
  base ??= assessed(RECORDS);
  return compareModels(base, assessed(edited(RECORDS, ...edits)));
}
