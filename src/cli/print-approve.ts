/** Prints what was signed: first what changed since it was signed before, for whoever signs answers for that. */
import type { ApproveOutput, BoundOutput, SignedOutput } from '../contract/index.js';
import { shortList } from '../shapes/index.js';
import { fieldWords } from './print-diff.js';
import { listed, printNote } from './print-table.js';
import { plain, wrap, type Colour, type Terminal } from './terminal.js';

const DONE: Readonly<Record<SignedOutput['action'], string>> = {
  written: 'new approval',
  renewed: 'renewed',
  stands: 'stands for the present content; left as it is',
};
const MOST_FIELDS = 8;
/** Whoever signs has to see the word that changed, which may be the last one. */
const WHOLE = 200;
const MOST_NAMES = 10;

export function printApprove(output: ApproveOutput, terminal: Terminal): void {
  for (const one of output.signed) printSigned(one, terminal);
  const tell = (words: string): void => printNote(`\n${wrap(words, terminal.width, '')}`, terminal);
  for (const { record, about } of output.voided) {
    tell(
      `${record} stood for ${listed(about)} as it was and stands no more: renew it too, with \`medward approve ${record} --by …\`.`,
    );
  }
  if (output.uncommitted === null) tell('Git cannot tell whether what was signed is committed.');
  else if (output.uncommitted.length > 0) {
    tell(`Not committed as it was signed: ${output.uncommitted.join(', ')}. Commit it together with the signature.`);
  }
  if (!output.dryRun) return;
  const files = output.files.map(({ file }) => file);
  tell(
    files.length === 0
      ? 'Nothing would be written.'
      : `Nothing was written; it would go into ${listed(files)}, whose text \`--json\` shows.`,
  );
}

function printSigned(signed: SignedOutput, terminal: Terminal): void {
  const { record, title, kind, action, by, role, meaning, date, file } = signed;
  const head = plain(`${record} ${title ?? ''}`.trimEnd());
  const who = [by.join(' and '), role === null ? '' : ` as ${role}`, meaning === null ? '' : ` (${meaning})`].join('');
  terminal.out(
    `${terminal.paint('bold', head)}: ${kind === 'approval' && action === 'written' ? '' : `${kind} `}${DONE[action]}\n`,
  );
  printNote(`  ${who}, ${date ?? 'no day'}, in ${file}`, terminal);
  const same = signed.about.filter(({ state }) => state === 'same');
  for (const one of signed.about) if (one.state !== 'same') printBound(one, terminal);
  if (same.length > 0)
    printNote(
      `  unchanged since: ${shortList(
        same.map(({ id }) => id),
        MOST_NAMES,
      )}`,
      terminal,
    );
  if (signed.unbound.length > 0) {
    printNote(
      `  not bound by a hash: ${signed.unbound.join(', ')}${kind === 'review' ? '; files are bound by `commit:`' : ''}`,
      terminal,
    );
  }
}

const COLOURS: Readonly<Record<BoundOutput['state'], Colour>> = {
  changed: 'amber',
  new: 'green',
  gone: 'red',
  same: 'grey',
};

function printBound(bound: BoundOutput, terminal: Terminal): void {
  const { id, kind, title, state, fields, since } = bound;
  const label = terminal.paint(COLOURS[state], state.padEnd(7));
  terminal.out(`  ${label}  ${plain(`${kind ?? ''} ${id} ${title ?? ''}`.trim())}\n`);
  if (state === 'gone') printNote('           was signed before; it is named no more, or is obsolete', terminal);
  if (state !== 'changed') return;
  if (fields === null)
    return printNote('           what it said then stands in no commit that could be found; read it whole', terminal);
  const indent = ' '.repeat(11);
  const shown = fields.slice(0, MOST_FIELDS);
  for (const field of shown)
    terminal.out(`${indent}${wrap(fieldWords(field, WHOLE), terminal.width, `${indent}  `)}\n`);
  const more = fields.length > shown.length ? `${fields.length - shown.length} more; ` : '';
  printNote(`${indent}${more}since commit ${(since ?? '').slice(0, 7)}`, terminal);
}
