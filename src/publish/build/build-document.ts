/** One document of the set: a template filled from an assessment, for the device or one software system. */
import type { Assessment } from '../../assess/index.js';
import type { AnyRecord, RecordOf } from '../../records/index.js';
import type { Document, NumberingWords, Revision } from '../document.js';
import type { Picture, TagContext } from '../tags/define.js';
import type { Template, TemplateProblem } from '../template.js';
import { blocksOf } from '../text/markdown-blocks.js';
import { approvalsOf } from './approvals.js';
import { clean } from './clean.js';
import { buildBlocks } from './build-blocks.js';
import { withoutRepeats } from './said-before.js';
import { barred, barredIds, changesChapter, withBars, type Since } from './changes.js';

export interface DocumentInput {
  readonly assessment: Assessment;
  readonly device: Readonly<Record<string, string | undefined>>;
  readonly date: string;
  readonly commit: string | null;
  readonly dirty: boolean;
  readonly status: 'draft' | 'release';
  readonly stamp: string | undefined;
  readonly numbers: ReadonlyMap<string, string>;
  readonly revisions: readonly Revision[];
  readonly numbering?: NumberingWords | undefined;
  /** Pictures of views by their id, drawn before. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** An earlier state that the documents are compared with. */
  readonly since?: Since | undefined;
}

export interface BuiltDocument {
  readonly document: Document;
  readonly problems: readonly TemplateProblem[];
}

/** @returns one document, or one per software system; none where nobody asks for it */
export function buildDocuments(template: Template, input: DocumentInput): readonly BuiltDocument[] {
  if (!isAskedFor(template, input.assessment)) return [];
  const { classes } = input.assessment;
  const systems = classes.systems.flatMap(({ system }) => system ?? []);
  if (!template.perSystem || systems.length < 2) return [buildOne(template, undefined, input)];
  return systems.map((system) => buildOne(template, system, input));
}

/** Where a fact is not known on which it depends, it may be. */
export function isAskedFor({ when, pack }: Template, { packs, facts }: DocumentInput['assessment']): boolean {
  if (pack !== undefined && packs.packs.every((one) => one.pack !== pack)) return false;
  return when === undefined || packs.table.conditions.holds(when, facts) !== false;
}

function buildOne(template: Template, system: RecordOf<'item'> | undefined, input: DocumentInput): BuiltDocument {
  const { assessment, device, commit } = input;
  const context = contextOf(template.products, system, input);
  const { blocks: all, problems } = buildBlocks(template, context);
  const blocks = withoutRepeats(all);
  const chapter = changesChapter(input.since, blocks, { ...context, level: 2, complain: () => undefined });
  const id = system ? `${template.id}-${system.id.toLowerCase()}` : template.id;
  return {
    problems,
    document: clean({
      id,
      title: system ? `${template.title}: ${system.fields.title ?? system.id}` : template.title,
      number: input.numbers.get(id),
      version: device.version,
      device: device.name ?? 'Device without a name',
      manufacturer: device.manufacturer,
      commit: commit ?? undefined,
      dirty: input.dirty,
      date: input.date,
      status: input.status,
      stamp: input.stamp,
      approvals: approvalsOf(template.products, system, assessment),
      revisions: input.revisions,
      ...(input.numbering && { numbering: input.numbering }),
      blocks: [...withBars(blocks, barredIds(input.since)), ...chapter],
    }),
  };
}

export function contextOf(
  products: readonly string[],
  system: RecordOf<'item'> | undefined,
  { assessment, device, date, commit, status, pictures, since }: DocumentInput,
): Omit<TagContext, 'level' | 'complain'> {
  const { trace } = assessment;
  const links = { has: (id: string) => trace.find(id) !== undefined };
  const changed = barredIds(since);
  const counts = new Map<string, number>();
  const newId = (stem: string): string => {
    const count = (counts.get(stem) ?? 0) + 1;
    counts.set(stem, count);
    return `${stem}-${count}`;
  };
  return {
    assessment,
    products,
    system,
    device,
    date,
    commit: commit ?? undefined,
    isDraft: status === 'draft',
    links,
    picture: (view) => pictures.get(view),
    textOf: (record: AnyRecord, level) => {
      const idPrefix = newId(`text-${record.id}`);
      const blocks = blocksOf(record.fields.text ?? '', { headingLevel: level, idPrefix, links });
      return changed.has(record.id) ? blocks.map(barred) : blocks;
    },
    newId,
    told: new Map(),
  };
}
