/** Runs `medward explain`: finds the word among rules, kinds and the packs, and says what it means and who asks. */
import { toolVersion } from '../compile/index.js';
import { explainOutput } from '../contract/index.js';
import { loadPacks, shippedPacks, type PackSet } from '../packs/index.js';
import { shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { nearestWord, pagesFor } from './explain/pages.js';
import { printPage } from './explain/print-page.js';
import { oneWord } from './find-record.js';
import { OptionError } from './option-error.js';
import { printJson } from './print-json.js';

// @implements SRS-712
export async function explain(call: Call): Promise<number> {
  const word = oneWord(call, 'one word, such as `medward explain control-without-defeat-test`');
  const packs = await packsFor(call);
  const pages = pagesFor(word, packs);
  if (pages.length === 0) throw unknownWord(word, packs);
  if (call.flag('json')) printJson(explainOutput(pages, toolVersion()), call.terminal);
  else for (const page of pages) printPage(page, call.terminal);
  return 0;
}

async function packsFor(call: Call): Promise<PackSet> {
  if (call.value('project') !== undefined) {
    const { openSession } = await import('./session.js');
    return openSession(call).project.packs;
  }
  const shipped = shippedPacks();
  return loadPacks(
    shipped.filter((pack) => pack.pack !== 'base').map((pack) => `${pack.pack}@${pack.edition}`),
    shipped,
  ).set;
}

function unknownWord(word: string, packs: PackSet): OptionError {
  const nearest = nearestWord(word, packs);
  const hint = nearest === undefined ? '.' : `; did you mean \`${nearest}\`?`;
  return new OptionError(
    `Nothing is called \`${shown(word)}\`${hint}`,
    'Name a rule, kind, clause, work product, criterion, fact, method or pack; gaps and obligations show their names.',
  );
}
