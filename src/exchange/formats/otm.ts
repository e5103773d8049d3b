/** Open Threat Model, the exchange format of IriusRisk, in JSON or YAML. */
import { readOtm } from '../otm/read.js';
import { translateOtm } from '../otm/translate.js';
import { writeOtm } from '../otm/write.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'otm',
  title: 'Open Threat Model',
  ending: 'json',
  detects: ({ root }) => root?.find('otmVersion') !== undefined,
  read({ root }, { problems, taken }) {
    if (!root) throw new Error('A file without a tree is no Open Threat Model.');
    const version = root.find('otmVersion')?.text;
    if (version !== undefined && !/^0\.[12](?:\.|$)/.test(version)) {
      problems.add(
        '/otmVersion',
        `The version is ${version.slice(0, 20)}; read are 0.1 and 0.2. What is new in it counts as lost.`,
      );
    }
    return { records: translateOtm(readOtm(root, problems), taken), roots: [root], version };
  },
  write: writeOtm,
});
