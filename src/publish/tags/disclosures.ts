/** `::disclosures{}`: what records say to the questions of a disclosure form for customers, question by question. */
import type { Disclosure } from '../../packs/index.js';
import type { AnyRecord } from '../../records/index.js';
import { answerByRecords, CARRIED, securityControls } from '../build/answer-by-records.js';
import type { Block, Cell, Row } from '../document.js';
import { markedWords } from '../text/marked-words.js';
import { defineTag, type TagContext } from './define.js';

const COLUMNS = [
  { title: 'Question', width: 0.27 },
  { title: 'What records say', width: 0.37 },
  { title: 'State', width: 0.16 },
  { title: 'Look at', width: 0.2 },
];

export default defineTag({
  name: 'disclosures',
  about:
    'What records say to the questions of a disclosure form for customers (MDS2); not known where they say nothing.',
  form: 'block',
  attributes: {},
  build(_, context) {
    const all = context.assessment.packs.packs.flatMap(({ disclosures }) => disclosures);
    const topics = all.flatMap((disclosure) => disclosure.topics);
    const rows = all.map((disclosure) => rowsOf(disclosure, context));
    const answered = rows.flat().filter(({ isAnswered }) => isAnswered).length;
    return [
      {
        is: 'table',
        id: context.newId('table'),
        caption: [{ is: 'text', text: 'Answers from records' }],
        columns: COLUMNS,
        rows: rows.flat().map(({ row }) => row),
        landscape: true,
        count: { shown: answered, of: topics.length, what: 'questions that records say something to' },
      },
      ...unknownCodes(all, context),
    ];
  },
});

interface Answered {
  readonly row: Row;
  readonly isAnswered: boolean;
}

function rowsOf({ id, title, topics }: Disclosure, context: TagContext): readonly Answered[] {
  const { assessment } = context;
  const named = naming(context).filter(({ fields }) => codesOf(fields).includes(id));
  const head: Row = { isGroup: true, cells: [{ ...cell(`${id}  ${title}`, context), columns: COLUMNS.length }] };
  return [
    { row: head, isAnswered: false },
    ...topics.map((topic, at) => {
      // A record that names the section answers it as a whole: it stands at its first question.
      const { state, says } = answerByRecords(topic, assessment, at === 0 ? named : []);
      const near = (topic.nearby ?? []).flatMap((category) => securityControls(category, assessment));
      const lookAt = state === 'unknown' || state === 'partly' ? near.slice(0, 6).map((one) => one.id) : [];
      const cells = [topic.asks, says.join('; ') || 'nothing', CARRIED[state], lookAt.join(', ')];
      return { row: { cells: cells.map((words) => cell(words, context)) }, isAnswered: state !== 'unknown' };
    }),
  ];
}

function cell(words: string, { links }: TagContext): Cell {
  return { content: [markedWords(words, links)] };
}

function naming({ assessment }: TagContext): readonly AnyRecord[] {
  const { trace } = assessment;
  const all = [...trace.all('control'), ...trace.all('requirement'), ...trace.all('document')];
  return all.filter(({ fields }) => fields.status === 'approved' && codesOf(fields).length > 0);
}

function codesOf(fields: AnyRecord['fields']): readonly string[] {
  return 'discloses' in fields ? (fields.discloses ?? []) : [];
}

function unknownCodes(all: readonly Disclosure[], context: TagContext): readonly Block[] {
  const known = new Set(all.map(({ id }) => id));
  const lost = naming(context).flatMap(({ id, fields }) =>
    codesOf(fields).flatMap((code) => (known.has(code) ? [] : [`${code} (${id})`])),
  );
  if (lost.length === 0) return [];
  const words = `Sections that records name and the form does not have: ${lost.join(', ')}.`;
  return [{ is: 'paragraph', content: markedWords(words, context.links) }];
}
