import type { Mark, RichText } from '../model';

/** Character references that citeproc writes. */
const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' };

const MARKS: Readonly<Record<string, Mark['kind']>> = {
  i: 'emphasis',
  em: 'emphasis',
  b: 'strong',
  strong: 'strong',
};

/**
 * A citation as citeproc writes it in HTML, as text with emphasis beside it. Only italics and bold are kept of the
 * markup; small capitals, superscripts and layout are plain text.
 */
export function richCitation(html: string): RichText {
  const marks: Mark[] = [];
  const open: { kind: Mark['kind']; start: number }[] = [];
  let text = '';
  for (const [token] of html.matchAll(/<[^>]*>|&(?:#\d+|#x[\da-f]+|\w+);|[^<&]+|[<&]/giu)) {
    const [, slash, tag] = /^<(\/?)(\w+)[^>]*>$/u.exec(token) ?? [];
    if (tag !== undefined) {
      const kind = MARKS[tag.toLowerCase()];
      // The parts of a numbered entry stand in divisions of their own.
      if (tag === 'div' && slash === '' && text !== '' && !text.endsWith(' ')) text += ' ';
      if (kind === undefined) continue;
      if (slash === '') open.push({ kind, start: text.length });
      else {
        const last = open.findLastIndex((each) => each.kind === kind);
        if (last < 0) continue;
        const { start } = open[last]!;
        open.splice(last, 1);
        if (start < text.length) marks.push({ kind, start, end: text.length });
      }
      continue;
    }
    const reference = /^&(#x?)?(\w+);$/iu.exec(token);
    text += reference ? characterOf(reference[1], reference[2]!, token) : token;
  }
  return trimmed(text, marks);
}

function characterOf(sign: string | undefined, name: string, token: string): string {
  if (sign === undefined) return ENTITIES[name] ?? token;
  const code = parseInt(name, sign.length === 2 ? 16 : 10);
  return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : token;
}

/** Without space at both ends and with runs of it as one, the marks along with it. */
function trimmed(text: string, marks: readonly Mark[]): RichText {
  const places: number[] = [];
  let clean = '';
  // By UTF-16 code units, as the marks count.
  for (const unit of text.split(/(?:)/)) {
    places.push(clean.length);
    const isSpace = /[ \t\r\n]/u.test(unit);
    if (!isSpace) clean += unit;
    else if (clean !== '' && !clean.endsWith(' ')) clean += ' ';
  }
  places.push(clean.length);
  const end = clean.trimEnd().length;
  const moved = marks
    .map((mark) => ({
      ...mark,
      start: Math.min(places[mark.start]!, end),
      end: Math.min(places[mark.end]!, end),
    }))
    .filter((mark) => mark.start < mark.end)
    .sort((one, other) => one.start - other.start || other.end - one.end);
  return { text: clean.slice(0, end), marks: moved };
}
