/** `::matrix{from=requirement to=test}`: what each record leads to, holes first in sight. */
import { reached, routesBetween, type Route } from '../../trace/index.js';
import { findKind, type AnyRecord, type KindName } from '../../records/index.js';
import type { Inline } from '../document.js';
import { cellOf, headOf } from '../build/record-tables.js';
import { chooseRecords } from './choose-records.js';
import { defineTag, type TagContext } from './define.js';
import { noneOf } from './none-of.js';

export default defineTag({
  name: 'matrix',
  about: 'A trace matrix: each record of one kind with those of another that it leads to.',
  form: 'block',
  attributes: {
    from: { about: 'Kind of the rows.', needed: true },
    to: { about: 'Kind of what they lead to.', needed: true },
    where: { about: 'Narrows the rows by fields.' },
  },
  build({ from = '', to = '', where }, context) {
    const [near, far] = [findKind(from), findKind(to)];
    if (!near || !far) {
      context.complain(`There is no kind of record \`${near ? to : from}\`.`);
      return [];
    }
    const chosen = chooseRecords({ kind: from, ...(where === undefined ? {} : { where }) }, context);
    if (chosen.records.length === 0) return noneOf(chosen, `Trace from ${from} to ${to}`, context);
    const routes = routesUsed(near.kind as KindName, far.kind as KindName, context);
    const { trace } = context.assessment;
    const rows = chosen.records.map((record) => ({ record, ends: reached(record, routes, trace) }));
    const covered = rows.filter(({ ends }) => ends.length > 0).length;
    return [
      {
        is: 'table',
        id: context.newId('matrix'),
        caption: [{ is: 'text', text: `Trace from ${from} to ${to}: ${covered} of ${rows.length} lead to one` }],
        columns: [
          { title: headOf(near.kind), width: 0.12 },
          { title: 'Title', width: 0.38 },
          { title: headOf(far.plural), width: 0.36 },
          { title: 'Verification', width: 0.14 },
        ],
        rows: rows.map(({ record, ends }) => ({
          cells: [
            { content: [linked(record.id, context)] },
            { content: [[{ is: 'text', text: record.fields.title ?? '' }]] },
            { content: [ends.length > 0 ? list(ends, context) : [{ is: 'text', text: '— none', strong: true }]] },
            cellOf(record, 'verification', context),
          ],
        })),
        count: { shown: rows.length, of: chosen.of, what: chosen.what },
      },
    ];
  },
});

/** The shortest routes that lead anywhere in this project. */
function routesUsed(from: KindName, to: KindName, { assessment }: TagContext): readonly Route[] {
  const byLength = routesBetween(from, to);
  const { trace } = assessment;
  const used = byLength.find((routes) =>
    trace.allNamed(from).some((record) => reached(record, routes, trace).length > 0),
  );
  return used ?? byLength[0] ?? [];
}

function list(records: readonly AnyRecord[], context: TagContext): readonly Inline[] {
  return records.flatMap(({ id }, at) => [
    ...(at > 0 ? [{ is: 'text', text: ', ' } as const] : []),
    ...linked(id, context),
  ]);
}

function linked(id: string, { links }: TagContext): readonly Inline[] {
  const content: readonly Inline[] = [{ is: 'text', text: id }];
  return links.has(id) ? [{ is: 'link', to: id, content }] : content;
}
