/** The form of a pack's YAML: one table of fields per section, from which check, types and JSON Schema come. */
import {
  anything,
  byName,
  choice,
  date,
  either,
  fieldsSchema,
  ids,
  line,
  list,
  mapping,
  needed,
  number,
  optional,
  text,
  whole,
  word,
  yesNo,
  type Fields,
  type JsonSchema,
  type Shape,
} from '../shapes/index.js';
import {
  ANSWERED_BY,
  ASKS,
  CONFIDENCES,
  CONTROL_CATEGORIES,
  DEMANDS,
  PLACES,
  SAFETY_CLASSES,
  SIDES,
  STRIDE,
  WEIGHTS,
} from './pack.js';

const name = word(/^[a-z][a-z0-9-]{0,79}$/, 'a name in lower case such as `threat-model`');
// A set of criteria may be called after a clause, such as `iec62304-5.5.4`.
const packName = word(/^[a-z][a-z0-9-]{0,79}(\.[a-z0-9-]{1,20}){0,5}$/, 'a name in lower case such as `iec62304`');
const clauseId = word(/^[A-Za-z0-9][A-Za-z0-9.()-]{0,79}$/, 'a clause number or id without blanks');
const namedId = word(
  /^[a-z][a-z0-9-]{0,39}:[A-Za-z0-9][A-Za-z0-9.()-]{0,79}$/,
  'a standard and a clause such as `iso13485:4.2.4`',
);
const entryId = word(/^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/, 'an id without blanks');
const factValue = word(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/, 'a word without blanks such as `closed-loop-remote`');
const condition = text;
const demand = choice(...DEMANDS);
const severity = choice('error', 'warning', 'hint');
const classes = list(choice(...SAFETY_CLASSES));

function perClass<T>(shape: Shape<T>) {
  return mapping({
    A: needed(shape, 'For class A.'),
    B: needed(shape, 'For class B.'),
    C: needed(shape, 'For class C.'),
  });
}

/** First that holds: `[{ if: exposed, then: x }, { then: y }]`. */
function choices<T>(then: Shape<T>) {
  return list(
    mapping({
      if: optional(condition, 'Condition under which the value holds; the last has none.'),
      then: needed(then, 'The value.'),
    }),
  );
}

const SOURCED = {
  sources: optional(ids, 'Ids of sources of this pack or of `base`.'),
  confidence: optional(choice(...CONFIDENCES), 'How sure the reading is.'),
  note: optional(text, 'What a reader should know beside it.'),
} as const;

const ASK_FIELDS = {
  side: needed(choice(...SIDES), 'Because of what it is asked.'),
  level: needed(either('a demand such as `required`, or one per class', demand, perClass(demand)), 'How strongly.'),
  when: optional(condition, 'Condition under which it is asked.'),
  clauses: optional(ids, 'Clauses that ask it.'),
  basis: optional(choice('own-reading'), 'No clause asks it in so many words.'),
  weight: optional(choice(...WEIGHTS), 'Who asks, where it is not the weight of the clause.'),
} as const;

const CRITERION_FIELDS = {
  id: needed(entryId, 'Id of the criterion.'),
  ask: needed(choice(...ASKS), 'What is asked.'),
  of: optional(ids, 'Selectors of the records it is asked of.'),
  has: optional(
    list(either('a field, or a list of fields of which one must be there', line, list(line))),
    'Fields and links that must not be empty.',
  ),
  sections: optional(list(name), 'Sections of the document.'),
  rules: optional(list(name), 'Rules without open gap.'),
  types: optional(ids, 'Types of evidence that answer.'),
  currency: optional(
    choice('content', 'unit', 'integration', 'system', 'release', 'dated'),
    'What must be unchanged since.',
  ),
  metadata: optional(choice('run', 'integration-run', 'scan', 'pentest'), 'What the result must tell about itself.'),
  type: optional(name, 'Type of the review or of the statement.'),
  looked: optional(list(name), 'What a review must have looked at.'),
  question: optional(line, 'What a statement answers.'),
  roles: optional(list(name), 'Who may approve.'),
  min: optional(whole(1, 1000), 'How many at least.'),
  none: optional(choice('statement'), 'An empty set is answered by a statement.'),
  empty: optional(choice('fine'), 'An empty set is fine.'),
  classes: optional(classes, 'Safety classes that it is asked for.'),
  security: optional(choice('partial', 'required'), 'What cybersecurity asks, whatever the class.'),
  packs: optional(ids, 'Asked only with one of these packs.'),
  basis: optional(choice(...WEIGHTS), 'Who asks; `standard` if not given.'),
  when: optional(condition, 'Asked only if it holds.'),
  'if-no': optional(choice('missing', 'incomplete', 'unproven'), 'What a no means.'),
  clauses: optional(ids, 'Clauses behind it.'),
  why: optional(text, 'Why it is asked.'),
  ...SOURCED,
} as const;

