/** OWASP Threat Dragon, version 2. */
import { isFirstVersion, readDragon } from '../threat-dragon/read.js';
import { translateDragon } from '../threat-dragon/translate.js';
import { writeDragon } from '../threat-dragon/write.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'threat-dragon',
  title: 'OWASP Threat Dragon',
  ending: 'json',
  detects: ({ root, syntax }) =>
    syntax === 'json' && root?.find('summary')?.is === 'map' && root.find('detail')?.is === 'map',
  read({ root }, { problems, taken }) {
    if (!root) throw new Error('A file without a tree is no model of Threat Dragon.');
    const version = root.find('version')?.text;
    if (version !== undefined && !/^2(?:\.|$)/.test(version)) {
      problems.add('/version', `The version is ${version.slice(0, 20)}; read is 2. What is new in it counts as lost.`);
    }
    const model = readDragon(root, problems);
    if (model.diagrams.length === 0) problems.add('/detail', 'The model has no diagram.');
    return { records: isFirstVersion(model) ? [] : translateDragon(model, taken), roots: [root], version };
  },
  write: writeDragon,
});
