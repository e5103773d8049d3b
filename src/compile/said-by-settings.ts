/** What the settings say, as the assessment takes it: prefixes of ids, methods, the profile; and what is wrong in them. */
import type { AssessInput, WrittenFact } from '../assess/index.js';
import type { Method, PackSet } from '../packs/index.js';
import type { Settings, SettingsFault } from '../project/index.js';
import { findKind } from '../records/index.js';
import type { Fault } from '../rules/index.js';
import { didYouMean, type Spot } from '../shapes/index.js';

export function prefixesOf(settings: Settings): { map: ReadonlyMap<string, string>; faults: readonly Fault[] } {
  const map = new Map<string, string>();
  const faults: Fault[] = [];
  for (const { name, value, valueSpot } of settings.ids) {
    if (findKind(value)) map.set(name, value);
    else
      faults.push(
        projectFault(
          'wrong-type',
          [`ids.${name}`],
          valueSpot,
          `\`${value}\` is no kind of record.`,
          'Name a kind, such as requirement.',
        ),
      );
  }
  return { map, faults };
}

export function methodsOf(
  settings: Settings,
  packs: PackSet,
): { methods: AssessInput['methods']; faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const choose = (name: 'risk' | 'security', domain: Method['domain']): Method | undefined => {
    const choice = settings.methods[name];
    if (!choice) return undefined;
    const method = packs.methods.get(choice.method);
    if (method?.domain === domain) return method;
    const known = [...packs.methods.values()].filter((one) => one.domain === domain).map((one) => one.id);
    const message = `\`${choice.method}\` is no ${domain} method of the chosen packs${didYouMean(choice.method, known) || '.'}`;
    faults.push(projectFault('wrong-type', [`methods.${name}`], choice.spot, message, `Known: ${known.join(', ')}.`));
    return undefined;
  };
  return { methods: { risk: choose('risk', 'safety'), security: choose('security', 'security') }, faults };
}

function projectFault(rule: string, details: readonly string[], spot: Spot, message: string, todo: string): Fault {
  return { rule, subject: 'project', record: undefined, details, spot, message, todo, related: [] };
}

export function settingsFault(fault: SettingsFault): Fault {
  return projectFault(fault.name, [fault.field], fault.spot, fault.message, fault.todo);
}

export function profileOf(settings: Settings): readonly WrittenFact[] {
  const written = settings.profile.map(({ fact, value, spot, valueSpot }) => ({
    id: fact,
    words: value,
    keySpot: spot,
    spot: valueSpot,
  }));
  const { markets } = settings.device;
  if (!markets || written.some((fact) => fact.id === 'markets')) return written;
  const spot = { source: settings.source, offset: 0 };
  return [...written, { id: 'markets', words: markets, keySpot: spot, spot }];
}
