/** What every answer says to the browser, errors too. */
// @verifies TC-S34
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { CLERK, newInstallation, type Installation } from './installation.test-support.js';

let labdesk: Installation;
before(async () => {
  labdesk = await newInstallation();
});
after(() => labdesk.close());

for (const [path, status] of [['/status', 200], ['/orders', 200], ['/orders/26-000000', 404], ['/nothing', 404], ['/orders/%E0%A4%A', 400]] as const) {
  test(`TC-S34 ${path} carries the policy and says nothing of the server`, async () => {
    const answer = await labdesk.request(CLERK, 'GET', path);
    const policy = answer.headers.get('content-security-policy') ?? '';
    assert.ok(policy.includes("default-src 'none'") && policy.includes("frame-ancestors 'none'"));
    assert.doesNotMatch(policy, /unsafe|\*|data:/);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age=\d{8}/);
    assert.equal(answer.headers.get('x-powered-by'), null);
    assert.doesNotMatch(await answer.text(), /Error|node_modules|at \w+ \(/);
    assert.equal(answer.status, status);
  });
}

test('TC-S34 the status page needs no session and no database', async () => {
  assert.equal((await labdesk.request(undefined, 'GET', '/status')).status, 200);
});

test('TC-S34 a failing database shows no cause', async () => {
  const broken = await newInstallation({ withConnection: () => Promise.reject(new Error('password of labdesk at db-7 refused')) });
  const answer = await broken.request(CLERK, 'GET', '/orders');
  assert.equal(answer.status, 500);
  assert.doesNotMatch(await answer.text(), /db-7|password/);
  await broken.close();
});

test('TC-S34 a body above the limit is refused without being read to its end', async () => {
  const answer = await labdesk.request(CLERK, 'POST', '/orders', { comment: 'x'.repeat(40_000) });
  assert.equal(answer.status, 413);
});
