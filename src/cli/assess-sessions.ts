/** Runs `medward assess`: one project, one bare profile, or several profiles side by side. */
import { readFactValue } from '../assess/index.js';
import { assessOutput } from '../contract/index.js';
import type { FactValue, FactValues, PackSet } from '../packs/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import type { Call } from './define.js';
import { printAssess } from './print-assess.js';
import { printJson } from './print-json.js';
import { printProfiles } from './print-profiles.js';
import { OptionError } from './option-error.js';
import { readNamedFile } from './read-named-file.js';
import { openProfileSession, openSession, type Session } from './session.js';

export async function assessSessions(call: Call): Promise<number> {
  const profiles = call.values('profile');
  const sessions =
    profiles.length === 0
      ? [openSession(call)]
      : profiles.map((path) => openProfileSession(path, readProfile(path, call.folder), call));
  const outputs = sessions.map((session) => outputOf(session, call));
  const [only] = outputs;
  if (outputs.length === 1 && only) {
    if (call.flag('json')) printJson(only, call.terminal);
    else printAssess(only, call.terminal);
    return 0;
  }
  if (call.flag('json')) printJson(outputs, call.terminal);
  else printProfiles(outputs, call.terminal);
  return 0;
}

const MAX_PROFILE_BYTES = 1_000_000;

function readProfile(path: string, folder: string): string {
  const todo = 'Name a file such as a medward.yaml without records.';
  return readNamedFile({ what: 'profile', path, maxBytes: MAX_PROFILE_BYTES, todo }, folder);
}

function outputOf(session: Session, call: Call): ReturnType<typeof assessOutput> {
  const whatIf = readWhatIf(call.values('what-if'), session.project.packs);
  const system = call.value('system');
  const { systems } = session.assessment.classes;
  if (system !== undefined && !systems.some((one) => one.id === system)) {
    const ids = systems.map((one) => one.id);
    throw new OptionError(
      `There is no software system \`${shown(system)}\`${didYouMean(system, ids) || '.'}`,
      `Known: ${ids.join(', ')}.`,
    );
  }
  const byClause = call.value('by-clause')?.split('@')[0];
  const names = session.project.packs.packs.map((pack) => pack.pack);
  if (byClause !== undefined && !names.includes(byClause)) {
    throw new OptionError(
      `The pack \`${shown(byClause)}\` is not chosen by this project${didYouMean(byClause, names) || '.'}`,
      `Chosen: ${names.join(', ')}.`,
    );
  }
  return assessOutput(session.assessment, session.subject, {
    system,
    byPlace: call.flag('by-place'),
    byClause,
    whatIf: whatIf.size === 0 ? undefined : { facts: whatIf, assessment: session.again(whatIf) },
  });
}

function readWhatIf(written: readonly string[], packs: PackSet): FactValues {
  const facts = new Map<string, FactValue>();
  for (const text of written) {
    const at = text.indexOf('=');
    const id = at < 0 ? text : text.slice(0, at);
    const known = packs.table.facts.filter((fact) => fact.is === undefined && fact.stated === undefined);
    const fact = known.find((one) => one.id === id);
    if (!fact || at < 0) {
      const names = known.map((one) => one.id);
      throw new OptionError(
        `\`--what-if ${shown(text)}\` names no fact${didYouMean(id, names) || '.'}`,
        `Write FACT=VALUE; facts: ${names.join(', ')}.`,
      );
    }
    const words = text.slice(at + 1);
    const value = readFactValue(fact, fact.type === 'set' ? words.split(',').map((word) => word.trim()) : words.trim());
    if (value === undefined) {
      const values = fact.type === 'bool' ? 'yes, no' : (fact.values ?? ['a value']).join(', ');
      throw new OptionError(
        `\`${shown(words)}\` is no value of ${id}.`,
        `Values: ${values}${fact.type === 'set' ? ' (several with commas; none alone)' : ''}.`,
      );
    }
    facts.set(id, value);
  }
  return facts;
}
