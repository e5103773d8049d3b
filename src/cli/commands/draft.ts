/** `medward draft`: begins plans and procedures with starter texts, whose marked places people fill. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'draft',
  takes: '[WORK-PRODUCT…]',
  about: 'Begin plans and procedures with starter texts that have places to fill; without a name, list them.',
  options: {
    ...PROJECT_OPTIONS,
    all: { about: 'Every plan and procedure that is asked and has sections that nobody began.' },
    system: { value: 'ID', about: 'For one software system only, such as SW-1.' },
    'dry-run': { about: 'Show what would be written, and write nothing.' },
  },
  async run(call) {
    const { draftPlans } = await import('../draft-plans.js');
    const { printJson } = await import('../print-json.js');
    const { printDraft } = await import('../print-draft.js');
    const output = draftPlans(call);
    if (call.flag('json')) printJson(output, call.terminal);
    else printDraft(output, call.terminal);
    return 0;
  },
});
