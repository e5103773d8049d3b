/** From the form to the sheet, as staff use it over HTTP. */
// @verifies TC-F01, TC-F02, TC-F03, TC-F04, TC-F07, TC-F08, TC-F13
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { objectAt } from '../attachments/address.js';
import { ADA, CLERK, FOREIGN, FOREIGN_LABORATORY, LABORATORY, newInstallation, NURSE_OF_W9, type Installation } from './installation.test-support.js';
import { scan } from './hostile-files.test-support.js';

let labdesk: Installation;
before(async () => {
  labdesk = await newInstallation();
});
after(() => labdesk.close());

async function count(): Promise<number> {
  const { rows } = await labdesk.database.query<{ n: number }>('SELECT count(*)::int AS n FROM orders');
  return rows[0]?.n ?? -1;
}

async function acknowledge(number: string): Promise<void> {
  await labdesk.database.query("UPDATE orders SET state = 'acknowledged' WHERE number = $1", [number]);
}

test('TC-F01 a complete form gives one order with a number', async () => {
  const number = await labdesk.order(CLERK, { comment: 'Fasting since 22:00 – ä, é, ß' });
  assert.match(number, /^\d{2}-\d{6}$/);
  const page = await (await labdesk.request(CLERK, 'GET', `/orders/${number}`)).text();
  for (const said of ['Testfall, Ada', '1961-04-02', '99000017', 'W3', 'NA', 'Fasting since 22:00 – ä, é, ß']) assert.ok(page.includes(said), said);
});

const WRONG: readonly (readonly [field: string, value: string, says: string])[] = [
  ['patient-number', '9900001', 'eight digits'],
  ['patient-number', '9900001x', 'eight digits'],
  ['patient', 'Ada', 'Family, Given'],
  ['patient', `${'x'.repeat(120)}, y`, 'Family, Given'],
  ['born', '1961-02-30', 'day of birth'],
  ['born', '2961-02-03', 'day of birth'],
  ['test', 'XYZ', 'does not offer XYZ'],
  ['comment', 'x'.repeat(501), 'at most 500'],
  ['ward', 'W9', 'your own wards'],
  ['paper-number', 'P-12', 'six digits'],
];

test('TC-F01 each wrong field is named in words, and nothing is stored', async () => {
  const stored = await count();
  for (const [field, value, says] of WRONG) {
    const answer = await labdesk.request(CLERK, 'POST', '/orders', { ...ADA, 'form-key': randomUUID(), [field]: value });
    assert.equal(answer.status, 422, field);
    assert.ok((await answer.text()).includes(says), says);
  }
  assert.equal(await count(), stored);
});

test('TC-F01 the same form sent twice, and ten times at once, gives the same order', async () => {
  const stored = await count();
  const key = { 'form-key': randomUUID() };
  const numbers = await Promise.all(Array.from({ length: 10 }, () => labdesk.order(CLERK, key)));
  assert.equal(new Set(numbers).size, 1);
  assert.equal(await count(), stored + 1);
});

test('TC-F01 the key of a form of somebody else opens nothing', async () => {
  const key = randomUUID();
  await labdesk.order(CLERK, { 'form-key': key });
  const answer = await labdesk.request(NURSE_OF_W9, 'POST', '/orders', { ...ADA, ward: 'W9', 'form-key': key });
  assert.equal(answer.status, 409);
});

test('TC-F02 the newest orders of the own wards stand on the list, newest first', async () => {
  const first = await labdesk.order(CLERK, { patient: 'Listtest, Eins' });
  const second = await labdesk.order(CLERK, { patient: 'Listtest, Zwei', ward: 'W4' });
  const foreign = await labdesk.order(NURSE_OF_W9, { ward: 'W9' });
  const page = await (await labdesk.request(CLERK, 'GET', '/orders')).text();
  assert.ok(page.indexOf(second) < page.indexOf(first) && page.includes(first));
  assert.ok(!page.includes(foreign));
});

test('TC-F02 a ward that was opened a minute ago is on the list of a user who is signed in', async () => {
  const number = await labdesk.order(NURSE_OF_W9, { ward: 'W9' });
  const users = labdesk.around.findUser;
  Object.assign(labdesk.around, { findUser: async () => ({ ...CLERK, wards: ['W3', 'W9'] }) });
  const page = await (await labdesk.request(CLERK, 'GET', '/orders')).text();
  Object.assign(labdesk.around, { findUser: users });
  assert.ok(page.includes(number));
});

test('TC-F02 with 2,000 orders on a ward the page is there within two seconds', async () => {
  await labdesk.database.exec(`
    INSERT INTO orders (tenant, ward, patient_number, patient, born, tests, form_key, entered, entered_by)
    SELECT 'north', 'W4', '99000099', 'Menge, Nr ' || n, '1950-01-01', '{NA}', gen_random_uuid(), now() - n * interval '1 minute', 'u-clerk'
      FROM generate_series(1, 2000) n`);
  const begin = performance.now();
  const page = await (await labdesk.request(CLERK, 'GET', '/orders')).text();
  assert.ok(performance.now() - begin < 2000);
  assert.equal(page.match(/<tr>/g)?.length, 200);
});

