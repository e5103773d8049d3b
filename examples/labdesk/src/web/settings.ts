/** Reads the settings of a site from the environment, all or none. */
// @implements SRS-F10

export interface SiteSettings {
  readonly version: string;
  readonly issuer: URL;
  readonly tenant: string;
  readonly peerHost: string;
  readonly peerPort: number;
  readonly facility: string;
  /** Ward → mailbox. */
  readonly mailboxes: ReadonlyMap<string, string>;
}

export type ReadSettings = { readonly settings: SiteSettings } | { readonly faults: readonly string[] };

interface Setting {
  readonly name: string;
  is(value: string): boolean;
  readonly says: string;
}

/** Ward and mailbox. */
const MAILBOX = /^[^\s=,@]+=[^\s=,@]+@[^\s=,@]+$/;

const SETTINGS: readonly Setting[] = [
  { name: 'LABDESK_VERSION', is: (value) => /^\d+\.\d+\.\d+$/.test(value), says: 'a version such as 3.2.0' },
  { name: 'LABDESK_ISSUER', is: (value) => value.startsWith('https://') && URL.canParse(value), says: 'the https address of the identity provider' },
  { name: 'LABDESK_TENANT', is: (value) => /^[a-z][a-z0-9-]{1,30}$/.test(value), says: 'a short name in small letters' },
  { name: 'LABDESK_PEER', is: (value) => /^10\.\d{1,3}\.\d{1,3}\.\d{1,3}:\d{2,5}$/.test(value), says: 'address and port inside the tunnel' },
  { name: 'LABDESK_FACILITY', is: (value) => /^[A-Z0-9-]{2,20}$/.test(value), says: 'the sending facility of the laboratory system' },
  {
    name: 'LABDESK_MAILBOXES',
    is: (value) => value.split(',').every((pair) => MAILBOX.test(pair)),
    says: 'a list such as W3=w3@hospital.example',
  },
];

export function readSettings(environment: ReadonlyMap<string, string>): ReadSettings {
  const faults = SETTINGS.filter(({ name, is }) => !is(environment.get(name) ?? '')).map(
    ({ name, says }) => `${name} has to be ${says}.`,
  );
  if (faults.length > 0) return { faults };
  const value = (name: string): string => environment.get(name) ?? '';
  const [peerHost = '', port = ''] = value('LABDESK_PEER').split(':');
  return {
    settings: {
      version: value('LABDESK_VERSION'),
      issuer: new URL(value('LABDESK_ISSUER')),
      tenant: value('LABDESK_TENANT'),
      peerHost,
      peerPort: Number(port),
      facility: value('LABDESK_FACILITY'),
      mailboxes: new Map(value('LABDESK_MAILBOXES').split(',').map((pair) => parted(pair))),
    },
  };
}

function parted(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return [pair.slice(0, at), pair.slice(at + 1)];
}

/** @returns whether the service was started */
export function startWith(
  environment: ReadonlyMap<string, string>,
  log: (line: string) => void,
  start: (settings: SiteSettings) => void,
): boolean {
  const read = readSettings(environment);
  if ('faults' in read) {
    for (const fault of read.faults) log(fault);
    return false;
  }
  log(`LabDesk ${read.settings.version} for ${read.settings.tenant}`);
  start(read.settings);
  return true;
}
