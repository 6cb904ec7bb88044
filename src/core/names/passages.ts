import type { Cover, Lexer, LexState } from './regions/cover';

/** A passage ends at the end of a line that ends like a sentence once it is this long … */
const LONG = 2000;
/** … and at the end of any line once it is this long; a name across such an end is not found. */
const LONGEST = 8000;

/** Where a passage ends and in which state its lexer is there. */
export interface PassageEnd {
  readonly end: number;
  readonly state: LexState;
}

/**
 * Reads one passage: the lines from `from` to the next blank line with the blank lines behind it, or less where there
 * is no blank line for long. Where it ends depends only on the text from `from` on and on the state. `cover` takes what
 * the lexer says, with offsets relative to `from`; it is emptied first.
 */
export function readPassage(
  text: string,
  from: number,
  state: LexState,
  lexer: Lexer | undefined,
  cover: Cover,
): PassageEnd {
  cover.clear();
  let at = from;
  let hasText = false;
  let hasEnded = false;
  while (at < text.length) {
    let end = text.indexOf('\n', at);
    if (end < 0) end = text.length;
    const isBlank = isBlankBetween(text, at, end);
    if (hasEnded && !isBlank) return { end: at, state };
    if (lexer) {
      const last = end > at && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
      state = lexer.read(text.slice(at, last), at - from, state, cover);
    } else if (text.charCodeAt(at) === QUOTE) coverQuote(text, at, end, from, cover);
    if (!isBlank) hasText = true;
    else if (hasText) hasEnded = true;
    at = end < text.length ? end + 1 : end;
    if (!isBlank && (at - from >= LONGEST || (at - from >= LONG && endsLikeSentence(text, end)))) {
      return { end: at, state };
    }
  }
  return { end: at, state };
}

const QUOTE = 0x3e;

/** The marks of a quotation at the beginning of a line of plain text (e-mail, RFC 3676, 4.5) are white space. */
function coverQuote(text: string, at: number, end: number, from: number, cover: Cover): void {
  let to = at;
  while (to < end && (text.charCodeAt(to) === QUOTE || text.charCodeAt(to) === 0x20)) to++;
  cover.space(at - from, to - from);
}

function isBlankBetween(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (unit !== 0x20 && unit !== 9 && unit !== 13) return false;
  }
  return true;
}

function endsLikeSentence(text: string, end: number): boolean {
  const last = text.charAt(text.charCodeAt(end - 1) === 13 ? end - 2 : end - 1);
  return '.!?:;,|>}])"”»'.includes(last);
}
