/**
 * For the build: runs a command of the built program, and keeps the compiled code of all functions that it called, or looks
 * whether the engine takes it up: `node dist/cli/practise.js keep check --project …`.
 */
import { fileURLToPath } from 'node:url';
import { Engine } from './engine.js';
import { Parts } from './parts.js';
import type * as Start from './start.js';

const [how] = process.argv.splice(2, 1);
const parts = new Parts(fileURLToPath(new URL('parts/', import.meta.url)));
const engine = Engine.forOneAnswer();
// The engine takes compiled code only if it is set as it was when the code was kept: as at a start.
if (how === 'keep') engine.holdYoungSpace = () => {};
const { start } = parts.load('start.cjs') as typeof Start;

void start(engine).then((status) => (process.exitCode = settle(status)));

function settle(status: number): number {
  if (how === 'keep') parts.keepCompiled();
  else if (parts.compiledAnew.length > 0) {
    console.error(`There is no compiled code of use for ${parts.compiledAnew.join(', ')}.`);
    return 2;
  }
  return status;
}
