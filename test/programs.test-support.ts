/** Programs of the machine that look at what we write; a test that needs one says so, and is left out where it is missing. */
import { isThere } from '../scripts/debian-packages.mjs';

/**
 * For `test.skipIf(lacks('qpdf'))('… (needs qpdf)', …)`.
 * @throws Error where CI is set: there nothing may be left out unnoticed
 */
export function lacks(...programs: readonly string[]): boolean {
  const missing = programs.filter((program) => !isThere(program));
  if (missing.length > 0 && process.env['CI'] && !process.env['MEDWARD_WITHOUT_PROGRAMS']) {
    throw new Error(`Not there: ${missing.join(', ')}. \`node scripts/debian-packages.mjs\` installs them as root.`);
  }
  return missing.length > 0;
}
