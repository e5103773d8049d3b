/** Writes one new approval of several records, bound to what they say. */
import type { SignedOutput } from '../contract/index.js';
import type { AnyRecord } from '../records/index.js';
import type { Person } from '../rules/index.js';
import { compareText } from '../shapes/index.js';
import { named } from './approve-compared.js';
import type { SigningInput } from './approve-input.js';
import { meaningOf, onlySigner, roleOf } from './approve-signers.js';
import { refuseUnread } from './approve-subjects.js';
import { OptionError } from './option-error.js';

export function approveAnew(
  records: readonly AnyRecord[],
  hashOf: (record: AnyRecord) => string,
  input: SigningInput,
): SignedOutput {
  const { call, edits, date, signers } = input;
  const person = onlySigner(signers, 'an approval');
  const [role, meaning, title] = [roleOf(call, person), meaningOf(call), call.value('title')?.trim() ?? ''];
  for (const record of records) refuseUnread(record, input.assessment.trace);
  if (!call.flag('new')) refuseApproved(records, person, role, input);
  const about = records.toSorted((a, b) => compareText(a.id, b.id));
  const signed = { by: [person.id], role, meaning, date };
  const record = {
    kind: 'approval' as const,
    id: edits.nextId('approval'),
    fields: {
      ...(title !== '' && { title }),
      approves: about.map(({ id }) => id),
      ...signed,
      by: person.id,
      'bound-to': Object.fromEntries(about.map((one) => [one.id, hashOf(one)])),
    },
  };
  return {
    record: record.id,
    kind: 'approval',
    title: title === '' ? null : title,
    action: 'written',
    file: edits.add(record),
    ...signed,
    about: about.map((one) => ({ ...named(one), state: 'new', hash: hashOf(one), since: null, fields: null })),
    unbound: [],
  };
}

/** Beside an approval of the same person that is about it, a second one would only hide that the first is void. */
function refuseApproved(
  records: readonly AnyRecord[],
  { id, name }: Person,
  role: string,
  { assessment: { trace } }: SigningInput,
): void {
  for (const record of records) {
    const approvals = trace.linkedOf(record, 'approvals', 'approval');
    const own = approvals.find(({ fields }) => (fields.by === id || fields.by === name) && fields.role === role);
    if (!own) continue;
    throw new OptionError(
      `${own.id} by ${id} is about ${record.id} already.`,
      `Renew it: \`medward approve ${own.id} --by ${id}\`; or add \`--new\` for one more.`,
    );
  }
}
