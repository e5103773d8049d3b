/** Joins tags in code to the records that they name; says which of them name nothing that fits. */
import { linkFields, mayEnd, type AnyRecord, type Relation } from '../records/index.js';
import { shown } from '../shapes/index.js';
import { aKind } from './a-kind.js';
import type { CodeTag } from './code-tags.js';
import type { Edge, EdgeInput } from './edges.js';
import { isExternal } from './external-ids.js';
import type { StructureFault } from './structure-fault.js';

/** Told of one file; whoever has so many looks at the first ones. A generated file may have a hundred thousand. */
const MAX_FAULTS = 1_000;

/**
 * Tags come file by file, so that no more has to be remembered than one file says.
 * @param guess half a sentence with the id that was most likely meant, or nothing
 * @param faults found so far; those of tags are added
 */
export function readTagEdges(
  input: EdgeInput,
  records: ReadonlyMap<string, AnyRecord>,
  guess: (id: string) => string,
  faults: StructureFault[],
): readonly Edge[] {
  const edges: Edge[] = [];
  const relations = [...linkFields('@file').values()].flatMap((field) => field.relations);
  const rows = relations.filter((row) => row.from.includes('@file'));
  const seen = new Set<string>();
  let file: string | undefined;
  let told = 0;
  for (const tag of input.tags) {
    if (tag.file !== file) {
      seen.clear();
      told = 0;
    }
    file = tag.file;
    const edge = tagEdge(
      tag,
      rows.filter((row) => row.field === tag.field),
      records,
      input,
      guess,
    );
    if (!edge) continue;
    if ('rule' in edge) {
      told++;
      if (told <= MAX_FAULTS) faults.push(told < MAX_FAULTS ? edge : moreFaults(tag));
    } else if (seen.size < seen.add(`${tag.field} ${tag.id}`).size) edges.push(edge);
  }
  return edges;
}

// @implements SRS-205
function tagEdge(
  tag: CodeTag,
  rows: readonly Relation[],
  records: ReadonlyMap<string, AnyRecord>,
  input: EdgeInput,
  guess: (id: string) => string,
): Edge | StructureFault | undefined {
  const other = records.get(tag.id);
  const relation = other && rows.find((row) => mayEnd(row, other.kind));
  if (other && relation) return { relation, from: tag.file, to: other.id, end: 'record', spot: tag.spot };
  if (other) {
    return {
      rule: 'link-to-wrong-kind',
      subject: `file:${tag.file}`,
      record: undefined,
      details: [tag.field, tag.id],
      spot: tag.spot,
      message: `\`@${tag.field}\` cannot name ${other.id}: it is ${aKind(other.kind)}.`,
      todo: `Name ${rows.flatMap((row) => row.to).join(', ')}.`,
      related: [{ spot: other.spot, message: `${other.id} is ${aKind(other.kind)}.` }],
    };
  }
  if (isExternal(tag.id, input.external) || input.reading.lostIds.has(tag.id)) return undefined;
  return {
    rule: 'dangling-link',
    subject: `file:${tag.file}`,
    record: undefined,
    details: [tag.field, tag.id],
    spot: tag.spot,
    message: `\`@${tag.field} ${shown(tag.id)}\` names no record${guess(tag.id) || '.'}`,
    todo: 'Correct the id, or write the record.',
    related: [],
  };
}

function moreFaults({ file, spot }: CodeTag): StructureFault {
  return {
    rule: 'dangling-link',
    subject: `file:${file}`,
    record: undefined,
    details: ['more'],
    spot,
    message: `More tags of this file name nothing that fits from here on; of one file ${MAX_FAULTS} places are told.`,
    todo: 'Correct the ids, or name their prefix under `external:` in medward.yaml.',
    related: [],
  };
}
