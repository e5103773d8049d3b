/** Threagile 1.x, one YAML file or several. */
import { readThreagile } from '../threagile/read.js';
import { translateThreagile } from '../threagile/translate.js';
import { writeThreagile } from '../threagile/write.js';
import { defineFormat } from './define.js';

export default defineFormat({
  name: 'threagile',
  title: 'Threagile',
  ending: 'yaml',
  detects: ({ root }) =>
    root !== undefined && ['threagile_version', 'technical_assets', 'data_assets'].some((key) => root.find(key)),
  read({ root }, context) {
    if (!root) throw new Error('A file without a tree is no Threagile model.');
    const model = readThreagile(root, context);
    return {
      records: translateThreagile(model, context.taken),
      roots: model.roots,
      version: model.root.find('threagile_version')?.text,
    };
  },
  write: writeThreagile,
});
