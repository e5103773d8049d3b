/** The output of `medward view --surface`: every interface with state, reach, flows, threats and who may act there. */
import type { Assessment } from '../assess/index.js';
import { attackSurface, type SurfacePoint } from '../threats/index.js';
import { identityOf, withIdentity, type Identity, type Subject } from './identity.js';
import { array, integer, nullable, object, oneOf, text, yesNo, type Schema } from './schema.js';

export interface SurfaceOutput extends Identity {
  readonly counts: Readonly<Record<'open' | 'serviceOnly' | 'closed' | 'unknown', number>>;
  readonly interfaces: readonly {
    readonly id: string;
    readonly title: string | null;
    readonly item: string | null;
    readonly medium: string | null;
    readonly state: SurfacePoint['state'];
    readonly reach: SurfacePoint['reach'];
    /** As it is written; not believed here. */
    readonly powerOnly: boolean;
    readonly flows: readonly string[];
    readonly threats: readonly string[];
    /** `known: false`: what is written does not tell whether it is open to them, so nobody is excluded. */
    readonly agents: readonly { readonly id: string; readonly known: boolean }[];
  }[];
  /** Flows that name no interface: ways in that nobody described. */
  readonly flowsWithoutInterface: readonly string[];
  /** Some interface could not be read, so there may be more. */
  readonly incomplete: boolean;
}

export function surfaceOutput({ trace }: Assessment, subject: Subject): SurfaceOutput {
  const surface = attackSurface(trace);
  const count = (state: SurfacePoint['state']): number => surface.points.filter((one) => one.state === state).length;
  return {
    ...identityOf('surface', subject),
    counts: {
      open: count('open'),
      serviceOnly: count('service-only'),
      closed: count('closed'),
      unknown: count('unknown'),
    },
    interfaces: surface.points.map(pointOutput),
    flowsWithoutInterface: surface.flowsWithoutInterface.map((flow) => flow.id),
    incomplete: surface.isOpen,
  };
}

function pointOutput(point: SurfacePoint): SurfaceOutput['interfaces'][number] {
  return {
    id: point.interface.id,
    title: point.interface.fields.title ?? null,
    item: point.item?.id ?? null,
    medium: point.interface.fields.medium ?? null,
    state: point.state,
    reach: point.reach,
    powerOnly: point.powerOnly,
    flows: point.flows.map((flow) => flow.id),
    threats: point.threats.map((threat) => threat.id),
    agents: point.agents.map(({ agent, certainty }) => ({ id: agent.id, known: certainty === 'yes' })),
  };
}

export const surfaceSchema: Schema = withIdentity('surface', {
  counts: object({ open: integer, serviceOnly: integer, closed: integer, unknown: integer }),
  interfaces: array(
    object({
      id: text,
      title: nullable(text),
      item: nullable(text),
      medium: nullable(text),
      state: oneOf('open', 'service-only', 'closed', 'unknown'),
      reach: oneOf('none', 'physical', 'local', 'adjacent', 'network', 'internet', 'unknown'),
      powerOnly: yesNo,
      flows: array(text),
      threats: array(text),
      agents: array(object({ id: text, known: yesNo })),
    }),
  ),
  flowsWithoutInterface: array(text),
  incomplete: yesNo,
});
