import type { SourceRange } from './problems';
import type { YamlEntry, YamlNode, YamlScalar } from './yamlNode';

/**
 * A fast reader for the plain block style that dossiers are mostly written in: lists, maps, one-line texts, flat
 * `{…}` and `[…]`, comments. Whatever is beyond it, or wrong, it leaves to the YAML library by giving up. It exists
 * because names.yaml may hold a hundred thousand names, for which the library takes tens of seconds; a property test
 * holds that both read the same.
 */

interface Line {
  /** Columns of spaces before the content. */
  indent: number;
  /** Offset of the content. */
  start: number;
  /** Offset of the line's end, without trailing spaces. */
  readonly end: number;
}

/** Thrown and caught in this file only: the text is not simple. */
class NotSimple extends Error {}

const KEY = /(?:[A-Za-z_][\w-]*):(?= |$)/y;
const DEEPEST = 40;
/** Characters at the beginning of a plain text that mean something else, or might. */
const INDICATORS = '&*!|>%@`"\'[]{},#?-:';
const QUOTED = /"[^"\\]*"|'(?:[^']|'')*'/y;
const FLOW_PLAIN = /[^\s,[\]{}"'#:&*!|>%@`?-](?:[^,[\]{}#:]*[^\s,[\]{}#:])?/y;

class SimpleReader {
  private readonly lines: Line[] = [];
  private at = 0;

  constructor(
    private readonly text: string,
    private readonly base: number,
  ) {}

  read(): YamlNode {
    this.divide();
    if (this.lines.length === 0) throw new NotSimple();
    const node = this.node(0);
    if (this.at < this.lines.length) throw new NotSimple();
    return node;
  }

  /** The lines that hold something. */
  private divide(): void {
    const { text } = this;
    for (let start = 0; start < text.length;) {
      let stop = text.indexOf('\n', start);
      if (stop < 0) stop = text.length;
      const next = stop + 1;
      if (text.charCodeAt(stop - 1) === 13 && stop > start) stop--;
      let content = start;
      while (content < stop && text.charCodeAt(content) === 32) content++;
      let end = stop;
      while (end > content && text.charCodeAt(end - 1) === 32) end--;
      if (content < end && text[content] !== '#') {
        this.lines.push({ indent: content - start, start: content, end });
      }
      start = next;
    }
  }

  private isItem(line: Line): boolean {
    return (
      this.text[line.start] === '-' && (line.start + 1 === line.end || this.text[line.start + 1] === ' ')
    );
  }

  /** The node that begins at the current line. */
  private node(depth: number): YamlNode {
    if (depth > DEEPEST) throw new NotSimple();
    const line = this.lines[this.at]!;
    return this.isItem(line) ? this.list(line.indent, depth) : this.map(line.indent, depth);
  }

  private list(indent: number, depth: number): YamlNode {
    const items: YamlNode[] = [];
    const start = this.lines[this.at]!.start;
    for (
      let line = this.lines[this.at];
      line?.indent === indent && this.isItem(line);
      line = this.lines[this.at]
    ) {
      let content = line.start + 1;
      while (content < line.end && this.text[content] === ' ') content++;
      if (content === line.end) {
        items.push(this.below(indent, line.end, depth));
      } else if (this.keyAt(content) !== undefined || this.isItem({ ...line, start: content })) {
        // What follows the hyphen is the first line of a block that is indented up to it.
        line.indent += content - line.start;
        line.start = content;
        items.push(this.node(depth + 1));
      } else {
        items.push(this.inline(content, line.end));
        this.endLine(indent);
      }
    }
    this.mustEnd(indent);
    return { kind: 'list', items, start: this.base + start, end: this.endOfLast() };
  }

  private map(indent: number, depth: number): YamlNode {
    const entries: YamlEntry[] = [];
    const keys = new Set<string>();
    const start = this.lines[this.at]!.start;
    for (
      let line = this.lines[this.at];
      line?.indent === indent && !this.isItem(line);
      line = this.lines[this.at]
    ) {
      const key = this.keyAt(line.start);
      if (key === undefined || keys.has(key)) throw new NotSimple();
      keys.add(key);
      const keyEnd = line.start + key.length;
      const keyRange = this.range(line.start, keyEnd);
      let content = keyEnd + 1;
      while (content < line.end && this.text[content] === ' ') content++;
      let value: YamlNode;
      if (content < line.end && this.text[content] !== '#') {
        value = this.inline(content, line.end);
        this.endLine(indent);
      } else {
        value = this.below(indent, keyEnd + 1, depth, true);
      }
      entries.push({ key, keyRange, value });
    }
    this.mustEnd(indent);
    return { kind: 'map', entries, start: this.base + start, end: this.endOfLast() };
  }

  /** The block below a key or hyphen; nothing where no deeper line follows. Lists of a key may stand at its column. */
  private below(indent: number, at: number, depth: number, isKey = false): YamlNode {
    this.at++;
    const next = this.lines[this.at];
    if (next && (next.indent > indent || (isKey && next.indent === indent && this.isItem(next)))) {
      return this.node(depth + 1);
    }
    return { kind: 'scalar', value: '', isNull: true, ...this.range(at, at) };
  }

  /** After a text no deeper line may follow: it would go on with the text. */
  private endLine(indent: number): void {
    this.at++;
    if ((this.lines[this.at]?.indent ?? 0) > indent) throw new NotSimple();
  }

  private mustEnd(indent: number): void {
    if ((this.lines[this.at]?.indent ?? -1) > indent) throw new NotSimple();
  }

  private endOfLast(): number {
    return this.base + (this.lines[this.at - 1]?.end ?? 0);
  }

  private range(start: number, end: number): SourceRange {
    return { start: this.base + start, end: this.base + end };
  }

  private keyAt(start: number): string | undefined {
    KEY.lastIndex = start;
    const match = KEY.exec(this.text)?.[0];
    // `$` is the end of the text, so a key at the end of a line is looked for here.
    if (match !== undefined) return match.slice(0, -1);
    let end = start;
    while (end < this.text.length && /[\w-]/.test(this.text[end]!)) end++;
    const after = this.text[end + 1];
    const isKey =
      end > start &&
      this.text[end] === ':' &&
      (after === '\n' || after === '\r') &&
      /[A-Za-z_]/.test(this.text[start]!);
    return isKey ? this.text.slice(start, end) : undefined;
  }

  /** A value that ends on its line. */
  private inline(start: number, end: number): YamlNode {
    const char = this.text[start]!;
    if (char === '"' || char === "'") {
      const scalar = this.quoted(start);
      this.mustBeComment(scalar.end - this.base, end);
      return scalar;
    }
    if (char === '{' || char === '[') return this.flow(start, end);
    if (INDICATORS.includes(char)) throw new NotSimple();
    const line = this.text.slice(start, end);
    const comment = line.indexOf(' #');
    const value = comment < 0 ? line : line.slice(0, comment).replace(/ +$/, '');
    if (value.includes(': ') || value.endsWith(':')) throw new NotSimple();
    return this.plain(value, start);
  }

  private plain(value: string, start: number): YamlScalar {
    const isNull = value === '~' || value === 'null' || value === 'Null' || value === 'NULL';
    return { kind: 'scalar', value: isNull ? '' : value, isNull, ...this.range(start, start + value.length) };
  }

  private quoted(start: number): YamlScalar {
    QUOTED.lastIndex = start;
    const match = QUOTED.exec(this.text)?.[0];
    if (match === undefined || match.includes('\n') || match.includes('\r')) throw new NotSimple();
    const inner = match.slice(1, -1);
    const value = match.startsWith("'") ? inner.replaceAll("''", "'") : inner;
    return { kind: 'scalar', value, isNull: false, ...this.range(start, start + match.length) };
  }

  private mustBeComment(start: number, end: number): void {
    let at = start;
    while (at < end && this.text[at] === ' ') at++;
    if (at < end && (at === start || this.text[at] !== '#')) throw new NotSimple();
  }

  private skipSpaces(at: number): number {
    let next = at;
    while (this.text[next] === ' ') next++;
    return next;
  }

  /** A flat `{key: text, …}` or `[text, …]` on one line. */
  private flow(start: number, end: number): YamlNode {
    const isMap = this.text[start] === '{';
    const close = isMap ? '}' : ']';
    const entries: YamlEntry[] = [];
    const items: YamlNode[] = [];
    let at = this.skipSpaces(start + 1);
    while (this.text[at] !== close) {
      if (isMap) {
        const key = this.keyAt(at);
        if (key === undefined || entries.some((entry) => entry.key === key)) throw new NotSimple();
        const keyRange = this.range(at, at + key.length);
        const value = this.flowScalar(this.skipSpaces(at + key.length + 1));
        entries.push({ key, keyRange, value });
        at = value.end - this.base;
      } else {
        const value = this.flowScalar(at);
        items.push(value);
        at = value.end - this.base;
      }
      at = this.skipSpaces(at);
      if (this.text[at] === ',') at = this.skipSpaces(at + 1);
      else if (this.text[at] !== close) throw new NotSimple();
      if (at >= end) throw new NotSimple();
    }
    this.mustBeComment(at + 1, end);
    const range = this.range(start, at + 1);
    return isMap ? { kind: 'map', entries, ...range } : { kind: 'list', items, ...range };
  }

  private flowScalar(start: number): YamlScalar {
    const char = this.text[start];
    if (char === '"' || char === "'") return this.quoted(start);
    FLOW_PLAIN.lastIndex = start;
    const value = FLOW_PLAIN.exec(this.text)?.[0];
    if (value === undefined || value.includes('\n') || value.includes('\r')) throw new NotSimple();
    return this.plain(value, start);
  }
}

/** Reads simple YAML; `undefined` where it is not simple enough or not right. Offsets have `base` added. */
export function readSimpleYaml(text: string, base: number): YamlNode | undefined {
  // Tabs, lone carriage returns, document marks and directives are for the library.
  if (text.includes('\t') || /\r(?!\n)|^(?:---|\.\.\.|%)/m.test(text)) return undefined;
  try {
    return new SimpleReader(text, base).read();
  } catch (error) {
    if (error instanceof NotSimple) return undefined;
    throw error;
  }
}
