/** Edits that change no meaning: no gap may come, go or change its key, and no status may change. */
import { parse, stringify } from 'yaml';
import { edited, once, at, append, type Edit } from './edit.js';
import type { Files } from './finished-project.js';

export interface NeutralEdit {
  readonly done: string;
  readonly change: (files: Files) => Files;
}

const AGENT = '  - { id: AG-2, title: Person at the bedside, reach: physical, skill: low, status: approved }\n';

export const NEUTRAL_EDITS: readonly NeutralEdit[] = [
  // Bytes
  { done: 'lines end as on Windows', change: (files) => inEach(files, (text) => text.replaceAll('\n', '\r\n')) },
  { done: 'a byte-order mark before each file', change: (files) => inEach(files, (text) => `\uFEFF${text}`) },
  // In a folded text (`>-`) blanks before the line feed are a part of the text.
  {
    done: 'blanks at the end of each line of YAML',
    change: (files) => inYaml(files, (text) => (text.includes('>-') ? text : text.replaceAll('\n', '  \n'))),
  },
  {
    done: 'blanks at the end of each line of Markdown',
    change: (files) => inMarkdown(files, (text) => text.replaceAll('\n', ' \n')),
  },
  { done: 'no line feed at the end of each file', change: (files) => inEach(files, (text) => text.trimEnd()) },
  { done: 'blank lines at the end of each file', change: (files) => inEach(files, (text) => `${text}\n\n\n`) },
  {
    done: 'blank lines before each section',
    change: (files) => inMarkdown(files, (text) => text.replaceAll('\n## ', '\n\n\n## ')),
  },
  {
    done: 'blank lines between the records of lists',
    change: (files) => inYaml(files, (text) => text.replaceAll(/^ {2}- /gm, '\n  - ')),
  },

  // Comments
  {
    done: 'a comment at the head of each YAML file',
    change: (files) => inYaml(files, (text) => `# Read by the team on Monday.\n${text}`),
  },
  {
    done: 'a comment before each record of lists',
    change: (files) => inYaml(files, (text) => text.replaceAll(/^ {2}- /gm, '  # next\n  - ')),
  },
  {
    done: 'a comment in each block of fields',
    change: (files) => inMarkdown(files, (text) => text.replaceAll('```yaml\n', '```yaml\n# fields\n')),
  },
  {
    done: 'an id in a comment of code that is no tag',
    change: (files) => with_(files, append('src/dose-check.c', '/* see SRS-77 and TH-99 */\n')),
  },

  // Form of the YAML
  {
    done: 'flow style becomes block style',
    change: (files) => inLists(files, (tree) => stringify(tree, { lineWidth: 0, collectionStyle: 'block' })),
  },
  {
    done: 'block style becomes flow style',
    change: (files) => inLists(files, (tree) => stringify(tree, { lineWidth: 0, collectionStyle: 'flow' })),
  },
  {
    done: 'all words in double quotes',
    change: (files) =>
      inLists(files, (tree) => stringify(tree, { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })),
  },
  {
    done: 'all words in single quotes',
    change: (files) =>
      inLists(files, (tree) => stringify(tree, { defaultStringType: 'QUOTE_SINGLE', defaultKeyType: 'PLAIN' })),
  },
  { done: 'JSON in a YAML file', change: (files) => inLists(files, (tree) => JSON.stringify(tree, undefined, 1)) },
  { done: 'lists indented by four', change: (files) => inLists(files, (tree) => stringify(tree, { indent: 4 })) },
  {
    done: 'lists not indented below their key',
    change: (files) => inLists(files, (tree) => stringify(tree, { indentSeq: false })),
  },
  { done: 'fields in the other order', change: (files) => inLists(files, (tree) => stringify(turned(tree))) },
  {
    done: 'kinds in the other order',
    change: (files) => inLists(files, (tree) => stringify(Object.fromEntries(Object.entries(tree).toReversed()))),
  },
  { done: 'records in the other order', change: (files) => inLists(files, (tree) => stringify(reversed(tree))) },
  {
    done: 'yes and no as true and false',
    change: (files) =>
      inEach(files, (text) =>
        text.replaceAll(
          /(enabled|in-field|harms|multi-patient|external|power-only|security-relevant): (yes|no)\b/g,
          trueOrFalse,
        ),
      ),
  },
  {
    done: 'one link as a word, not as a list',
    change: (files) =>
      inEach(files, (text) =>
        text.replaceAll(/^(\s*)(mitigates|parent|via|hazards|assets|affects): \[([\w-]+)\]$/gm, '$1$2: $3'),
      ),
  },
  {
    done: 'settings in the other order',
    change: (files) =>
      inSettings(files, (text) => stringify(Object.fromEntries(Object.entries(parse(text) as object).toReversed()))),
  },
  {
    done: 'a fact in quotes',
    change: (files) => with_(files, once('medward.yaml', 'update-path: local', "update-path: 'local'")),
  },
  {
    done: 'the exposure in the other order',
    change: (files) =>
      with_(files, once('medward.yaml', '[usb-power-only, short-range-radio]', '[short-range-radio, usb-power-only]')),
  },

  // Place
  { done: 'each list in a file of its own', change: (files) => splitLists(files) },
  { done: 'all lists in one file', change: (files) => joinLists(files) },
  {
    done: 'all files in other folders',
    change: (files) =>
      renamed(
        files,
        (name) =>
          `records/${name.slice('records/'.length).split('/').toReversed().join('-of-')}/${name.split('/').at(-1) ?? ''}`,
      ),
  },
  {
    done: 'lists in files that end in yml',
    change: (files) => renamed(files, (name) => name.replace(/\.yaml$/, '.yml')),
  },
  { done: 'a section becomes a member of a list', change: (files) => with_(files, ...sectionToList()) },
  {
    done: 'a member of a list becomes a section',
    change: (files) =>
      with_(
        files,
        at('context.yaml', 'AG-2', AGENT),
        append(
          'records/agents.md',
          '# Agents\n\n## AG-2 Person at the bedside\n```yaml\nreach: physical\nskill: low\nstatus: approved\n```\n',
        ),
      ),
  },
  {
    done: 'a member of a list becomes a file of its own',
    change: (files) =>
      with_(
        files,
        at('context.yaml', 'AG-2', AGENT),
        append(
          'records/agents/AG-2.md',
          '---\nid: AG-2\ntitle: Person at the bedside\nreach: physical\nskill: low\nstatus: approved\n---\n',
        ),
      ),
  },
  { done: 'a file of its own becomes a member of a list', change: (files) => fileToList(files) },
  {
    done: 'sections at another depth',
    change: (files) => inMarkdown(files, (text) => text.replaceAll('\n## ', '\n#### ')),
  },
  {
    done: 'the title as a field, not in the heading',
    change: (files) =>
      with_(
        files,
        once(
          'records/needs.md',
          '## UN-1 Give a medicine at a set rate\n\n```yaml\n',
          '## UN-1\n\n```yaml\ntitle: Give a medicine at a set rate\n',
        ),
      ),
  },
  {
    done: 'what the front matter says, in the block',
    change: (files) =>
      with_(
        files,
        at('needs.md', 'UN-1', 'type: user-need', 'type: user-need\nkind: need\nstatus: approved\nowner: costa'),
      ),
  },
  { done: 'the kind by the prefix alone', change: (files) => with_(files, once('records/needs.md', 'kind: need\n')) },
  {
    done: 'a heading of words before the sections',
    change: (files) =>
      with_(
        files,
        once(
          'records/needs.md',
          '# What users need\n',
          '# What users need\n\nUTF-8 and COVID-19 are no records.\n\n### UTF-8 handling\n',
        ),
      ),
  },

  // Links
  {
    done: 'a link written at the other end',
    change: (files) =>
      with_(
        files,
        at('controls.yaml', 'SC-3', '    mitigates: [TH-3]\n'),
        at('threats/TH-3.md', 'TH-3', 'harm-to: privacy', 'harm-to: privacy\ncontrols: [SC-3]'),
      ),
  },
  {
    done: 'a link written at both ends',
    change: (files) =>
      with_(files, at('threats/TH-3.md', 'TH-3', 'harm-to: privacy', 'harm-to: privacy\ncontrols: [SC-3]')),
  },
  {
    done: 'the test named at the requirement',
    change: (files) =>
      with_(
        files,
        at('tests.md', 'TC-12', 'verifies: [SRS-10]\n'),
        at('requirements/software.md', 'SRS-10', 'method: test', 'method: test\nverified-by: [TC-12]'),
      ),
  },
  {
    done: 'the parent named by its parts',
    change: (files) =>
      with_(
        files,
        at('architecture.yaml', 'EL-2', '    parent: EL-1\n'),
        at('architecture.yaml', 'EL-1', 'parent: SW-1', 'parent: SW-1\n    parts: [EL-2]'),
      ),
  },
  {
    done: 'links in the other order',
    change: (files) =>
      with_(files, at('threats/TH-1.md', 'TH-1', 'targets: [EL-3, EL-2, DF-1]', 'targets: [DF-1, EL-2, EL-3]')),
  },
  {
    done: 'the same link twice',
    change: (files) =>
      with_(files, at('threats/TH-1.md', 'TH-1', 'targets: [EL-3, EL-2, DF-1]', 'targets: [EL-3, EL-2, EL-3, DF-1]')),
  },
  {
    done: 'a tag in another comment',
    change: (files) =>
      with_(
        files,
        once('src/dose-check.c', '/* @implements SRS-1 */\n'),
        append('src/dose-check.c', '// @implements SRS-1\n'),
      ),
  },

  // What does not count
  {
    done: 'a file that holds no records',
    change: (files) => with_(files, append('records/README.md', '# How we write\n\nOne requirement, one sentence.\n')),
  },
  {
    done: 'an example in a fence',
    change: (files) => with_(files, append('records/README.md', '# How we write\n\n~~~\n## SRS-99 Example\n~~~\n')),
  },
  {
    done: 'a project of its own inside',
    change: (files) =>
      with_(
        files,
        append('records/charger/medward.yaml', 'medward: 1\ndevice: { name: Charger }\n'),
        append('records/charger/needs.yaml', 'needs:\n  - { id: UN-1, title: Charge }\n'),
      ),
  },
];

