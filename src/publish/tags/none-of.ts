/** What stands where a table has no rows: that somebody stated it, or that nothing is written. */
import type { Block } from '../document.js';
import type { Chosen } from './choose-records.js';
import type { TagContext } from './define.js';

/** "There are none" is something that a named person says; an empty list says nothing. */
export function noneOf({ what, of }: Chosen, title: string, { assessment }: TagContext): readonly Block[] {
  const stated = assessment.trace
    .all('statement')
    .find(
      ({ fields }) => fields.type === 'none' && fields.of !== undefined && what.includes(fields.of.replace(/s$/, '')),
    );
  if (stated) {
    const { by = 'somebody', date = 'an unknown day', text: said } = stated.fields;
    return [
      {
        is: 'paragraph',
        content: [
          {
            is: 'text',
            text: `${title}: there are none, as ${by} stated on ${date} (${stated.id}). ${said ?? ''}`.trim(),
          },
        ],
      },
    ];
  }
  const words = of > 0 ? `None of ${of} ${what} belongs here.` : `No ${what} are written down.`;
  return [{ is: 'paragraph', content: [{ is: 'text', text: `${title}: ${words}`, emphasis: true }] }];
}
