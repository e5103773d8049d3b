/** Changes entries of loaded packs as a team's own pack says, and marks each changed entry. */
import { didYouMean, shown } from '../shapes/index.js';
import type { SectionName } from './form.js';
import { entriesOf, type Entry, type OverrideDraft, type PackDraft } from './pack-draft.js';
import type { PackProblem } from './pack-problem.js';
import { listedIn } from './pack-world.js';
import type { Pack, Sourced } from './pack.js';

export interface Overriding {
  readonly packs: readonly Pack[];
  /** The changed entries with the place of the override, to be checked like any other. */
  readonly changed: readonly { readonly pack: string; readonly entry: Entry }[];
  readonly problems: readonly PackProblem[];
}

const KEYS: Partial<Record<SectionName, keyof Pack>> = {
  'work-products': 'workProducts',
  'evidence-types': 'evidenceTypes',
};

// @implements SRS-306
export function applyOverrides(drafts: readonly PackDraft[], loaded: readonly Pack[]): Overriding {
  let packs = loaded;
  const changed: { pack: string; entry: Entry }[] = [];
  const problems: PackProblem[] = [];
  for (const draft of drafts) {
    for (const override of draft.overrides) {
      const pack = packOf(override, packs);
      if (!pack) {
        problems.push(noTarget(override, draft, loaded));
        continue;
      }
      const result = change(pack, override);
      packs = packs.map((each) => (each === pack ? result.pack : each));
      changed.push({ pack: pack.pack, entry: result.entry });
    }
  }
  return { packs, changed, problems };
}

/** `iec62304:5.3.1` names its pack; without one, exactly one pack must have the id. */
function packOf({ head, section }: OverrideDraft, packs: readonly Pack[]): Pack | undefined {
  const having = packs.filter((pack) => listedIn(pack, section).some(({ id }) => isNamed(pack, id, head.id)));
  return having.length === 1 ? having[0] : undefined;
}

function isNamed(pack: Pack, id: string, written: string): boolean {
  return [id, `${pack.pack}:${id}`, `${pack.pack}@${pack.edition}:${id}`].includes(written);
}

function change(pack: Pack, override: OverrideDraft): { readonly pack: Pack; readonly entry: Entry } {
  const { section, head, written, changes } = override;
  const list = listedIn(pack, section) as readonly (Sourced & { id: string })[];
  const before = list.find(({ id }) => isNamed(pack, id, head.id));
  if (!before) throw new Error(`The entry ${head.id} was found and is gone.`);
  const after = { ...before, ...changes, overridden: head };
  const key = KEYS[section] ?? (section as keyof Pack);
  return {
    pack: { ...pack, [key]: list.map((each) => (each === before ? after : each)) },
    entry: { ...written, section, id: before.id, value: after as unknown as Entry['value'] },
  };
}

function noTarget({ head, section, written }: OverrideDraft, draft: PackDraft, packs: readonly Pack[]): PackProblem {
  const spot = { source: written.source, offset: written.tree.at };
  if (entriesOf(draft, section).some((entry) => entry.id === head.id)) {
    return { spot, message: `\`${shown(head.id)}\` is the pack's own entry.`, todo: 'Change the entry itself.' };
  }
  const known = packs.flatMap((pack) => listedIn(pack, section).flatMap(({ id }) => [id, `${pack.pack}:${id}`]));
  const several = known.includes(head.id);
  return {
    spot,
    message: several
      ? `Several packs have an entry \`${shown(head.id)}\`.`
      : `There is no entry \`${shown(head.id)}\` in \`${section}\`${didYouMean(head.id, known) || '.'}`,
    todo: several ? 'Name the pack, as `iec62304:5.3.1`.' : 'Correct the id, or add the entry instead of changing it.',
  };
}
