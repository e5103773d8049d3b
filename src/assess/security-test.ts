/** Which tests are about security: what they show must stand against somebody who doubts it. */
import type { AnyRecord } from '../records/index.js';

const TYPES: ReadonlySet<unknown> = new Set([
  'security-requirement',
  'threat-mitigation',
  'fuzz',
  'vulnerability-scan',
  'composition-analysis',
  'penetration',
  'static-analysis',
  'dynamic-analysis',
  'attack-surface',
  'abuse-case',
]);

export function isSecurityTest(test: AnyRecord): boolean {
  return test.kind === 'test' && TYPES.has(test.fields.type);
}
