/** Each role and route over HTTP: own ward, other ward, other hospital, counted-up numbers; and the same asked of the database. */
// @verifies TC-S02, TC-S26
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Action, User } from './access.js';
import { CLERK, FOREIGN, FOREIGN_LABORATORY, LABORATORY, newInstallation, NURSE_OF_W9, type Installation } from './installation.test-support.js';
import type { Database } from './order-search.js';
import { ROUTES } from './routes.js';
import { asUser } from './row-rules.js';
import { scan } from './hostile-files.test-support.js';

let labdesk: Installation;
let number: string;
before(async () => {
  labdesk = await newInstallation();
  number = await labdesk.order(CLERK);
});
after(() => labdesk.close());

const OF_ORDERS = ROUTES.filter(({ about }) => about === 'order');
const MAY: ReadonlyMap<User, readonly Action[]> = new Map([
  [CLERK, ['view', 'change', 'print'] as const],
  [LABORATORY, ['view', 'receive'] as const],
  [NURSE_OF_W9, []],
  [FOREIGN, []],
  [FOREIGN_LABORATORY, []],
]);

function ask(user: User | undefined, { method, path }: { readonly method: string; readonly path: string }, of: string): Promise<Response> {
  const body = method === 'put' ? { body: scan('x') } : method === 'post' ? { body: { comment: 'x' } } : {};
  return labdesk.request(user, method.toUpperCase(), path.replace(':number', of), body.body);
}

test('TC-S02 every route names its action, and the list of routes is the whole application', () => {
  assert.equal(ROUTES.length, 8);
  for (const { action } of ROUTES) assert.ok(['view', 'create', 'change', 'print', 'receive'].includes(action));
});

for (const [user, actions] of MAY) {
  for (const route of OF_ORDERS) {
    const may = actions.includes(route.action);
    test(`${may ? 'TC-S26' : 'TC-S02'} ${user.id}: ${route.method} ${route.path} is ${may ? 'answered' : 'not there'}`, async () => {
      const { status } = await ask(user, route, number);
      if (may) assert.ok([200, 303, 404, 409].includes(status) && (status !== 404 || route.path.endsWith('/form')), String(status));
      else assert.equal(status, 404);
    });
  }
}

test('TC-S02 without a session every route leads to sign-in', async () => {
  for (const route of ROUTES) {
    const answer = await ask(undefined, route, number);
    assert.equal(answer.headers.get('location'), '/sign-in', route.path);
  }
});

test('TC-S02 numbers that are counted up show no order of another hospital', async () => {
  for (let at = 1; at <= 50; at += 1) {
    const guess = `${number.slice(0, 3)}${String(at).padStart(6, '0')}`;
    assert.equal((await ask(FOREIGN, { method: 'get', path: '/orders/:number' }, guess)).status, 404);
  }
});

test('TC-S02 an unknown address and a method that is not listed do not exist', async () => {
  for (const [method, path] of [['GET', '/admin'], ['DELETE', `/orders/${number}`], ['GET', '/orders/../status/..%2f'], ['PATCH', '/orders']] as const) {
    assert.equal((await labdesk.request(CLERK, method, path)).status, 404, `${method} ${path}`);
  }
});

test('TC-S02 a form of another site is refused, with a session too', async () => {
  const session = [...labdesk.around.sessions.keys()].at(-1);
  for (const origin of ['https://evil.example', 'null', undefined]) {
    const headers = { cookie: `__Host-labdesk=${session}`, ...(origin !== undefined && { origin }) };
    const answer = await fetch(new URL(`/orders/${number}`, labdesk.origin), { method: 'POST', headers, body: 'comment=x', redirect: 'manual' });
    assert.equal(answer.status, 403);
  }
});

test('TC-S02 the database gives no row of another ward or hospital, whatever is asked of it', async () => {
  const database = labdesk.database as Database;
  for (const user of [NURSE_OF_W9, FOREIGN, FOREIGN_LABORATORY, { ...CLERK, wards: [] }]) {
    const { rows } = await asUser(database, user, (own) => own.query('SELECT * FROM orders WHERE number = $1', [number]));
    assert.equal(rows.length, 0, user.id);
  }
});

test('TC-S02 the role of the web application cannot delete, and cannot move an order to another patient', async () => {
  const database = labdesk.database as Database;
  for (const statement of ['DELETE FROM orders', "UPDATE orders SET patient = 'Other, One'", "UPDATE orders SET ward = 'W9'", "UPDATE orders SET state = 'acknowledged'"]) {
    await assert.rejects(asUser(database, CLERK, (own) => own.query(statement, [])), /permission denied/, statement);
  }
});
