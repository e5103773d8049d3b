/**
 * Puts the modules of the command line together into few parts that `src/cli/parts.ts` loads: a hundred modules cost a third
 * of the time to start. What a command loads late stays apart, and so does the library, which keeps its modules.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, transform } from 'esbuild';
import { licenceTexts } from './licence-texts.mjs';

/** Loaded late, with code for the machine or with files of their own; all other packages become part of the parts. */
const APART = ['@hpcc-js/wasm-graphviz', '@myriaddreamin/typst-ts-node-compiler', '@resvg/resvg-js', 'docx'];
/** What a part calls its own address, and what imports a package late; `src/cli/parts.ts` hands them in. */
const ADDRESS = '__url';
const IMPORT = '__import';

/**
 * @param {string} entry a module, such as `dist/cli/start.js`; the first part has its name
 * @param {string} folder where the parts go; what lies there is deleted
 * @returns {Promise<void>}
 */
export async function bundleCommand(entry, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { outputFiles, metafile } = await build({
    entryPoints: [entry],
    outdir: folder,
    write: false,
    metafile: true,
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: APART,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [placesOfModules(folder)],
  });
  for (const part of outputFiles) {
    writeFileSync(part.path.replace(/\.js$/, '.cjs'), await asScript(part.text));
  }
  writeFileSync(path.join(folder, 'LICENCES.txt'), licenceTexts(Object.keys(metafile.inputs)));
}

/**
 * What loads the parts, each in one file and as CommonJS: Node starts a module by 7 ms later.
 * @param {string} folder
 * @param {readonly string[]} names of modules in it, which are replaced
 */
export async function bundleStarters(folder, names) {
  await build({
    entryPoints: names.map((name) => path.join(folder, name)),
    outdir: folder,
    allowOverwrite: true,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['./start.js'],
    define: { 'import.meta.url': ADDRESS },
    banner: { js: `const ${ADDRESS} = require('node:url').pathToFileURL(__filename).href;` },
    logLevel: 'warning',
  });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }\n');
}

/**
 * Only of scripts does the engine take compiled code, not of modules.
 * @param {string} text a module whose other parts stand beside it
 */
async function asScript(text) {
  const { code } = await transform(text, {
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    define: { 'import.meta.url': ADDRESS },
    logLevel: 'warning',
  });
  return code
    .replaceAll(/\brequire\("\.\/([\w-]+)\.js"\)/g, 'require("./$1.cjs")')
    .replaceAll(/\bimport\("\.\/([\w-]+)\.js"\)/g, 'Promise.resolve().then(() => require("./$1.cjs"))')
    .replaceAll(/\bimport\("/g, `${IMPORT}("`)
    .replaceAll(/\P{ASCII}/gu, escaped);
}

/**
 * A text of ASCII alone is read five times as fast. esbuild writes strings so; what it leaves stands in patterns and remarks.
 * @param {string} sign
 */
function escaped(sign) {
  return sign.replaceAll(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/**
 * A module that reads a table beside it still finds it: it is told where it stood, seen from where the parts stand.
 * @param {string} folder
 * @returns {import('esbuild').Plugin}
 */
function placesOfModules(folder) {
  return {
    name: 'places-of-modules',
    setup(bundle) {
      bundle.onLoad({ filter: /\.js$/, namespace: 'file' }, ({ path: file }) => {
        const contents = readFileSync(file, 'utf8');
        const place = path.relative(folder, file).split(path.sep).join('/');
        return {
          contents: contents.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`),
          loader: 'js',
        };
      });
    },
  };
}
