/** Which room may use which (scripts/rooms.cjs), and what the middle rooms may not touch; `npm run boundaries` checks it. */
const ROOMS = require('./scripts/rooms.cjs');

const MIDDLE = ['shapes', 'records', 'trace', 'packs', 'threats', 'rules', 'assess', 'draw', 'exchange', 'contract'];
/** Read a table that ships beside them, or are run by the build; they never touch a project. */
const READS_ITS_OWN_TABLE = '^src/(records/relations|packs/shipped|packs/compile-shipped)\\.ts$';
/** Tests, and what only tests use. */
const TEST = '(\\.test|\\.test-support|/test-folder)\\.ts$';

const directions = Object.entries(ROOMS).map(([room, { may, because }]) => ({
  name: `${room}-uses-${may.length > 0 ? `only-${may.join('-')}` : 'no-room'}`,
  comment: because,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: TEST },
  to: { path: '^src/', pathNot: `^src/(${[room, ...may].join('|')})/${room === 'cli' ? '|^src/index\\.ts$' : ''}` },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'through-the-front-door',
      comment: 'Only the index.ts of a room is imported from outside, so that everything behind it can change freely.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/[^/]+/', pathNot: ['^src/$1/', '^src/[^/]+/index\\.ts$'] },
    },
    {
      name: 'library-through-the-front-door',
      comment: 'The library entry composes rooms and sees of each what everybody sees.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/[^/]+/', pathNot: '^src/[^/]+/index\\.ts$' },
    },
    {
      name: 'library-without-command-line',
      comment: 'Who uses the library must not load commands or printing.',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/cli/' },
    },
    {
      name: 'rules-know-packs-as-types',
      comment: 'A rule that reads a pack would know a regulation by name; it gets facts and its basis is cut for it.',
      severity: 'error',
      from: { path: '^src/rules/', pathNot: TEST },
      to: { path: '^src/packs/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'middle-rooms-touch-nothing-outside',
      comment:
        'Files, processes, environment and network come in as arguments: the same commit and date must give the same bytes.',
      severity: 'error',
      from: { path: `^src/(${MIDDLE.join('|')})/`, pathNot: [TEST, READS_ITS_OWN_TABLE] },
      to: { path: '^(node:)?(fs|child_process|process|os|net|http|https|http2|dns|tls|worker_threads)(/|$)' },
    },
    {
      name: 'no-circle',
      comment: 'In a circle nobody can say which file comes first, and loading order decides what is undefined.',
      severity: 'error',
      from: {},
      // Types are gone before anything is loaded.
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-test-in-the-product',
      comment: 'Tests and their fixtures are not part of the built package.',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { path: TEST },
    },
    {
      name: 'runtime-packages-only',
      comment:
        'A development package is not there after installation; one that is needed belongs in dependencies and docs/dependencies.md.',
      severity: 'error',
      from: { path: '^src/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere is also one that no rule above was held against.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    // Imports of types count as well: a type of a later room is knowledge of it.
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
