/** Random bytes at the laboratory interface, as frames and between them. */
// @verifies TC-Z05
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { random } from '../web/random.test-support.js';
import { readAcknowledgement } from './acknowledgement.js';
import { framed, FrameReader } from './framing.js';
import { acknowledgement } from './laboratory.test-support.js';
import { escaped } from './order-message.js';

const SITE = { facility: 'LAB-NORTH', waiting: [{ number: '26-004711', controlId: 'LD26004711' }] };

test('TC-Z05 20,000 pieces of random bytes (seed 7) are read or refused', () => {
  const next = random(7);
  let reader = new FrameReader();
  for (let round = 0; round < 20_000; round += 1) {
    const read = reader.read(next.pick([next.bytes(80), framed(next.text(60))]));
    if (read === 'broken') reader = new FrameReader();
    for (const message of read === 'broken' ? [] : read) assert.equal(readAcknowledgement(message, SITE).is, 'refused');
  }
});

test('TC-Z05 20,000 acknowledgements with one random change (seed 8) take no order that was not named', () => {
  const next = random(8);
  const right = acknowledgement('LAB-NORTH', 'AA', 'LD26004711');
  for (let round = 0; round < 20_000; round += 1) {
    const at = next.number(right.length);
    const changed = `${right.slice(0, at)}${next.text(3)}${right.slice(at + next.number(4))}`;
    const answer = readAcknowledgement(changed, SITE);
    if (answer.is !== 'refused') assert.ok(changed.includes('LAB-NORTH') && changed.includes('LD26004711'), JSON.stringify(changed));
  }
});

test('TC-Z05 a frame without an end is given up', () => {
  const reader = new FrameReader();
  reader.read(Uint8Array.of(0x0b));
  const answers = Array.from({ length: 20 }, () => reader.read(new Uint8Array(8192).fill(65)));
  assert.ok(answers.includes('broken'));
});

test('TC-Z05 20,000 random texts (seed 9) leave as one field', () => {
  const next = random(9);
  for (let round = 0; round < 20_000; round += 1) assert.doesNotMatch(escaped(next.text(80)), /[|^&~\r\n]/);
});
