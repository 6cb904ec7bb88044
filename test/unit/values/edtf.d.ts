/** The package has no types; the tests use it as an oracle only. */
declare module 'edtf' {
  export function parse(text: string): unknown;
}
