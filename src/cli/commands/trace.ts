/** `medward trace FROM TO`: a matrix between two kinds of record, as table, CSV or HTML. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'trace',
  takes: 'FROM TO',
  about: 'A matrix between two kinds, such as `trace requirement test`, with its holes.',
  options: {
    ...PROJECT_OPTIONS,
    format: { value: 'FORMAT', about: 'One of table (the default), csv and html.' },
    holes: { about: 'Only rows that lead nowhere.' },
  },
  async run(call) {
    const { traceRecordsCommand } = await import('../trace-command.js');
    return traceRecordsCommand(call);
  },
});
