/** `medward evidence criteria`: special tests as a matrix of criteria and items, what answers each, what another edition adds. */
import { evidenceCriteriaOutput, type EvidenceCriteriaOutput } from '../contract/index.js';
import { shippedPacks, type Pack } from '../packs/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';
import { openSession } from './session.js';
import { columns, plain, wrap, type Terminal } from './terminal.js';

/** @throws OptionError, MedwardError */
export function criteriaOf(call: Call): EvidenceCriteriaOutput {
  const { assessment, subject } = openSession(call);
  const sets = assessment.specialTests().sets.map(({ id }) => id);
  const set = known(call.value('set'), sets, 'set');
  const items = [...new Set(assessment.specialTests().cells.map(({ item }) => item.id))];
  const item = known(call.value('item'), items, 'item');
  return evidenceCriteriaOutput(assessment, { set, item, editions: editions(call.value('edition'), sets) }, subject);
}

function known(word: string | undefined, words: readonly string[], option: string): string | undefined {
  if (word === undefined || words.includes(word)) return word;
  throw new OptionError(
    `\`--${option} ${shown(word)}\` names nothing that criteria are asked of${didYouMean(word, words) || '.'}`,
    words.length > 0 ? `Known: ${words.slice(0, 20).join(', ')}.` : 'Choose a set under `criteria:` of medward.yaml.',
  );
}

function editions(
  word: string | undefined,
  sets: readonly string[],
): { older: Pack; newer: Pack; all: readonly Pack[] } | undefined {
  if (word === undefined) return undefined;
  const all = shippedPacks().filter((pack) => pack.criteria.length > 0);
  const names = all.map(nameOf);
  const newer = all.find((pack) => nameOf(pack) === word);
  const older = newer && all.find((pack) => pack.pack === newer.pack && sets.includes(nameOf(pack)));
  if (newer && older) return { older, newer, all };
  throw new OptionError(
    newer
      ? `No edition of ${newer.pack} is chosen, so there is nothing to compare ${word} with.`
      : `There is no set \`${shown(word)}\`${didYouMean(word, names) || '.'}`,
    newer ? 'Choose one under `criteria:` of medward.yaml.' : `Known: ${names.join(', ')}.`,
  );
}

function nameOf({ pack, edition }: Pack): string {
  return `${pack}@${edition}`;
}

const WORDS: Readonly<Record<string, string>> = {
  answered: 'answered',
  'not-applicable': 'decided not to apply',
  failed: 'failed',
  'open-finding': 'with open findings',
  stale: 'out of date',
  unknown: 'not known',
  'not-looked': 'no tool looked',
  unanswered: 'not answered',
};

export function printCriteria(output: EvidenceCriteriaOutput, all: boolean, terminal: Terminal): void {
  if (output.sets.length === 0) {
    terminal.out(
      'No set of criteria is chosen. Name one under `criteria:` of medward.yaml, such as owasp-top10@2025.\n',
    );
    return;
  }
  for (const { id, title } of output.sets) printSet(id, title, output, terminal);
  printOpen(output, all, terminal);
  if (output.editions) printEditions(output.editions, terminal);
  for (const { id, licence } of output.sets) {
    if (licence !== null)
      terminal.out(`\n${terminal.paint('grey', wrap(`${id}: ${licence}`, terminal.width, '  '))}\n`);
  }
}

function printSet(id: string, title: string, { cells }: EvidenceCriteriaOutput, terminal: Terminal): void {
  const own = cells.filter(({ set }) => set === id);
  terminal.out(`\n${terminal.paint('bold', plain(`${title} (${id})`))}\n`);
  if (own.length === 0) terminal.out('  It is asked of no item.\n');
  const criteria = [...new Set(own.map(({ criterion }) => criterion))];
  const rows = criteria.map((criterion) => {
    const asked = own.filter((cell) => cell.criterion === criterion);
    const done = asked.filter(({ state }) => state === 'answered' || state === 'not-applicable');
    const ways = [...new Set(done.flatMap(({ by }) => by.map(({ way }) => way)))];
    return [
      criterion.slice(id.length + 1),
      asked[0]?.title ?? '',
      `${done.length} of ${asked.length}`,
      ways.join(', '),
      others(asked.map(({ state }) => state)),
    ];
  });
  for (const row of columns(rows)) terminal.out(`  ${plain(row)}\n`);
}

function others(states: readonly string[]): string {
  const open = states.filter((state) => state !== 'answered' && state !== 'not-applicable');
  return [...new Set(open)]
    .map((state) => `${open.filter((one) => one === state).length} ${WORDS[state] ?? state}`)
    .join(', ');
}

const AT_MOST = 10;

function printOpen({ cells }: EvidenceCriteriaOutput, all: boolean, terminal: Terminal): void {
  const open = cells.filter(
    ({ state, causes }) => causes.length > 0 && state !== 'answered' && state !== 'not-applicable',
  );
  if (open.length === 0) return;
  terminal.out('\nWhy not\n');
  for (const { item, criterion, state, causes } of all ? open : open.slice(0, AT_MOST)) {
    const line = `${item}  ${criterion}  ${WORDS[state] ?? state}: ${causes.join('; ')}`;
    terminal.out(`  ${wrap(line, terminal.width, '    ')}\n`);
  }
  if (!all && open.length > AT_MOST) terminal.out(`  and ${open.length - AT_MOST} more: say --all\n`);
}

function printEditions(compared: NonNullable<EvidenceCriteriaOutput['editions']>, terminal: Terminal): void {
  const { from, to, added, kept, dropped } = compared;
  terminal.out(`\n${terminal.paint('bold', `From ${from} to ${to}`)}\n`);
  const rows = [
    ...added.map(({ id, title }) => ['new', id, title, '']),
    ...kept.map(({ id, title, follows }) => ['follows', id, title, follows.join(', ')]),
    ...dropped.map(({ id, title }) => ['dropped', id, title, '']),
  ];
  for (const row of columns(rows)) terminal.out(`  ${plain(row)}\n`);
}
