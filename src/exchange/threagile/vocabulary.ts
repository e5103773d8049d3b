/** What the reader, the translator and the writer of Threagile share: its keys, and its words beside ours. */
import { findKindByPrefix } from '../../records/index.js';
import type { FieldTable } from '../field-table.js';

export const THREAGILE = 'threagile';
/** Of the files that are written. */
export const THREAGILE_VERSION = '1.0.0';

export const DATA_ASSET: FieldTable = {
  texts: { description: 'text', owner: 'whose', justification_cia_rating: 'rationale' },
  lists: { tags: 'tags' },
  kept: ['usage', 'origin', 'quantity'],
};

export const TECHNICAL_ASSET: FieldTable = {
  texts: { description: 'text', owner: 'responsible' },
  lists: { tags: 'tags' },
  kept: [
    'usage',
    'size',
    'technology',
    'technologies',
    'machine',
    'encryption',
    'confidentiality',
    'integrity',
    'availability',
    'justification_cia_rating',
    'justification_out_of_scope',
    'data_formats_accepted',
  ],
  drawing: ['diagram_tweak_order'],
};
export const TECHNICAL_FLAGS = [
  'used_as_client_by_human',
  'out_of_scope',
  'internet',
  'multi_tenant',
  'redundant',
  'custom_developed_parts',
];

export const LINK: FieldTable = {
  texts: { description: 'text' },
  lists: { tags: 'tags' },
  kept: ['usage'],
  drawing: ['diagram_tweak_weight', 'diagram_tweak_constraint'],
};
export const LINK_FLAGS = ['vpn', 'ip_filtered', 'readonly'];

export const TRUST_BOUNDARY: FieldTable = { texts: { description: 'text' }, lists: { tags: 'tags' } };
export const SHARED_RUNTIME: FieldTable = { texts: { description: 'text' }, lists: { tags: 'tags' } };

export const RISK_CATEGORY: FieldTable = {
  texts: { description: 'text', impact: 'impact' },
  kept: [
    'asvs',
    'cheat_sheet',
    'action',
    'mitigation',
    'check',
    'function',
    'detection_logic',
    'risk_assessment',
    'false_positives',
  ],
};
/** Of one identified risk: its rating in words of Threagile, which are no steps of our methods. */
export const RISK_RATING = ['severity', 'exploitation_likelihood', 'exploitation_impact', 'data_breach_probability'];

/** Words of two languages: several of theirs may mean one of ours, and the first is what an export writes. */
export class Words {
  readonly #theirs: Readonly<Record<string, string>>;

  /** @param theirs their word → ours */
  constructor(theirs: Readonly<Record<string, string>>) {
    this.#theirs = theirs;
  }

  ours(theirs: string): string | undefined {
    return Object.hasOwn(this.#theirs, theirs) ? this.#theirs[theirs] : undefined;
  }

  theirs(ours: unknown): string | undefined {
    return Object.entries(this.#theirs).find(([, word]) => word === ours)?.[0];
  }

  /** Whether an export of our word gives this word of theirs back. */
  isExact(theirs: string): boolean {
    const ours = this.ours(theirs);
    return ours !== undefined && this.theirs(ours) === theirs;
  }
}

export const ROLES = new Words({ process: 'process', datastore: 'store', 'external-entity': 'external' });

/** Five words for four (own reading); a word that is not given back is kept. */
const CONFIDENTIALITY = new Words({
  public: 'none',
  internal: 'low',
  restricted: 'medium',
  confidential: 'high',
  'strictly-confidential': 'high',
});
const CRITICALITY = new Words({
  archive: 'none',
  operational: 'low',
  important: 'medium',
  critical: 'high',
  'mission-critical': 'high',
});
export const NEEDS = { confidentiality: CONFIDENTIALITY, integrity: CRITICALITY, availability: CRITICALITY } as const;

export const BOUNDARY_TYPES = new Words({
  'network-on-prem': 'network',
  'network-dedicated-hoster': 'network',
  'network-virtual-lan': 'network',
  'network-cloud-provider': 'network',
  'network-cloud-security-group': 'network',
  'network-policy-namespace-isolation': 'network',
  'execution-environment': 'process',
});

/** What is only discussed, unchecked or false says nothing about a treatment. Written is `in-progress`, never `mitigated`. */
export const TREATMENTS = new Words({ 'in-progress': 'mitigate', mitigated: 'mitigate', accepted: 'accept' });

export const AUTHENTICATIONS = [
  'credentials',
  'session-id',
  'token',
  'client-certificate',
  'two-factor',
  'externalized',
];
export const AUTHORISATIONS = ['technical-user', 'end-user-identity-propagation'];
/** Words that say that there is nothing; our field stays empty then. */
export const NOTHING = ['none', 'unknown-protocol'];
/** In place of a list of ids that is empty. */
export const NO_ASSETS = 'none';
export const PROTOCOLS =
  'http https ws wss reverse-proxy-web-protocol reverse-proxy-web-protocol-encrypted mqtt jdbc jdbc-encrypted odbc odbc-encrypted sql-access-protocol sql-access-protocol-encrypted nosql-access-protocol nosql-access-protocol-encrypted binary binary-encrypted text text-encrypted ssh ssh-tunnel smtp smtp-encrypted pop3 pop3-encrypted imap imap-encrypted ftp ftps sftp scp ldap ldaps jms nfs smb smb-encrypted local-file-access nrpe xmpp iiop iiop-encrypted jrmp jrmp-encrypted in-process-library-call inter-process-communication container-spawning'.split(
    ' ',
  );
export const STRIDES = new Words({
  spoofing: 'S',
  tampering: 'T',
  repudiation: 'R',
  'information-disclosure': 'I',
  'denial-of-service': 'D',
  'elevation-of-privilege': 'E',
});

/** A link has no place for an id, so ours stands behind its title, where its prefix tells it from a word of somebody else. */
export function isFlowId(id: string): boolean {
  return findKindByPrefix(id, new Map())?.kind === 'flow';
}

/** A link has no id in the file; this is how Threagile makes one. */
export function linkId(asset: string, name: string): string {
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  return `${asset}>${slug.replace(/^[- ]+/, '').replace(/[- ]+$/, '')}`;
}
