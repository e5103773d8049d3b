/** Holds every id that an entry names against what there is. */
import { didYouMean, shown } from '../shapes/index.js';
import type { SectionName } from './form.js';
import type { Entry, Reference } from './pack-draft.js';
import type { PackProblem } from './pack-problem.js';
import type { PackWorld } from './pack-world.js';

type Target =
  | 'clause'
  | 'special-criterion'
  | 'work-product'
  | 'selector'
  | 'control'
  | 'evidence-type'
  | 'pack'
  | 'source'
  | 'overhead-rule';

/** What a field names, by section and path of fields; `sources` stands in every section. */
const TARGETS: Readonly<Record<string, Target>> = {
  'clauses work-products': 'work-product',
  'clauses lift.by': 'clause',
  'clauses compare': 'clause',
  'work-products asks.clauses': 'clause',
  'work-products see': 'clause',
  'work-products criteria.of': 'selector',
  'work-products criteria.types': 'evidence-type',
  'work-products criteria.packs': 'pack',
  'work-products criteria.clauses': 'clause',
  'work-products holds': 'selector',
  'disclosures topics.work-products': 'work-product',
  'attachments work-products': 'work-product',
  'overhead findings.flags-if-rule': 'overhead-rule',
  'criteria follows': 'special-criterion',
  'threats controls': 'control',
};
const SECTION_OF: Partial<Record<Target, SectionName>> = {
  'work-product': 'work-products',
  selector: 'selectors',
  'evidence-type': 'evidence-types',
  control: 'controls',
};

export function checkReferences(pack: string, entry: Entry, world: PackWorld): readonly PackProblem[] {
  return entry.references.flatMap((reference) => {
    const wrong = wrongReference(pack, entry, reference, world);
    return wrong ? [{ spot: { source: entry.source, offset: reference.at }, ...wrong }] : [];
  });
}

type Wrong = Pick<PackProblem, 'message' | 'todo'>;

function wrongReference(pack: string, entry: Entry, { field, id }: Reference, world: PackWorld): Wrong | undefined {
  const target = /(^|\.)sources$/.test(field) ? 'source' : TARGETS[`${entry.section} ${field}`];
  switch (target) {
    case undefined:
      throw new Error(`No target is known for the ids in ${entry.section} ${field}.`);
    case 'clause':
      return wrongClause(id, world);
    case 'special-criterion':
      return wrongCriterion(id, world);
    case 'pack':
      return missing('pack', id, new Set([...world.packNames, ...world.knownPacks]));
    case 'source':
      return missing('source', id, world.sources(pack), 'Describe it under `sources:` of the pack.');
    case 'overhead-rule':
      return missing('overhead rule', id, overheadRules(entry));
    default:
      return missing(target.replace('-', ' '), id, world.ids(SECTION_OF[target] ?? 'named'));
  }
}

/** A clause of a pack that is known and not loaded is fine: what it asks is cut when nobody loads it. */
function wrongClause(id: string, world: PackWorld): Wrong | undefined {
  if (world.clauses.has(id) || world.named.has(id)) return undefined;
  const colon = id.indexOf(':');
  const pack = id.slice(0, colon);
  if (colon < 1) {
    const todo = 'Write it with its pack, as `iec62304:5.3.1`.';
    return { message: `The clause \`${shown(id)}\` names no pack.`, todo };
  }
  if (world.packNames.has(pack)) return missing('clause', id, world.clauses.keys());
  const named = [...world.named].filter((each) => each.startsWith(`${pack}:`));
  if (named.length > 0) return missing('named clause', id, named, 'Add it under `named:` with its title.');
  if (world.knownPacks.has(pack)) return undefined;
  const known = [...world.packNames, ...world.knownPacks];
  return {
    message: `No pack or standard is called \`${shown(pack)}\`${didYouMean(pack, known) || '.'}`,
    todo: 'Correct the name, or put the clause under `named:` with its title.',
  };
}

/** An edition that nobody ships may be named too: teams have reports that cite it. */
function wrongCriterion(id: string, world: PackWorld): Wrong | undefined {
  const [, pack, edition] = /^([^@:]+)@([^@:]+):./.exec(id) ?? [];
  if (pack === undefined || edition === undefined) {
    const todo = 'Write it as `owasp-top10@2017:A1`.';
    return { message: `\`${shown(id)}\` names no criterion with its pack and edition.`, todo };
  }
  if (world.editions.has(`${pack}@${edition}`)) return missing('criterion', id, world.specialCriteria);
  return missing('pack', pack, new Set([...world.packNames, ...world.knownPacks]));
}

function missing(what: string, id: string, known: Iterable<string>, todo?: string): Wrong | undefined {
  const all = known instanceof Set ? (known as ReadonlySet<string>) : new Set(known);
  if (all.has(id)) return undefined;
  return {
    message: `There is no ${what} \`${shown(id)}\`${didYouMean(id, all) || '.'}`,
    todo: todo ?? `Correct the id, or add the ${what}.`,
  };
}

function overheadRules(entry: Entry): ReadonlySet<string> {
  return new Set((entry as Entry<'overhead'>).value?.rules.map((rule) => rule.id) ?? []);
}
