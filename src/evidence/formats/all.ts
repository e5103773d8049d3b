/** Every format of reports: the list of files in this folder, written by a script. */
import cobertura from './cobertura.js';
import ctrf from './ctrf.js';
import cyclonedx from './cyclonedx.js';
import findingsCsv from './findings-csv.js';
import gitTrailers from './git-trailers.js';
import githubReviews from './github-reviews.js';
import gitlabApprovals from './gitlab-approvals.js';
import jacoco from './jacoco.js';
import junit from './junit.js';
import lcov from './lcov.js';
import nodeTest from './node-test.js';
import nunit from './nunit.js';
import sarif from './sarif.js';
import spdx from './spdx.js';
import tap from './tap.js';
import trx from './trx.js';
import xunit from './xunit.js';

export const all = [
  cobertura,
  ctrf,
  cyclonedx,
  findingsCsv,
  gitTrailers,
  githubReviews,
  gitlabApprovals,
  jacoco,
  junit,
  lcov,
  nodeTest,
  nunit,
  sarif,
  spdx,
  tap,
  trx,
  xunit,
] as const;
