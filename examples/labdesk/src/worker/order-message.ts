/** Writes an order as HL7 v2 ORM^O01, with every character as the clerk typed it. */
// @implements SRS-F05

export interface OrderToSend {
  readonly number: string;
  readonly ward: string;
  readonly patient_number: string;
  readonly patient: string;
  readonly born: string;
  readonly tests: readonly string[];
  readonly comment: string;
}

export interface Peers {
  readonly sendingFacility: string;
  readonly laboratoryFacility: string;
}

/** Separators of HL7 in a text stand for themselves only as escape sequences; a line end would begin a new segment. */
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\E\\'],
  ['|', '\\F\\'],
  ['^', '\\S\\'],
  ['&', '\\T\\'],
  ['~', '\\R\\'],
  ['\r', '\\X0D\\'],
  ['\n', '\\X0A\\'],
]);

export function escaped(text: string): string {
  return [...text].map((letter) => ESCAPES.get(letter) ?? letter).join('');
}

/** @param controlId comes back in the acknowledgement (MSA-2) */
export function orderMessage(order: OrderToSend, peers: Peers, controlId: string, now: Date): string {
  const time = now.toISOString().replace(/[-:T]/g, '').slice(0, 14);
  const [family = '', given = ''] = order.patient.split(/,\s*/, 2);
  return [
    `MSH|^~\\&|LABDESK|${escaped(peers.sendingFacility)}|LIS|${escaped(peers.laboratoryFacility)}|${time}||ORM^O01|${controlId}|P|2.5.1||||||UNICODE UTF-8`,
    `PID|1||${order.patient_number}||${escaped(family)}^${escaped(given)}||${order.born.replaceAll('-', '')}`,
    `PV1|1|I|${escaped(order.ward)}`,
    `ORC|NW|${order.number}`,
    ...order.tests.map((test, at) => `OBR|${at + 1}|${order.number}||${escaped(test)}`),
    ...(order.comment === '' ? [] : [`NTE|1||${escaped(order.comment)}`]),
    '',
  ].join('\r');
}
