/**
 * A source without what no dossier's file can hold: control characters, halves of surrogate pairs, byte order marks.
 * Line ends become `\n`.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085\u000b\u000c]/g, '\n')
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff\ufffe\uffff]/g, ' ');
}

/** A text on one line, without space around it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
