/** Some of the 40 hostile files of the upload suite. */
// @verifies TC-S06
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkUpload, DOWNLOAD_HEADERS, type Scanner } from './uploads.js';

const CLEAN: Scanner = { isClean: async () => true };
const MEGABYTES_10 = 10 * 1024 * 1024;

function file(begin: string, bytes = 64): Uint8Array {
  return Buffer.concat([Buffer.from(begin, 'latin1'), Buffer.alloc(Math.max(0, bytes - begin.length))]);
}

test('TC-S06 other types are refused, whatever they are called', async () => {
  for (const begin of ['MZ', 'PK\u0003\u0004', '<html>', '\u0000\u0000', '%pdf-', ' %PDF-']) {
    assert.deepEqual(await checkUpload(file(begin), CLEAN), { accepted: false, why: 'not-pdf' });
  }
});

test('TC-S06 10 MB plus one byte is refused', async () => {
  assert.deepEqual(await checkUpload(file('%PDF-1.7', MEGABYTES_10 + 1), CLEAN), { accepted: false, why: 'too-large' });
});

test('TC-S06 a scanner that finds something, or says nothing, refuses', async () => {
  assert.deepEqual(await checkUpload(file('%PDF-1.7'), { isClean: async () => false }), {
    accepted: false,
    why: 'not-clean',
  });
  assert.deepEqual(await checkUpload(file('%PDF-1.7'), { isClean: async () => undefined }), {
    accepted: false,
    why: 'not-scanned',
  });
});

test('TC-S06 ten real scans pass, each under a name of its own', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => checkUpload(file('%PDF-1.7'), CLEAN)));
  const names = answers.map((answer) => (answer.accepted ? answer.objectName : ''));
  assert.equal(new Set(names).size, 10);
  for (const name of names) assert.match(name, /^[0-9a-f-]{36}\.pdf$/);
});

test('TC-S06 a page that begins like a PDF is refused', async () => {
  const answer = await checkUpload(file('%PDF-<html><script>alert(1)</script>'), CLEAN);
  assert.deepEqual(answer, { accepted: false, why: 'not-pdf' });
});

test('a download opens nowhere', () => {
  assert.equal(DOWNLOAD_HEADERS['Content-Disposition'], 'attachment');
  assert.equal(DOWNLOAD_HEADERS['X-Content-Type-Options'], 'nosniff');
});
