/** Collects what a writer had to fill in or give up because the format demands it so. */
import type { Filled } from './own-model.js';
import type { Loss, LossReason } from './imported.js';
import { LIMITS } from './limits.js';
import { clip } from './losses.js';

export class Written {
  readonly losses: Loss[] = [];
  readonly filled: Filled[] = [];

  fill<T extends string | number | boolean>(record: string, key: string, value: T, field: string | null = null): T {
    this.filled.push({ record, key, value: String(value), field });
    return value;
  }

  lose(record: string, field: string, what: string, why: LossReason = 'unknown-value'): void {
    this.losses.push({ at: `${record}/${field}`, what: clip(what, LIMITS.shownValue), why, values: 1 });
  }
}
