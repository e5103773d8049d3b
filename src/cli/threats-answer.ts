/** `medward threats take | reject | merge`: a person's answer to candidates, written into the project. */
import type { Assessment } from '../assess/index.js';
import type { EditAction, ThreatsEditOutput, WrittenRecord } from '../contract/index.js';
import type { ProjectEdits } from '../edit/index.js';
import type { Candidate } from '../threats/index.js';
import type { AnyRecord } from '../records/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import { decisionOf, threatOf } from './candidate-records.js';
import { changeProject } from './change-project.js';
import type { Call } from './define.js';
import { OptionError } from './option-error.js';

/** @throws OptionError, MedwardError */
export function answerCandidates(call: Call, action: EditAction, words: readonly string[]): ThreatsEditOutput {
  const work = { take, reject, merge }[action];
  return changeProject(call, action, (edits, assessment, date) => work({ call, edits, assessment, date, words }));
}

interface Answering {
  readonly call: Call;
  readonly edits: ProjectEdits;
  readonly assessment: Assessment;
  readonly date: string;
  readonly words: readonly string[];
}

function take({ edits, assessment, words }: Answering): readonly WrittenRecord[] {
  return chosen(words, assessment, 'take').map((candidate) => {
    const record = threatOf(candidate, edits.nextId('threat'), assessment.packs);
    return { record: record.id, file: edits.add(record), keys: [candidate.key] };
  });
}

function reject({ call, edits, assessment, words, date }: Answering): readonly WrittenRecord[] {
  const decided = {
    reason: needed(call, 'reason', 'why the threat is not one here'),
    by: needed(call, 'by', 'who decided it'),
    date,
    ...optional(call, 'role'),
    ...optional(call, 'until'),
  };
  return chosen(words, assessment, 'reject').map((candidate) => {
    const record = decisionOf(candidate, edits.nextId('decision'), decided, assessment.trace);
    return { record: record.id, file: edits.add(record), keys: [candidate.key] };
  });
}

function merge({ edits, assessment, words }: Answering): readonly WrittenRecord[] {
  const into = words.at(-1);
  if (into === undefined || words.length < 2) {
    throw new OptionError(
      'It is not said what is merged into which threat.',
      'Write `medward threats merge KEY … THREAT`.',
    );
  }
  const threat = threatNamed(into, assessment);
  const candidates = chosen(words.slice(0, -1), assessment, 'merge');
  const keys = candidates.map((candidate) => candidate.key);
  const targets = candidates.flatMap((candidate) => candidate.targets.map((target) => target.record.id));
  addIds(edits, threat, 'taken-from', keys);
  addIds(edits, threat, 'targets', missing(targets, assessment.trace.names(threat, 'targets')));
  return [{ record: threat.id, file: threat.spot.source.path, keys }];
}

function addIds(edits: ProjectEdits, threat: AnyRecord, field: string, ids: readonly string[]): void {
  const written = threat.links.filter((link) => link.field === field).map((link) => link.id);
  const added = missing(ids, written);
  if (added.length > 0) edits.change(threat.id, { path: [field], value: [...written, ...added] });
}

function missing(ids: readonly string[], known: readonly string[]): readonly string[] {
  return [...new Set(ids)].filter((id) => !known.includes(id));
}

function threatNamed(id: string, { trace }: Assessment): AnyRecord {
  const threat = trace.find(id);
  if (threat?.kind === 'threat') return threat;
  const known = trace.all('threat').map((one) => one.id);
  throw new OptionError(
    `\`${shown(id)}\` is no threat of this project${didYouMean(id, known) || '.'}`,
    'Name the threat that answers it last; `medward threats` lists them.',
  );
}

/** A key stands for its open targets; the id of a record for every open candidate there. */
export function chosen(words: readonly string[], assessment: Assessment, what: string): readonly Candidate[] {
  if (words.length === 0) {
    throw new OptionError(
      `It is not said what to ${what}.`,
      `Write \`medward threats ${what} KEY …\`; keys stand in \`medward threats\`.`,
    );
  }
  const { open } = assessment.candidates();
  const found = words.flatMap((word) => candidatesNamed(word, open));
  return [...new Map(found.map((candidate) => [candidate.key, candidate])).values()];
}

function candidatesNamed(word: string, open: readonly Candidate[]): readonly Candidate[] {
  const exact = open.filter((candidate) => candidate.key === word);
  if (exact.length > 0) return exact;
  const [pattern = '', target] = word.split('@', 2);
  const ofPattern = target === undefined ? open : open.filter((candidate) => candidate.pattern.id === pattern);
  const narrowed = ofPattern.flatMap((candidate) => onlyAt(candidate, target ?? pattern));
  if (narrowed.length > 0) return narrowed;
  const keys = open.map((candidate) => candidate.key);
  throw new OptionError(
    `No open candidate has the key \`${shown(word)}\`${didYouMean(word, keys) || '.'}`,
    'See the keys with `medward threats --all`; an answered candidate is open no more.',
  );
}

/** The part of a candidate at one of its targets, with a key of its own. */
function onlyAt(candidate: Candidate, id: string): readonly Candidate[] {
  const targets = candidate.targets.filter((target) => target.record.id === id);
  const first = targets[0];
  return first ? [{ ...candidate, key: `${candidate.pattern.id}@${id}`, anchor: first.record, targets }] : [];
}

function needed(call: Call, name: string, what: string): string {
  const value = call.value(name)?.trim() ?? '';
  if (value !== '') return value;
  throw new OptionError(
    `The decision does not say ${what}.`,
    `Add \`--${name} …\`: a decision without it decides nothing.`,
  );
}

function optional(call: Call, name: string): Readonly<Record<string, string>> {
  const value = call.value(name);
  return value === undefined ? {} : { [name]: value };
}
