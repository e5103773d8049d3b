/** Injection suite: hostile texts through every field that ends in a statement, against a real database. */
// @verifies TC-S04, TC-S27
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, test } from 'node:test';
import { ADA, CLERK, FOREIGN, newInstallation, type Installation } from './installation.test-support.js';

const HOSTILE = [
  "' OR 1=1 --", "'; DROP TABLE orders; --", "x' UNION SELECT secret FROM users --", '" OR ""="', '$1', '$1; SELECT 1', '%', '_', '\\', "\\' OR 1=1",
  '\u0000', "'||pg_sleep(5)||'", '{W9}', 'W3,W9', "W3'; SET ROLE postgres; --", '\u001f', '/* */ OR true', 'ʼ OR 1=1', '0; COMMIT; BEGIN', "E'\\x27'",
];

let labdesk: Installation;
let hidden: string;
before(async () => {
  labdesk = await newInstallation();
  hidden = await labdesk.order(FOREIGN, { patient: 'Fremd, Frieda' });
});
after(() => labdesk.close());

const rows = (page: string): number => page.match(/<tr>/g)?.length ?? 0;

test('TC-S04 a hostile text in the search gives what a harmless one without hits gives', async () => {
  for (const typed of HOSTILE) {
    const answer = await labdesk.request(CLERK, 'GET', `/orders?find=${encodeURIComponent(typed)}`);
    const page = await answer.text();
    assert.ok(rows(page) === 0 && !page.includes(hidden), typed);
    assert.doesNotMatch(page, /syntax error|PostgreSQL|invalid byte|relation/i);
  }
});

test('TC-S04 in every field of the form it is refused or stored as text', async () => {
  for (const field of ['form-key', 'ward', 'patient-number', 'patient', 'born', 'test', 'comment', 'paper-number']) {
    for (const typed of HOSTILE) {
      const answer = await labdesk.request(CLERK, 'POST', '/orders', { ...ADA, 'form-key': randomUUID(), [field]: typed });
      assert.ok([303, 409, 422].includes(answer.status), `${field} ${typed}: ${answer.status}`);
      assert.doesNotMatch(await answer.text(), /syntax error|PostgreSQL|invalid byte|relation/i);
    }
  }
  const { rows: left } = await labdesk.database.query<{ n: number }>("SELECT count(*)::int AS n FROM orders WHERE tenant = 'south'");
  assert.equal(left[0]?.n, 1);
});

test('TC-S04 in the address it finds no order', async () => {
  for (const typed of HOSTILE) {
    const answer = await labdesk.request(CLERK, 'GET', `/orders/${encodeURIComponent(typed)}`);
    assert.ok([400, 404].includes(answer.status), typed);
    assert.doesNotMatch(await answer.text(), /syntax error|PostgreSQL|invalid byte|relation/i);
  }
});

test('TC-S27 a name with an apostrophe is stored and found', async () => {
  const number = await labdesk.order(CLERK, { patient: "O'Neil, Áine" });
  assert.ok((await (await labdesk.request(CLERK, 'GET', "/orders?find=o'neil")).text()).includes(number));
});

test('TC-S27 wildcards are searched for, not obeyed', async () => {
  const number = await labdesk.order(CLERK, { patient: '100%_x, Test' });
  assert.ok((await (await labdesk.request(CLERK, 'GET', '/orders?find=100%25_')).text()).includes(number));
  assert.equal(rows(await (await labdesk.request(CLERK, 'GET', '/orders?find=1%25x')).text()), 0);
});
