/** `::attachments{}`: what goes where in the form of a submission, which documents that are, and how far they are. */
import { answerByRecords, CARRIED } from '../build/answer-by-records.js';
import { wordsTable } from '../build/words-table.js';
import { defineTag } from './define.js';

const FORMS = {
  attachment: 'attachment',
  'attachment-with-pages': 'attachment, with pages that are cited',
  text: 'text in the form',
  'yes-no': 'yes or no',
  'form-fields': 'fields of the form',
} as const;

export default defineTag({
  name: 'attachments',
  about: 'What goes where in the form of a submission (eSTAR), which documents carry it, and how far they are.',
  form: 'block',
  attributes: { pack: { about: 'Pack that knows the form, such as fda-premarket.', needed: true } },
  build({ pack: name = '' }, context) {
    const { assessment } = context;
    const pack = assessment.packs.packs.find((one) => one.pack === name);
    if (!pack) return [{ is: 'paragraph', content: [{ is: 'text', text: `${name} is not chosen for this device.` }] }];
    const rows = pack.attachments.map((one) => {
      const { state, says } = answerByRecords(one, assessment);
      const what = one.note === undefined ? one.title : `${one.title}. ${one.note}`;
      return [one.id, what, FORMS[one.form], one.documents.join(', '), says.join('; '), CARRIED[state]];
    });
    const whole = rows.filter((row) => row.at(-1) === CARRIED.recorded || row.at(-1) === CARRIED.verified).length;
    return [
      wordsTable(
        {
          title: 'Attachments and fields, with what goes there',
          columns: [
            ['Id', 0.1],
            ['What goes there', 0.25],
            ['Form', 0.11],
            ['Documents', 0.17],
            ['What records say', 0.25],
            ['State', 0.12],
          ],
          rows,
          landscape: true,
          count: { shown: whole, of: rows.length, what: 'places of which nothing is missing from records' },
        },
        context,
      ),
    ];
  },
});
