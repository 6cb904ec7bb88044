import { inEnglish, type Saying } from '../saying';

/** What is wrong with an article or its file, and what to do; plain data. */
export interface SaidError {
  readonly message: Saying;
  readonly remedy: Saying;
}

/** An article that cannot be imported. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  readonly said: SaidError;

  constructor(message: Saying, remedy: Saying) {
    super(inEnglish(message));
    this.said = { message, remedy };
  }
}
