/**
 * Threagile 1.x, by the JSON schema of the tool (support/schema.json) and its input model (pkg/input): one YAML file or
 * several by `includes:`, with anchors and merge keys. Titles are the keys of the mappings; a communication link has no id.
 * Known dialect: `custom_risk_categories` for `individual_risk_categories`.
 */
import type { KindName } from '../../records/index.js';
import type { ForeignValue } from '../foreign-value.js';
import type { ReadContext } from '../formats/define.js';
import type { Thing } from '../record-ids.js';
import { namedMapsIn, scalarsIn } from '../take.js';
import { Things, withoutCircles, type Inside } from '../things.js';
import { withIncludes } from './includes.js';
import { isFlowId, linkId } from './vocabulary.js';

export interface ThreagileModel {
  readonly root: ForeignValue;
  readonly roots: readonly ForeignValue[];
  readonly things: Things;
  readonly document: Thing;
  readonly dataAssets: readonly Named[];
  readonly technicalAssets: readonly Named[];
  readonly links: readonly Link[];
  readonly boundaries: readonly Named[];
  readonly runtimes: readonly Named[];
  readonly categories: readonly Named[];
  readonly abuseCases: readonly Named[];
  readonly securityRequirements: readonly Named[];
  readonly tracked: readonly Tracked[];
  /** Boundary around a boundary or a technical asset; runtime in which an asset runs. */
  readonly around: ReadonlyMap<Thing, Thing>;
  readonly running: ReadonlyMap<Thing, Thing>;
}

export interface Named {
  readonly thing: Thing;
  /** Its key, without an id of ours behind it. */
  readonly title: string | undefined;
}

export interface Link extends Named {
  readonly source: Thing;
}

/** What was decided about a risk that the tool found: of a category of this file, or one of its own. */
export interface Tracked {
  /** Such as `missing-hardening@erp-system`; parts may be `*`. */
  readonly risk: string;
  readonly value: ForeignValue;
  /** The threat that it belongs to, or that is made of it. */
  readonly thing: Thing;
  readonly isOwn: boolean;
}

export function readThreagile(main: ForeignValue, context: ReadContext): ThreagileModel {
  const { root, roots } = withIncludes(main, context);
  const things = new Things(context.problems);
  const named = (key: string, space: string, kind: KindName): readonly Named[] =>
    namedThings(root, key, { space, kind, things });
  const document = { kind: 'document', foreignId: undefined, name: root.find('title')?.text, value: root } as const;
  things.addLoose(document);
  const dataAssets = named('data_assets', 'data asset', 'asset');
  const technicalAssets = named('technical_assets', 'technical asset', 'item');
  const links = technicalAssets.flatMap((asset) => linksOf(asset.thing, things));
  const boundaries = named('trust_boundaries', 'trust boundary', 'boundary');
  const runtimes = named('shared_runtimes', 'shared runtime', 'item');
  const categories = ['individual_risk_categories', 'custom_risk_categories'].flatMap((key) =>
    named(key, 'risk category', 'threat'),
  );
  return {
    root,
    roots,
    things,
    document,
    dataAssets,
    technicalAssets,
    links,
    boundaries,
    runtimes,
    categories,
    abuseCases: texts(root, 'abuse_cases', 'threat', things),
    securityRequirements: texts(root, 'security_requirements', 'requirement', things),
    tracked: trackedOf(root, things),
    around: withoutCircles(insides(boundaries, ['technical_assets_inside', 'trust_boundaries_nested'], things)),
    running: withoutCircles(insides(runtimes, ['technical_assets_running'], things)),
  };
}

interface Naming {
  readonly space: string;
  readonly kind: KindName;
  readonly things: Things;
}

function namedThings(root: ForeignValue, key: string, { space, kind, things }: Naming): readonly Named[] {
  return namedMapsIn(root, key).flatMap(([name, value]) => {
    const foreignId = value.find('id')?.text;
    const title = titleOf(name, foreignId);
    const thing = things.add(space, { kind, foreignId, name: title ?? name, value });
    return thing ? [{ thing, title }] : [];
  });
}

/** Our exports put the id behind a title that stands twice, and in its place where there is none. */
function titleOf(key: string, id: string | undefined): string | undefined {
  if (id === undefined || key === '') return key || undefined;
  if (key === id) return undefined;
  return key.endsWith(` (${id})`) ? key.slice(0, -` (${id})`.length) : key;
}

/** Our exports put the id behind the title of every link, which has no other place for one. */
function linksOf(source: Thing, things: Things): readonly Link[] {
  return namedMapsIn(source.value, 'communication_links').flatMap(([name, value]) => {
    const found = /^(?:(.*) )?\(([A-Za-z][A-Za-z0-9_.-]{0,63})\)$/s.exec(name);
    const isOurs = found?.[2] !== undefined && isFlowId(found[2]);
    const title = isOurs ? found[1] : name;
    const id = linkId(source.foreignId ?? '', name);
    const thing = things.addLoose({
      kind: 'flow',
      foreignId: isOurs ? found[2] : undefined,
      name: title,
      value,
      key: id,
    });
    if (thing) things.alias('communication link', id, thing);
    return thing ? [{ thing, title, source }] : [];
  });
}

function texts(root: ForeignValue, key: string, kind: KindName, things: Things): readonly Named[] {
  return (root.find(key)?.entries() ?? []).flatMap(([title, value]) => {
    const prefix = kind === 'requirement' ? { prefix: 'SYS' } : {};
    const thing = things.addLoose({ kind, foreignId: undefined, name: title, value, ...prefix });
    return thing ? [{ thing, title }] : [];
  });
}

function trackedOf(root: ForeignValue, things: Things): readonly Tracked[] {
  return namedMapsIn(root, 'risk_tracking').flatMap(([risk, value]) => {
    const own = things.find('risk category', risk.split('@')[0] ?? '');
    const thing = own ?? things.addLoose({ kind: 'threat', foreignId: undefined, name: risk, value, key: risk });
    return thing ? [{ risk, value, thing, isOwn: own !== undefined }] : [];
  });
}

/** Each part of the lists lies in the thing whose list it is; in the first one, where several claim it. */
function insides(outer: readonly Named[], keys: readonly string[], things: Things): ReadonlyMap<Thing, Inside> {
  const around = new Map<Thing, Inside>();
  for (const { thing } of outer) {
    for (const key of keys) {
      const space = key.startsWith('technical') ? 'technical asset' : 'trust boundary';
      for (const value of scalarsIn(thing.value, key)) {
        const inner = things.refer(value, space);
        if (!inner) continue;
        if (!around.has(inner)) around.set(inner, { thing, value });
        else if (around.get(inner)?.thing !== thing) {
          value.lose('ambiguous');
          value.problems.add(value.path, `\`${value.text.slice(0, 60)}\` lies in another one already; that counts.`);
        }
      }
    }
  }
  return around;
}
