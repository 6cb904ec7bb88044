/** Longer texts are no facts. */
export const LONGEST_FACT = 2000;
/** Longer texts are no names. */
export const LONGEST_NAME = 200;
