/** What records said when somebody signed them: found by the commit that wrote the hash, and believed only by the hash. */
import type { Assessment } from '../assess/index.js';
import { changesOfRecord, type FieldChange } from '../compare/index.js';
import { assessProject, openProject } from '../compile/index.js';
import { shippedPacks } from '../packs/index.js';
import { lineAuthors, MedwardError, openRevisionTree } from '../project/index.js';
import type { AnyRecord } from '../records/index.js';
import { placeOf } from '../shapes/index.js';
import type { BindingRecord } from '../trace/index.js';

export interface Former {
  readonly commit: string;
  readonly fields: readonly FieldChange[];
}

export interface Ground {
  readonly folder: string;
  readonly assessment: Assessment;
  readonly date: string;
}

/** Each commit is a whole project to read. */
const MOST_COMMITS = 3;

/** @returns by id; a record whose text of then is not found is left out */
export function formerTexts(
  binding: BindingRecord,
  changed: readonly AnyRecord[],
  { folder, assessment, date }: Ground,
): ReadonlyMap<string, Former> {
  if (changed.length === 0) return new Map();
  const lines = lineAuthors(folder, binding.spot.source.path) ?? [];
  const states = new Map<string, Assessment | undefined>();
  const found = changed.flatMap((record): readonly (readonly [string, Former])[] => {
    const hash = binding.fields['bound-to']?.[record.id];
    const commit = hash === undefined ? undefined : lines[lineOf(hash, binding) - 1]?.commit;
    if (commit === undefined || (!states.has(commit) && states.size === MOST_COMMITS)) return [];
    if (!states.has(commit)) states.set(commit, stateAt(commit, folder, date));
    const then = states.get(commit);
    const old = then?.trace.find(record.id);
    if (!then || !old || then.trace.hash(old) !== hash) return [];
    return [[record.id, { commit, fields: changesOfRecord(record.id, then, assessment) ?? [] }]];
  });
  return new Map(found);
}

function lineOf(hash: string, { spot, fieldSpots }: BindingRecord): number {
  const from = fieldSpots.get('bound-to')?.offset ?? spot.offset;
  const offset = spot.source.text.indexOf(hash, from);
  return offset === -1 ? 0 : placeOf({ source: spot.source, offset }).line;
}

/** A state that cannot be opened tells nothing. */
function stateAt(commit: string, folder: string, date: string): Assessment | undefined {
  try {
    return assessProject(openProject(openRevisionTree(folder, commit), { packs: shippedPacks() }), date);
  } catch (error) {
    if (error instanceof MedwardError) return undefined;
    throw error;
  }
}
