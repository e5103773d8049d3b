/** `npm start`: from a fresh clone to the assessment of the sample device; needs Node, Git and npm only. */
import { readdirSync } from 'node:fs';
import { installIfNeeded, runNode, say, stop } from './install.mjs';

/** The samples are of a day: proof ages, and decisions end. */
const AT = ['--date', '2026-11-24'];

/** What is shown, in order: each a call of the built command line. */
const SHOWN = [
  {
    heading: 'What cybersecurity adds, by device, class and connection (examples/profiles, from bare profiles)',
    args: ['assess', ...profiles().flatMap((file) => ['--profile', file])],
  },
  { heading: 'LabDesk: finished, class A, connected', args: ['--project', 'examples/labdesk', ...AT] },
  { heading: 'What its class and its connections ask', args: ['assess', '--project', 'examples/labdesk', ...AT] },
  {
    heading: 'Its documents',
    args: ['publish', '--project', 'examples/labdesk', ...AT, '--format', 'pdf,site', '-o', 'dist/labdesk'],
  },
  {
    heading: 'GlucoLoop: not finished, class C, its loop closed over a server',
    args: ['--project', 'examples/glucoloop', ...AT],
  },
  { heading: 'What is missing there', args: ['check', '--project', 'examples/glucoloop', ...AT] },
];

/** The cases of the overhead table, as files that somebody may edit and run again. */
function profiles() {
  const folder = 'examples/profiles';
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => `${folder}/${name}`);
}

const NEXT = `
Try next:
  npx medward explain software-architecture-description     what a work product is and who asks for it
  npx medward assess --what-if exposure=none --project examples/labdesk
                                                            the same device without its connections
  dist/labdesk/site/index.html                              the file of LabDesk, as an auditor may read it
  npx medward --help                                        all commands
README.md shows how to write a first record.
`;

installIfNeeded();
say('Building …');
const built = runNode(['scripts/build.mjs']);
if (built !== 0) stop('The build failed (above).', built);
for (const { heading, args } of SHOWN) show(heading, args);
console.log(NEXT);

/**
 * @param {string} heading
 * @param {readonly string[]} args
 */
function show(heading, args) {
  const words = args.join(' ');
  console.log(`\n${heading}\n$ medward ${words.length > 120 ? `${words.slice(0, 100)} …` : words}\n`);
  const status = runNode(['dist/cli/main.js', ...args]);
  // 1 says that gaps block a release, which is what the sample is there to show.
  if (status > 1) stop(`medward ${args.join(' ')} ended with status ${status}.`, status);
}
