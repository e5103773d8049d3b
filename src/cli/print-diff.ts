/** Prints a difference: what it means, worst first; the records; what has to be looked at again. */
import type { DiffOutput } from '../contract/index.js';
import { counted, printNote, printSentence } from './print-table.js';
import { stateWords } from './state-words.js';
import { plain, wrap, type Colour, type Terminal } from './terminal.js';

const MOST = 20;

interface Printing {
  readonly all: boolean;
}

export function printDiff(output: DiffOutput, printing: Printing, terminal: Terminal): void {
  const { added, removed, renamed, changed } = output;
  printNote(`From ${stateWords(output.base)} to ${stateWords(output.head)}.`, terminal);
  const isSame = [added, removed, renamed, changed, output.model, output.consequences, output.unread].every(
    (list) => list.length === 0,
  );
  printSentence(
    isSame
      ? 'Nothing differs: no record, no fact, no demand, no result.'
      : `${counted(added.length, 'record')} new, ${removed.length} gone, ${changed.length} changed, ${renamed.length} renamed.`,
    terminal,
  );
  printOpen(output, terminal);
  printModel(output, printing, terminal);
  printRecords(output, printing, terminal);
  printConsequences(output, printing, terminal);
  printVoid(output, terminal);
  if (output.drawing) printNote(`\nDrawn into ${output.drawing.file}.`, terminal);
}

function printOpen({ openKinds }: DiffOutput, terminal: Terminal): void {
  if (openKinds.length === 0) return;
  const words = `Some file cannot be read in one of the two states, so that a record told as new or gone may be in both: look at the kinds ${openKinds.join(', ')}.`;
  terminal.out(`${terminal.paint('amber', wrap(words, terminal.width, ''))}\n`);
}

const GROUP_WORDS = { security: 'Security', safety: 'Safety', device: 'Device' } as const;
const COLOURS: Readonly<Record<string, Colour>> = { worse: 'red', open: 'amber', better: 'green' };

function printModel({ model }: DiffOutput, printing: Printing, terminal: Terminal): void {
  for (const [group, title] of Object.entries(GROUP_WORDS)) {
    const lines = model.filter((one) => one.group === group);
    printPart(
      title,
      lines.map(({ direction, what }) => ({ label: direction, colour: COLOURS[direction], what })),
      printing,
      terminal,
    );
  }
}

const CHANGE_WORDS = { added: 'new', removed: 'gone', renamed: 'renamed', changed: 'changed' } as const;

function printRecords(output: DiffOutput, printing: Printing, terminal: Terminal): void {
  const fields = new Map(
    output.changed.map(({ id, values }) => [id, values.map((value) => fieldWords(value)).join('; ')]),
  );
  const from = new Map(output.renamed.map((one) => [one.id, one.from]));
  const lines = output.records.map(({ id, kind, title, change }) => {
    const before = from.get(id);
    const what = [
      `${kind} ${before === undefined ? '' : `${before} → `}${id}`,
      ...(change === 'added' || change === 'removed' ? [title ?? ''] : []),
      fields.get(id) ?? '',
    ];
    return { label: CHANGE_WORDS[change], colour: undefined, what: what.filter((words) => words !== '').join('  ') };
  });
  printPart('Records', lines, printing, terminal);
}

const MAX_SHOWN = 60;

/** @param most letters of a value that are shown */
export function fieldWords(
  { name, before, after }: DiffOutput['changed'][number]['values'][number],
  most = MAX_SHOWN,
): string {
  const words = (value: string | null): string => {
    if (value === null) return 'nothing';
    return value.length > most ? `“${value.slice(0, most - 1).trimEnd()}…”` : `“${value}”`;
  };
  return `${name}: ${words(before)} → ${words(after)}`;
}

const LABELS: Readonly<Record<string, string>> = {
  'result-void': 'result',
  'approval-void': 'approval',
  'review-void': 'review',
  'statement-void': 'statement',
  'decision-void': 'decision',
  'work-product': 'product',
};

function printConsequences({ consequences }: DiffOutput, printing: Printing, terminal: Terminal): void {
  const label = (sort: string): string => LABELS[sort] ?? sort;
  const [thoughts, others] = [true, false].map((isThought) =>
    consequences.filter(({ sort }) => (sort === 'candidate') === isThought),
  );
  printPart(
    'To look at again',
    (others ?? []).map(({ sort, what }) => ({ label: label(sort), colour: undefined, what })),
    printing,
    terminal,
  );
  printPart(
    'Threats to think about',
    (thoughts ?? []).map(({ id, what }) => ({ label: id, colour: undefined, what })),
    printing,
    terminal,
  );
}

/** Those that stopped to stand before BASE are no part of the difference, and somebody should know. */
function printVoid({ bindings, consequences }: DiffOutput, terminal: Terminal): void {
  const told = new Set(consequences.map(({ id }) => id));
  const older = bindings.filter((one) => one.void.length > 0 && !told.has(one.id)).map(({ id }) => id);
  if (older.length === 0) return;
  printNote(
    `\n${wrap(`Did not stand for the present content before either: ${older.slice(0, MOST).join(', ')}.`, terminal.width, '')}`,
    terminal,
  );
}

interface Line {
  readonly label: string;
  readonly colour: Colour | undefined;
  readonly what: string;
}

function printPart(title: string, lines: readonly Line[], { all }: Printing, terminal: Terminal): void {
  if (lines.length === 0) return;
  terminal.out(`\n${terminal.paint('bold', `${title} (${lines.length})`)}\n`);
  const shown = all ? lines : lines.slice(0, MOST);
  const width = Math.max(...shown.map(({ label }) => label.length));
  for (const { label, colour, what } of shown) {
    const padded = plain(label).padEnd(width);
    const text = wrap(what, terminal.width, ' '.repeat(width + 4));
    terminal.out(`  ${colour ? terminal.paint(colour, padded) : padded}  ${text}\n`);
  }
  if (shown.length < lines.length)
    printNote(`  … and ${lines.length - shown.length} more; --all shows them.`, terminal);
}

/** Whether what was approved has changed: known by its hashes, without Git. */
export function printBinding(output: DiffOutput, terminal: Terminal): void {
  const [binding] = output.bindings;
  if (!binding) throw new Error('The output of a binding has exactly one.');
  const count = binding.holds.length + binding.void.length + binding.unknown.length;
  const words = [
    `The ${binding.kind} ${binding.id} was given for ${counted(count, 'record')}: ${binding.holds.length} say what they said then`,
    `${binding.void.length} say something else or are gone`,
    ...(binding.unknown.length > 0 ? [`${binding.unknown.length} cannot be read`] : []),
  ];
  printSentence(`${words.join(', ')}.`, terminal);
  printPart(
    'Not as it was',
    binding.void.map((id) => lineOf(id, output)),
    { all: true },
    terminal,
  );
  printPart(
    'Cannot be read',
    binding.unknown.map((id) => lineOf(id, output)),
    { all: true },
    terminal,
  );
  if (binding.void.length > 0) {
    const note = 'The record keeps hashes and not the text: name the revision of that day to see what changed.';
    printNote(`\n${wrap(note, terminal.width, '')}`, terminal);
  }
}

function lineOf(id: string, { records, removed }: DiffOutput): Line {
  const record = records.find((one) => one.id === id);
  const what = record ? `${record.kind}  ${record.title ?? ''}` : removed.includes(id) ? 'is gone' : '';
  return { label: id, colour: undefined, what: what.trim() };
}