function with_(files: Files, ...edits: readonly Edit[]): Files {
  return edited(files, edits);
}

function inEach(files: Files, change: (text: string) => string): Files {
  return new Map([...files].map(([name, text]) => [name, change(text)]));
}

function inNamed(files: Files, pattern: RegExp, change: (text: string) => string): Files {
  return new Map([...files].map(([name, text]) => [name, pattern.test(name) ? change(text) : text]));
}

const inYaml = (files: Files, change: (text: string) => string): Files => inNamed(files, /\.yaml$/, change);
const inMarkdown = (files: Files, change: (text: string) => string): Files => inNamed(files, /\.md$/, change);
const inSettings = (files: Files, change: (text: string) => string): Files => inNamed(files, /^medward\.yaml$/, change);

type Lists = Readonly<Record<string, readonly object[]>>;

/** Words stay words: `yes`, dates and versions are not turned into other values on the way. */
function readLists(text: string): Lists {
  return parse(text, { schema: 'failsafe', merge: true }) as Lists;
}

function inLists(files: Files, change: (tree: Lists) => string): Files {
  return inNamed(files, /^records\/.*\.yaml$/, (text) => change(readLists(text)));
}

function turned(tree: unknown): unknown {
  if (Array.isArray(tree)) return tree.map(turned);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree)
      .toReversed()
      .map(([name, value]) => [name, turned(value)]),
  );
}

