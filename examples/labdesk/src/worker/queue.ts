/** The queue of orders that the laboratory system has not acknowledged: what to send next, and what an answer changes. */
// @implements SRS-F05, SRS-F06
import type { Answer, WaitingOrder } from './acknowledgement.js';
import type { OrderToSend } from './order-message.js';

/** Without an answer the order is sent again (IF-06). */
const RETRY_SECONDS = 30;
const AT_ONCE = 20;

export interface Queue {
  query(statement: string, values: readonly unknown[]): Promise<{ readonly rows: readonly QueueRow[] }>;
}

export interface QueueRow extends OrderToSend {
  readonly control_id: string | null;
}

// An order keeps its control id, so that a late answer to the first try still finds it and the laboratory sees a double.
const NEXT = `
  UPDATE orders SET state = 'sent', last_try = $1, tries = tries + 1, control_id = coalesce(control_id, 'LD' || replace(number, '-', ''))
   WHERE number IN (SELECT number FROM orders
                     WHERE tenant = $2 AND (state = 'waiting' OR (state = 'sent' AND last_try <= $3))
                     ORDER BY number LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
  RETURNING number, ward, patient_number, patient, to_char(born, 'YYYY-MM-DD') AS born, tests, comment, control_id`;

const UNANSWERED = `
  SELECT number, ward, patient_number, patient, to_char(born, 'YYYY-MM-DD') AS born, tests, comment, control_id
    FROM orders WHERE tenant = $1 AND state = 'sent'`;

const SETTLE = `UPDATE orders SET state = $1 WHERE number = $2 AND tenant = $3 AND state = 'sent' RETURNING number, control_id`;

/** @returns what to send now; each is marked as sent, and as nothing more: only an answer makes it acknowledged (RSK-01) */
export async function nextToSend(queue: Queue, tenant: string, now: Date): Promise<readonly QueueRow[]> {
  const { rows } = await queue.query(NEXT, [now, tenant, new Date(now.getTime() - RETRY_SECONDS * 1000)]);
  return rows;
}

export async function unanswered(queue: Queue, tenant: string): Promise<readonly WaitingOrder[]> {
  const { rows } = await queue.query(UNANSWERED, [tenant]);
  return rows.flatMap(({ number, control_id: controlId }) => (controlId === null ? [] : [{ number, controlId }]));
}

/** @returns whether an order changed its state; a refused answer, and a second one, change nothing */
export async function settle(queue: Queue, tenant: string, answer: Answer): Promise<boolean> {
  if (answer.is === 'refused') return false;
  const state = answer.is === 'accepted' ? 'acknowledged' : 'rejected';
  const { rows } = await queue.query(SETTLE, [state, answer.order, tenant]);
  return rows.length === 1;
}
