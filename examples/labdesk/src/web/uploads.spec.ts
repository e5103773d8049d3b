/** The upload suite: ten scans pass, forty hostile files do not. */
// @verifies TC-S06, TC-S28
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOSTILE_FILES, scan } from './hostile-files.test-support.js';
import { CLERK, newInstallation } from './installation.test-support.js';
import { checkUpload, DOWNLOAD_HEADERS, type Scanner } from './uploads.js';

/** Finds the test pattern, as the scanner of an installation does. */
const SCANNER: Scanner = { isClean: async (bytes) => !Buffer.from(bytes).includes('EICAR') };

test('TC-S06 there are forty hostile files', () => {
  assert.equal(HOSTILE_FILES.size, 40);
});

for (const [name, bytes] of HOSTILE_FILES) {
  test(`TC-S06 ${JSON.stringify(name)} is refused`, async () => {
    assert.equal((await checkUpload(bytes, SCANNER)).accepted, false);
  });
}

test('TC-S06 a scanner that finds something, or says nothing, refuses', async () => {
  assert.deepEqual(await checkUpload(scan('x'), { isClean: async () => false }), { accepted: false, why: 'not-clean' });
  assert.deepEqual(await checkUpload(scan('x'), { isClean: async () => undefined }), { accepted: false, why: 'not-scanned' });
});

test('TC-S28 ten scans of five sorts pass, each under a name of its own', async () => {
  const scans = ['1.3', '1.4', '1.5', '1.7', '2.0'].flatMap((version) => [scan('one', version), scan('two', version)]);
  const answers = await Promise.all(scans.map((bytes) => checkUpload(bytes, SCANNER)));
  const names = answers.map((answer) => (answer.accepted ? answer.objectName : answer.why));
  assert.equal(new Set(names).size, 10);
  for (const name of names) assert.match(name, /^[0-9a-f-]{36}\.pdf$/);
});

test('TC-S28 over HTTP the ten are stored as they were sent', async () => {
  const labdesk = await newInstallation();
  const sent = Array.from({ length: 10 }, (_, at) => scan(`form ${at}`));
  for (const bytes of sent) {
    assert.equal((await labdesk.request(CLERK, 'PUT', `/orders/${await labdesk.order(CLERK)}/form`, bytes)).status, 303);
  }
  assert.deepEqual([...labdesk.stored.values()].map((bytes) => Buffer.from(bytes)), sent);
  await labdesk.close();
});

test('TC-S28 a download opens nowhere', () => {
  assert.equal(DOWNLOAD_HEADERS['Content-Disposition'], 'attachment');
  assert.equal(DOWNLOAD_HEADERS['X-Content-Type-Options'], 'nosniff');
});
