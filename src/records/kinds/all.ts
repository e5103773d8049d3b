/** Every kind of record: the list of files in this folder, written by a script. */
import agent from './agent.js';
import anomaly from './anomaly.js';
import approval from './approval.js';
import asset from './asset.js';
import assumption from './assumption.js';
import boundary from './boundary.js';
import change from './change.js';
import control from './control.js';
import decision from './decision.js';
import design from './design.js';
import document from './document.js';
import finding from './finding.js';
import flow from './flow.js';
import hazard from './hazard.js';
import information from './information.js';
import interface_ from './interface.js';
import item from './item.js';
import need from './need.js';
import release from './release.js';
import requirement from './requirement.js';
import review from './review.js';
import risk from './risk.js';
import run from './run.js';
import soup from './soup.js';
import statement from './statement.js';
import test from './test.js';
import threat from './threat.js';
import view from './view.js';
import vulnerability from './vulnerability.js';

export const all = [
  agent,
  anomaly,
  approval,
  asset,
  assumption,
  boundary,
  change,
  control,
  decision,
  design,
  document,
  finding,
  flow,
  hazard,
  information,
  interface_,
  item,
  need,
  release,
  requirement,
  review,
  risk,
  run,
  soup,
  statement,
  test,
  threat,
  view,
  vulnerability,
] as const;
