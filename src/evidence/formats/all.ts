/** Every format of reports: the list of files in this folder, written by a script. */
import burp from './burp.js';
import checkmarxOne from './checkmarx-one.js';
import cobertura from './cobertura.js';
import ctrf from './ctrf.js';
import cyclonedx from './cyclonedx.js';
import defectdojo from './defectdojo.js';
import dependencyTrack from './dependency-track.js';
import findingsCsv from './findings-csv.js';
import gitTrailers from './git-trailers.js';
import githubPullRequest from './github-pull-request.js';
import githubReviews from './github-reviews.js';
import gitlabApprovals from './gitlab-approvals.js';
import jacoco from './jacoco.js';
import junit from './junit.js';
import lcov from './lcov.js';
import nessus from './nessus.js';
import nmap from './nmap.js';
import nodeTest from './node-test.js';
import nunit from './nunit.js';
import sarif from './sarif.js';
import semgrep from './semgrep.js';
import spdx from './spdx.js';
import tap from './tap.js';
import trivy from './trivy.js';
import trx from './trx.js';
import xunit from './xunit.js';
import zap from './zap.js';

export const all = [
  burp,
  checkmarxOne,
  cobertura,
  ctrf,
  cyclonedx,
  defectdojo,
  dependencyTrack,
  findingsCsv,
  gitTrailers,
  githubPullRequest,
  githubReviews,
  gitlabApprovals,
  jacoco,
  junit,
  lcov,
  nessus,
  nmap,
  nodeTest,
  nunit,
  sarif,
  semgrep,
  spdx,
  tap,
  trivy,
  trx,
  xunit,
  zap,
] as const;
