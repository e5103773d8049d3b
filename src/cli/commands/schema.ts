/** `medward schema NAME`: the JSON Schema of an output, a kind of record, the settings or a pack. */
import { defineCommand } from '../define.js';

export default defineCommand({
  name: 'schema',
  takes: '[NAME]',
  about: 'JSON Schema of an output, a kind of record, the settings or a pack; without a name their list.',
  options: { json: { about: 'Schemas are JSON already; the list becomes JSON too.' } },
  async run(call) {
    const { findSchema, schemaNames } = await import('../schemas.js');
    const { printJson } = await import('../print-json.js');
    const [name, ...more] = call.words;
    if (name === undefined) {
      if (call.flag('json')) printJson(schemaNames(), call.terminal);
      else call.terminal.out(`${schemaNames().join('\n')}\n`);
      return 0;
    }
    const schema = more.length === 0 ? findSchema(name) : undefined;
    if (!schema) {
      const { OptionError } = await import('../option-error.js');
      const { didYouMean, shown } = await import('../../shapes/index.js');
      throw new OptionError(
        `There is no schema \`${shown(name)}\`${didYouMean(name, schemaNames()) || '.'}`,
        'See `medward schema` for the list.',
      );
    }
    printJson(schema, call.terminal);
    return 0;
  },
});
