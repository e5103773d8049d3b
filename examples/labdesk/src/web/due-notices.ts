/** Tells the ward once when an order was refused, or has no answer fifteen minutes after its entry. */
// @implements SRS-F09
import type { Database } from './order-search.js';
import { renderNotice, sendNotice, type MailClient } from './notices.js';

const LATE_MS = 15 * 60_000;

// Marked before the mail goes out: a mail too few is better than one every minute, and the list says it anyway.
const DUE = `
  UPDATE orders SET noticed = $1
   WHERE tenant = $2 AND noticed IS NULL AND (state = 'rejected' OR (state IN ('waiting', 'sent') AND entered <= $3))
  RETURNING number, ward, state`;

export interface Mailing {
  readonly client: MailClient;
  readonly site: URL;
  /** Ward → mailbox. */
  readonly mailboxes: ReadonlyMap<string, string>;
  readonly clock: { now(): Date; wait(): Promise<void> };
}

/** @returns how many mails were taken */
export async function sendDueNotices(database: Database, tenant: string, mailing: Mailing): Promise<number> {
  const now = mailing.clock.now();
  const { rows } = await database.query(DUE, [now, tenant, new Date(now.getTime() - LATE_MS)]);
  let sent = 0;
  for (const { ward, state } of rows) {
    const to = mailing.mailboxes.get(ward);
    if (to === undefined) continue;
    const mail = renderNotice(state === 'rejected' ? 'refused-order' : 'not-acknowledged', mailing.site);
    if ((await sendNotice(mailing.client, to, mail, mailing.clock)) === 'sent') sent += 1;
  }
  return sent;
}
