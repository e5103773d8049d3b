/** Mails that tell staff to look into LabDesk. They hold a link and nothing of an order. */
// @implements SRS-S13
export type NoticeKind = 'refused-order' | 'not-acknowledged' | 'account-change';

export interface Mail {
  readonly subject: string;
  readonly text: string;
}

/** The provider of mails; `false` if it did not take the mail. */
export interface MailClient {
  send(to: string, mail: Mail): Promise<boolean>;
}

const SUBJECTS: ReadonlyMap<NoticeKind, string> = new Map([
  ['refused-order', 'LabDesk: an order was refused'],
  ['not-acknowledged', 'LabDesk: an order has no answer'],
  ['account-change', 'LabDesk: your account was changed'],
]);

/** Takes no order on purpose, so that no field of one can get into a mail. */
export function renderNotice(kind: NoticeKind, site: URL): Mail {
  return { subject: SUBJECTS.get(kind) ?? 'LabDesk', text: `Please look into LabDesk: ${new URL('/orders', site).href}\n` };
}

const GIVE_UP_MS = 60 * 60_000;

/**
 * Tries for an hour and drops the mail then: no order depends on it.
 * @param wait resolves when it is time for the next try
 */
export async function sendNotice(
  client: MailClient,
  to: string,
  mail: Mail,
  clock: { now(): Date; wait(): Promise<void> },
): Promise<'sent' | 'dropped'> {
  const end = clock.now().getTime() + GIVE_UP_MS;
  while (clock.now().getTime() < end) {
    if (await wasTaken(client, to, mail)) return 'sent';
    await clock.wait();
  }
  return 'dropped';
}

async function wasTaken(client: MailClient, to: string, mail: Mail): Promise<boolean> {
  try {
    return await client.send(to, mail);
  } catch {
    // Why it failed does not matter: the next try is the answer to all of it.
    return false;
  }
}
