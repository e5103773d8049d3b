/** Tells facts that decide something and that nobody stated: found while assessing. */
import { defineRule } from './define.js';

export default defineRule({
  id: 'fact-unknown',
  title: 'Fact that decides and that nobody stated',
  why: 'As long as the fact is not known, what the device must show is not known either, and nothing can count as met.',
  because: 'both',
  basis: [],
  serves: ['intended-use-and-context', 'product-security-context'],
  severity: 'error',
  integrity: true,

  examples: {
    bad: {
      records: '',
      settings: `
        profile: { purpose: other, essential-performance: no }   # gap`,
    },
    ok: {
      records: '',
      facts: { 'update-path': 'local', 'command-path': 'in' },
    },
  },
});
