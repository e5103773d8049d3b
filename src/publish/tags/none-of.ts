/** What stands where a table has no rows: that somebody stated it, or that nothing is written. */
import { statedNone } from '../../assess/index.js';
import { findKind, type RecordOf } from '../../records/index.js';
import { personName } from '../build/person-name.js';
import type { Block, Inline } from '../document.js';
import { isInScope, type Chosen } from './choose-records.js';
import type { TagContext } from './define.js';

/** "There are none" is something that a named person says; an empty list says nothing. */
export function noneOf(chosen: Chosen, title: string, context: TagContext): readonly Block[] {
  const stated = statementsOn(chosen, context);
  if (stated.length > 0) return [{ is: 'paragraph', content: statedWords(title, stated, context) }];
  const { what, of } = chosen;
  const words = of > 0 ? `none of ${of} ${what} belongs here.` : 'nothing is written down.';
  return [{ is: 'paragraph', content: [{ is: 'text', text: `${title}: ${words}`, emphasis: true }] }];
}

/** For each software system that the document is about. None where one lacks it, or where records of the kind stand after all. */
function statementsOn({ kind, selector, of }: Chosen, context: TagContext): readonly RecordOf<'statement'>[] {
  const { trace, classes } = context.assessment;
  if (kind === undefined || of > 0) return [];
  const isEmpty = trace.allNamed(kind).every((record) => !isInScope(record, context));
  const names = [
    ...(selector === undefined ? [] : [selector]),
    ...(isEmpty ? [kind, findKind(kind)?.plural ?? kind] : []),
  ];
  const systems = context.system ? [context.system.id] : classes.systems.map(({ id }) => id);
  const found = systems.map((system) => statedNone(names, system, trace));
  return found.every((one) => one !== undefined) ? [...new Set(found)] : [];
}

/** The words of a statement stand once in a document; after that its id leads there. */
function statedWords(
  title: string,
  statements: readonly RecordOf<'statement'>[],
  { told, links, assessment }: TagContext,
): readonly Inline[] {
  const parts = statements.flatMap(({ id, fields }, at): readonly Inline[] => {
    const { by = 'somebody', date = 'an unknown day', text: said = '' } = fields;
    const name: Inline = links.has(id)
      ? { is: 'link', to: id, content: [{ is: 'text', text: id }] }
      : { is: 'text', text: id };
    const isTold = told.has(`words of ${id}`);
    told.set(`words of ${id}`, undefined);
    const end = isTold ? ', above).' : `). ${said}`.trimEnd();
    return [
      {
        is: 'text',
        text: `${at === 0 ? 'there are none, as' : ' The same'} ${personName(by, assessment)} stated on ${date} (`,
      },
      name,
      { is: 'text', text: end },
    ];
  });
  return [{ is: 'text', text: `${title}: ` }, ...parts];
}
