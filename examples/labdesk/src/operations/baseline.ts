/** Holds what is deployed against the written baseline: encryption, keys, ports, test data. */
// @implements SRS-S13

export interface Deployed {
  readonly volumes: readonly { readonly name: string; readonly encrypted: boolean; readonly key: string }[];
  readonly buckets: readonly { readonly name: string; readonly encrypted: boolean; readonly key: string; readonly isPublic: boolean }[];
  readonly databases: readonly { readonly name: string; readonly isTest: boolean; readonly patientNumbers: readonly string[] }[];
  readonly openPorts: readonly number[];
}

/** Keys of the platform that are changed once a year. */
const MANAGED_KEY = /^kms:labdesk-/;

/** Invented patients have numbers that no hospital gives out. */
const INVENTED = /^99\d{6}$/;

/** @returns each deviation in words */
export function deviations({ volumes, buckets, databases, openPorts }: Deployed): readonly string[] {
  const real = databases.filter(({ isTest, patientNumbers }) => isTest && !patientNumbers.every((one) => INVENTED.test(one)));
  return [
    ...[...volumes, ...buckets].filter((one) => !isProtected(one)).map(({ name }) => `${name} is not encrypted with a managed key.`),
    ...buckets.filter(({ isPublic }) => isPublic).map(({ name }) => `${name} can be read by everybody.`),
    ...real.map(({ name }) => `${name} is a test database and may hold real patients.`),
    ...openPorts.filter((port) => port !== 443).map((port) => `Port ${port} is open to the internet.`),
  ];
}

function isProtected({ encrypted, key }: { readonly encrypted: boolean; readonly key: string }): boolean {
  return encrypted && MANAGED_KEY.test(key);
}
