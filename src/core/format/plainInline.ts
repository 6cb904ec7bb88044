import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';

/** Characters at which plain text may end; a space only counts at the end of a line. */
const SPECIAL = /[\\:&<`*_[\]{\t]| (?=\n)/g;
const ENTITY = /&(?:amp|lt|gt|quot);/y;
const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };
const DIRECTIVE = /:(fact|name)\[(?=\S)/y;
const ATTRIBUTES = /\{(?: *(?:#[\w-]+|[A-Za-z]+=(?:[\w./:~?-]+|"[^"&\n]*"))(?=[ }]))* *\}/y;
const ATTRIBUTE = /#([\w-]+)|([A-Za-z]+)=(?:"([^"]*)"|([^\s"}]+))/g;
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Directives stand in each other at most this deep; deeper ones are the library's. */
const DEEPEST = 3;

/** Reads inline Markdown without markup but escapes, entities, and directives of the format. */
class PlainInline {
  at: number;

  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
    private readonly base: number,
  ) {
    this.at = start;
  }

  /** The content up to the end, or to the bracket that closes a directive; `undefined` where it is not plain. */
  content(depth: number): PhrasingContent[] | undefined {
    const { text, end } = this;
    const nodes: PhrasingContent[] = [];
    let start = this.at;
    let value = '';
    const endText = (): void => {
      if (this.at > start) nodes.push({ type: 'text', value, ...this.place(start, this.at) });
      value = '';
    };
    for (;;) {
      SPECIAL.lastIndex = this.at;
      const next = SPECIAL.exec(text)?.index ?? end;
      const stop = Math.min(next, end);
      value += text.slice(this.at, stop);
      this.at = stop;
      if (stop === end) break;
      const char = text[stop]!;
      if (char === '\\') {
        const escaped = text[stop + 1];
        if (stop + 1 >= end || escaped === '\n') return undefined;
        const isEscape = PUNCTUATION.test(escaped!);
        value += isEscape ? escaped! : char;
        this.at += isEscape ? 2 : 1;
      } else if (char === '&') {
        const entity = match(ENTITY, text, stop);
        if (entity === undefined && /[#A-Za-z]/.test(text[stop + 1] ?? '')) return undefined;
        value += entity === undefined ? char : ENTITIES[entity]!;
        this.at += entity?.length ?? 1;
      } else if (char === '<' && /[ \d]/.test(text[stop + 1] ?? '')) {
        value += char;
        this.at++;
      } else if (char === ':') {
        const isDirective = match(DIRECTIVE, text, stop) !== undefined;
        if (isDirective) {
          if (text[stop - 1] === ':' || depth >= DEEPEST) return undefined;
          endText();
          const directive = this.directive(depth + 1);
          if (!directive) return undefined;
          nodes.push(directive);
          start = this.at;
        } else {
          // Another name without brackets or braces is read as it stands.
          value += char;
          this.at++;
        }
      } else if (char === ']' && depth > 0) break;
      else return undefined;
    }
    endText();
    return nodes;
  }

  private directive(depth: number): TextDirective | undefined {
    const { text } = this;
    const start = this.at;
    const name = text.slice(start + 1, text.indexOf('[', start));
    this.at = start + name.length + 2;
    const children = this.content(depth);
    if (!children || children.length === 0 || text[this.at] !== ']' || this.at >= this.end) return undefined;
    if (text[this.at - 1] === ' ' || this.at - start > 900) return undefined;
    this.at++;
    const attributes: Record<string, string> = {};
    if (text[this.at] === '{') {
      const braces = match(ATTRIBUTES, text, this.at);
      if (braces === undefined) return undefined;
      this.at += braces.length;
      for (const [, id, key, quoted, bare] of braces.matchAll(ATTRIBUTE)) {
        if (key === 'class' || key === 'constructor') return undefined;
        attributes[key ?? 'id'] = id ?? quoted ?? bare ?? '';
      }
    }
    return { type: 'textDirective', name, attributes, children, ...this.place(start, this.at) };
  }

  private place(start: number, end: number): Pick<Required<TextDirective>, 'position'> {
    const { base } = this;
    return {
      position: {
        start: { line: 1, column: 1, offset: base + start },
        end: { line: 1, column: 1, offset: base + end },
      },
    };
  }
}

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * The inline content of a run of Markdown whose lines end with `\n` and neither begin nor end with space; `undefined`
 * where it holds markup that is the library's to read. Offsets have `base` added.
 */
export function readPlainInline(
  text: string,
  start: number,
  end: number,
  base: number,
): PhrasingContent[] | undefined {
  const last = text.charCodeAt(end - 1);
  if (last === 32 || last === 9) return undefined;
  return new PlainInline(text, start, end, base).content(0);
}
