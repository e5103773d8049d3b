/** Reads an HL7 v2 acknowledgement and finds the order that it answers. */
// @implements SRS-S09

export interface WaitingOrder {
  readonly number: string;
  /** Control id of the message that was sent (MSH-10). */
  readonly controlId: string;
}

export interface Site {
  /** Sending facility that the site configured (MSH-4). */
  readonly facility: string;
  readonly waiting: readonly WaitingOrder[];
}

export type Answer =
  | { readonly is: 'accepted' | 'rejected'; readonly order: string }
  | { readonly is: 'refused'; readonly why: 'not-readable' | 'unknown-facility' | 'unmatched' };

/**
 * Only AA accepts an order. Anything that cannot be matched for certain changes nothing: an order that is wrongly taken
 * as acknowledged would be missed by nobody in the laboratory (RSK-01).
 */
export function readAcknowledgement(message: string, site: Site): Answer {
  // HL7 ends a segment with CR; one laboratory system sends CR LF.
  const segments = message.split(/\r\n?/).map((segment) => segment.split('|'));
  const header = segments[0];
  const msa = segments.find((segment) => segment[0] === 'MSA');
  if (header?.[0] !== 'MSH' || header[1] !== '^~\\&' || !msa) return { is: 'refused', why: 'not-readable' };
  // The separator itself is MSH-1, so MSH-4 stands at index 3.
  if (header[3] !== site.facility) return { is: 'refused', why: 'unknown-facility' };
  const order = site.waiting.find((waiting) => waiting.controlId === msa[2]);
  if (!order) return { is: 'refused', why: 'unmatched' };
  return { is: msa[1] === 'AA' ? 'accepted' : 'rejected', order: order.number };
}
