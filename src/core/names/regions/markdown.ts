import type { Cover, Lexer, LexState } from './cover';
import { readEntity } from './entities';
import { readOpenTag, readTag } from './tags';

/**
 * Markdown (CommonMark with front matter, tables, footnotes, maths and wiki links), line by line. Skipped: front-matter
 * keys, fences, indented code, code spans, link targets, reference definitions, autolinks, HTML and its comments, maths.
 * Read: text, link text, image descriptions. Quotation marks at the beginning of a line are white space, emphasis marks
 * are not there.
 *
 * States: '' at the beginning of the document; `front`; a fence such as `` `3 ``; `math`; a tag's state; in text `p`
 * in a paragraph, `b` behind a blank line, `c` in indented code, `l` in a list.
 */
export const markdownLexer: Lexer = {
  read(line, at, state, cover) {
    if (state === '') {
      if (/^---\s*$/.test(line)) {
        cover.skip(at, at + line.length);
        return 'front';
      }
      state = 'b';
    }
    if (state === 'front') return readFrontMatter(line, at, cover);
    const fence = /^([`~])(\d+)$/.exec(state);
    if (fence) {
      cover.skip(at, at + line.length);
      const closing = /^[\s>]*([`~]+)\s*$/.exec(line)?.[1];
      return closing?.startsWith(fence[1]!) && closing.length >= Number(fence[2]) ? 'p' : state;
    }
    if (state === 'math') {
      cover.skip(at, at + line.length);
      return /\$\$\s*$/.test(line) ? 'p' : state;
    }
    return readText(line, at, state, cover);
  },
};

