/** `medward approve`: signs records, or renews what was signed, bound to the content as it stands. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'approve',
  takes: 'ID…',
  about: 'Approve records, or renew an approval, statement, review or decision after its content changed.',
  options: {
    ...PROJECT_OPTIONS,
    by: { value: 'PERSON', many: true, about: 'Who signs, as `people:` in medward.yaml names them.' },
    role: { value: 'ROLE', about: 'In which role; needed where the person has several.' },
    meaning: { value: 'MEANING', about: 'What the signature means: author, reviewer, approver (default) or release.' },
    title: { value: 'TEXT', about: 'Title of a new approval.' },
    new: {
      about: 'Write a new approval also of statements, reviews, decisions and approvals, which are else renewed.',
    },
    'dry-run': { about: 'Show what changed and what would be written, and write nothing.' },
  },
  async run(call) {
    const { approveRecords } = await import('../approve-records.js');
    const { printApprove } = await import('../print-approve.js');
    const { printJson } = await import('../print-json.js');
    const output = approveRecords(call);
    if (call.flag('json')) printJson(output, call.terminal);
    else printApprove(output, call.terminal);
    return 0;
  },
});
