/** Every tag of templates: the list of files in this folder, written by a script. */
import attachments from './attachments.js';
import chart from './chart.js';
import classes from './classes.js';
import conformity from './conformity.js';
import count from './count.js';
import device from './device.js';
import disclosures from './disclosures.js';
import draft from './draft.js';
import fact from './fact.js';
import facts from './facts.js';
import gaps from './gaps.js';
import matrix from './matrix.js';
import measures from './measures.js';
import obligations from './obligations.js';
import overhead from './overhead.js';
import product from './product.js';
import purpose from './purpose.js';
import records from './records.js';
import section from './section.js';
import specialTests from './special-tests.js';
import texts from './texts.js';
import threats from './threats.js';
import view from './view.js';
import when from './when.js';
import write from './write.js';

export const all = [
  attachments,
  chart,
  classes,
  conformity,
  count,
  device,
  disclosures,
  draft,
  fact,
  facts,
  gaps,
  matrix,
  measures,
  obligations,
  overhead,
  product,
  purpose,
  records,
  section,
  specialTests,
  texts,
  threats,
  view,
  when,
  write,
] as const;
