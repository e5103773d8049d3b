/** `medward show ID`: one record with its links both ways, its content hash, and its open gaps. */
import { defineCommand, PROJECT_OPTIONS } from '../define.js';

export default defineCommand({
  name: 'show',
  takes: 'ID',
  about: 'A record, its neighbours, its content hash and its gaps.',
  options: PROJECT_OPTIONS,
  async run(call) {
    const { openSession } = await import('../session.js');
    const { showOutput } = await import('../../contract/index.js');
    const { printJson } = await import('../print-json.js');
    const { printShow } = await import('../print-show.js');
    const { findRecord, oneWord } = await import('../find-record.js');
    const id = oneWord(call, 'an id, such as `medward show SRS-014`');
    const session = openSession(call);
    const output = showOutput(session.assessment, findRecord(session.assessment, id), session.subject);
    if (call.flag('json')) printJson(output, call.terminal);
    else printShow(output, session.project.packs, call.terminal);
    return 0;
  },
});
