/** Every command: the list of files in this folder, written by a script. */
import approve from './approve.js';
import assess from './assess.js';
import check from './check.js';
import diff from './diff.js';
import draft from './draft.js';
import evidence from './evidence.js';
import explain from './explain.js';
import export_ from './export.js';
import import_ from './import.js';
import next from './next.js';
import publish from './publish.js';
import rate from './rate.js';
import schema from './schema.js';
import show from './show.js';
import status from './status.js';
import threats from './threats.js';
import trace from './trace.js';
import view from './view.js';

export const all = [
  approve,
  assess,
  check,
  diff,
  draft,
  evidence,
  explain,
  export_,
  import_,
  next,
  publish,
  rate,
  schema,
  show,
  status,
  threats,
  trace,
  view,
] as const;
