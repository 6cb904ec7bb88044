/**
 * A text with U+FFFD in the place of what no page shows and readers of files stumble over: control characters (but for
 * tabs and line breaks) and halves of characters.
 */
export function printable(text: string): string {
  return text.replace(/(?![\t\n\r])\p{Cc}|\p{Cs}/gu, '\ufffd');
}
