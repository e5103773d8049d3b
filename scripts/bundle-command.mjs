/**
 * Puts the modules of the command line together into few files: a hundred of them cost a third of the time to start. What
 * a command loads late stays apart; the library keeps its modules, and packages stay packages.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/**
 * @param {string} entry a module, which is replaced; parts are written beside it
 * @returns {Promise<void>}
 */
export async function bundleCommand(entry) {
  const folder = path.dirname(entry);
  await build({
    entryPoints: [entry],
    outdir: folder,
    allowOverwrite: true,
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [placesOfModules(folder)],
  });
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
