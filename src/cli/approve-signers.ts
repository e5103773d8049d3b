/** Who signs: a person whom the settings know, in a role that they give to this person. */
import { findPerson, type Person } from '../rules/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { BindingRecord } from '../trace/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';

const MEANINGS = ['author', 'reviewer', 'approver', 'release'] as const;
export type Meaning = (typeof MEANINGS)[number];

// @implements SRS-615
/** @throws OptionError for somebody whom `people:` does not name */
export function signersOf(call: Call, people: readonly Person[]): readonly Person[] {
  const names = call.values('by').filter((name) => name.trim() !== '');
  if (names.length === 0) {
    throw new OptionError(
      'It is not said who signs.',
      'Add `--by PERSON`, with an id under `people:` in medward.yaml.',
    );
  }
  return [...new Set(names.map((name) => personNamed(name, people)))];
}

function personNamed(name: string, people: readonly Person[]): Person {
  const person = findPerson(name, people);
  if (person) return person;
  const ids = people.map(({ id }) => id);
  throw new OptionError(
    `\`${shown(name)}\` is nobody whom \`people:\` in medward.yaml names${didYouMean(name, ids) || '.'}`,
    ids.length === 0 ? 'Write there who may sign, with id and roles.' : `It names ${ids.slice(0, 20).join(', ')}.`,
  );
}

/** @throws OptionError where several sign what only one can */
export function onlySigner(signers: readonly Person[], what: string): Person {
  const [signer, ...more] = signers;
  if (signer && more.length === 0) return signer;
  throw new OptionError(`Several people sign, and ${what} is by one.`, 'Name one with `--by`, and run it for each.');
}

/** The role that is asked for, else the only one that the person has. */
export function roleOf(call: Call, { id, roles }: Person): string {
  const wanted = call.value('role');
  if (wanted !== undefined) return heldRole(wanted, { id, roles });
  const [only, ...more] = roles;
  if (only !== undefined && more.length === 0) return only;
  throw new OptionError(
    only === undefined ? `${id} has no role in \`people:\` of medward.yaml.` : `${id} has several roles.`,
    only === undefined ? 'Write there which roles the person has.' : `Add \`--role\` with one of ${roles.join(', ')}.`,
  );
}

function heldRole(role: string, { id, roles }: Pick<Person, 'id' | 'roles'>): string {
  if (roles.includes(role)) return role;
  throw new OptionError(
    `\`people:\` in medward.yaml does not give the role \`${shown(role)}\` to ${id}${didYouMean(role, roles) || '.'}`,
    `${roles.length > 0 ? `${id} is ${roles.join(', ')}. ` : ''}Let somebody sign who has the role, or correct \`people:\`.`,
  );
}

export function meaningOf(call: Call): Meaning {
  const written = call.value('meaning') ?? 'approver';
  const meaning = MEANINGS.find((one) => one === written);
  if (meaning) return meaning;
  throw new OptionError(
    `\`${shown(written)}\` is no meaning of a signature${didYouMean(written, MEANINGS) || '.'}`,
    `Write one of ${MEANINGS.join(', ')}.`,
  );
}

/** A signature is renewed by whoever gave it; somebody else gives one of their own. */
export function refuseOthers(record: BindingRecord, signers: readonly Person[], people: readonly Person[]): void {
  const names = [record.fields.by ?? []].flat();
  const own = names.map((name) => findPerson(name, people)?.id ?? name);
  const ids = signers.map(({ id }) => id);
  if (own.length === 0 || (own.every((id) => ids.includes(id)) && ids.every((id) => own.includes(id)))) return;
  throw new OptionError(
    `${record.id} is by ${own.map((id) => shown(id)).join(' and ')}, not by ${ids.join(' and ')}.`,
    `Let the same ${own.length === 1 ? 'person' : 'people'} renew it, each named by \`--by\`, or write ${record.kind === 'approval' ? 'an' : 'a'} ${record.kind} of your own.`,
  );
}

/** What a signature says of who gave it. */
export interface Said {
  readonly by?: string | readonly string[];
  readonly role?: string;
  readonly meaning?: string;
}

/** What the record does not say yet; what it says is held against the settings. */
export function saidBy(record: BindingRecord, signers: readonly Person[], call: Call): Said {
  if (record.kind === 'review') return record.fields.by === undefined ? { by: signers.map(({ id }) => id) } : {};
  const person = onlySigner(signers, `${record.kind === 'approval' ? 'an' : 'a'} ${record.kind}`);
  const isWithoutMeaning = record.kind === 'approval' && record.fields.meaning === undefined;
  return {
    ...(record.fields.by === undefined && { by: person.id }),
    ...roleSaid(record, person, call),
    ...(isWithoutMeaning && { meaning: meaningOf(call) }),
  };
}

function roleSaid({ id, kind, fields }: Exclude<BindingRecord, { kind: 'review' }>, person: Person, call: Call): Said {
  const { role } = fields;
  if (role === undefined) return kind === 'approval' || call.flag('role') ? { role: roleOf(call, person) } : {};
  heldRole(role, person);
  if (!call.flag('role') || call.value('role') === role) return {};
  throw new OptionError(
    `${id} is signed as ${role}, not in the role of \`--role\`.`,
    'Leave out `--role`, or sign in the other role with `--new`.',
  );
}
