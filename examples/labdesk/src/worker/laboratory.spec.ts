/** From the stored order to the laboratory system and back, over TCP and a real database. */
// @verifies TC-F05, TC-F06, TC-S10, TC-S24, TC-S31, TC-I04, TC-I06
import assert from 'node:assert/strict';
import type { Socket } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import { CLERK, newInstallation, type Installation } from '../web/installation.test-support.js';
import { framed } from './framing.js';
import { acknowledgement, newLaboratory, type TestLaboratory } from './laboratory.test-support.js';
import { answersOf, openPeer, sendWaiting, type Peer } from './peer.js';
import type { Queue } from './queue.js';

let labdesk: Installation;
let laboratory: TestLaboratory;
let socket: Socket;
let peer: Peer;
let queue: Queue;
const refused: string[] = [];

before(async () => {
  labdesk = await newInstallation();
  laboratory = await newLaboratory();
  peer = { tenant: 'north', host: '127.0.0.1', port: laboratory.port, sendingFacility: 'WARD', laboratoryFacility: 'LAB-NORTH' };
  // Each statement with the rights of the worker, between those of the web application.
  queue = {
    query: (statement, values) =>
      labdesk.around.withConnection(async (database) => {
        await labdesk.database.exec("SET ROLE interface_worker; SET labdesk.tenant = 'north'");
        try {
          return (await (database as unknown as Queue).query(statement, values)) as never;
        } finally {
          await labdesk.database.exec('RESET ROLE; RESET labdesk.tenant');
        }
      }),
  };
  socket = openPeer(peer);
  await new Promise((resolve) => socket.once('connect', resolve));
  const take = answersOf(socket, queue, peer, (why) => refused.push(why));
  let last: Promise<void> = Promise.resolve();
  socket.on('data', (bytes) => void (last = last.then(() => take(bytes))));
});
after(async () => {
  socket.destroy();
  await laboratory.close();
  await labdesk.close();
});
beforeEach(() => {
  laboratory.answerWith('AA');
  refused.length = 0;
});

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 150));
const in_ = (seconds: number): Date => new Date(Date.now() + seconds * 1000);

async function stateOf(number: string): Promise<unknown> {
  const { rows } = await labdesk.database.query<{ state: string }>('SELECT state FROM orders WHERE number = $1', [number]);
  return rows[0]?.state;
}

async function silentOrder(): Promise<{ readonly number: string; readonly controlId: string }> {
  laboratory.answerWith(undefined);
  const number = await labdesk.order(CLERK);
  await sendWaiting(socket, queue, peer, new Date());
  await settled();
  return { number, controlId: `LD${number.replace('-', '')}` };
}

/** What stands for a separator in a text; the sign of escapes itself comes last. */
const SIGNS = [['F', '|'], ['S', '^'], ['T', '&'], ['R', '~'], ['X0D', '\r'], ['X0A', '\n'], ['E', '\\']] as const;

test('TC-F05 each field arrives letter for letter, and none can begin a segment', async () => {
  const comment = 'a|b^c~d\\e&f\r\nOBR|9|hidden – äß€';
  const number = await labdesk.order(CLERK, { patient: 'O^Neil|x, Áine', comment, test: 'TSH' });
  await sendWaiting(socket, queue, peer, new Date());
  await settled();
  const segments = laboratory.messages.at(-1)?.split('\r') ?? [];
  assert.deepEqual(segments.map((segment) => segment.slice(0, 3)), ['MSH', 'PID', 'PV1', 'ORC', 'OBR', 'NTE', '']);
  const field = (name: string, at: number): string => segments.find((segment) => segment.startsWith(name))?.split('|').at(at) ?? '';
  const said = SIGNS.reduce((text, [code, sign]) => text.replaceAll(`\\${code}\\`, sign), field('NTE', 3));
  assert.equal(said, comment);
  assert.deepEqual([field('ORC', 2), field('PID', 3), field('PID', 7), field('PV1', 3), field('OBR', 4)], [number, '99000017', '19610402', 'W3', 'TSH']);
});

test('TC-F05 an order leaves within one round of the worker, once', async () => {
  const before_ = laboratory.messages.length;
  await labdesk.order(CLERK);
  assert.equal(await sendWaiting(socket, queue, peer, new Date()), 1);
  await settled();
  assert.equal(await sendWaiting(socket, queue, peer, in_(31)), 0);
  assert.equal(laboratory.messages.length, before_ + 1);
});

test('TC-F06 on its way, in the laboratory system, not acknowledged, refused: as the laboratory answered', async () => {
  const says = async (number: string): Promise<string> => (await labdesk.request(CLERK, 'GET', `/orders/${number}`)).text();
  const { number } = await silentOrder();
  assert.ok((await says(number)).includes('on its way'));
  labdesk.moveClock(1);
  assert.ok((await says(number)).includes('NOT ACKNOWLEDGED'));
  labdesk.moveClock(-1);
  laboratory.answerWith('AE');
  await sendWaiting(socket, queue, peer, in_(31));
  await settled();
  assert.ok((await says(number)).includes('REFUSED'));
  laboratory.answerWith('AA');
  const other = await labdesk.order(CLERK);
  await sendWaiting(socket, queue, peer, new Date());
  await settled();
  assert.ok((await says(other)).includes('in the laboratory system'));
});

