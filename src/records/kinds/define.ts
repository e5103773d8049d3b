/** What a kind of record is: a table of fields, from which check, JSON Schema, form and reference page come. */
import { anything, choice, line, list, optional, someOf, text, type Fields } from '../../shapes/index.js';

export interface Kind {
  /** Singular, as in `kind:` and in relations. */
  readonly kind: string;
  /** The top key of a YAML list of such records. */
  readonly plural: string;
  readonly title: string;
  /** Usual prefixes of its ids, most usual first. */
  readonly prefixes: readonly string[];
  readonly about: string;
  /** Fields beyond the common ones; fields that link stand in relations.yaml. */
  readonly fields: Fields;
}

export function defineKind<const K extends Kind>(kind: K): K {
  return kind;
}

/** Fields that every kind has, beside `id`, `kind` and links. */
export const COMMON_FIELDS = {
  title: optional(line, 'A short name, as it stands in lists.'),
  text: optional(text, 'What it says; in Markdown the text under the heading.'),
  status: optional(
    choice('draft', 'approved', 'obsolete'),
    'How far it is: a claim; an approval is a record of its own.',
  ),
  owner: optional(line, 'Who looks after it.'),
  rationale: optional(text, 'Why it is so.'),
  tags: optional(someOf(line), 'Free words to find it by.'),
  'applies-to': optional(list(line), 'Reserved: variants and releases it applies to.'),
  ext: optional(anything, 'Fields of your own; kept untouched.'),
} as const;

/** Words for how far somebody reaches, from nowhere to everywhere; interfaces and agents share them. */
export const REACH = ['none', 'physical', 'local', 'adjacent', 'network', 'internet'] as const;
