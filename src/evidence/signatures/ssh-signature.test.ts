/** SSH signatures: one that OpenSSH made, keys of each type that ssh-keygen makes here, and what is broken or foreign. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readSshKey, sshFingerprint, sshSignatureFits } from './ssh-keys.js';
import { readSshSignature, sshSignedBytes } from './ssh-signature.js';
import { SshWire, sshString } from './ssh-wire.js';

const FIXTURES = join(import.meta.dirname, '../../../test/fixtures/signatures');

function fixture(name: string): string {
  return readFileSync(join(FIXTURES, name), 'utf8');
}

function blobIn(line: string): Buffer {
  return Buffer.from(line.split(' ')[1] ?? '', 'base64');
}

/** Whether the signature fits the message and the key that it names. */
function isGood(signature: string, message: string): boolean {
  const read = readSshSignature(signature);
  const key = read && readSshKey(read.keyBlob);
  return key !== undefined && sshSignatureFits(key, sshSignedBytes(read!, Buffer.from(message)), read!.signature);
}

test('a signature that OpenSSH made is read and fits; another text does not', () => {
  const signature = fixture('hello.sig');
  expect(readSshSignature(signature)).toMatchObject({ namespace: 'medward', hash: 'sha512' });
  expect(readSshSignature(signature)?.keyBlob).toEqual(blobIn(fixture('hello.pub')));
  expect([isGood(signature, fixture('hello.txt')), isGood(signature, 'hello')]).toEqual([true, false]);
});

test('any changed byte of it fits no more, and throws nothing', () => {
  const lines = fixture('hello.sig').trim().split('\n');
  const bytes = Buffer.from(lines.slice(1, -1).join(''), 'base64');
  fc.assert(
    fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
      const changed = Buffer.from(bytes);
      changed[at]! ^= by;
      const text = [lines[0], changed.toString('base64'), lines.at(-1), ''].join('\n');
      // The namespace is part of what is signed, so that changing it breaks the signature too.
      expect(isGood(text, fixture('hello.txt'))).toBe(false);
    }),
  );
});

test.each<[what: string, text: string]>([
  ['nothing', ''],
  ['no armour', 'U1NIU0lH'],
  ['cut', '-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAAAQAAADM=\n-----END SSH SIGNATURE-----\n'],
  ['something behind it', `${fixture('hello.sig')}x`],
  [
    'a length beyond the end',
    `-----BEGIN SSH SIGNATURE-----\n${Buffer.from('SSHSIG\0\0\0\x01\xff\xff\xff\xff').toString('base64')}\n-----END SSH SIGNATURE-----\n`,
  ],
])('%s is no signature', (_, text) => {
  expect(readSshSignature(text)).toBeUndefined();
});

describe('keys', () => {
  test.each<[what: string, blob: Buffer]>([
    ['another type', sshString('ssh-dss')],
    ['cut', Buffer.concat([sshString('ssh-ed25519'), Buffer.from([0, 0, 0, 32, 1])])],
    ['too short for Ed25519', Buffer.concat([sshString('ssh-ed25519'), sshString(Buffer.alloc(31, 1))])],
    ['something behind it', Buffer.concat([blobIn(fixture('hello.pub')), Buffer.from([0])])],
    [
      'RSA of 1024 bits',
      Buffer.concat([sshString('ssh-rsa'), sshString(Buffer.from([1, 0, 1])), sshString(Buffer.alloc(128, 0xff))]),
    ],
    [
      'no point of the curve',
      Buffer.concat([
        sshString('ecdsa-sha2-nistp256'),
        sshString('nistp256'),
        sshString(Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 7)])),
      ]),
    ],
  ])('%s: none', (_, blob) => {
    expect(readSshKey(blob)).toBeUndefined();
  });

  test('any bytes give a key or none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.constantFrom('ssh-ed25519', 'ssh-rsa', 'x'), (bytes, type) => {
        readSshKey(Buffer.concat([sshString(type), bytes]));
        expect(new SshWire(bytes).string().length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });
});

const hasSsh = spawnSync('ssh-keygen', ['-?']).error === undefined;

// Without OpenSSH there is nothing to compare with; the stored signature above is checked everywhere.
describe.skipIf(!hasSsh)('as ssh-keygen makes them here', () => {
  const folder = mkdtempSync(join(tmpdir(), 'medward-ssh-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    ['ed25519', []],
    ['ecdsa', ['-b', '256']],
    ['ecdsa', ['-b', '384']],
    ['ecdsa', ['-b', '521']],
    ['rsa', ['-b', '2048']],
  ])('%s %j', (type, options) => {
    const key = join(folder, `${type}${options.join('')}`);
    execFileSync('ssh-keygen', ['-q', '-t', type, ...options, '-N', '', '-C', '', '-f', key]);
    const sign = (message: string): string =>
      execFileSync('ssh-keygen', ['-Y', 'sign', '-f', key, '-n', 'medward'], {
        input: message,
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
      });
    // Of ECDSA the numbers in a signature have varying lengths.
    for (const message of ['', 'a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      const signature = sign(message);
      expect([isGood(signature, message), isGood(signature, `${message}.`)]).toEqual([true, false]);
    }
    const printed = execFileSync('ssh-keygen', ['-l', '-f', `${key}.pub`], { encoding: 'utf8' });
    expect(printed).toContain(sshFingerprint(blobIn(readFileSync(`${key}.pub`, 'utf8'))));
  });

  test('with SHA-256 over the message as well', () => {
    const key = join(folder, 'other');
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
    writeFileSync(join(folder, 'm'), 'm');
    execFileSync('ssh-keygen', ['-Y', 'sign', '-f', key, '-n', 'medward', '-O', 'hashalg=sha256', join(folder, 'm')], {
      stdio: 'ignore',
    });
    const signature = readFileSync(join(folder, 'm.sig'), 'utf8');
    expect([readSshSignature(signature)?.hash, isGood(signature, 'm')]).toEqual(['sha256', true]);
  });
});
