/** Mails: what stands in them, when they go out, and what a failing provider does. */
// @verifies TC-S16, TC-F09, TC-I07
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sendDueNotices, type Mailing } from './due-notices.js';
import { CLERK, LABORATORY, newInstallation } from './installation.test-support.js';
import { renderNotice, sendNotice, type Mail, type NoticeKind } from './notices.js';
import type { Database } from './order-search.js';
import { asUser } from './row-rules.js';

const SITE = new URL('https://north.labdesk.example');
const KINDS: readonly NoticeKind[] = ['refused-order', 'not-acknowledged', 'account-change'];

for (const kind of KINDS) {
  test(`TC-S16 ${kind}: one link and nothing of an order`, () => {
    const { subject, text } = renderNotice(kind, SITE);
    assert.deepEqual(`${subject} ${text}`.match(/https?:\S+/g), ['https://north.labdesk.example/orders']);
    assert.doesNotMatch(`${subject} ${text}`, /\d/);
  });
}

/** A clock that each try moves on by five minutes. */
function clock(): Mailing['clock'] {
  let now = Date.now();
  return { now: () => new Date(now), wait: async () => void (now += 5 * 60_000) };
}

const MAIL: Mail = { subject: 's', text: 't' };

test('TC-I07 a mail that is refused is tried again, and sent once', async () => {
  let tries = 0;
  const client = { send: async () => (tries += 1) === 3 };
  assert.equal(await sendNotice(client, 'w3@north.example', MAIL, clock()), 'sent');
  assert.equal(tries, 3);
});

test('TC-I07 a provider that is down for an hour costs the mail and nothing else', async () => {
  let tries = 0;
  const client = { send: () => Promise.reject(new Error(`refused ${(tries += 1)}`)) };
  assert.equal(await sendNotice(client, 'w3@north.example', MAIL, clock()), 'dropped');
  assert.equal(tries, 12);
});

test('TC-F09 one mail for an order without answer after fifteen minutes, none for others', async () => {
  const labdesk = await newInstallation();
  const [late, ward4, acknowledged, refused] = [
    await labdesk.order(CLERK),
    await labdesk.order(CLERK, { ward: 'W4' }),
    await labdesk.order(CLERK),
    await labdesk.order(CLERK),
  ];
  await labdesk.database.query("UPDATE orders SET entered = now() - interval '16 minutes' WHERE number <> $1", [ward4]);
  await labdesk.database.query("UPDATE orders SET state = 'acknowledged' WHERE number = $1", [acknowledged]);
  await labdesk.database.query("UPDATE orders SET state = 'rejected' WHERE number = $1", [refused]);
  const sent: string[] = [];
  const mailing: Mailing = {
    client: { send: async (to, { subject }) => sent.push(`${to} ${subject}`) > 0 },
    site: SITE,
    mailboxes: new Map([['W3', 'w3@north.example'], ['W4', 'w4@north.example']]),
    clock: clock(),
  };
  const send = (): Promise<number> => asUser(labdesk.database as Database, LABORATORY, (own) => sendDueNotices(own, 'north', mailing));
  assert.equal(await send(), 2);
  assert.equal(await send(), 0);
  await labdesk.close();
  assert.deepEqual(sent.toSorted(), ['w3@north.example LabDesk: an order has no answer', 'w3@north.example LabDesk: an order was refused']);
  assert.ok(late !== refused);
});
