/**
 * What a reader does not read as words, wherever it stands: URLs, e-mail addresses, paths, file names, @handles,
 * #hashtags that hold more than the name, shelf marks (*US-0101*, *UN-64-05*) and dotted identifiers. Looked for only around a hit, in the run of signs without white space that
 * holds it, so that text without names costs nothing.
 */

/** Longest run looked at on each side of a hit. */
const REACH = 300;

const EDGE = /[\s<>"“”„«»|\ufffc]/;
const BEFORE =
  /:\/\/|(?:^|[(\[])www\.|(?:^|[(\['])\/?[ru]\/$|(?:^|[(\['‘])(?:@[\w-]*|#[\w-]+(?:\/[\w-]*)*)$|[^\s@]@[^\s@]*$|^@[\w-]+\/[^\s]*$|\\[\w\\.-]*$|(?:^|[(\['`])(?:~|\.{0,2})\/[^\s]*$|\/[^\s/]*\/[^\s]*$|[\w-]+\.[a-z][\w.-]*[/?#=&][^\s]*$/iu;
const DOTTED = /[\p{L}\p{N}]\.$/u;
const BEHIND =
  /^(?:[-\w]*\.\p{Ll}[\w]*|\.\w+\(|::\w|[-\w]*@[\w-]+\.|[-\w]*:\/\/|[-\w/.]*\/[-\w]+\.\w{1,5}\b|\/[\p{Ll}_.~][\w.-]*\/|[\w-]*\()/u;

/** Figures behind a hyphen that count nothing, as *EU-27* does: three of them, or several groups. */
const SHELF_MARK = /^-(?:\p{Lu}{0,3}\d{3,}|\p{Lu}{1,3}-\d+|\d+-\d+)(?![\p{L}\d])/u;
/** *Cuba-1998*: a year. */
const YEAR = /^-(?:1[89]|20)\d\d(?!\d|-\d)/;

/** *France/Germany/* and the like: alternatives, not a path. */
const ALTERNATIVES = /^[(\[]?(?:\p{Lu}[\p{L}.’'-]*\/)+$/u;

function isEdge(unit: number): boolean {
  if (unit < 0x80) {
    return (
      unit === 0x20 ||
      unit === 0x22 ||
      unit === 0x3c ||
      unit === 0x3e ||
      unit === 0x7c ||
      (unit >= 9 && unit <= 13)
    );
  }
  return EDGE.test(String.fromCharCode(unit));
}

/** Whether a sign can be of an address or identifier: one of `. / @ # \ : (`. Without any of them nothing is asked. */
function isTelling(unit: number): boolean {
  return (
    unit === 0x2e ||
    unit === 0x2f ||
    unit === 0x40 ||
    unit === 0x23 ||
    unit === 0x5c ||
    unit === 0x3a ||
    unit === 0x28
  );
}

/** Whether what stands between two offsets is a part of an address, a path, a handle or an identifier. */
export function isInAddress(text: string, start: number, end: number): boolean {
  const before = start === 0 ? 0x20 : text.charCodeAt(start - 1);
  const behind = end >= text.length ? 0x20 : text.charCodeAt(end);
  if (before === 0x20 && (behind === 0x20 || behind === 0x2c)) return false;
  if (behind === HYPHEN && isShelfMark(text, start, end)) return true;
  // *#france/reading* goes on behind the name.
  if (before === HASH && /^[-/][\p{L}\d]/u.test(text.slice(end, end + 2))) return true;
  return isInAddressOnLeft(text, start) || isInAddressOnRight(text, end);
}

const HYPHEN = 0x2d;
const HASH = 0x23;

/** Whether the letters between two offsets begin a shelf mark; a year behind a name in small letters makes none. */
function isShelfMark(text: string, start: number, end: number): boolean {
  const behind = text.slice(end, end + 16);
  if (!SHELF_MARK.test(behind)) return false;
  return /^[\p{Lu}\d]+$/u.test(text.slice(start, end)) || !YEAR.test(behind);
}

function isInAddressOnLeft(text: string, start: number): boolean {
  let from = start;
  let isTold = false;
  while (from > 0 && start - from < REACH) {
    const unit = text.charCodeAt(from - 1);
    if (isEdge(unit)) break;
    if (isTelling(unit)) isTold = true;
    from--;
  }
  if (!isTold) return false;
  const run = text.slice(from, start);
  if (BEFORE.test(run) && !ALTERNATIVES.test(run)) return true;
  // `fr.France` is an identifier, *J.Lang* and *U.S.France* are not.
  return DOTTED.test(run) && /\p{Ll}[\p{L}\p{N}]*\.$/u.test(run) && /^\p{Ll}/u.test(text.charAt(start));
}

function isInAddressOnRight(text: string, end: number): boolean {
  let to = end;
  let isTold = false;
  while (to < text.length && to - end < REACH) {
    const unit = text.charCodeAt(to);
    if (isEdge(unit)) break;
    if (isTelling(unit)) isTold = true;
    to++;
  }
  // A sign alone, as at the end of a sentence, tells nothing.
  if (!isTold || (to === end + 1 && text.charAt(end) !== '(')) return false;
  const run = text.slice(end, to);
  return BEHIND.test(run) && !/^\(s\)|^\((?!\))/.test(run);
}