const weakness = word(/^CWE-\d{1,6}$/, 'a weakness such as CWE-79');
const reference = word(/^[A-Z][A-Z0-9]{1,9}-[A-Za-z0-9.-]{1,30}$/, 'a pattern such as CAPEC-151');
const where = byName(either('a value or a list of values', line, list(line)));

const controlCategory = choice(...CONTROL_CATEGORIES);
const ANSWERED_BY_RECORDS = {
  facts: optional(list(name), 'Facts that answer it.'),
  controls: optional(list(controlCategory), 'Categories of security controls that are what is asked.'),
  nearby: optional(list(controlCategory), 'Categories to look at, which answer nothing by themselves.'),
  flows: optional(list(name), 'Fields of data flows that cross a boundary.'),
  interfaces: optional(yesNo, 'Interfaces that there are.'),
  soup: optional(list(name), 'Fields of SOUP components.'),
  sections: optional(list(line), 'Sections of documents, as `work-product#section`.'),
  'work-products': optional(ids, 'Work products that answer it.'),
} as const;

/** One entry of a section; `overhead` and `effort` are one entry each. */
export const SECTIONS = {
  facts: mapping({
    id: needed(name, 'Id of the fact.'),
    title: needed(line, 'Short name.'),
    about: needed(text, 'What it means.'),
    type: needed(choice('bool', 'enum', 'set', 'text', 'number'), 'What its values are.'),
    values: optional(list(factValue), 'The values of an enum or a set.'),
    is: optional(condition, 'Defined by other facts.'),
    derived: optional(name, 'Derivation that reads it from records.'),
    stated: optional(name, 'Holds if that fact was declared or derived.'),
    default: optional(choices(either('yes, no or a value', yesNo, line)), 'Used when nobody stated it.'),
    step: needed(either('2 or 4', whole(2, 2), whole(4, 4)), 'Known before the class (2) or after it (4).'),
    ...SOURCED,
  }),
  clauses: mapping({
    id: needed(clauseId, 'Number of the clause, without the pack.'),
    title: needed(line, 'Short title.'),
    summary: needed(text, 'What it asks, in own words.'),
    section: optional(line, 'Where it stands in the text, if the id is not its number there.'),
    weight: optional(choice(...WEIGHTS), 'Who asks, where that is not the weight of the pack.'),
    parent: optional(clauseId, 'Clause above it.'),
    items: optional(list(line), 'Its parts, in own words.'),
    asks: optional(
      mapping({
        class: optional(classes, 'Safety classes that it is asked for.'),
        when: optional(condition, 'Condition under which it is asked.'),
      }),
      'Who is asked; everybody if not given.',
    ),
    route: optional(choice('legacy'), 'Part of the route for legacy software only.'),
    'work-products': optional(ids, 'What it leads to.'),
    'not-decidable': optional(text, 'Why records cannot tell whether it is met.'),
    compare: optional(ids, 'Clauses of other packs that ask for something alike.'),
    lift: optional(
      mapping({
        when: needed(condition, 'When cybersecurity answers for it although the class does not ask it.'),
        by: needed(ids, 'Clauses that do.'),
        strength: needed(choice('required', 'expected', 'analogy'), 'How strongly.'),
        scope: needed(line, 'For what.'),
      }),
      'What cybersecurity adds.',
    ),
    ...SOURCED,
  }),
  'work-products': mapping({
    id: needed(name, 'Id of the work product.'),
    title: needed(line, 'Short title.'),
    group: needed(name, 'Group in lists.'),
    place: needed(choice(...PLACES), 'Where the evidence lives.'),
    form: needed(choice('document', 'record'), 'Written by people, or results of doing.'),
    purpose: needed(text, 'What it is for.'),
    sections: optional(list(name), 'Sections of the document.'),
    holds: optional(
      ids,
      'Selectors of the records that are written down in it: what several products miss of them is told here.',
    ),
    asks: needed(list(mapping(ASK_FIELDS)), 'Who asks it and how strongly.'),
    scope: needed(choice('device', 'software-system'), 'One per device or per software system.'),
    criteria: needed(list(mapping(CRITERION_FIELDS)), 'What must be there.'),
    due: optional(
      choice('first-system-test', 'first-baseline', 'first-release-candidate', 'first-release', 'on-the-market'),
      'Not due before.',
    ),
    'never-waived': optional(yesNo, 'No decision may cover the whole product.'),
    partial: optional(text, 'What `partial` means here.'),
    see: optional(ids, 'Clauses that touch it and ask nothing.'),
    ...SOURCED,
  }),
  selectors: mapping({
    id: needed(name, 'Id of the selector.'),
    title: needed(line, 'What it selects.'),
    kind: needed(name, 'Kind of the records.'),
    where: optional(where, 'Narrows by fields.'),
    partial: optional(where, 'Narrows to the security-relevant members.'),
    'belongs-by': optional(name, 'Link over which members belong to a software system, where that is not their own.'),
    ...SOURCED,
  }),
  'evidence-types': mapping({
    id: needed(name, 'Id of the type.'),
    title: needed(line, 'What it is.'),
    kind: needed(choice('test', 'review', 'report'), 'Tests, reviews or whole reports.'),
    where: optional(where, 'Narrows by fields.'),
    ...SOURCED,
  }),
  overhead: mapping({
    levels: needed(list(name), 'From weakest to strongest.'),
    rules: needed(
      list(
        mapping({
          id: needed(entryId, 'Id of the rule.'),
          when: needed(condition, 'When it gives the level.'),
          level: needed(either('a level, or choices', name, choices(name)), 'The level.'),
          final: optional(yesNo, 'No adjustment follows.'),
          flags: optional(list(name), 'Flags it sets.'),
          says: needed(text, 'The reason in words.'),
          ...SOURCED,
        }),
      ),
      'The first that holds gives the level.',
    ),
    adjust: needed(
      list(
        mapping({
          id: needed(entryId, 'Id of the adjustment.'),
          when: needed(condition, 'When it changes the level.'),
          steps: needed(whole(-3, 3), 'Levels up or down.'),
          'not-below': needed(name, 'It goes no lower.'),
          flags: optional(list(name), 'Flags it sets.'),
          says: needed(text, 'The reason in words.'),
          ...SOURCED,
        }),
      ),
      'After the first rule, unless it is final.',
    ),
    findings: needed(
      list(
        mapping({
          id: needed(entryId, 'Id of the finding.'),
          when: needed(condition, 'When it is found.'),
          severity: optional(severity, 'With it, the finding is a gap.'),
          flags: optional(list(name), 'Flags it sets.'),
          'flags-if-rule': optional(ids, 'Sets its flags only if the level came from one of these rules.'),
          'severity-if-unproven': optional(severity, 'While nothing proves the barrier.'),
          'flags-if-unproven': optional(list(name), 'While nothing proves the barrier.'),
          says: optional(text, 'What it says.'),
          ...SOURCED,
        }),
      ),
      'All that hold.',
    ),
  }),
  effort: mapping({
    counts: needed(
      list(mapping({ id: needed(name, 'Name of the count.'), title: needed(line, 'What is counted.') })),
      'What is counted.',
    ),
    expected: needed(byName(condition), 'Counts that are expected while fewer are recorded.'),
    shares: needed(byName(number), 'Parts of a count by name.'),
    references: needed(
      list(
        mapping({
          id: needed(entryId, 'Id of the example.'),
          title: needed(line, 'What device it is.'),
          when: optional(condition, 'Devices that it is nearest to.'),
          counts: needed(byName(number), 'Its counts.'),
        }),
      ),
      'Counts for a profile without records.',
    ),
    rows: needed(
      list(
        mapping({
          id: needed(name, 'Id of the row.'),
          title: needed(line, 'What is done.'),
          side: needed(choice(...SIDES), 'Because of what.'),
          when: optional(condition, 'When it is done.'),
          per: optional(name, 'Count that it is done for; a fixed number of hours without it.'),
          hours: optional(
            either(
              'hours, hours per class, or choices',
              number,
              either('hours per class, or choices', perClass(number), choices(number)),
            ),
            'Hours, each or at all.',
          ),
          low: optional(number, 'Its own lowest hours.'),
          high: optional(number, 'Its own highest hours.'),
          as: optional(
            mapping({
              row: needed(name, 'The other row.'),
              class: needed(choice(...SAFETY_CLASSES), 'Its hours at this class.'),
              minus: optional(choice(...SAFETY_CLASSES), 'Less those at this class.'),
            }),
            'As another row at another class.',
          ),
          share: optional(name, 'Part of the count that it is done for.'),
          every: optional(choice('year'), 'Upkeep; shown apart.'),
          for: needed(byName(number), 'Work products it stands for, parts that add up to 1.'),
          ...SOURCED,
        }),
      ),
      'What costs how many hours.',
    ),
    'bought-in': optional(
      list(mapping({ id: needed(name, 'Id.'), title: needed(line, 'What is bought.') })),
      'Paid in money, never added.',
    ),
    range: needed(
      mapping({ low: needed(number, 'Factor for the low end.'), high: needed(number, 'Factor for the high end.') }),
      'How far off it may be.',
    ),
    ...SOURCED,
  }),
  criteria: mapping({
    id: needed(entryId, 'Id of the criterion.'),
    title: needed(line, 'Short title.'),
    summary: optional(text, 'What it is about, in own words.'),
    level: optional(whole(1, 9), 'Level from which it is asked, where the set has levels.'),
    weaknesses: optional(list(weakness), 'Weaknesses that it stands for; without them static analysis cannot answer.'),
    core: optional(list(weakness), 'Those without which static analysis does not answer; all of them if not given.'),
    'applies-to': optional(
      byName(where),
      'Narrows the units and items that are of class C or security-relevant, by kind and field.',
    ),
    'answered-by': optional(list(choice(...ANSWERED_BY)), 'What may answer it; everything if not given.'),
    follows: optional(ids, 'What it was in the edition before, as `owasp-top10@2017:A1`.'),
    ...SOURCED,
  }),
  methods: mapping({
    id: needed(name, 'Id of the method.'),
    title: needed(line, 'Short title.'),
    domain: needed(choice('safety', 'security'), 'What it rates.'),
    version: needed(line, 'Version of the method.'),
    severity: needed(
      list(
        mapping({
          id: needed(entryId, 'Id of the step.'),
          title: needed(line, 'Its word.'),
          harm: needed(choice('none', 'non-serious', 'serious'), 'The bridge to the words of IEC 62304 4.3.'),
          means: needed(text, 'What it means.'),
        }),
      ),
      'Steps of severity, from least to most.',
    ),
    vector: optional(list(word(/^[A-Z]{1,3}$/, 'a metric such as AV')), 'Metrics of the vector, in order.'),
    prefix: optional(line, 'How a vector begins, such as `CVSS:3.1`.'),
    score: optional(choice('exploitability', 'cvss3-base', 'cvss4-base'), 'What of the vector the steps look at.'),
    questions: optional(
      list(
        mapping({
          id: needed(entryId, 'Id of the question.'),
          metric: needed(word(/^[A-Z]{1,3}$/, 'a metric such as AV'), 'Metric that it decides.'),
          asks: needed(text, 'The question.'),
          answers: needed(
            list(
              mapping({
                say: needed(line, 'The answer.'),
                value: optional(word(/^[A-Z]{1,3}$/, 'a value such as N'), 'Value of the metric.'),
                next: optional(entryId, 'Question that follows.'),
              }),
            ),
            'What can be answered.',
          ),
        }),
      ),
      'Questions whose answers give the vector; one that no answer leads to is asked of everybody.',
    ),
    likelihood: optional(
      list(
        mapping({
          id: needed(entryId, 'Id of the step.'),
          title: needed(line, 'Its word.'),
          means: needed(text, 'What it means.'),
        }),
      ),
      'Steps that a person chooses, from likely to unlikely.',
    ),
    steps: optional(
      list(mapping({ id: needed(entryId, 'Id of the step.'), from: needed(number, 'Lowest score.') })),
      'Steps of exploitability, highest first.',
    ),
    probability: optional(
      mapping({
        steps: needed(
          list(mapping({ id: needed(whole(0, 100), 'Number of the step.'), means: needed(text, 'What it means.') })),
          'Steps of P1 and of P2, from likely to unlikely.',
        ),
        minus: needed(whole(0, 100), 'Taken off the sum of P1 and P2.'),
        'at-least': needed(whole(0, 100), 'The lowest result.'),
      }),
      'How P1 and P2 are combined.',
    ),
    matrix: needed(byName(list(entryId)), 'Step of likelihood to level per severity.'),
    'multi-patient': optional(whole(0, 5), 'Levels up when one attack reaches many patients.'),
    accept: needed(
      list(
        mapping({
          level: needed(entryId, 'The level.'),
          accept: needed(choice('yes', 'with-reason', 'with-benefit-risk', 'no'), 'What acceptance needs.'),
          means: needed(text, 'The level in words.'),
        }),
      ),
      'Levels from lowest to highest.',
    ),
    ...SOURCED,
  }),
  threats: mapping({
    id: needed(entryId, 'Id of the threat; part of the keys of candidates, so it never changes.'),
    title: needed(line, 'Who does what, for any device.'),
    text: needed(text, 'What follows.'),
    stride: needed(list(choice(...STRIDE)), 'Letters of STRIDE.'),
    core: optional(yesNo, 'Part of the short set to begin with.'),
    fallback: optional(yesNo, 'Asked only where nothing more specific asks for its letters.'),
    when: optional(condition, 'Condition on facts under which it is asked at all.'),
    at: needed(
      list(
        mapping({
          kind: needed(choice('item', 'interface', 'flow', 'soup'), 'Kind of the records.'),
          where: optional(where, 'Narrows by fields.'),
          because: needed(line, 'What of the model raises it.'),
          urgent: optional(yesNo, 'The model shows that nothing stands against it.'),
        }),
      ),
      'Where it is raised: of each kind the first place that fits a record.',
    ),
    'harm-to': optional(list(choice('patient', 'privacy', 'service')), 'What it can harm.'),
    phase: optional(
      choice('supply', 'manufacture', 'deployment', 'interoperation', 'maintenance', 'decommissioning', 'use'),
      'Phase of the life cycle.',
    ),
    weaknesses: optional(list(weakness), 'Weaknesses behind it.'),
    references: optional(list(reference), 'Patterns of attack.'),
    controls: optional(ids, 'Controls that answer it.'),
    ...SOURCED,
  }),
  controls: mapping({
    id: needed(entryId, 'Id of the control.'),
    title: needed(line, 'Short title.'),
    text: needed(text, 'What it does, never how much: acceptance is for the device.'),
    category: needed(choice(...CONTROL_CATEGORIES), 'Category of the control.'),
    means: needed(choice('software', 'procedure'), 'A property of the product, or something the manufacturer does.'),
    core: optional(yesNo, 'Part of the short set to begin with.'),
    verification: optional(list(name), 'Ways to show it.'),
    references: optional(list(line), 'Where others ask for it.'),
    ...SOURCED,
  }),
  starters: mapping({
    id: needed(name, 'Work product that the words are for.'),
    sections: needed(
      list(
        mapping({
          id: needed(name, 'Section of the work product.'),
          title: optional(line, 'Heading, where the id does not say it well.'),
          text: needed(text, 'Markdown to begin with, with at least one `[fill: …]`.'),
          partial: optional(text, 'In place of it where only what is relevant for security is asked.'),
          also: optional(
            list(
              mapping({
                when: needed(condition, 'Condition on facts; where it is not known, the text stands.'),
                text: needed(text, 'What follows.'),
              }),
            ),
            'Added by facts of the device.',
          ),
        }),
      ),
      'One for each section.',
    ),
    ...SOURCED,
  }),
  disclosures: mapping({
    id: needed(entryId, 'Code of the section in the form.'),
    title: needed(line, 'What it is about, in own words.'),
    topics: needed(
      list(mapping({ asks: needed(line, 'The question, in own words.'), ...ANSWERED_BY_RECORDS })),
      'What is asked.',
    ),
    ...SOURCED,
  }),
  attachments: mapping({
    id: needed(entryId, 'Id of the place, our own.'),
    title: needed(line, 'What goes there, in own words.'),
    form: needed(
      choice('attachment', 'attachment-with-pages', 'text', 'yes-no', 'form-fields'),
      'What the form takes there.',
    ),
    documents: optional(list(name), 'Documents of ours that go there.'),
    when: optional(condition, 'Condition on facts under which it is asked.'),
    ...ANSWERED_BY_RECORDS,
    ...SOURCED,
  }),
  named: mapping({
    id: needed(namedId, 'Standard and clause.'),
    title: needed(line, 'Title only.'),
    weight: optional(choice(...WEIGHTS), 'Who asks; `standard` if not given.'),
    ...SOURCED,
  }),
} as const;

