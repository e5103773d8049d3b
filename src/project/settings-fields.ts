/** The fields of `medward.yaml`: from this table come the check, the JSON Schema and the reference page. */
import {
  anything,
  byName,
  choice,
  date,
  either,
  line,
  list,
  mapping,
  needed,
  number,
  oneOrMore,
  optional,
  someOf,
  text,
  word,
} from '../shapes/index.js';

const id = word(/^[A-Za-z][A-Za-z0-9._-]{0,99}$/, 'an id such as SW-1');

const device = mapping({
  name: needed(line, 'Name of the device.'),
  version: optional(line, 'Version that the records describe; read as text.'),
  manufacturer: optional(line, 'Who places it on the market.'),
  'intended-use': optional(text, 'What it is for, by whom and where.'),
  markets: optional(someOf(line), 'Where it is placed on the market, such as eu, us.'),
  ext: optional(anything, 'Fields of your own; kept untouched.'),
});

const system = mapping({
  id: needed(id, 'Id of the software system; links name it like that of a record.'),
  name: optional(line, 'Name of the software system.'),
  version: optional(line, 'Version, where it has one of its own.'),
  form: optional(choice('embedded', 'standalone'), 'Inside hardware of the device, or on its own.'),
  class: optional(choice('A', 'B', 'C'), 'Software safety class, if assigned.'),
  'class-reason': optional(text, 'Why it has this class.'),
  by: optional(line, 'Who assigned the class.'),
  date: optional(date, 'When the class was assigned.'),
  route: optional(choice('development', 'legacy'), 'Clauses 5 to 9, or the legacy route of 4.4.'),
  build: optional(oneOrMore(line), 'Build inputs, as globs.'),
});

const person = mapping({
  id: needed(id, 'Id under which records name the person.'),
  name: optional(line, 'Name as it stands in documents.'),
  roles: optional(someOf(line), 'Roles, which decide what the person may approve.'),
  'commits-as': optional(someOf(line), 'E-mail addresses under which the person commits; needed for independence.'),
});

const hours = either(
  'a number of hours, or a mapping from safety class to hours',
  number,
  mapping({
    A: optional(number, 'Hours at class A.'),
    B: optional(number, 'Hours at class B.'),
    C: optional(number, 'Hours at class C.'),
  }),
);

const rate = either(
  'a number of hours, or a mapping with hours, share, source, date',
  number,
  mapping({
    hours: optional(hours, 'Hours for each.'),
    share: optional(number, 'Part of the count that it is done for, from 0 to 1.'),
    low: optional(number, 'Lower end, as a factor.'),
    high: optional(number, 'Upper end, as a factor.'),
    source: optional(line, 'Where the number comes from, such as own median.'),
    date: optional(date, 'When it was found.'),
  }),
);

const strictness = choice('observe', 'warn', 'enforce');

const strictnesses = mapping({
  default: optional(strictness, 'Of gaps that nothing below names; `enforce` if absent.'),
  packs: optional(byName(strictness), 'Of gaps that these packs ask and no other: pack → how strict.'),
  rules: optional(byName(strictness), 'Of gaps of these rules: rule → how strict; decides over the packs.'),
});

const fact = either('a word, or a list of words', text, list(line));

export const SETTINGS_FIELDS = {
  medward: needed(choice('1'), 'Version of this format: 1.'),
  device: optional(device, 'The device.'),
  profile: optional(byName(fact), 'Facts that decide and that no record tells.'),
  software: optional(list(system), 'Software systems of the device.'),
  packs: optional(
    list(line),
    'Regulations and standards: `iec62304@2015`, or a folder of your own such as ./packs/ours.',
  ),
  criteria: optional(list(line), 'Criteria of special tests, such as `owasp-top10@2021`.'),
  'criteria-levels': optional(
    byName(word(/^[1-9]$/, 'a level such as 2')),
    'Level up to which a set of criteria with levels is asked: set → level; 1 if absent.',
  ),
  methods: optional(byName(line, ['risk', 'security']), 'Rating methods, by id or as `./packs/ours#risk`.'),
  people: optional(list(person), 'Who may approve what.'),
  'sources-of-truth': optional(byName(line), 'Registers that are kept elsewhere: kind of record → where.'),
  external: optional(byName(line), 'Prefixes of ids of other products: prefix → what it names.'),
  records: optional(oneOrMore(line), 'Files and folders with records; `records` if absent.'),
  code: optional(oneOrMore(line), 'Folders and globs of code with tags; `!` in front leaves out.'),
  ids: optional(byName(line), 'Prefixes of ids of your own: prefix → kind of record.'),
  mapping: optional(oneOrMore(line), 'Files that map results of tests to records.'),
  effort: optional(byName(rate), 'Rates of the effort model that differ here, by name of the row.'),
  strictness: optional(
    strictnesses,
    'How strictly `check` takes gaps: observe (hints), warn (do not block), enforce. It changes no status.',
  ),
  ext: optional(anything, 'Fields of your own; kept untouched.'),
} as const;
