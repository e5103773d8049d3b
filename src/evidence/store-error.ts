/** The store cannot be used, or holds something else under the name that is to be written. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly path: string;
  constructor(path: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.path = path;
  }
}