export type SectionName = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly SectionName[];

/** Sections whose entries are known by one id in all packs together. */
export const SHARED_SECTIONS: readonly SectionName[] = [
  'facts',
  'work-products',
  'selectors',
  'evidence-types',
  'methods',
  'threats',
  'controls',
  'starters',
  'disclosures',
  'attachments',
];
/** Sections that are one mapping, not a list. */
export const SINGLE_SECTIONS: readonly SectionName[] = ['overhead', 'effort'];

export const OVERRIDE_HEAD = {
  id: needed(line, 'The entry that is changed, such as `iec62304:5.3.1`.'),
  section: needed(
    choice(
      'clauses',
      'work-products',
      'selectors',
      'evidence-types',
      'criteria',
      'methods',
      'threats',
      'controls',
      'facts',
      'named',
      'starters',
      'disclosures',
      'attachments',
    ),
    'Where it stands.',
  ),
  reason: needed(text, 'Why it is changed.'),
  by: needed(line, 'Who changed it.'),
  date: needed(date, 'When.'),
} as const;

export const HEAD: Fields = {
  pack: needed(packName, 'Id of the pack.'),
  edition: needed(line, 'Edition, as text.'),
  format: needed(whole(1, 1), 'Form of the file.'),
  title: optional(line, 'Title of the pack; in one of its files.'),
  weight: optional(choice(...WEIGHTS), 'Who asks; in one of its files.'),
  licence: optional(text, 'Licence and attribution of the content, if not those of the program; in one of its files.'),
  sources: optional(byName(text), 'Sources by id.'),
  'known-packs': optional(list(packName), 'Packs that entries may name although they are not loaded.'),
  override: optional(
    list(anything),
    'Changes to entries of other packs: id, section, reason, by, date and the changed keys.',
  ),
};

/** Schema of one file of a pack, for editors. */
export function packFileSchema(): JsonSchema {
  const sections = SECTION_NAMES.map((section) => {
    const shape: Shape<unknown> = SECTIONS[section];
    return [section, optional(SINGLE_SECTIONS.includes(section) ? shape : list(shape), `Section ${section}.`)] as const;
  });
  return fieldsSchema({ ...HEAD, ...Object.fromEntries(sections) });
}