test('TC-F06 without an answer it is sent again after 30 seconds, under the same number and control id', async () => {
  const { number, controlId } = await silentOrder();
  assert.equal(await sendWaiting(socket, queue, peer, in_(29)), 0);
  laboratory.answerWith('AA');
  assert.equal(await sendWaiting(socket, queue, peer, in_(31)), 1);
  await settled();
  const [first, second] = laboratory.messages.slice(-2);
  for (const message of [first, second]) assert.ok(message?.includes(`|${controlId}|`) && message.includes(`ORC|NW|${number}`));
  assert.equal(await stateOf(number), 'acknowledged');
});

test('TC-S31 the answer to a waiting order is taken, with CR LF too', async () => {
  const { number, controlId } = await silentOrder();
  laboratory.say(framed(acknowledgement('LAB-NORTH', 'AA', controlId).replaceAll('\r', '\r\n')));
  await settled();
  assert.equal(await stateOf(number), 'acknowledged');
  assert.deepEqual(refused, []);
});

const FORGED: readonly (readonly [says: string, message: (controlId: string) => string, why: string])[] = [
  ['of another facility', (id) => acknowledgement('LAB-SOUTH', 'AA', id), 'unknown-facility'],
  ['of an order that nobody sent', () => acknowledgement('LAB-NORTH', 'AA', 'LD26999999'), 'unmatched'],
  ['without a header', (id) => `MSA|AA|${id}\r`, 'not-readable'],
  ['with the facility in another place', (id) => acknowledgement('LAB-SOUTH', 'AA', id).replace('LABDESK', 'LAB-NORTH'), 'unknown-facility'],
];

for (const [says, message, why] of FORGED) {
  test(`TC-S10 an answer ${says} changes nothing and is logged`, async () => {
    const { number, controlId } = await silentOrder();
    laboratory.say(framed(message(controlId)));
    await settled();
    assert.equal(await stateOf(number), 'sent');
    assert.deepEqual(refused, [why]);
  });
}

test('TC-S10 a second answer does not take back the first', async () => {
  const { number, controlId } = await silentOrder();
  laboratory.say(framed(acknowledgement('LAB-NORTH', 'AA', controlId)));
  await settled();
  laboratory.say(framed(acknowledgement('LAB-NORTH', 'AE', controlId)));
  await settled();
  assert.equal(await stateOf(number), 'acknowledged');
  assert.deepEqual(refused, ['unmatched']);
});

test('TC-I06 a message in pieces, and two in one piece, are read', async () => {
  const [one, two] = [await silentOrder(), await silentOrder()];
  const bytes = framed(acknowledgement('LAB-NORTH', 'AA', one.controlId));
  laboratory.say(bytes.subarray(0, 40));
  await settled();
  laboratory.say(Buffer.concat([bytes.subarray(40), framed(acknowledgement('LAB-NORTH', 'AA', two.controlId))]));
  await settled();
  assert.deepEqual([await stateOf(one.number), await stateOf(two.number)], ['acknowledged', 'acknowledged']);
});

test('TC-I06 a peer that does not answer delays no other order and loses none', async () => {
  const { number } = await silentOrder();
  for (const seconds of [31, 62, 93]) assert.ok((await sendWaiting(socket, queue, peer, in_(seconds))) >= 1);
  laboratory.answerWith('AA');
  await sendWaiting(socket, queue, peer, in_(124));
  await settled();
  assert.equal(await stateOf(number), 'acknowledged');
});

test('TC-S24 what it does for an order from entry to acknowledgement, it does with its own role', async () => {
  const { rows } = await queue.query('SELECT current_user::text AS number', []);
  assert.equal(rows[0]?.number, 'interface_worker');
  const number = await labdesk.order(CLERK);
  assert.equal(await sendWaiting(socket, queue, peer, new Date()), 1);
  await settled();
  assert.equal(await stateOf(number), 'acknowledged');
});

test('TC-I04 web application and worker meet in the queue: what one stores, the other sends', async () => {
  const number = await labdesk.order(CLERK, { patient: 'Schlange, Sven' });
  await sendWaiting(socket, queue, peer, new Date());
  await settled();
  assert.ok(laboratory.messages.at(-1)?.includes('PID|1||99000017||Schlange^Sven'));
  assert.equal(await stateOf(number), 'acknowledged');
});

test('TC-I04 a connection that breaks gives an error and not an empty list', async () => {
  const broken: Queue = { query: () => Promise.reject(new Error('connection terminated')) };
  await assert.rejects(sendWaiting(socket, broken, peer, new Date()), /terminated/);
});