test('TC-F02 the page does not change by itself', async () => {
  const answer = await labdesk.request(CLERK, 'GET', '/orders');
  assert.equal(answer.headers.get('refresh'), null);
  assert.doesNotMatch(await answer.text(), /http-equiv|<script/i);
});

test('TC-F03 an order is found by number, patient, patient number and day', async () => {
  const number = await labdesk.order(CLERK, { patient: 'Suchtest, Özgür', 'patient-number': '99000555' });
  for (const wanted of [number, 'suchtest', 'özgür', '99000555']) {
    const page = await (await labdesk.request(CLERK, 'GET', `/orders?find=${encodeURIComponent(wanted)}`)).text();
    assert.ok(page.includes(number), wanted);
  }
  const { rows } = await labdesk.database.query<{ day: string }>("SELECT to_char(now(), 'YYYY-MM-DD') AS day");
  assert.ok((await (await labdesk.request(CLERK, 'GET', `/orders?find=${rows[0]?.day}`)).text()).includes(number));
});

test('TC-F03 staff of other wards and hospitals do not find it', async () => {
  const number = await labdesk.order(CLERK, { patient: 'Verborgen, Vera' });
  for (const user of [NURSE_OF_W9, FOREIGN, FOREIGN_LABORATORY]) {
    for (const wanted of [number, 'verborgen']) {
      assert.ok(!(await (await labdesk.request(user, 'GET', `/orders?find=${wanted}`)).text()).includes(number));
    }
  }
});

test('TC-F04 the sheet carries number, identifiers, ward, tests, comment and time of printing', async () => {
  const number = await labdesk.order(CLERK, { comment: 'Left arm' });
  const sheet = await (await labdesk.request(CLERK, 'GET', `/orders/${number}/sheet`)).text();
  for (const said of [number, 'Testfall, Ada', '1961-04-02', '99000017', 'W3', 'NA', 'Left arm', 'Printed 20']) assert.ok(sheet.includes(said), said);
  assert.deepEqual(labdesk.events.at(-1)?.action, 'print');
});

test('TC-F07 an acknowledged order is marked once, with person and time', async () => {
  const number = await labdesk.order(CLERK);
  await acknowledge(number);
  assert.equal((await labdesk.request(LABORATORY, 'POST', `/orders/${number}/receipt`)).status, 303);
  const first = await labdesk.database.query('SELECT received, received_by FROM orders WHERE number = $1', [number]);
  labdesk.moveClock(1);
  assert.equal((await labdesk.request(LABORATORY, 'POST', `/orders/${number}/receipt`)).status, 409);
  const second = await labdesk.database.query('SELECT received, received_by FROM orders WHERE number = $1', [number]);
  assert.deepEqual(second.rows, first.rows);
  assert.ok((await (await labdesk.request(LABORATORY, 'GET', '/orders')).text()).includes('samples received'));
});

test('TC-F07 not before the acknowledgement, not by clerks, not by another hospital', async () => {
  const waiting = await labdesk.order(CLERK);
  assert.equal((await labdesk.request(LABORATORY, 'POST', `/orders/${waiting}/receipt`)).status, 409);
  await acknowledge(waiting);
  for (const user of [CLERK, FOREIGN, FOREIGN_LABORATORY]) {
    assert.equal((await labdesk.request(user, 'POST', `/orders/${waiting}/receipt`)).status, 404, user.id);
  }
});

test('TC-F08 a scan opens from its own order and from no other one', async () => {
  const [with_, without] = [await labdesk.order(CLERK), await labdesk.order(CLERK)];
  assert.equal((await labdesk.request(CLERK, 'PUT', `/orders/${with_}/form`, scan('first'))).status, 303);
  const answer = await labdesk.request(CLERK, 'GET', `/orders/${with_}/form`);
  const { attachments, now } = labdesk.around.site;
  const object = objectAt(new URL(answer.headers.get('location') ?? ''), attachments.key, now());
  assert.ok(object !== undefined && Buffer.from(labdesk.stored.get(object) ?? []).equals(scan('first')));
  assert.equal((await labdesk.request(CLERK, 'GET', `/orders/${without}/form`)).status, 404);
  assert.equal((await labdesk.request(NURSE_OF_W9, 'GET', `/orders/${with_}/form`)).status, 404);
});

test('TC-F13 a paper form is taken once, and the second time leads to its order', async () => {
  const paper = { 'paper-number': 'P-004711' };
  const number = await labdesk.order(CLERK, paper);
  assert.equal(await labdesk.order(CLERK, paper), number);
  const hidden = await labdesk.request(NURSE_OF_W9, 'POST', '/orders', { ...ADA, ...paper, ward: 'W9', 'form-key': randomUUID() });
  assert.equal(hidden.status, 409);
  assert.notEqual(await labdesk.order(FOREIGN, paper), number);
});
