// What a person can put right: shown as one sentence, without a stack.
export class Trouble extends Error {
  /** @param {string} message what is wrong and what to do, in one sentence */
  constructor(message, options) {
    super(message, options);
    this.name = 'Trouble';
  }
}

/** Runs a script's main function; a {@link Trouble} is printed as its sentence, a bug with its stack. Ends with its exit code. */
export async function main(run) {
  try {
    process.exitCode = (await run()) ?? 0;
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
    process.exitCode = 1;
  }
  // Handles that a browser or a server left open must not keep a finished script alive.
  process.exit();
}
