/** Writes what users did to orders, without anything that names a patient. */
// @implements SRS-S10

export interface AuditEvent {
  readonly at: string;
  readonly user: string;
  readonly action: 'view' | 'create' | 'change' | 'print' | 'receive';
  readonly order: string;
}

export interface AuditStore {
  append(event: AuditEvent): Promise<void>;
}

/** Events that the store did not take; they are sent again and survive a restart. */
export interface WaitingEvents {
  add(event: AuditEvent): Promise<void>;
}

/**
 * Takes the order number and never the order, so that no name can slip in. Logging does not block an order: what the
 * store does not take waits.
 */
export async function recordAction(
  store: AuditStore,
  waiting: WaitingEvents,
  user: string,
  action: AuditEvent['action'],
  order: string,
  now: Date,
): Promise<void> {
  const event: AuditEvent = { at: now.toISOString(), user, action, order };
  try {
    await store.append(event);
  } catch {
    // The reason does not matter here: an event that is not surely stored is sent again, and doubles are told apart by content.
    await waiting.add(event);
  }
}
