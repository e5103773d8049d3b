/** Lines of `allowed_signers`: what is read, what is told, and the same answers as ssh-keygen gives. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { readAllowedSigners } from './allowed-signers.js';

const KEY = readFileSync(join(import.meta.dirname, '../../../test/fixtures/signatures/hello.pub'), 'utf8').trim();
const UTC = Date.UTC;

test.each<[line: string, expected: object]>([
  [`ann@example.org ${KEY}`, { signer: 'ann@example.org', isForUs: true, validAfter: undefined, line: 1 }],
  [`ann@example.org,bo@example.org ${KEY}`, { signer: 'ann@example.org,bo@example.org' }],
  [`"Ann Other" ${KEY}`, { signer: 'Ann Other' }],
  [`a namespaces="git,medward" ${KEY}`, { isForUs: true }],
  [`a namespaces="med*" ${KEY}`, { isForUs: true }],
  [`a namespaces="git" ${KEY}`, { isForUs: false }],
  [`a namespaces="*,!medward" ${KEY}`, { isForUs: false }],
  [
    `a valid-after="20261101Z",valid-before="202612011200Z" ${KEY}`,
    { validAfter: UTC(2026, 10, 1), validBefore: UTC(2026, 11, 1, 12) },
  ],
  [`a NAMESPACES="medward",Valid-Before=20261201 ${KEY}`, { isForUs: true, validBefore: UTC(2026, 11, 1) }],
])('%s', (line, expected) => {
  expect(readAllowedSigners(`${line}\n`)).toEqual({ signers: [expect.objectContaining(expected)], faults: [] });
});

test.each<[what: string, line: string, says: RegExp]>([
  ['who is missing', KEY.split(' ')[1]!, /Expected are who, and a key/],
  ['a key of another type than said', `a ssh-rsa ${KEY.split(' ')[1]!}`, /type ssh-rsa is broken/],
  ['a key that is cut', `a ssh-ed25519 ${KEY.split(' ')[1]!.slice(0, 20)}`, /broken, too short/],
  ['an authority', `a cert-authority ${KEY}`, /option cert-authority is not understood/],
  ['an option that is not there yet', `a namespaces="medward",future=1 ${KEY}`, /option future=1 is not understood/],
  ['no time', `a valid-before="soon" ${KEY}`, /time of valid-before is not understood/],
  ['no day', `a valid-before="20261399" ${KEY}`, /time of valid-before is not understood/],
  ['too long', `a ${KEY} ${'x'.repeat(30_000)}`, /too long/],
])('%s: the line is not used, and told with its number', (_, line, says) => {
  const { signers, faults } = readAllowedSigners(`# who may sign\n\n${line}\nbo ${KEY}\n`);
  expect(signers.map(({ signer }) => signer)).toEqual(['bo']);
  expect(faults).toEqual([{ line: 3, message: expect.stringMatching(says) }]);
});

test('any text gives signers or faults, in bounded time', () => {
  const words = fc.constantFrom(
    'a',
    '"',
    ',',
    '=',
    ' ',
    'namespaces',
    'valid-after',
    KEY,
    '\n',
    '*',
    '!',
    '#',
    'ssh-ed25519',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      const { signers, faults } = readAllowedSigners(text);
      expect(signers.length + faults.length).toBeLessThanOrEqual(text.split('\n').length);
    }),
  );
});

const hasSsh = spawnSync('ssh-keygen', ['-?']).error === undefined;

// What OpenSSH refuses must not count here; where it accepts, so do we (days are whole, times in UTC).
describe.skipIf(!hasSsh)('the answers of ssh-keygen -Y verify', () => {
  const folder = mkdtempSync(join(tmpdir(), 'medward-allowed-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fixtures = join(import.meta.dirname, '../../../test/fixtures/signatures');
  const NOON = UTC(2026, 10, 24, 12);

  function acceptsOpenSsh(line: string): boolean {
    const list = join(folder, 'allowed_signers');
    writeFileSync(list, `${line}\n`);
    const words = [
      '-Y',
      'verify',
      '-f',
      list,
      '-I',
      'ann@example.org',
      '-n',
      'medward',
      '-O',
      'verify-time=20261124120000Z',
    ];
    const { status } = spawnSync('ssh-keygen', [...words, '-s', join(fixtures, 'hello.sig')], {
      input: readFileSync(join(fixtures, 'hello.txt')),
    });
    return status === 0;
  }

  function acceptsHere(line: string): boolean {
    const { signers } = readAllowedSigners(line);
    return signers.some(
      (one) => one.isForUs && NOON >= (one.validAfter ?? -Infinity) && NOON <= (one.validBefore ?? Infinity),
    );
  }

  test('ssh-keygen is there and works', () => {
    expect(execFileSync('ssh-keygen', ['-l', '-f', join(fixtures, 'hello.pub')], { encoding: 'utf8' })).toContain(
      'SHA256:',
    );
    expect(acceptsOpenSsh(`ann@example.org ${KEY}`)).toBe(true);
  });

  test.each([
    '',
    'namespaces="medward"',
    'namespaces="git"',
    'namespaces="git,medward"',
    'namespaces="med????"',
    'namespaces="m*d"',
    'namespaces="m*e"',
    'namespaces="!medward"',
    'namespaces="*,!medward"',
    'namespaces=""',
    'valid-after="20261124Z"',
    'valid-after="20261125Z"',
    'valid-after="202611241200Z"',
    'valid-after="20261124120001Z"',
    'valid-before="20261124Z"',
    'valid-before="20261125Z"',
    'valid-before="20261124120001Z",valid-after="20261124115959Z"',
    'valid-before="2026Z"',
    'valid-before="20261124"',
    'cert-authority',
    'unheard-of',
    'namespaces="medward" valid-before="20261125Z"',
  ])('%s', (options) => {
    const line = `ann@example.org ${options} ${KEY}`;
    expect(acceptsHere(line)).toBe(acceptsOpenSsh(line));
  });
});
