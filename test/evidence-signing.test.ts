/** Signing of statements: only a signature that fits the statement and a trusted key counts, and whatever fails is told. */
import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { afterEach, beforeAll, afterAll, describe, expect, test } from 'vitest';
import { findSchema } from '../src/cli/schemas.js';
import {
  assuranceOf,
  bytesInMemory,
  envelopeText,
  EvidenceStore,
  readReport,
  readSignatures,
  readTrustedKeys,
  statementText,
  type Assurance,
  type StoredStatement,
  type StoreFiles,
} from '../src/evidence/index.js';
import { makeFolder, removeFolder, runIn, stateOf } from './hostile/run-medward.js';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) removeFolder(folder);
});

const REPORT = '<testsuites><testsuite name="s"><testcase name="TC-1"/></testsuite></testsuites>';

function makeProject(): string {
  const folder = makeFolder({
    'medward.yaml': 'medward: 1\ndevice: { name: Pump, version: "1.0" }\n',
    'records/tests.yaml': 'tests:\n  - { id: TC-1, title: Limits }\n',
    'report.xml': REPORT,
  });
  folders.push(folder);
  return folder;
}

function storedIn(folder: string, name = 'report.xml', text = REPORT, addedOn = '2026-11-24'): StoredStatement {
  const report = readReport(bytesInMemory(name, text), { records: { has: () => true, hasPrefix: () => true } });
  const store = new EvidenceStore(folder);
  const { path } = store.add(
    report,
    bytesInMemory(name, text),
    { addedOn, commit: null, tester: null, configuration: null },
    null,
  );
  return store.statements().statements.find((one) => one.path === path)!;
}

function inMemory(files: Readonly<Record<string, string>>): StoreFiles {
  return {
    list: () => Object.keys(files).map((path) => ({ path })),
    readBytes: (path) => {
      const text = files[path];
      return text === undefined ? { ok: false } : { ok: true, bytes: Buffer.from(text) };
    },
  };
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}

const { privateKey, publicKey } = generateKeyPairSync('ed25519');
const foreign = generateKeyPairSync('ed25519');