function readFrontMatter(line: string, at: number, cover: Cover): LexState {
  if (/^(?:---|\.\.\.)\s*$/.test(line)) {
    cover.skip(at, at + line.length);
    return 'b';
  }
  const key = /^\s*(?:- )?["']?[\w.-]+["']?\s*:(?=\s|$)/.exec(line);
  if (key) cover.skip(at, at + key[0].length);
  return 'front';
}

const SPECIAL = /[`<[\]\\*_~&$={]/;

function readText(line: string, at: number, state: LexState, cover: Cover): LexState {
  const isOpen = state === 'tag' || state === 'comment' || state.startsWith('raw:');
  let from = 0;
  if (!isOpen) {
    if (/^[\s>]*$/.test(line)) {
      if (line.includes('>')) cover.space(at, at + line.length);
      return state === 'p' ? 'b' : state;
    }
    const quote = /^(?: {0,3}>[ \t]?)+/.exec(line)?.[0].length ?? 0;
    cover.space(at, at + quote);
    if (quote === 0 && (state === 'b' || state === 'c') && /^(?: {4}|\t)/.test(line)) {
      cover.skip(at, at + line.length);
      return 'c';
    }
    const opening = /^[\s>]*(?:(?:[-*+]|\d{1,9}[.)])\s+)?(`{3,}(?=[^`]*$)|~{3,})/.exec(line)?.[1];
    if (opening !== undefined) {
      cover.skip(at, at + line.length);
      return `${opening.charAt(0)}${opening.length}`;
    }
    if (/^\s*\$\$/.test(line)) {
      cover.skip(at, at + line.length);
      return /\$\$.*\$\$\s*$/.test(line) ? 'p' : 'math';
    }
    if (/^ {0,3}\[[^\]]+\]:\s*\S/.test(line) && !line.startsWith('[^')) {
      cover.skip(at, at + line.length);
      return 'p';
    }
    if (state !== 'l' || !/^\s/.test(line)) {
      state = /^\s*(?:[-*+]|\d{1,9}[.)])\s/.test(line)
        ? 'l'
        : state === 'l' && /^\s*$/.test(line)
          ? 'l'
          : 'p';
    }
    from = quote;
  }
  return isOpen || SPECIAL.test(line) ? readInline(line, from, at, state, isOpen, cover) : state;
}

function readInline(
  line: string,
  from: number,
  at: number,
  state: LexState,
  isOpen: boolean,
  cover: Cover,
): LexState {
  let open = isOpen ? state : '';
  while (from < line.length) {
    if (open !== '') {
      [from, open] = readOpenTag(line, from, at, open, cover, false);
      continue;
    }
    switch (line.charAt(from)) {
      case '`':
        from = readCode(line, from, at, cover);
        break;
      case '<': {
        const link = /^<[a-z][a-z\d+.-]*:[^\s<>]*>|^<[^\s<>@]+@[^\s<>]+>/i.exec(
          line.slice(from, from + 2000),
        );
        if (link) {
          cover.skip(at + from, at + from + link[0].length);
          from += link[0].length;
        } else {
          const start = from;
          [from, open] = readTag(line, from, at, cover);
          if (open === 'comment') cover.skip(at + start, at + from);
        }
        break;
      }
      case '[':
        from = readBracket(line, from, at, cover);
        break;
      case ']':
        from = readTarget(line, from, at, cover);
        break;
      case '\\':
        cover.ignore(at + from, at + from + 1);
        from += 2;
        break;
      case '*':
        cover.ignore(at + from, at + from + 1);
        from++;
        break;
      case '_':
      case '~':
      case '=':
        from = readMark(line, from, at, cover);
        break;
      case '&':
        from = readEntity(line, from, at, cover);
        break;
      case '$': {
        const math = /^\$(?![\s$])[^$]*[^\s$\\]\$(?!\d)/.exec(line.slice(from, from + 500));
        if (math) cover.skip(at + from, at + from + math[0].length);
        from += math ? math[0].length : 1;
        break;
      }
      case '{': {
        const shortcode = /^\{(?:\{[^}]*\}|%[^%]*%|[#.:][^}]*)\}/.exec(line.slice(from, from + 500));
        if (shortcode) cover.skip(at + from, at + from + shortcode[0].length);
        from += shortcode ? shortcode[0].length : 1;
        break;
      }
      default:
        from++;
    }
  }
  return open === '' ? (isOpen ? 'p' : state) : open;
}

function readCode(line: string, from: number, at: number, cover: Cover): number {
  let open = from;
  while (line.charAt(open) === '`') open++;
  const marks = open - from;
  for (let close = line.indexOf('`', open); close >= 0;) {
    let end = close;
    while (line.charAt(end) === '`') end++;
    if (end - close === marks) {
      cover.skip(at + from, at + end);
      return end;
    }
    close = line.indexOf('`', end);
  }
  return open;
}

/** `[^note]`, `[@key]` and the target of `[[target|text]]` are not text. */
function readBracket(line: string, from: number, at: number, cover: Cover): number {
  const found = /^\[\^[^\]]*\]:?|^\[-?@[^\]]*\]|^\[\[[^\]|]*\|/.exec(line.slice(from, from + 500));
  if (!found) return from + 1;
  cover.skip(at + from, at + from + found[0].length);
  return from + found[0].length;
}

/** What follows a link's text: `(target "title")` or `[reference]`. */
function readTarget(line: string, from: number, at: number, cover: Cover): number {
  const next = line.charAt(from + 1);
  if (next === '[') {
    const end = line.indexOf(']', from + 2);
    if (end < 0) return from + 1;
    cover.skip(at + from, at + end + 1);
    return end + 1;
  }
  if (next !== '(') return from + 1;
  let depth = 0;
  for (let end = from + 1; end < line.length; end++) {
    if (line.charAt(end) === '(') depth++;
    else if (line.charAt(end) === ')' && --depth === 0) {
      cover.skip(at + from, at + end + 1);
      return end + 1;
    }
  }
  cover.skip(at + from, at + line.length);
  return line.length;
}

/** Marks of emphasis and the like are not there where a word begins or ends at them; inside a word they stay. */
function readMark(line: string, from: number, at: number, cover: Cover): number {
  const mark = line.charAt(from);
  let end = from;
  while (line.charAt(end) === mark) end++;
  const isInside = /[\p{L}\p{N}]/u.test(line.charAt(from - 1)) && /[\p{L}\p{N}]/u.test(line.charAt(end));
  if (!isInside && (mark === '_' || end - from === 2)) cover.ignore(at + from, at + end);
  return end;
}
