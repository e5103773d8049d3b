/** Finds the messages in what the laboratory peer sends (MLLP), and frames our own. */
// @implements SRS-F05, SRS-S09

const BEGIN = 0x0b;
const END = 0x1c;
const CARRIAGE_RETURN = 0x0d;

/** Longer ones are not read: an acknowledgement has a few hundred bytes. */
const MOST_BYTES = 64 * 1024;

export function framed(message: string): Buffer {
  return Buffer.concat([Buffer.from([BEGIN]), Buffer.from(message, 'utf8'), Buffer.from([END, CARRIAGE_RETURN])]);
}

/** One for each connection. What stands between frames is dropped; a frame that gets too long breaks the connection. */
export class FrameReader {
  #held: Buffer = Buffer.alloc(0);

  /** @returns whole messages, or `broken` if the connection has to be closed */
  read(bytes: Uint8Array): readonly string[] | 'broken' {
    this.#held = Buffer.concat([this.#held, bytes]);
    const messages: string[] = [];
    for (;;) {
      const begin = this.#held.indexOf(BEGIN);
      this.#held = begin === -1 ? Buffer.alloc(0) : this.#held.subarray(begin);
      const end = this.#held.indexOf(Buffer.from([END, CARRIAGE_RETURN]));
      if (end === -1) break;
      if (end > MOST_BYTES) return 'broken';
      messages.push(this.#held.subarray(1, end).toString('utf8'));
      this.#held = this.#held.subarray(end + 2);
    }
    return this.#held.length > MOST_BYTES ? 'broken' : messages;
  }
}
