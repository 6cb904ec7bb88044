/**
 * Escapes a text of one line so that a topic's Markdown holds it as it is: no emphasis, link, code, directive, heading,
 * list or HTML (CommonMark 0.31, sections 2.4 and 4 to 6). Only what could begin such a thing is escaped.
 */
export function escapeProse(text: string): string {
  return text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)|[`*_[\]]|<(?=[A-Za-z/!?])|&(?=#?\w)|:(?=[^\s:]*[[{])/g, '\\$&')
    .replace(/^(?:#{1,6}(?= |$)|[-+>=|:]|~~~)/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?= |$)/, '$1\\$2');
}
