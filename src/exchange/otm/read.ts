/**
 * Open Threat Model 0.2.0 (IriusRisk), and 0.1.0 as StartLeft writes it. Read are the objects project, assets, trustZones,
 * components, dataflows, threats and mitigations of the specification; representations only draw.
 * Known dialects: `parent: { id, type }` as in the examples of the specification, `properties` for `attributes`,
 * `target` for `destination`, keys in lower case such as `trustzones`.
 */
import type { KindName } from '../../records/index.js';
import type { ForeignValue } from '../foreign-value.js';
import type { Problems } from '../problems.js';
import type { Thing } from '../record-ids.js';
import { mapAt, mapsIn } from '../take.js';
import { Things, withoutCircles, type Inside } from '../things.js';

export interface OtmModel {
  readonly root: ForeignValue;
  readonly things: Things;
  readonly project: Thing;
  readonly zones: readonly Thing[];
  readonly components: readonly Thing[];
  readonly flows: readonly Thing[];
  readonly assets: readonly Thing[];
  readonly threats: readonly Thing[];
  readonly mitigations: readonly Thing[];
  /** Zone or component around a zone or component. */
  readonly around: ReadonlyMap<Thing, Thing>;
}

export function readOtm(root: ForeignValue, problems: Problems): OtmModel {
  const things = new Things(problems);
  const list = (keys: readonly string[], space: string, kind: KindName): readonly Thing[] =>
    listOf(root, keys, { space, kind, things });
  const zones = list(['trustZones', 'trustzones'], 'trust zone', 'boundary');
  const components = list(['components'], 'component', 'item');
  return {
    root,
    things,
    project: projectOf(root, things),
    zones,
    components,
    flows: list(['dataflows', 'dataFlows'], 'data flow', 'flow'),
    assets: list(['assets'], 'asset', 'asset'),
    threats: list(['threats'], 'threat', 'threat'),
    mitigations: list(['mitigations'], 'mitigation', 'control'),
    around: aroundOf([...zones, ...components], things),
  };
}

function projectOf(root: ForeignValue, things: Things): Thing {
  const project = mapAt(root, 'project');
  const thing = {
    kind: 'document',
    foreignId: undefined,
    name: project?.find('name')?.text,
    value: project ?? root,
  } as const;
  things.addLoose(thing);
  return thing;
}

interface Listing {
  readonly space: string;
  readonly kind: KindName;
  readonly things: Things;
}

function listOf(root: ForeignValue, keys: readonly string[], { space, kind, things }: Listing): readonly Thing[] {
  return keys
    .flatMap((key) => mapsIn(root, key))
    .flatMap((value) => {
      const name = value.find('name')?.text;
      return things.add(space, { kind, foreignId: value.find('id')?.text, name, value }) ?? [];
    });
}

function aroundOf(parts: readonly Thing[], things: Things): ReadonlyMap<Thing, Thing> {
  const parents = new Map<Thing, Inside>();
  for (const part of parts) {
    const parent = mapAt(part.value, 'parent');
    const inside = parent && parentOf(parent, things);
    if (!inside) continue;
    if (part.kind === 'boundary' && inside.thing.kind !== 'boundary') {
      inside.value.lose('no-such-field');
      inside.value.problems.add(
        inside.value.path,
        'A trust zone inside a component has no counterpart: a boundary lies in a boundary; the link is left out.',
      );
    } else parents.set(part, inside);
  }
  return withoutCircles(parents);
}

function parentOf(parent: ForeignValue, things: Things): Inside | undefined {
  const zone = parent.find('trustZone') ?? parent.find('trustzone');
  const component = parent.find('component');
  if (zone && component) {
    component.lose('ambiguous');
    parent.problems.add(parent.path, 'A part has one parent, and here stand a zone and a component; the zone counts.');
  }
  const spaces = zone ? ['trust zone'] : component ? ['component'] : spacesOf(parent);
  const value = zone ?? component ?? parent.find('id');
  const thing = value && things.refer(value, ...spaces);
  return thing && value && { thing, value };
}

function spacesOf(parent: ForeignValue): readonly string[] {
  const type = parent.find('type');
  const both = ['trust zone', 'component'];
  if (!type) return both;
  type.carry();
  return /^component$/i.test(type.text) ? both.toReversed() : both;
}
