import { say, type Saying } from '../saying';

/** An element of an XML file. Text is not kept: what counts in a style stands in attributes. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Line of its tag, from 0. */
  readonly line: number;
  readonly children: XmlElement[];
}

/** A place where a text is no XML. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  constructor(
    readonly what: Saying,
    /** Line from 0. */
    readonly line: number,
  ) {
    super(what.text);
  }
}

/** Styles go some twenty deep. */
const DEEPEST = 100;

const NAME = '[\\p{L}_][\\p{L}\\p{N}\\p{M}_.:-]*';
/** Comments, instructions and sections of plain text, which hold no elements. */
const SKIPPED = /<!--[^]*?-->|<\?[^]*?\?>|<!\[CDATA\[[^]*?\]\]>/uy;
const OPEN = new RegExp(`<(${NAME})`, 'uy');
const CLOSE = new RegExp(`</(${NAME})\\s*>`, 'uy');
const ATTRIBUTE = new RegExp(`\\s+(${NAME})\\s*=\\s*`, 'uy');
const VALUE = /"([^"<]*)"|'([^'<]*)'/uy;
const TAG_END = /\s*(\/?)>/uy;
const REFERENCE = /&(?!(?:lt|gt|amp|quot|apos|#\d+|#x[\da-f]+);)(\w+;)?/iu;

/**
 * Reads the elements of an XML file. Citeproc's own reader takes much that is no XML, and then cites with half a style;
 * this one says where a file is damaged.
 * @throws {XmlError} at the first place that is no XML
 */
export function readXml(text: string): XmlElement {
  return new XmlReader(text.replace(/^\ufeff/u, ' ')).read();
}

class XmlReader {
  private at = 0;
  /** Lines are counted on from here, so that a long file is not counted through for each element. */
  private counted = { at: 0, line: 0 };
  private readonly open: XmlElement[] = [];
  private root: XmlElement | undefined;

  constructor(private readonly text: string) {}

  read(): XmlElement {
    for (;;) {
      const next = this.text.indexOf('<', this.at);
      this.checkWords(next < 0 ? this.text.length : next);
      if (next < 0) break;
      if (this.take(SKIPPED)) continue;
      const closing = this.take(CLOSE);
      if (closing) this.closeElement(closing[1]!);
      else this.openElement();
    }
    const { root } = this;
    if (!root || this.open.length > 0) throw this.wrong(say`It breaks off before its end.`);
    return root;
  }

  /** What stands up to the next tag: references are checked, and outside of the root there is only space. */
  private checkWords(end: number): void {
    const words = this.text.slice(this.at, end);
    this.checkReferences(words, this.at);
    if (this.open.length === 0 && words.trim() !== '') {
      this.at += words.length - words.trimStart().length;
      throw this.wrong(say`Words stand outside of the elements: “${words.trim().slice(0, 40)}”.`);
    }
    this.at = end;
  }

  private openElement(): void {
    const line = this.line();
    const name = this.take(OPEN)?.[1];
    if (name === undefined) {
      const found = this.text.slice(this.at, this.at + 12).split('\n')[0]!;
      throw this.wrong(say`“${found}” is no tag. The sign < itself is written “&lt;”.`);
    }
    const element: XmlElement = { name, attributes: this.readAttributes(name), line, children: [] };
    const parent = this.open.at(-1);
    if (!parent && this.root) throw this.wrong(say`A second element stands behind the end of the first.`);
    if (parent) parent.children.push(element);
    else this.root = element;
    const end = this.take(TAG_END);
    if (!end) throw this.wrong(say`The tag <${name}> has no end, or holds something that is no attribute.`);
    if (end[1] !== '') return;
    this.open.push(element);
    if (this.open.length > DEEPEST) throw this.wrong(say`Elements are nested more than ${DEEPEST} deep.`);
  }

  private readAttributes(tag: string): ReadonlyMap<string, string> {
    const attributes = new Map<string, string>();
    for (let found = this.take(ATTRIBUTE); found; found = this.take(ATTRIBUTE)) {
      const name = found[1]!;
      const value = this.take(VALUE);
      if (!value) {
        throw this.wrong(
          say`The value of “${name}” in <${tag}> does not stand in quotation marks, or holds a “<”.`,
        );
      }
      if (attributes.has(name)) throw this.wrong(say`“${name}” stands twice in <${tag}>.`);
      const written = value[1] ?? value[2]!;
      this.checkReferences(written, this.at - written.length);
      attributes.set(name, written);
    }
    return attributes;
  }

  private closeElement(name: string): void {
    const last = this.open.pop();
    if (last?.name === name) return;
    throw this.wrong(
      last
        ? say`</${name}> stands where <${last.name}> of line ${last.line + 1} is to be closed.`
        : say`</${name}> closes nothing.`,
    );
  }

  private checkReferences(words: string, from: number): void {
    const found = REFERENCE.exec(words);
    if (!found) return;
    this.at = from + found.index;
    throw this.wrong(
      say`XML does not know “${found[0]}”. The sign & itself is written “&amp;”, other characters as they are.`,
    );
  }

  private take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text) ?? undefined;
    if (found) this.at = pattern.lastIndex;
    return found;
  }

  private line(): number {
    const { at, line } = this.at < this.counted.at ? { at: 0, line: 0 } : this.counted;
    const breaks = this.text.slice(at, this.at).match(/\n/gu)?.length ?? 0;
    this.counted = { at: this.at, line: line + breaks };
    return line + breaks;
  }

  private wrong(what: Saying): XmlError {
    return new XmlError(what, this.line());
  }
}
