/** A day of a ward, and what the audit log says of it. */
// @verifies TC-S11
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CLERK, LABORATORY, newInstallation, NURSE_OF_W9 } from './installation.test-support.js';
import { scan } from './hostile-files.test-support.js';

test('TC-S11 each action leaves one event, and no event names a patient', async () => {
  const labdesk = await newInstallation();
  const number = await labdesk.order(CLERK, { patient: 'Protokoll, Petra', born: '1944-12-24' });
  await labdesk.request(CLERK, 'GET', `/orders/${number}`);
  await labdesk.request(CLERK, 'POST', `/orders/${number}`, { comment: 'Frau Protokoll, geboren 1944-12-24' });
  await labdesk.request(CLERK, 'PUT', `/orders/${number}/form`, scan('Protokoll'));
  await labdesk.request(CLERK, 'GET', `/orders/${number}/sheet`);
  await labdesk.request(NURSE_OF_W9, 'GET', `/orders/${number}`);
  await labdesk.database.query("UPDATE orders SET state = 'acknowledged'");
  await labdesk.request(LABORATORY, 'POST', `/orders/${number}/receipt`);
  await labdesk.close();

  const said = labdesk.events.map(({ user, action, order }) => `${user} ${action} ${order}`);
  const clerk = ['create', 'view', 'change', 'change', 'print'].map((action) => `u-clerk ${action} ${number}`);
  assert.deepEqual(said, [...clerk, `u-lab receive ${number}`]);
  assert.doesNotMatch(JSON.stringify(labdesk.events), /Protokoll|Petra|1944/);
});

test('TC-S11 an audit store that does not answer holds up no order', async () => {
  const waiting: string[] = [];
  const labdesk = await newInstallation({
    audit: { append: () => Promise.reject(new Error('gone')) },
    waiting: { add: async ({ action }) => void waiting.push(action) },
  });
  await labdesk.order(CLERK);
  await labdesk.close();
  assert.deepEqual(waiting, ['create']);
});
