/** Configurations at and beside the baseline. */
// @verifies TC-S15
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviations, type Deployed } from './baseline.js';

const GOOD: Deployed = {
  volumes: [{ name: 'db-data', encrypted: true, key: 'kms:labdesk-north' }],
  buckets: [{ name: 'forms-north', encrypted: true, key: 'kms:labdesk-north', isPublic: false }],
  databases: [
    { name: 'north', isTest: false, patientNumbers: ['10000001'] },
    { name: 'staging', isTest: true, patientNumbers: ['99000001'] },
  ],
  openPorts: [443],
};

test('TC-S15 a deployment by the baseline has no deviation', () => {
  assert.deepEqual(deviations(GOOD), []);
});

const WRONG: readonly (readonly [says: RegExp, change: Partial<Deployed>])[] = [
  [/db-data is not encrypted/, { volumes: [{ name: 'db-data', encrypted: false, key: 'kms:labdesk-north' }] }],
  [/db-data is not encrypted with a managed key/, { volumes: [{ name: 'db-data', encrypted: true, key: 'local' }] }],
  [/forms-north can be read by everybody/, { buckets: [{ name: 'forms-north', encrypted: true, key: 'kms:labdesk-north', isPublic: true }] }],
  [/staging is a test database/, { databases: [{ name: 'staging', isTest: true, patientNumbers: ['99000001', '10000001'] }] }],
  [/Port 5432/, { openPorts: [443, 5432] }],
];

for (const [says, change] of WRONG) {
  test(`TC-S15 ${says.source} is told`, () => {
    const found = deviations({ ...GOOD, ...change });
    assert.ok(found.length === 1 && says.test(found[0] ?? ''));
  });
}
