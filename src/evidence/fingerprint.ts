/** By what a finding is known again in a later report, where the tool itself gives no mark for that. */
import { createHash } from 'node:crypto';

/**
 * @param scheme says what the parts mean; another meaning needs another name
 * @param parts what stays the same while the finding does: rule, place by name; no line and no version
 */
export function fingerprintOf(scheme: string, parts: readonly (string | null)[]): string {
  return `${scheme}:${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;
}