function reversed(tree: Lists): Lists {
  return Object.fromEntries(Object.entries(tree).map(([kind, records]) => [kind, records.toReversed()]));
}

function trueOrFalse(_: string, field: string, word: string): string {
  // `enabled` is no yes/no field: it knows service-only too.
  return field === 'enabled' ? `enabled: '${word}'` : `${field}: ${String(word === 'yes')}`;
}

function splitLists(files: Files): Files {
  return new Map(
    [...files].flatMap(([name, text]) => {
      if (!/^records\/.*\.yaml$/.test(name)) return [[name, text] as const];
      return Object.entries(readLists(text)).map(
        ([kind, records]) => [name.replace(/\.yaml$/, `-${kind}.yaml`), stringify({ [kind]: records })] as const,
      );
    }),
  );
}

function joinLists(files: Files): Files {
  const lists: Record<string, object[]> = {};
  for (const [name, text] of files) {
    if (!/^records\/.*\.yaml$/.test(name)) continue;
    for (const [kind, records] of Object.entries(readLists(text))) (lists[kind] ??= []).push(...records);
  }
  const others = [...files].filter(([name]) => !/^records\/.*\.yaml$/.test(name));
  return new Map([...others, ['records/everything.yaml', stringify(lists)]]);
}

function renamed(files: Files, name: (old: string) => string): Files {
  return new Map([...files].map(([old, text]) => [old.startsWith('records/') ? name(old) : old, text]));
}

function sectionToList(): readonly Edit[] {
  const section = `## UN-1 Give a medicine at a set rate

\`\`\`yaml
type: user-need
acceptance: Ten nurses set a rate and the pump delivers it within five per cent.
\`\`\`

A nurse sets a rate, and the pump gives the medicine at that rate until it is stopped.
`;
  const list = `needs:
  - id: UN-1
    title: Give a medicine at a set rate
    type: user-need
    acceptance: Ten nurses set a rate and the pump delivers it within five per cent.
    text: A nurse sets a rate, and the pump gives the medicine at that rate until it is stopped.
    status: approved
    owner: costa
`;
  return [once('records/needs.md', section), append('records/needs.yaml', list)];
}

function fileToList(files: Files): Files {
  const name = 'records/threats/TH-4.md';
  const [, front = '', text = ''] = (files.get(name) ?? '').split('---\n');
  const list = stringify({ threats: [{ ...(parse(front, { schema: 'failsafe' }) as object), text: text.trim() }] });
  return new Map([...files].filter(([each]) => each !== name).concat([['records/threats.yaml', list]]));
}
