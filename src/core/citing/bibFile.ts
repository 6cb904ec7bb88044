import { lineBreakOf, type Insertion } from '../authoring/insertion';
import { say, type Saying } from '../saying';
import type { EntryIdentity } from './sameSource';

/** An entry of a bibliography. */
export interface BibliographyEntry extends EntryIdentity {
  readonly key: string;
}

/** Something in a bibliography that cannot be read: nothing is written to such a file. */
export class BibliographyError extends Error {
  override readonly name = 'BibliographyError';
  constructor(
    readonly what: Saying,
    /** Line from 0. */
    readonly line: number,
  ) {
    super(what.text);
  }
}

/** Entries that hold no work. */
const NO_WORKS = new Set(['comment', 'preamble', 'string']);

/**
 * The entries of a `.bib` file. Only what tells entries apart is read, after the grammar of BibTeX: what stands between
 * entries is comment. A reader of its own, since citation-js reads whole files into CSL and says no line.
 * @throws {BibliographyError} where an entry does not end, or is not built as an entry is
 */
export function readBib(text: string): readonly BibliographyEntry[] {
  const entries: BibliographyEntry[] = [];
  const start = /@[ \t]*([A-Za-z][\w-]*)\s*([{(])/gu;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const type = found[1]!.toLowerCase();
    const reader = new EntryReader(text, found.index, start.lastIndex, found[2] === '{' ? '}' : ')');
    if (type === 'comment') {
      reader.skipToClose();
    } else if (NO_WORKS.has(type)) {
      reader.readFields(type === 'string');
    } else {
      const key = reader.readKey();
      const fields = reader.readFields(true);
      entries.push({
        key,
        url: fields.get('url') ?? fields.get('howpublished')?.match(/https?:\/\/[^\s{}]+/u)?.[0],
        doi: fields.get('doi'),
        title: fields.get('title'),
      });
    }
    start.lastIndex = reader.at;
  }
  return entries;
}

/** Reads one entry from behind its opening bracket. */
class EntryReader {
  constructor(
    private readonly text: string,
    private readonly start: number,
    /** Where it has come to. */
    public at: number,
    private readonly close: '}' | ')',
  ) {}

  skipToClose(): void {
    if (this.close === '}') {
      this.at--;
      this.braced();
      return;
    }
    const end = this.text.indexOf(')', this.at);
    if (end < 0) throw this.unclosed();
    this.at = end + 1;
  }

  readKey(): string {
    this.skipSpace();
    const key = /[^\s,{}()"#%=\\]*/uy;
    key.lastIndex = this.at;
    const found = key.exec(this.text)?.[0] ?? '';
    if (found === '') throw this.wrong(say`The entry has no key behind its opening brace.`);
    this.at += found.length;
    this.skipSpace();
    if (this.text[this.at] === ',') this.at++;
    else if (this.text[this.at] !== this.close) {
      throw this.wrong(say`A comma is missing behind the key “${found}”.`);
    }
    return found;
  }

  /** The fields up to the closing bracket, which is passed. A preamble has one value without a name. */
  readFields(isNamed: boolean): ReadonlyMap<string, string> {
    const fields = new Map<string, string>();
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] === this.close) {
        this.at++;
        return fields;
      }
      let name = '';
      if (isNamed) {
        const pattern = /([^\s,{}()"#%=\\@]+)\s*=/uy;
        pattern.lastIndex = this.at;
        const found = pattern.exec(this.text);
        if (!found) {
          if (this.at >= this.text.length) throw this.unclosed();
          throw this.wrong(say`A field was expected: a name, an equals sign and a value.`);
        }
        name = found[1]!.toLowerCase();
        this.at = pattern.lastIndex;
      }
      const value = this.value();
      if (!fields.has(name)) fields.set(name, value);
      this.skipSpace();
      if (this.text[this.at] === ',') this.at++;
      else if (this.text[this.at] !== this.close) {
        if (this.at >= this.text.length) throw this.unclosed();
        throw this.wrong(say`A comma is missing between two fields.`);
      }
    }
  }

  /** Pieces joined by `#`: in braces, in quotation marks, numbers and names of strings. */
  private value(): string {
    let value = '';
    for (;;) {
      this.skipSpace();
      const character = this.text[this.at];
      if (character === '{') value += this.braced();
      else if (character === '"') value += this.quoted();
      else {
        const bare = /[^\s,{}()"#%=\\]+/uy;
        bare.lastIndex = this.at;
        const found = bare.exec(this.text)?.[0];
        if (found === undefined) {
          if (this.at >= this.text.length) throw this.unclosed();
          throw this.wrong(say`A value in braces or quotation marks was expected.`);
        }
        this.at += found.length;
        value += found;
      }
      this.skipSpace();
      if (this.text[this.at] !== '#') return value;
      this.at++;
    }
  }

  private braced(): string {
    const from = this.at + 1;
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const character = this.text[this.at];
      // Braces count also behind a backslash, as they do for BibTeX.
      if (character === '{') depth++;
      else if (character === '}' && --depth === 0) {
        this.at++;
        return this.text.slice(from, this.at - 1);
      } else if (character === '@' && this.isNextEntry()) throw this.unclosed();
    }
    throw this.unclosed();
  }

  private quoted(): string {
    const from = ++this.at;
    let depth = 0;
    for (; this.at < this.text.length; this.at++) {
      const character = this.text[this.at];
      if (character === '{') depth++;
      else if (character === '}') depth--;
      else if (character === '"' && depth === 0) {
        this.at++;
        return this.text.slice(from, this.at - 1);
      } else if (character === '@' && this.isNextEntry()) throw this.unclosed();
    }
    throw this.unclosed();
  }

  /** Whether the next entry begins here, at the start of a line, inside of this one: then this one was never closed. */
  private isNextEntry(): boolean {
    const isLineStart = this.at === 0 || /[\n\r]/u.test(this.text[this.at - 1]!);
    return isLineStart && /^@[A-Za-z]+\{[^\s,{}]+,/u.test(this.text.slice(this.at, this.at + 200));
  }

  private skipSpace(): void {
    // Biber takes comments inside of entries.
    const space = /(?:\s|%[^\n]*(?:\n|$))*/uy;
    space.lastIndex = this.at;
    space.exec(this.text);
    this.at = space.lastIndex;
  }

  private unclosed(): BibliographyError {
    return new BibliographyError(
      say`The entry that begins here is never closed.`,
      lineAt(this.text, this.start),
    );
  }

  private wrong(what: Saying): BibliographyError {
    return new BibliographyError(what, lineAt(this.text, this.at));
  }
}

/** The line of an offset, from 0. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).match(/\r\n|\n|\r/gu)?.length ?? 0;
}

/** The insertion that adds an entry at the end of a `.bib` file. The entry's line breaks become those of the file. */
export function addToBib(text: string, entry: string): Insertion {
  const lineBreak = lineBreakOf(text);
  const written = text.replace(/[\s\ufeff]+$/u, '');
  const breaks = text.slice(written.length).match(/\r\n|\n|\r/gu)?.length ?? 0;
  const lead = written === '' ? '' : lineBreak.repeat(Math.max(0, 2 - breaks));
  return { offset: text.length, text: `${lead}${entry.replace(/\r\n|\n|\r/gu, lineBreak)}${lineBreak}` };
}
