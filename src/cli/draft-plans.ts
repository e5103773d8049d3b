/** What `medward draft` writes: one Markdown file per plan, with a record for each section that nobody began. */
import type { Assessment } from '../assess/index.js';
import { draftOutput, type DraftedSection, type DraftOutput, type OpenDraft } from '../contract/index.js';
import type { NewRecord, ProjectEdits } from '../edit/index.js';
import { marksIn, starterText } from '../packs/index.js';
import { didYouMean, shown } from '../shapes/index.js';
import { editsOf, refuseRevision, writeOrShow } from './change-project.js';
import type { Call } from './define.js';
import { draftsOf, type Draft } from './drafts-of.js';
import { OptionError } from './option-error.js';
import { openSession } from './session.js';

// @implements SRS-526
/** @throws OptionError, MedwardError */
export function draftPlans(call: Call): DraftOutput {
  refuseRevision(call);
  const session = openSession(call);
  const { project, assessment, subject } = session;
  const system = systemNamed(call.value('system'), assessment);
  const drafts = draftsOf(assessment, system);
  const isList = call.words.length === 0 && !call.flag('all');
  const chosen = isList ? [] : chosenOf(call, drafts, assessment);
  const folder = project.settings.records[0] ?? '';
  const edits = editsOf(session);
  const written = chosen.flatMap((draft) => write(draft, { edits, folder, system }));
  const open = isList ? drafts.map((draft) => openOf(draft, system)) : [];
  const { dryRun, files } = writeOrShow(edits, call);
  return draftOutput({ dryRun, written, open, files }, subject);
}

function systemNamed(id: string | undefined, { classes }: Assessment): string | undefined {
  const known = classes.systems.flatMap(({ system }) => system?.id ?? []);
  if (id === undefined || known.includes(id)) return id;
  throw new OptionError(
    `There is no software system \`${shown(id)}\`${didYouMean(id, known) || '.'}`,
    `Known: ${known.join(', ') || 'none; leave `--system` out'}.`,
  );
}

function chosenOf(call: Call, drafts: readonly Draft[], { packs }: Assessment): readonly Draft[] {
  // What records the doing, such as a review, cannot be written before it was done.
  if (call.words.length === 0) return drafts.filter(({ product, isDue }) => product.form === 'document' && isDue);
  const known = packs.workProducts.map(({ id }) => id);
  return [...new Set(call.words)].map((word) => {
    const draft = drafts.find(({ product }) => product.id === word);
    if (draft) return draft;
    if (!known.includes(word)) {
      const message = `There is no work product \`${shown(word)}\`${didYouMean(word, known) || '.'}`;
      throw new OptionError(message, '`medward draft` lists what can be begun.');
    }
    throw new OptionError(
      `Of \`${shown(word)}\` there is no section to begin: it is not asked here, is made of other records, or is begun already.`,
      '`medward draft` lists what can be begun; `medward explain` tells what a work product asks.',
    );
  });
}

interface Writing {
  readonly edits: ProjectEdits;
  readonly folder: string;
  readonly system: string | undefined;
}

function write({ product, sections }: Draft, { edits, folder, system }: Writing): readonly DraftedSection[] {
  const of = system === undefined || product.scope === 'device' ? undefined : system;
  const name = of === undefined ? product.id : `${product.id}-${of.toLowerCase()}`;
  const file = [folder, 'plans', `${name}.md`].filter((part) => part !== '').join('/');
  return sections.map(({ starter, depth }): DraftedSection => {
    const text = starterText(starter, depth);
    const record: NewRecord = {
      kind: 'document',
      id: edits.nextId('document'),
      fields: {
        title: starter.title ?? starter.id.replaceAll('-', ' '),
        covers: [`${product.id}#${starter.id}`],
        ...(of !== undefined && { about: [of] }),
      },
      text,
    };
    edits.addSection(file, product.title, record);
    return { product: product.id, section: starter.id, record: record.id, file, places: marksIn(text).length };
  });
}

function openOf({ product, sections }: Draft, system: string | undefined): OpenDraft {
  return {
    product: product.id,
    title: product.title,
    system: product.scope === 'device' ? null : (system ?? null),
    sections: sections.map(({ starter }) => starter.id),
  };
}
