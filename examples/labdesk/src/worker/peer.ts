/** One connection to the laboratory system of a site: sends what waits, and takes answers of the one peer alone. */
// @implements SRS-S09
import { connect, type Socket } from 'node:net';
import { readAcknowledgement } from './acknowledgement.js';
import { framed, FrameReader } from './framing.js';
import { orderMessage, type Peers } from './order-message.js';
import { nextToSend, settle, unanswered, type Queue } from './queue.js';

export interface Peer extends Peers {
  readonly tenant: string;
  /** Address inside the tunnel; the worker opens the connection and listens on nothing. */
  readonly host: string;
  readonly port: number;
}

/** What was refused is logged; without the text, which may hold names. */
export type Refused = (why: string) => void;

export function openPeer({ host, port }: Peer): Socket {
  const socket = connect({ host, port });
  socket.setNoDelay(true);
  return socket;
}

export async function sendWaiting(socket: Socket, queue: Queue, peer: Peer, now: Date): Promise<number> {
  const orders = await nextToSend(queue, peer.tenant, now);
  for (const order of orders) socket.write(framed(orderMessage(order, peer, order.control_id ?? order.number, now)));
  return orders.length;
}

/** @returns reads what came, one call for each piece; closes the connection if its frames are broken */
export function answersOf(socket: Socket, queue: Queue, peer: Peer, refused: Refused): (bytes: Uint8Array) => Promise<void> {
  const reader = new FrameReader();
  return async (bytes) => {
    const messages = reader.read(bytes);
    if (messages === 'broken') {
      refused('framing');
      socket.destroy();
      return;
    }
    for (const message of messages) await takeAnswer(message, queue, peer, refused);
  };
}

async function takeAnswer(message: string, queue: Queue, peer: Peer, refused: Refused): Promise<void> {
  const waiting = await unanswered(queue, peer.tenant);
  const answer = readAcknowledgement(message, { facility: peer.laboratoryFacility, waiting });
  if (answer.is === 'refused') refused(answer.why);
  else if (!(await settle(queue, peer.tenant, answer))) refused('answered before');
}
