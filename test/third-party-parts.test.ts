/** Holds the packages that run with Medward against the lock file, the page on dependencies and the SOUP records. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const ROOT = path.join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

interface Parts {
  /** Name to version, as package.json says. */
  readonly dependencies: Readonly<Record<string, string>>;
  readonly lock: Readonly<
    Record<string, { readonly version?: string; readonly hasInstallScript?: boolean; readonly integrity?: string }>
  >;
  readonly soup: readonly { readonly id: string; readonly purl: string; readonly version: string }[];
  /** The page on dependencies. */
  readonly page: string;
  /** Names of packages that the sources import. */
  readonly imported: ReadonlySet<string>;
}

function faultsOf({ dependencies, lock, soup, page, imported }: Parts): readonly string[] {
  const named = Object.entries(dependencies).flatMap(([name, version]) => {
    const locked = lock[`node_modules/${name}`];
    const record = soup.find(({ purl }) => decodeURIComponent(purl).startsWith(`pkg:npm/${name}@`));
    return [
      ...(/^\d+\.\d+\.\d+$/.test(version) ? [] : [`${name} is not pinned: ${version}`]),
      ...(locked?.version === version && locked.integrity ? [] : [`${name} is not locked at ${version} with a hash`]),
      ...(locked?.hasInstallScript ? [`${name} runs a script when it is installed`] : []),
      ...(record ? [] : [`${name} has no SOUP record`]),
      ...(record && (record.version !== version || !record.purl.endsWith(`@${version}`))
        ? [`${record.id} is of version ${record.version}, ${name} of ${version}`]
        : []),
      ...(imported.has(name) && !page.includes(`### ${name} ${version}\n`)
        ? [`${name} ${version} is not on the page`]
        : []),
    ];
  });
  const unnamed = [...imported].filter((name) => !Object.hasOwn(dependencies, name));
  return [...named, ...unnamed.map((name) => `${name} is imported and no dependency`)];
}

const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !/\.test(-support)?\.ts$/.test(file),
);
const PACKAGE = /(?:from|import\() ?'((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^']*)?'/g;

const { dependencies } = JSON.parse(read('package.json')) as Pick<Parts, 'dependencies'>;

/** Of types nothing is left at run time, unless their package is loaded by a name in a variable. */
function importedBy(file: string): readonly string[] {
  const text = read(`src/${file}`);
  const values = text.replaceAll(/^import type [^;]*;/gm, '');
  return [...text.matchAll(PACKAGE)]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('node:') && (Object.hasOwn(dependencies, name) || values.includes(`'${name}'`)));
}

const ours: Parts = {
  dependencies,
  lock: (JSON.parse(read('package-lock.json')) as { packages: Parts['lock'] }).packages,
  soup: (parse(read('records/soup.yaml')) as Pick<Parts, 'soup'>).soup,
  page: read('docs/dependencies.md'),
  imported: new Set(sources.flatMap(importedBy)),
};

// @verifies TC-911
describe('packages that run with Medward', () => {
  test('are pinned, locked, described and recorded in one version, and run no script at installation', () => {
    expect(faultsOf(ours)).toEqual([]);
  });

  test('bring no others along that run a script, and none without a hash', () => {
    const others = Object.entries(ours.lock).filter(([name]) => name !== '');
    const running = others.filter(([, part]) => !('dev' in part));
    expect(running.filter(([, part]) => part.hasInstallScript || part.integrity === undefined)).toEqual([]);
  });

  test('are seen at all', () => {
    expect([...ours.imported]).toContain('yaml');
    expect(ours.soup.length).toBeGreaterThan(5);
  });
});

// @verifies TC-914
describe('a part that slips in is told', () => {
  const name = 'yaml';
  const version = ours.dependencies[name] ?? '';
  test.each<[string, Partial<Parts>, string]>([
    ['as a range', { dependencies: { [name]: `^${version}` } }, `yaml is not pinned: ^${version}`],
    ['without a lock', { lock: {} }, `yaml is not locked at ${version} with a hash`],
    [
      'with a script',
      { lock: { [`node_modules/${name}`]: { version, integrity: 'x', hasInstallScript: true } } },
      'yaml runs a script',
    ],
    ['without a record', { soup: [] }, 'yaml has no SOUP record'],
    [
      'in another version',
      { soup: [{ id: 'SOUP-1', purl: `pkg:npm/yaml@1.0.0`, version: '1.0.0' }] },
      'SOUP-1 is of version 1.0.0',
    ],
    ['without a word why', { page: '' }, `yaml ${version} is not on the page`],
    ['by an import alone', { imported: new Set(['left-pad']) }, 'left-pad is imported and no dependency'],
  ])('%s', (_, planted, fault) => {
    const parts = { ...ours, dependencies: { [name]: version }, imported: new Set([name]), ...planted };
    expect(faultsOf(parts).join('\n')).toContain(fault);
  });
});
