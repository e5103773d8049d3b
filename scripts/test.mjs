/** `npm test`: installs what is missing, then runs the tests; `--update` rewrites expected outputs, all else goes to vitest. */
import { installIfNeeded, runNode } from './install.mjs';

const args = process.argv.slice(2);
const env = args.includes('--update') ? { ...process.env, UPDATE_EXPECTED: '1' } : process.env;

installIfNeeded();
process.exitCode = runNode(['node_modules/vitest/vitest.mjs', 'run', ...args.filter((arg) => arg !== '--update')], env);
