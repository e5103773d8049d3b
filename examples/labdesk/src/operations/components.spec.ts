/** What is built in is what the list of third-party parts says, in these versions, and nothing else. */
// @verifies TC-V02
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly dependencies: Readonly<Record<string, string>> };
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly integrity?: string; readonly resolved?: string }>>;
};
const direct = new Map(Object.entries(dependencies));
const packages = new Map(Object.entries(lock.packages).filter(([path]) => path !== ''));

test('TC-V02 each package that is asked for is pinned, and locked to that version', () => {
  for (const [name, version] of direct) {
    assert.match(version, /^\d+\.\d+\.\d+$/, name);
    assert.equal(packages.get(`node_modules/${name}`)?.version, version, name);
  }
});

test('TC-V02 each locked package has a digest, and none comes from elsewhere than a registry', () => {
  assert.ok(packages.size > direct.size);
  for (const [path, { integrity = '', resolved = 'https://' }] of packages) {
    assert.match(integrity, /^sha512-/, path);
    assert.ok(resolved.startsWith('https://'), path);
  }
});

test('TC-V02 the list of third-party parts names the same packages in the same versions', () => {
  const listed = [...readFileSync('records/soup.yaml', 'utf8').matchAll(/purl: pkg:npm\/(\S+)@(\S+)/g)].map(([, name, version]) => [decodeURIComponent(name ?? ''), version]);
  assert.deepEqual(listed.toSorted(), [...direct].toSorted());
});
