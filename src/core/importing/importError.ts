/** An article that cannot be imported: the message says what is wrong, the remedy what to do. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    message: string,
    readonly remedy: string,
  ) {
    super(message);
  }
}
