/** What YAML 1.2 (and, out of caution, 1.1) would not read as a text. */
const NO_TEXT =
  /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?(?:\d[\d_]*|0x[\da-f]+|0o[0-7]+)(?:\.\d*)?(?:e[-+]?\d+)?|\.\d+|\.nan|[-+]?\.inf|\d{4}-\d\d?-\d\d?.*|\d+:[\d:.]*)$/i;
/** Letters, digits and punctuation that mean nothing in a plain text, in `{…}` and `[…]` either. */
const PLAIN = /^[\p{L}\p{N}(](?:[^:#,[\]{}\\"\u007f-\u009f\ufeff\ufffe\uffff]|:(?! |$))*$/u;

/**
 * A text of one line as YAML: as it is where that reads back as the same text in block and flow style, else in
 * quotation marks. Never needs an escape, so that the fast reader can read it.
 */
export function yamlText(text: string): string {
  if (PLAIN.test(text) && !NO_TEXT.test(text) && !text.endsWith(' ')) return text;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}
