/** The text of an element that holds only text, such as `<name>SQL injection</name>`, up to the length that is kept. */
import { LIMITS } from './limits.js';

export class LeafText {
  #text = '';

  /** At each tag that opens: what stood before it was between elements. */
  begin(): void {
    this.#text = '';
  }

  add(piece: string): void {
    const room = LIMITS.textLength * 2 - this.#text.length;
    if (room > 0) this.#text += piece.slice(0, room);
  }

  /** At each tag that closes. */
  take(): string {
    const text = this.#text.trim();
    this.#text = '';
    return text;
  }
}
