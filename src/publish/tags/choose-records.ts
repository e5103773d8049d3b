/** Which records a tag shows: of a kind or of a selector of the packs, narrowed by fields, in the scope of the document. */
import { systemsOf } from '../../assess/index.js';
import { findKind, findKindByPlural, type AnyRecord } from '../../records/index.js';
import type { Attribute, Attributes, TagContext } from './define.js';

export const CHOOSING: Readonly<Record<string, Attribute>> = {
  kind: { about: 'Kind of record, such as threat.' },
  selector: { about: 'A selector of the packs instead of a kind, such as security-requirements.' },
  where: { about: 'Narrows by fields: `level=software type=security`; several values are parted by `|`.' },
};

export interface Chosen {
  readonly records: readonly AnyRecord[];
  /** Records of the kind in all. */
  readonly of: number;
  readonly what: string;
  /** Of which kind they are; `undefined`: of none that there is. */
  readonly kind?: string;
  /** The selector that chose them. */
  readonly selector?: string;
}

export function chooseRecords(attributes: Attributes, context: TagContext): Chosen {
  const { trace } = context.assessment;
  const base = baseOf(attributes, context);
  if (!base) return { records: [], of: 0, what: 'records' };
  const where = readWhere(attributes.where ?? '');
  const all = base.records.filter((record) => isInScope(record, context));
  return {
    records: all.filter((record) => trace.matches(record, where) === true),
    of: all.length,
    what: base.what,
    kind: base.kind,
    ...(attributes.selector === undefined ? {} : { selector: attributes.selector }),
  };
}

function baseOf(
  { kind, selector }: Attributes,
  context: TagContext,
): { records: readonly AnyRecord[]; what: string; kind: string } | undefined {
  const { trace, packs } = context.assessment;
  if (selector !== undefined) {
    const found = packs.packs.flatMap((pack) => pack.selectors).find(({ id }) => id === selector);
    if (!found) {
      context.complain(`There is no selector \`${selector}\`.`);
      return undefined;
    }
    const records = trace.allNamed(found.kind).filter((record) => trace.matches(record, found.where) === true);
    return { records, what: found.title.charAt(0).toLowerCase() + found.title.slice(1), kind: found.kind };
  }
  const found = kind === undefined ? undefined : (findKind(kind) ?? findKindByPlural(kind));
  if (!found) {
    context.complain(kind === undefined ? 'Say `kind` or `selector`.' : `There is no kind of record \`${kind}\`.`);
    return undefined;
  }
  return { records: trace.allNamed(found.kind), what: found.plural, kind: found.kind };
}

/** A record of no software system belongs to all of them. */
export function isInScope(record: AnyRecord, { system, assessment }: TagContext): boolean {
  if (!system) return true;
  const systems = systemsOf(record, assessment.trace);
  return systems.length === 0 || systems.includes(system.id);
}

function readWhere(written: string): Readonly<Record<string, string | readonly string[]>> {
  const pairs = written.split(/\s+/).filter((pair) => pair.includes('='));
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', value = ''] = pair.split('=', 2);
      return [name, value.includes('|') ? value.split('|') : value];
    }),
  );
}
