/**
 * What a reader does not read as words, wherever it stands: URLs, e-mail addresses, paths, file names, @handles,
 * #hashtags and dotted identifiers. Looked for only around a hit, in the run of signs without white space that
 * holds it, so that text without names costs nothing.
 */

/** Longest run looked at on each side of a hit. */
const REACH = 300;

const EDGE = /[\s<>"“”„«»|\ufffc]/;
const BEFORE =
  /:\/\/|(?:^|[(\[])www\.|(?:^|[(\['‘])[@#][\w-]*$|[^\s@]@[^\s@]*$|\\[\w\\.-]*$|(?:^|[(\['`])(?:~|\.{0,2})\/[^\s]*$|\/[^\s/]*\/[^\s]*$|[\w-]+\.[a-z][\w.-]*[/?#=&][^\s]*$/iu;
const DOTTED = /[\p{L}\p{N}]\.$/u;
const BEHIND =
  /^(?:[-\w]*\.\p{Ll}[\w]*|\.\w+\(|[-\w]*@[\w-]+\.|[-\w]*:\/\/|[-\w/.]*\/[-\w]+\.\w{1,5}\b|\/[\p{Ll}_.~][\w.-]*\/|[\w-]*\()/u;

/** *France/Germany/* and the like: alternatives, not a path. */
const ALTERNATIVES = /^[(\[]?(?:\p{Lu}[\p{L}.’'-]*\/)+$/u;

/** Whether what stands between two offsets is a part of an address, a path, a handle or an identifier. */
export function isInAddress(text: string, start: number, end: number): boolean {
  const before = start === 0 ? ' ' : text.charAt(start - 1);
  const behind = end >= text.length ? ' ' : text.charAt(end);
  if (before === ' ' && (behind === ' ' || behind === ',')) return false;
  let from = start;
  while (from > 0 && start - from < REACH && !EDGE.test(text.charAt(from - 1))) from--;
  if (from < start) {
    const run = text.slice(from, start);
    if (BEFORE.test(run) && !ALTERNATIVES.test(run)) return true;
    // `fr.France` is an identifier, *J.Lang* and *U.S.France* are not.
    if (DOTTED.test(run) && /\p{Ll}[\p{L}\p{N}]*\.$/u.test(run) && /^\p{Ll}/u.test(text.charAt(start))) {
      return true;
    }
  }
  if (behind === ' ' || behind === '\n') return false;
  let to = end;
  while (to < text.length && to - end < REACH && !EDGE.test(text.charAt(to))) to++;
  const run = text.slice(end, to);
  return BEHIND.test(run) && !/^\(s\)|^\((?!\))/.test(run);
}
