/**
 * `npm run bench:draw`: what a picture costs: every view of GlucoLoop, and models of growing size with one view each.
 * Needs a build; `-- --from ../src` under tsx measures the sources. Loading Graphviz is told apart, because it is paid once.
 */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { from: { type: 'string', default: '../dist' } } });
const room = (/** @type {string} */ name) =>
  import(pathToFileURL(path.resolve(import.meta.dirname, values.from, name, 'index.js')).href);

const draw = await room('draw');
const { assessProject, openProject } = await room('compile');
const { memoryTree, openWorkTree } = await room('project');
const { shippedPacks } = await room('packs');

const loading = performance.now();
const engine = await draw.loadEngine();
console.log(`Graphviz loaded in ${ms(performance.now() - loading)}.\n`);

const glucoloop = assess(openWorkTree(path.resolve(import.meta.dirname, '../examples/glucoloop')));
for (const round of ['first', 'again']) {
  report(`GlucoLoop, all views, ${round}`, () => drawAllViews(glucoloop));
}
for (const [elements, flows] of [
  [100, 140],
  [1000, 1400],
  [2000, 2800],
]) {
  const assessment = assess(modelOf(elements ?? 0, flows ?? 0));
  const picture = draw.pictureForPurpose('global', assessment);
  report(`${elements} elements, ${flows} flows, one view`, () => {
    const drawn = draw.drawPicture(picture, engine);
    if (typeof drawn === 'string') throw new Error(`Not drawn: ${drawn}.`);
    return `${Math.round(drawn.svg.length / 1000)} kB, ${drawn.arranged.labels.overlapping} labels over others`;
  });
}

/** @param {any} assessment */
function drawAllViews(assessment) {
  const views = assessment.trace.all('view');
  for (const view of views) {
    draw.drawPicture(draw.pictureOfView(view, assessment), engine);
    if ((view.fields.steps ?? []).length > 0) draw.drawSequence(draw.sequenceOf(view, assessment.trace));
  }
  draw.drawPicture(draw.pictureForPurpose('software-architecture', assessment), engine);
  return `${views.length + 2} pictures`;
}

/** @param {any} tree */
function assess(tree) {
  return assessProject(openProject(tree, { packs: shippedPacks() }), '2026-11-24');
}

/**
 * Elements in nested boundaries, most flows between neighbours, some far across; without chance, so that runs can be compared.
 * @param {number} elements
 * @param {number} flows
 */
function modelOf(elements, flows) {
  const boxes = Math.ceil(elements / 25);
  const boundaries = Array.from({ length: boxes }, (_, at) =>
    at < 5
      ? `  - { id: TB-${at}, title: Network ${at} }`
      : `  - { id: TB-${at}, title: Zone ${at}, parent: TB-${at % 5} }`,
  );
  const items = Array.from({ length: elements }, (_, at) => {
    const role = ['process', 'process', 'store', 'external'][at % 4];
    return `  - { id: EL-${at}, title: Element number ${at}, role: ${role}, boundary: TB-${Math.floor(at / 25)} }`;
  });
  const lines = Array.from({ length: flows }, (_, at) => {
    const from = (at * 7) % elements;
    const to = at % 11 === 0 ? (at * 131) % elements : (from + 1 + (at % 3)) % elements;
    return `  - { id: DF-${at}, title: Flow number ${at}, from: EL-${from}, to: EL-${to} }`;
  });
  const text = `boundaries:\n${boundaries.join('\n')}\nitems:\n${items.join('\n')}\nflows:\n${lines.join('\n')}\n`;
  return memoryTree(
    new Map([
      ['medward.yaml', 'medward: 1\ndevice: { name: Large }\npacks: [iec62304@2015]\nrecords: [records]\n'],
      ['records/model.yaml', text],
    ]),
  );
}

/**
 * @param {string} what
 * @param {() => string} run
 */
function report(what, run) {
  const before = process.cpuUsage();
  const start = performance.now();
  const told = run();
  const used = process.cpuUsage(before);
  console.log(`${what}: ${ms(performance.now() - start)}, processor ${ms((used.user + used.system) / 1000)} (${told})`);
}

/** @param {number} milliseconds */
function ms(milliseconds) {
  return `${(milliseconds / 1000).toFixed(2)} s`;
}
