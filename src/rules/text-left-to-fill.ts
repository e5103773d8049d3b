/** Finds texts that still have a marked place to fill, or starter words of which only the mark was taken away. */
import type { AnyRecord } from '../records/index.js';
import type { Spot } from '../shapes/index.js';
import type { Trace } from '../trace/index.js';
import { defineRule, type UnfinishedWords } from './define.js';

export default defineRule({
  id: 'text-left-to-fill',
  title: 'Text with places that nobody filled',
  why: 'Words that fit every device say nothing about this one, so a section of a plan counts as not written.',
  because: 'both',
  basis: [],
  // The gap itself names the work products that the document covers.
  serves: [
    'software-development-plan',
    'software-verification-plan',
    'software-integration-plan',
    'development-standards',
    'software-configuration-management-plan',
    'software-maintenance-plan',
    'problem-resolution-procedure',
    'risk-management-plan',
    'post-production-surveillance',
    'security-risk-management-plan',
    'security-test-plan',
    'security-user-documentation',
    'security-maintenance-plan',
    'vulnerability-disclosure-policy',
  ],
  severity: 'error',
  tells: ['document.text'],

  examples: {
    bad: `
      documents:
        - id: DOC-1
          title: Roles
          covers: [security-maintenance-plan#roles]
          text: '[fill: name] decides about an update.'   # gap`,
    ok: `
      documents:
        - id: DOC-1
          title: Roles
          covers: [security-maintenance-plan#roles]
          text: Hansen decides about an update.`,
  },

  *check({ trace, unfinished }) {
    for (const record of trace.records) {
      const left = unfinished(record);
      const [first] = left;
      if (!first) continue;
      yield {
        at: record,
        spot: placeOf(record, first),
        obligations: productsOf(record, trace),
        what: whatOf(record, left),
        do: todoOf(record, left),
      };
    }
  },
});

function productsOf(record: AnyRecord, trace: Trace): readonly string[] {
  return [...new Set(trace.foreign(record, 'covers').map((section) => section.split('#', 1)[0] ?? ''))];
}

function whatOf({ id }: AnyRecord, left: readonly UnfinishedWords[]): string {
  const marks = left.filter(({ is }) => is === 'mark');
  const [mark] = marks;
  if (!mark) return `${id} is still starter text: only its mark was taken out of "${left[0]?.words ?? ''}".`;
  const more = marks.length > 1 ? ` and ${marks.length - 1} more` : '';
  return `${id} has ${marks.length === 1 ? 'a place' : `${marks.length} places`} to fill: "${mark.words}"${more}.`;
}

function todoOf({ id }: AnyRecord, left: readonly UnfinishedWords[]): string {
  return left.some(({ is }) => is === 'mark')
    ? `Write in ${id} what holds for this device in place of each \`[fill: …]\`.`
    : `Say in ${id} in your own words how it is done for this device, or delete the sentence.`;
}

/** Where the words stand in the file; a folded or quoted text may not have them in one piece. */
function placeOf({ spot }: AnyRecord, { written }: UnfinishedWords): Spot | undefined {
  const offset = spot.source.text.indexOf(written, spot.offset);
  return offset === -1 ? undefined : { source: spot.source, offset };
}
