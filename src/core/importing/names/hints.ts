import { fold } from '../../text/fold';
import { oneLine } from '../cleanText';
import { DATE } from './cues';

/** The text of a hint as a name: without quotation marks, commas and a possessive around it. */
export function bareHint(text: string): string {
  const bare = oneLine(text)
    .replace(/['’]s$/u, '')
    .replace(/^[\s"“'‘(]+|[\s"”'’,;:]+$/gu, '');
  const isOpen = bare.includes('(') && bare.endsWith(')');
  // The dots of *U.S.* are its own, those behind a sentence are not.
  const isAbbreviation = /(?:^|[\s.])\p{L}\.$/u.test(bare);
  return bare.replace(isOpen ? /\.+$/ : isAbbreviation ? /\)+$/ : /[.)\s]+$/, '');
}

/** Whether a text may be a name at all. */
export function isNameLike(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 120 &&
    /\p{L}/u.test(text) &&
    !/[=<>{}|\\]|[!?]$|[^.\p{L}]\.$|\p{Ll}{3}\.$|^(?:list of|index of|template:)/iu.test(text)
  );
}

/** Whether a text is a date, or ends with a year or begins with a number. */
export function isDateLike(text: string): boolean {
  return DATE.has(fold(text).split(' ').at(-1)!) || /\d{4}$|^\d/.test(text);
}

/** A title of several words whose last is in small letters: *Twenty-foot equivalent unit*. */
export function isCommonNoun(title: string): boolean {
  return /\s\p{Ll}[\p{Ll}-]*$/u.test(title);
}

/** A title without what tells it from others: *Mercury* of *Mercury (planet)*; and that: *planet*. */
export function divideTitle(title: string): { readonly base: string; readonly about: string } {
  const match = /^(.+?)\s*\(([^()]*)\)$/.exec(title);
  return match ? { base: match[1]!, about: match[2]! } : { base: title, about: '' };
}
