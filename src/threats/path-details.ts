/** The twenty details that let a reviewer follow data, code and commands over one path, each with the fields that answer it. */
import type { AnyRecord, RecordOf } from '../records/index.js';
import { isOwnSoftware, type Trace } from '../trace/index.js';
import { endsOf } from './asset-places.js';
import { isOutside } from './reachability.js';

/** One field where the answer belongs. */
export interface AnswerPlace {
  /** Such as `DF-05.protocol`. */
  readonly at: string;
  readonly isWritten: boolean;
}

export interface Path {
  readonly flow: RecordOf<'flow'>;
  readonly ends: readonly RecordOf<'item'>[];
  readonly via: readonly RecordOf<'interface'>[];
  readonly trace: Trace;
}

export interface PathDetail {
  readonly key: string;
  /** Own words; the clause that asks stands in `PATH_DETAILS_BASIS`. */
  readonly question: string;
  /** Places that must all be filled; none: the detail does not arise on this path, for the reason in `notHere`. */
  places(path: Path): readonly AnswerPlace[];
  readonly notHere?: string;
}

export const PATH_DETAILS_BASIS = 'fda-premarket:FDA-CY-ARCH-DETAIL';

/** In the order of the list of the clause, so that number and line of the two agree (a test compares their count). */
export const PATH_DETAILS: readonly PathDetail[] = [
  {
    key: 'assets',
    question: 'What stands at both ends, and whose it is.',
    places: (path) => [...missingEnds(path), ...path.ends.flatMap((end) => fieldsOf(end, 'role', 'scope'))],
  },
  {
    key: 'paths',
    question: 'Over which interfaces it goes, and how they can be reached.',
    places: ({ flow, via, trace }) => [
      link(flow, 'via', trace),
      ...via.flatMap((one) => fieldsOf(one, 'enabled', 'reach')),
    ],
  },
  {
    key: 'payload',
    question: 'What is carried: data, code or commands.',
    places: ({ flow, trace }) => [oneOf(fieldsOf(flow, 'text', 'title')), link(flow, 'assets', trace)],
  },
  {
    key: 'protocol',
    question: 'Protocol with version, and port, channel or frequency.',
    places: ({ flow, via }) => [
      ...fieldsOf(flow, 'protocol'),
      oneOf([...fieldsOf(flow, 'port'), ...via.flatMap((one) => fieldsOf(one, 'ports'))]),
    ],
  },
  {
    key: 'functionality',
    question: 'What the ends can do, and why nobody can misuse what is dormant.',
    places: ({ ends, trace }) => [
      ...ends.map((end) => oneOf([...fieldsOf(end, 'text'), link(end, 'requirements', trace)])),
      ...ends.flatMap((end) => dormantOf(end, trace)),
    ],
  },
  {
    key: 'access-control',
    question: 'What the sender is allowed to do: rights, accounts, groups.',
    places: ({ flow }) => fieldsOf(flow, 'authorisation'),
  },
  {
    key: 'roles',
    question: 'Which people and organisations take part, and what they answer for.',
    places: ({ ends }) => ends.filter(mayBeOutside).flatMap((end) => fieldsOf(end, 'responsible')),
    notHere: 'Neither end is a person or a system of somebody else.',
  },
  {
    key: 'hand-over',
    question: 'How integrity and authenticity are kept where the data go on over another path.',
    places: (path) => (goesOn(path) ? fieldsOf(path.flow, 'protection', 'validation') : []),
    notHere: 'No other flow carries its assets on.',
  },
  {
    key: 'abnormal',
    question: 'What happens in unusual or erroneous conditions.',
    places: ({ flow, via }) =>
      flow.fields['error-behaviour'] === undefined && via.length > 0
        ? via.flatMap((one) => fieldsOf(one, 'error-behaviour'))
        : fieldsOf(flow, 'error-behaviour'),
  },
  {
    key: 'authentication',
    question: 'How the ends authenticate, with algorithm and strength.',
    places: ({ flow }) => fieldsOf(flow, 'authentication'),
  },
  {
    key: 'cryptography',
    question: 'Which cryptography protects it, and with which keys.',
    places: ({ flow }) => fieldsOf(flow, 'protection', 'keys'),
  },
  {
    key: 'own-cryptography',
    question: 'What an expert says of an algorithm that is own or changed, or that there is none.',
    places: ({ flow, trace }) => [oneOf([securityReviewOf(flow, trace), link(flow, 'documents', trace)])],
  },
  {
    key: 'authenticators',
    question: 'Where each authenticator is verified, and how both ends get what they need for it.',
    places: ({ flow }) => fieldsOf(flow, 'keys', 'validation'),
  },
  {
    key: 'credentials',
    question: 'How each credential is made, kept, handed over and changed.',
    places: ({ flow, trace }) => [
      ...fieldsOf(flow, 'keys'),
      ...trace
        .linkedOf(flow, 'assets', 'asset')
        .filter((asset) => asset.fields.type === 'credential' || asset.fields.type === 'key')
        .flatMap((asset) => [link(asset, 'held-by', trace), ...fieldsOf(asset, 'algorithm')]),
    ],
  },
  {
    key: 'identity',
    question: 'How identities are managed and passed on.',
    places: ({ flow }) => fieldsOf(flow, 'authentication', 'authorisation'),
  },
  {
    key: 'sessions',
    question: 'How a session starts, lasts and ends.',
    places: ({ flow }) => fieldsOf(flow, 'session'),
  },
  {
    key: 'settings',
    question: 'Which security settings there are, and their default values.',
    places: ({ flow, via, trace }) => [oneOf([flow, ...via].map((one) => link(one, 'documents', trace)))],
  },
  {
    key: 'links',
    question: 'Which threats, controls and tests belong to it.',
    places: ({ flow, trace }) => chainOf(flow, trace),
  },
  {
    key: 'claims',
    question: 'What shows that its security claims hold.',
    places: ({ flow, via, trace }) => [oneOf([flow, ...via].map((one) => link(one, 'verified-by', trace)))],
  },
  {
    key: 'components',
    question: 'Which third-party components stand at its ends.',
    places: ({ ends, trace }) => ends.filter(isOwnSoftware).map((end) => link(end, 'soup', trace)),
    notHere: 'Neither end is software of the device.',
  },
];

