import type { Cover, Lexer, LexState } from './cover';
import { readEntity } from './entities';

/** Tags inside a sentence: a name may go on across them. */
const INLINE =
  /^<\/?(?:a|abbr|b|bdi|bdo|cite|dfn|em|emph|font|hi|i|ins|mark|name|persName|placeName|q|s|small|span|strong|sub|sup|tt|u|wbr)\b/i;
const BREAK = /^<br\b/i;
const OPENS = /<(?:!--|!\[CDATA\[|[!?/]?[a-z])/giy;
const RAW = /^<(script|style|code|pre|kbd|samp|var|tt|math)\b/i;

/**
 * Covers the tag, comment or declaration that begins at `from` in `line`, if one does. Returns where reading goes on
 * and the state there: the empty string outside, `tag` inside a tag that goes on in the next line, `comment`, or
 * `raw:NAME` inside an element whose content is not prose.
 */
export function readTag(line: string, from: number, at: number, cover: Cover): readonly [number, LexState] {
  OPENS.lastIndex = from;
  const opens = OPENS.exec(line);
  if (!opens) return [from + 1, ''];
  if (opens[0] === '<!--') {
    cover.skip(at + from, at + from + 4);
    return [from + 4, 'comment'];
  }
  if (opens[0].startsWith('<![')) {
    cover.skip(at + from, at + from + opens[0].length);
    return [from + opens[0].length, ''];
  }
  const close = line.indexOf('>', from);
  const end = close < 0 ? line.length : close + 1;
  const tag = line.slice(from, end);
  if (BREAK.test(tag)) cover.space(at + from, at + end);
  else if (INLINE.test(tag)) cover.ignore(at + from, at + end);
  else cover.skip(at + from, at + end);
  if (close < 0) return [end, 'tag'];
  const raw = RAW.exec(tag);
  return [end, raw && !tag.endsWith('/>') ? `raw:${raw[1]!.toLowerCase()}` : ''];
}

/** Reads on inside what `readTag` left open. Returns where it ends in this line and the state there. */
export function readOpenTag(
  line: string,
  from: number,
  at: number,
  state: LexState,
  cover: Cover,
  readComments: boolean,
): readonly [number, LexState] {
  const ending = state === 'tag' ? '>' : state === 'comment' ? '-->' : `</${state.slice(4)}`;
  const found = line.toLowerCase().indexOf(ending, from);
  const end = found < 0 ? line.length : state.startsWith('raw:') ? found : found + ending.length;
  if (state !== 'comment' || !readComments) cover.skip(at + from, at + end);
  else if (found >= 0) cover.skip(at + found, at + end);
  return [end, found < 0 ? state : ''];
}

/** HTML, XML and what is built on them: tags and what scripts hold is skipped, comments are read. */
export const tagLexer: Lexer = {
  read(line, at, state, cover) {
    let from = 0;
    while (from < line.length) {
      if (state !== '') {
        [from, state] = readOpenTag(line, from, at, state, cover, true);
        continue;
      }
      while (from < line.length && line.charCodeAt(from) !== 0x3c && line.charCodeAt(from) !== 0x26) from++;
      if (from >= line.length) break;
      if (line.charCodeAt(from) === 0x26) from = readEntity(line, from, at, cover);
      else [from, state] = readTag(line, from, at, cover);
    }
    return state;
  },
};
