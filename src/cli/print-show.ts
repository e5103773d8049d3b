/** Prints one record: id and title on top, its text, what links to it, what follows, and its gaps. */
import type { ShowOutput } from '../contract/index.js';
import type { PackSet } from '../packs/index.js';
import { printGap } from './print-check.js';
import { plain, wrap, type Terminal } from './terminal.js';

const STATES: Readonly<Record<string, string>> = {
  approved: 'approved for this content',
  claimed: 'called approved; no approval is bound to its content',
  void: 'approved once, and changed since',
  draft: 'draft',
  obsolete: 'obsolete',
};

/** Lines of one paragraph are one: their breaks are those of the file. Lists, tables, quotes and code stay. */
export function joined(text: string): string {
  if (/^ {0,3}(?:```|~~~)/m.test(text)) return text;
  return text.replaceAll(/(?<=[^\n])\n(?![\n\s>|#`*+-]|\d{1,9}[.)] )/g, ' ');
}

export function printShow({ record }: ShowOutput, packs: PackSet, terminal: Terminal): void {
  const { paint, width } = terminal;
  const head = `${record.id}  ${record.title ?? ''}`.trimEnd();
  const lines = [
    paint('bold', plain(head)),
    paint(
      'grey',
      `${record.kind}, ${STATES[record.state] ?? record.state}, ${plain(record.file)}:${record.line}:${record.column}`,
    ),
    '',
    ...(record.text === null ? [] : [wrap(joined(record.text), width, ''), '']),
    ...rows(
      Object.entries(record.fields).map(([name, value]) => [name, words(value)]),
      terminal,
    ),
    ...section(
      'Links',
      record.links.map((link) => [link.field, `${link.id}  ${link.title ?? ''}`.trimEnd()]),
      terminal,
    ),
    ...section(
      'Follows from the model',
      Object.entries(record.computed).map(([name, value]) => [name, words(value)]),
      terminal,
    ),
    ...verification(record, terminal),
    '',
    paint('grey', 'content hash, as `bound-to` takes it'),
    record.hash,
    ...binding(record.binds, terminal),
  ];
  terminal.out(`${lines.join('\n')}\n`);
  terminal.out(record.gaps.length === 0 ? '\nNo open gap stands at it.\n' : '\nOpen gaps\n');
  for (const gap of record.gaps) printGap(gap, packs, terminal);
}

const VERIFICATION: Readonly<Record<string, string>> = {
  verified: 'verified by current results',
  failed: 'failed',
  'not-run': 'not verified: a result is missing',
  stale: 'not verified any more',
  unknown: 'not known',
};

function verification({ verification: found, result }: ShowOutput['record'], terminal: Terminal): readonly string[] {
  if (!found) return [];
  const rest = found.causes.length > 5 ? [['', `and ${found.causes.length - 5} more`] as const] : [];
  const causes = found.causes.slice(0, 5).map((cause) => ['', cause] as const);
  const state = ['state', VERIFICATION[found.state] ?? found.state] as const;
  const shown = found.state === 'verified' && result !== null ? [['result', result] as const] : [];
  return section('Verification', [state, ...shown, ...causes, ...rest], terminal);
}

/** Ready to be pasted, once somebody has read what it binds to. */
function binding(binds: ShowOutput['record']['binds'], terminal: Terminal): readonly string[] {
  const entries = Object.entries(binds);
  if (entries.length === 0) return [];
  const title = terminal.paint('grey', 'what it is about, as it stands now');
  return ['', title, 'bound-to:', ...entries.map(([id, hash]) => `  ${id}: ${hash}`)];
}

type Row = readonly [name: string, value: string];

function section(title: string, entries: readonly Row[], terminal: Terminal): readonly string[] {
  const shown = entries.filter(([, value]) => value !== '');
  return shown.length === 0 ? [] : ['', terminal.paint('grey', title), ...rows(shown, terminal)];
}

function rows(entries: readonly Row[], terminal: Terminal): readonly string[] {
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  let before = '';
  return entries.map(([name, value]) => {
    const shown = name === before ? '' : name;
    before = name;
    return `${plain(shown).padEnd(width)}  ${wrap(value, terminal.width, ' '.repeat(width + 2))}`;
  });
}

function words(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(words).join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([name, inner]) => `${name} ${words(inner)}`)
    .join(', ');
}
