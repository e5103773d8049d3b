/** Forged and unmatched messages at the laboratory interface. */
// @verifies TC-S10
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAcknowledgement, type Site } from './acknowledgement.js';

const SITE: Site = { facility: 'LAB-NORTH', waiting: [{ number: '26-004711', controlId: 'M1001' }] };

function message(facility: string, code: string, controlId: string): string {
  return `MSH|^~\\&|LIS|${facility}|LABDESK|WARD|20260511083000||ACK|A77|P|2.5\rMSA|${code}|${controlId}\r`;
}

test('the answer to a waiting order is taken', () => {
  assert.deepEqual(readAcknowledgement(message('LAB-NORTH', 'AA', 'M1001'), SITE), {
    is: 'accepted',
    order: '26-004711',
  });
});

test('TC-S10 another facility changes nothing', () => {
  assert.deepEqual(readAcknowledgement(message('LAB-SOUTH', 'AA', 'M1001'), SITE), {
    is: 'refused',
    why: 'unknown-facility',
  });
});

test('TC-S10 an answer to no waiting order changes nothing', () => {
  for (const controlId of ['M1002', '', 'M100', 'm1001']) {
    assert.deepEqual(readAcknowledgement(message('LAB-NORTH', 'AA', controlId), SITE), {
      is: 'refused',
      why: 'unmatched',
    });
  }
});

test('TC-S10 broken framing changes nothing', () => {
  for (const text of ['', 'MSA|AA|M1001', 'MSH|^~\\&|LIS|LAB-NORTH']) {
    assert.deepEqual(readAcknowledgement(text, SITE), { is: 'refused', why: 'not-readable' });
  }
});

test('only AA accepts: an error or an unknown code leaves the order unacknowledged', () => {
  for (const code of ['AE', 'AR', 'CA', '']) {
    assert.equal(readAcknowledgement(message('LAB-NORTH', code, 'M1001'), SITE).is, 'rejected');
  }
});