// @verifies TC-810
describe('envelopes', () => {
  const stored = ((): StoredStatement => {
    const folder = makeProject();
    return storedIn(folder);
  })();
  const text = statementText(stored.statement);
  const trusted = { 'evidence/trusted-keys/ci.pem': pemOf(publicKey) };
  const path = `evidence/signatures/${stored.sha256}.ci.dsse.json`;

  function assurance(signature: string, keys: Readonly<Record<string, string>> = trusted): Assurance {
    const files = inMemory({ ...keys, [path]: signature });
    return assuranceOf(stored, readSignatures(files).signatures, readTrustedKeys(files));
  }

  function edited(
    change: (envelope: { payload: string; payloadType: string; signatures: { keyid?: string; sig: string }[] }) => void,
  ): string {
    const envelope = JSON.parse(envelopeText(text, privateKey)) as Parameters<typeof change>[0];
    change(envelope);
    return JSON.stringify(envelope);
  }

  test('by a trusted key: signed, with the name of the key', () => {
    expect(assurance(envelopeText(text, privateKey))).toEqual({ level: 'signed', signers: ['ci'], faults: [] });
  });

  test.each<[what: string, signature: string]>([
    ['without an id of the key', edited((envelope) => delete envelope.signatures[0]!.keyid)],
    ['with another id of the key', edited((envelope) => (envelope.signatures[0]!.keyid = 'somebody'))],
    ['twice by the same key', edited((envelope) => envelope.signatures.push(envelope.signatures[0]!))],
  ])('%s it counts as well, once', (_, signature) => {
    expect(assurance(signature)).toEqual({ level: 'signed', signers: ['ci'], faults: [] });
  });

  test.each<[what: string, signature: string, says: RegExp]>([
    ['another key', envelopeText(text, foreign.privateKey), /No trusted key made this signature \([0-9a-f]{64}\)/],
    ['another statement', envelopeText(text.replace('"passed": 1', '"passed": 2'), privateKey), /signs something else/],
    [
      'the same statement in another form',
      envelopeText(JSON.stringify(JSON.parse(text)), privateKey),
      /signs something else/,
    ],
    [
      'another type',
      edited((envelope) => (envelope.payloadType = 'application/json')),
      /Its payload is application\/json/,
    ],
    [
      'a broken signature',
      edited((envelope) => (envelope.signatures[0]!.sig = 'AAAA')),
      /does not fit the statement and the key ci/,
    ],
    ['no envelope', '{}', /no DSSE envelope/],
    [
      'a signature over the bare text',
      edited(
        (envelope) => (envelope.signatures[0]!.sig = sign(null, Buffer.from(text), privateKey).toString('base64')),
      ),
      /does not fit/,
    ],
  ])('%s does not count, and is told with its place', (_, signature, says) => {
    expect(assurance(signature)).toEqual({
      level: 'recorded',
      signers: [],
      faults: [{ path, message: expect.stringMatching(says) }],
    });
  });

  test.each<[what: string, name: string, pem: string, says: RegExp]>([
    [
      'a private key',
      'ci.pem',
      privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      /This is a private key/,
    ],
    [
      'a key of another type',
      'ci.pem',
      pemOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey),
      /type Ed25519/,
    ],
    ['something else', 'ci.pem', 'hello', /one public key as PEM/],
    ['two keys in one file', 'ci.pem', `${pemOf(publicKey)}${pemOf(foreign.publicKey)}`, /one public key as PEM/],
    ['base64 that is no key', 'ci.pem', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n', /type Ed25519/],
  ])('%s among the trusted keys gives none, and is told', (_, name, pem, says) => {
    const keys = { [`evidence/trusted-keys/${name}`]: pem };
    expect(readTrustedKeys(inMemory(keys))).toMatchObject({
      pem: [],
      faults: [{ message: expect.stringMatching(says) }],
    });
    expect(assurance(envelopeText(text, privateKey), keys).level).toBe('recorded');
  });

  test('a signature of another statement never counts for this one', () => {
    const other = storedIn(makeProject(), 'other.xml', REPORT.replace('TC-1', 'TC-2'));
    const files = inMemory({ ...trusted, [path]: envelopeText(statementText(other.statement), privateKey) });
    const { signatures } = readSignatures(files);
    expect(assuranceOf(stored, signatures, readTrustedKeys(files)).level).toBe('recorded');
    expect(assuranceOf(other, signatures, readTrustedKeys(files)).level).toBe('recorded');
  });

  // Who can change one byte of an envelope cannot make a statement count as signed by somebody else.
  test('any changed letter of an envelope either changes nothing that is signed or does not count', () => {
    const whole = envelopeText(text, privateKey);
    fc.assert(
      fc.property(fc.nat({ max: whole.length - 1 }), fc.constantFrom(...'AZ09+/="{} \n'.split('')), (at, letter) => {
        const changed = `${whole.slice(0, at)}${letter}${whole.slice(at + 1)}`;
        if (assurance(changed).level !== 'signed') return;
        const [before, after] = [whole, changed].map(
          (one) => JSON.parse(one) as { payload: string; signatures: [{ sig: string }] },
        );
        expect(Buffer.from(after!.payload, 'base64')).toEqual(Buffer.from(before!.payload, 'base64'));
        expect(Buffer.from(after!.signatures[0].sig, 'base64')).toEqual(
          Buffer.from(before!.signatures[0].sig, 'base64'),
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe('without a signature', () => {
  test.each<[what: string, name: string, text: string, level: string]>([
    ['a report of a tool', 'report.xml', REPORT, 'recorded'],
    [
      'trailers, which anybody can type',
      'log.txt',
      `commit ${'a'.repeat(40)}\nAuthor: A <a@b>\n\n    x\n\n    Reviewed-by: B <b@c>\n`,
      'claimed',
    ],
    ['a table of nobody', 'a.csv', 'severity,title\nhigh,a\n', 'claimed'],
    ['a table of a tool', 'a.csv', 'severity,title,tool\nhigh,a,Nessus\n', 'recorded'],
    [
      'an export of the host',
      'r.json',
      JSON.stringify([{ user: { login: 'a' }, state: 'APPROVED', commit_id: 'b'.repeat(40) }]),
      'recorded',
    ],
  ])('%s', (_, name, text, level) => {
    const stored = storedIn(makeProject(), name, text);
    expect(assuranceOf(stored, [], readTrustedKeys(inMemory({}))).level).toBe(level);
  });
});

const hasSsh = spawnSync('ssh-keygen', ['-?']).error === undefined;

describe('medward evidence sign', () => {
  let keys = '';
  beforeAll(() => {
    keys = makeFolder({ 'ci.pem': privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() });
  });
  afterAll(() => removeFolder(keys));

  function put(folder: string, path: string, text: string): void {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }

  function trustCi(folder: string): void {
    put(folder, 'evidence/trusted-keys/ci.pem', pemOf(publicKey));
  }

  test('signs what is not signed yet; list and verify know it; signing again changes nothing', async () => {
    const folder = makeProject();
    trustCi(folder);
    await runIn(folder, ['evidence', 'add', 'report.xml']);
    const signed = await runIn(folder, ['evidence', 'sign', '--key', join(keys, 'ci.pem')]);
    expect([signed.status, signed.out]).toEqual([0, expect.stringContaining('assurance: signed')]);
    expect((await runIn(folder, ['evidence', 'list'])).out).toContain('signed by ci');
    const verified = await runIn(folder, ['evidence', 'verify']);
    expect([verified.status, verified.out]).toEqual([0, expect.stringContaining('1 of 1 signatures count')]);
    const before = stateOf(folder);
    const again = await runIn(folder, ['evidence', 'sign', '--key', join(keys, 'ci.pem')]);
    expect([again.status, again.out]).toEqual([0, expect.stringContaining('signed before')]);
    expect(stateOf(folder)).toBe(before);
  });

  test('a key that nobody trusts: it signs, says that this does not count, and verify ends with 1', async () => {
    const folder = makeProject();
    await runIn(folder, ['evidence', 'add', 'report.xml']);
    const signed = await runIn(folder, ['evidence', 'sign', '--key', join(keys, 'ci.pem')]);
    expect([signed.status, signed.out]).toEqual([0, expect.stringMatching(/assurance: recorded\n {2}does not count/)]);
    const verified = await runIn(folder, ['evidence', 'verify']);
    expect([verified.status, verified.out]).toEqual([1, expect.stringContaining('No trusted key made this signature')]);
  });

  test('a single statement by its path or hash; one that is not there is told', async () => {
    const folder = makeProject();
    const stored = storedIn(folder);
    storedIn(folder, 'b.xml', REPORT.replace('TC-1', 'TC-2'));
    const words = ['evidence', 'sign', '--key', join(keys, 'ci.pem')];
    await runIn(folder, [...words, stored.path]);
    await runIn(folder, [...words, stored.sha256.slice(0, 12)]);
    expect(readdirSync(join(folder, 'evidence/signatures'))).toHaveLength(1);
    const unknown = await runIn(folder, [...words, '0000000']);
    expect([unknown.status, unknown.err]).toEqual([2, expect.stringContaining('no statement that begins')]);
  });

  test('what was touched is not signed', async () => {
    const folder = makeProject();
    const stored = storedIn(folder);
    writeFileSync(join(folder, `evidence/reports/${stored.statement.predicate.report.sha256}.xml`), 'changed');
    const signed = await runIn(folder, ['evidence', 'sign', '--key', join(keys, 'ci.pem')]);
    expect([signed.status, signed.out]).toEqual([2, expect.stringContaining('was touched, and was not signed')]);
    expect(readdirSync(join(folder, 'evidence'))).not.toContain('signatures');
  });

  test.each<[what: string, touch: (folder: string, name: string) => void, says: RegExp]>([
    ['a changed signature', (folder, name) => put(folder, `evidence/signatures/${name}`, '{}'), /no DSSE envelope/],
    [
      'a signature of nothing',
      (folder, name) => put(folder, `evidence/signatures/${'0'.repeat(64)}${name.slice(64)}`, '{}'),
      /that it signs is not there/,
    ],
    [
      'something put beside',
      (folder) => put(folder, 'evidence/signatures/notes.txt', 'x'),
      /no signature of a statement/,
    ],
    [
      'a changed statement',
      (folder, name) => put(folder, `evidence/statements/${name.slice(0, 64)}.json`, '{}'),
      /that it signs is not there/,
    ],
    ['a key that is none', (folder) => put(folder, 'evidence/trusted-keys/x.pem', 'x'), /one public key as PEM/],
    [
      'a line that is none',
      (folder) => put(folder, 'evidence/trusted-keys/allowed_signers', '\nann\n'),
      /allowed_signers:2/,
    ],
  ])('verify: %s', async (_, touch, says) => {
    const folder = makeProject();
    trustCi(folder);
    await runIn(folder, ['evidence', 'add', 'report.xml']);
    await runIn(folder, ['evidence', 'sign', '--key', join(keys, 'ci.pem')]);
    touch(folder, readdirSync(join(folder, 'evidence/signatures'))[0]!);
    const outcome = await runIn(folder, ['evidence', 'verify']);
    expect([outcome.status, outcome.out]).toEqual([1, expect.stringMatching(says)]);
  });

  test.each<[what: string, key: string | undefined, says: RegExp]>([
    ['no key', undefined, /No key is named/],
    ['a key that is not there', 'nothing.pem', /cannot be read/],
    ['a public key as PEM', 'public.pem', /Expected is a private key/],
    ['a key with a passphrase', 'locked.pem', /The key is encrypted/],
    ['a key of another type', 'ec.pem', /Expected is a private key of the type Ed25519/],
  ])('%s: status 2, and nothing is written', async (_, key, says) => {
    const folder = makeProject();
    put(keys, 'public.pem', pemOf(publicKey));
    put(
      keys,
      'locked.pem',
      privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString(),
    );
    put(
      keys,
      'ec.pem',
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    storedIn(folder);
    const outcome = await runIn(folder, ['evidence', 'sign', ...(key === undefined ? [] : ['--key', join(keys, key)])]);
    expect([outcome.status, outcome.err]).toEqual([2, expect.stringMatching(says)]);
    expect(readdirSync(join(folder, 'evidence'))).not.toContain('signatures');
  });

  test('a link in place of the folder is not followed', async () => {
    const folder = makeProject();
    const outside = makeFolder({});
    folders.push(outside);
    storedIn(folder);
    symlinkSync(outside, join(folder, 'evidence/signatures'));
    const outcome = await runIn(folder, ['evidence', 'sign', '--key', join(keys, 'ci.pem')]);
    expect([outcome.status, readdirSync(outside)]).toEqual([2, []]);
  });

  test('every output fits its schema', async () => {
    const folder = makeProject();
    const stored = storedIn(folder);
    const second = storedIn(folder, 'b.xml', REPORT.replace('TC-1', 'TC-2'));
    rmSync(join(folder, `evidence/reports/${second.statement.predicate.report.sha256}.xml`));
    for (const words of [['sign', '--key', join(keys, 'ci.pem')], ['list'], ['verify']]) {
      const validate = new Ajv2020({ strict: false }).compile(findSchema(`output/evidence-${words[0]!}`)!);
      const output = JSON.parse((await runIn(folder, ['evidence', ...words, '--json'])).out) as object;
      validate(output);
      expect([words[0], validate.errors]).toEqual([words[0], null]);
      if (words[0] === 'sign') {
        expect(output).toMatchObject({
          signed: [{ statement: stored.path, state: 'added', assurance: 'recorded' }],
          problems: [{ file: second.path }],
        });
      }
    }
  });

  // Without OpenSSH nobody can sign this way; stored signatures are checked beside the reader.
  describe.skipIf(!hasSsh)('with an SSH key', () => {
    function sshKey(name: string): { readonly path: string; readonly line: string } {
      const path = join(keys, name);
      execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', path]);
      return { path, line: readFileSync(`${path}.pub`, 'utf8').trim() };
    }

    test.each<[what: string, options: string, level: string, says: RegExp]>([
      ['any namespace', '', 'signed', /1 of 1/],
      ['ours', 'namespaces="medward"', 'signed', /1 of 1/],
      ['another namespace', 'namespaces="git"', 'recorded', /not meant for the namespace medward/],
      ['valid on the day', 'valid-after="20261124",valid-before="20261125"', 'signed', /1 of 1/],
      [
        'valid until the day before',
        'valid-before="20261124"',
        'recorded',
        /is valid until 2026-11-24, and the statement is of 2026-11-24/,
      ],
      ['valid from the day after', 'valid-after="20261125"', 'recorded', /is valid from 2026-11-25/],
    ])('%s', async (what, options, level, says) => {
      const folder = makeProject();
      const { path, line } = sshKey(`ssh-${what.replaceAll(' ', '-')}`);
      put(folder, 'evidence/trusted-keys/allowed_signers', `ann@example.org ${options} ${line}\n`);
      await runIn(folder, ['evidence', 'add', 'report.xml']);
      await runIn(folder, ['evidence', 'sign', '--key', path]);
      const listed = await runIn(folder, ['evidence', 'list', '--json']);
      expect(JSON.parse(listed.out)).toMatchObject({
        statements: [{ assurance: level, signedBy: level === 'signed' ? ['ann@example.org'] : [] }],
      });
      expect((await runIn(folder, ['evidence', 'verify'])).out).toMatch(says);
    });

    test('the key is on a second line, of which one is past: the other one counts', async () => {
      const folder = makeProject();
      const { path, line } = sshKey('ssh-two-lines');
      const lines = [`old valid-before="20200101" ${line}`, `new ${line}`].join('\n');
      put(folder, 'evidence/trusted-keys/allowed_signers', lines);
      storedIn(folder);
      await runIn(folder, ['evidence', 'sign', '--key', path]);
      expect((await runIn(folder, ['evidence', 'list'])).out).toContain('signed by new');
    });

    test('a signature for another namespace, and one that OpenSSH itself accepts', async () => {
      const folder = makeProject();
      const { path, line } = sshKey('ssh-namespaces');
      put(folder, 'evidence/trusted-keys/allowed_signers', `ann ${line}\n`);
      const stored = storedIn(folder);
      const statement = join(folder, stored.path);
      execFileSync('ssh-keygen', ['-q', '-Y', 'sign', '-n', 'git', '-f', path, statement], { stdio: 'ignore' });
      put(folder, `evidence/signatures/${stored.sha256}.by-hand.sig`, readFileSync(`${statement}.sig`, 'utf8'));
      rmSync(`${statement}.sig`);
      expect((await runIn(folder, ['evidence', 'verify'])).out).toContain(
        'made for the namespace git, expected is medward',
      );
      await runIn(folder, ['evidence', 'sign', '--key', path]);
      const name = readdirSync(join(folder, 'evidence/signatures')).find((one) => !one.includes('by-hand'))!;
      const words = [
        '-Y',
        'verify',
        '-f',
        join(folder, 'evidence/trusted-keys/allowed_signers'),
        '-I',
        'ann',
        '-n',
        'medward',
      ];
      const { status } = spawnSync('ssh-keygen', [...words, '-s', join(folder, 'evidence/signatures', name)], {
        input: readFileSync(statement),
      });
      expect(status).toBe(0);
    });
  });
});
