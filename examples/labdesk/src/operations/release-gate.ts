/** Decides whether a build may be released, and on the host whether an image may start. */
// @implements SRS-S11
import { verify, type KeyObject } from 'node:crypto';

export interface Build {
  /** As `sha256:…`. */
  readonly digest: string;
  /** Ed25519 over the digest. */
  readonly signature: Buffer | undefined;
  /** Component list in CycloneDX. */
  readonly components: string | undefined;
  readonly openFindings: readonly { readonly id: string; readonly severity: 'low' | 'medium' | 'high' | 'critical' }[];
}

/** @returns why it may not be released; empty if it may */
export function faultsOfBuild(build: Build, key: KeyObject): readonly string[] {
  const critical = build.openFindings.filter(({ severity }) => severity === 'critical');
  return [
    ...(hasComponents(build.components) ? [] : ['There is no component list.']),
    ...(mayStart(build, key) ? [] : ['The image is not signed by the pipeline.']),
    ...critical.map(({ id }) => `${id} is critical and open.`),
  ];
}

/** Asked on the host before each start: an image that was not signed, or was changed, does not run. */
export function mayStart({ digest, signature }: Pick<Build, 'digest' | 'signature'>, key: KeyObject): boolean {
  if (signature === undefined || !/^sha256:[0-9a-f]{64}$/.test(digest)) return false;
  return verify(null, Buffer.from(digest), key, signature);
}

function hasComponents(list: string | undefined): boolean {
  if (list === undefined) return false;
  try {
    const read: unknown = JSON.parse(list);
    return isObject(read) && read['bomFormat'] === 'CycloneDX' && Array.isArray(read['components']) && read['components'].length > 0;
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
