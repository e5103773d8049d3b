/** A word or an option that is not understood; told like every other error, with status 2. */
export class OptionError extends Error {
  override readonly name = 'OptionError';
  readonly todo: string;
  constructor(message: string, todo: string) {
    super(message);
    this.todo = todo;
  }
}
