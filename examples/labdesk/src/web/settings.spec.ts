/** A service starts with all its settings, or says which one is wrong. */
// @verifies TC-F10
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startWith, type SiteSettings } from './settings.js';

const GOOD = new Map([
  ['LABDESK_VERSION', '3.2.0'],
  ['LABDESK_ISSUER', 'https://idp.north.example/realms/staff'],
  ['LABDESK_TENANT', 'north'],
  ['LABDESK_PEER', '10.20.0.7:2575'],
  ['LABDESK_FACILITY', 'LAB-NORTH'],
  ['LABDESK_MAILBOXES', 'W3=w3@north.example,W4=w4@north.example'],
]);

function start(environment: ReadonlyMap<string, string>): { readonly lines: readonly string[]; readonly started: readonly SiteSettings[] } {
  const [lines, started]: [string[], SiteSettings[]] = [[], []];
  startWith(environment, (line) => lines.push(line), (settings) => started.push(settings));
  return { lines, started };
}

test('TC-F10 a good set logs the version and starts', () => {
  const { lines, started } = start(GOOD);
  assert.deepEqual(lines, ['LabDesk 3.2.0 for north']);
  assert.equal(started[0]?.peerPort, 2575);
  assert.equal(started[0]?.mailboxes.get('W4'), 'w4@north.example');
});

const WRONG = ['', 'x y', 'http://idp.north.example', '203.0.113.7:2575', '../north', '_', 'W3=@', '3.2'];

for (const [name, good] of GOOD) {
  test(`TC-F10 without ${name}, or with a wrong one, it says so and does not start`, () => {
    const without = new Map([...GOOD].filter(([key]) => key !== name));
    for (const environment of [without, ...WRONG.map((value) => new Map([...GOOD, [name, value]]))]) {
      const { lines, started } = start(environment);
      assert.equal(started.length, 0, `${name}=${environment.get(name)}`);
      assert.ok(lines.length === 1 && lines[0]?.startsWith(`${name} has to be `));
    }
    assert.equal(start(new Map([...GOOD, [name, good]])).started.length, 1);
  });
}
