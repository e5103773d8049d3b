/** `medward assess`: profile, class, overhead and obligations; also for a bare profile, for several, and for "what if". */
import { defineCommand, KEPT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'assess',
  about: 'Profile, safety class, what cybersecurity adds and why, and every obligation.',
  options: {
    ...KEPT_OPTIONS,
    'what-if': { value: 'FACT=VALUE', many: true, about: 'Ask what changes with another fact, such as exposure=none.' },
    system: { value: 'ID', about: 'Only the obligations of this software system and of the device.' },
    profile: { value: 'FILE', many: true, about: 'A bare medward.yaml without records; several give a table.' },
    'by-place': { about: 'What the class asks, security adds, is there and is proven, by where the work is done.' },
    'by-clause': {
      value: 'PACK',
      about: 'Each clause of a pack, such as iec62304: met, open or unknown, and by which criteria.',
    },
  },
  isKept: (call) => call.value('at') === undefined && call.values('profile').length === 0,
  async run(call) {
    const { assessSessions } = await import('../assess-sessions.js');
    return assessSessions(call);
  },
});