/** An end of which nobody wrote what it is may be a person. */
function mayBeOutside(end: RecordOf<'item'>): boolean {
  return end.fields.role === undefined || isOutside(end);
}

function fieldsOf(record: AnyRecord, ...names: readonly string[]): readonly AnswerPlace[] {
  const fields = record.fields as Readonly<Record<string, unknown>>;
  return names.map((name) => ({ at: `${record.id}.${name}`, isWritten: fields[name] !== undefined }));
}

function link(record: AnyRecord, name: string, trace: Trace): AnswerPlace {
  return { at: `${record.id}.${name}`, isWritten: trace.isLinked(record, name) };
}

/** Any of them will do; where none is filled, the first is where to write it. */
function oneOf(places: readonly AnswerPlace[]): AnswerPlace {
  const place = places.find((one) => one.isWritten) ?? places[0];
  if (!place) throw new Error('A detail has no place where it could be written.');
  return place;
}

function missingEnds({ flow, trace }: Path): readonly AnswerPlace[] {
  return ['from', 'to'].map((end) => link(flow, end, trace)).filter((place) => !place.isWritten);
}

/** Interfaces at an end that are closed or for service only: somebody has to say why they do no harm. */
function dormantOf(end: RecordOf<'item'>, trace: Trace): readonly AnswerPlace[] {
  return trace
    .linkedOf(end, 'interfaces', 'interface')
    .filter((one) => one.fields.enabled === 'no' || one.fields.enabled === 'service-only')
    .map((one) => oneOf(fieldsOf(one, 'unused-reason', 'contract', 'text')));
}

/** Whether what it carries travels on over another flow of its ends; where nobody wrote what it carries, it may. */
function goesOn({ flow, ends, trace }: Path): boolean {
  const assets = new Set(trace.names(flow, 'assets'));
  if (assets.size === 0) return true;
  const others = ends.flatMap((end) => [
    ...trace.linkedOf(end, 'flows-in', 'flow'),
    ...trace.linkedOf(end, 'flows-out', 'flow'),
  ]);
  return others.some(
    (other) => other.id !== flow.id && trace.names(other, 'assets').some((asset) => assets.has(asset)),
  );
}

function securityReviewOf(flow: RecordOf<'flow'>, trace: Trace): AnswerPlace {
  const reviews = trace.linkedOf(flow, 'reviewed-in', 'review');
  return { at: `${flow.id}.reviewed-in`, isWritten: reviews.some((review) => review.fields.type === 'security') };
}

/** Threat, control, test: each link of the chain is asked for at the first record that has it, or where it breaks. */
function chainOf(flow: RecordOf<'flow'>, trace: Trace): readonly AnswerPlace[] {
  const threats = trace.linkedOf(flow, 'threats', 'threat');
  const controls = threats.flatMap((threat) => trace.linkedOf(threat, 'controls', 'control'));
  return [
    link(flow, 'threats', trace),
    ...threats.map((threat) => link(threat, 'controls', trace)),
    ...[...new Set(controls)].map((control) => link(control, 'verified-by', trace)),
  ];
}

/** The path that a flow is, with its ends and interfaces looked up once. */
export function pathOf(flow: RecordOf<'flow'>, trace: Trace): Path {
  return { flow, ends: endsOf(flow, trace), via: trace.linkedOf(flow, 'via', 'interface'), trace };
}
