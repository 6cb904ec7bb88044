import { findFence } from '../format/frontMatterFence';
import type { SourceRange } from '../format/problems';
import { attributesAt, type Attribute } from './attributes';

/** A `:fact[…]{…}` or `:name[…]{…}` as it stands in a topic's file, also one whose attributes are still being written. */
export interface Directive extends SourceRange {
  readonly name: 'fact' | 'name';
  /** What stands in the brackets. */
  readonly text: SourceRange;
  /** Between the braces; `undefined` where there are none. */
  readonly braces?: SourceRange;
  readonly attributes: readonly Attribute[];
}

interface Open {
  readonly name?: 'fact' | 'name';
  readonly start: number;
  readonly text: number;
}

/** What the scan stops at: escapes, code, comments, directives, brackets, and the ends of paragraphs. */
const STOP = /\\[^]?|`+|<!--|(?<!:):(fact|name)\[|[[\]]|(?:\r?\n|\r(?!\n))[ \t]*(?=[\r\n])/g;
/** A paragraph ends at a blank line, and at a comment that begins a line (CommonMark 0.31.2, 4.6, kind 2). */
const PARAGRAPH_END = /(?:\r?\n|\r(?!\n))(?:[ \t]*(?=[\r\n])| {0,3}(?=<!--))/g;
const CODE_FENCE = /^ {0,3}(`{3,}(?=[^`\r\n]*$)|~{3,})/gm;

function isBalanced(code: string): boolean {
  return code.split('[').length === code.split(']').length;
}

/** Scans Markdown once, from left to right; what it cannot place, it passes over. */
class Scanner {
  private readonly found: Directive[] = [];
  private open: Open[] = [];
  /** Runs of backticks that nothing closes in this paragraph, by length. */
  private readonly unclosedCode = new Set<number>();
  private paragraphEnd = -1;
  private hasUnclosedComment = false;

  constructor(
    private readonly text: string,
    /** Where the text begins in the file. */
    private readonly base: number,
  ) {}

  scan(): Directive[] {
    const stops = new RegExp(STOP);
    for (let match = stops.exec(this.text); match; match = stops.exec(this.text)) {
      const [stop, name] = match;
      const next = this.step(stop, name, match.index);
      if (next !== undefined) stops.lastIndex = next;
    }
    return this.found.sort((left, right) => left.start - right.start);
  }

  /** Where the scan goes on, if not behind the stop. */
  private step(stop: string, name: string | undefined, at: number): number | undefined {
    switch (stop[0]) {
      case '\\':
        return undefined;
      case '`':
        return this.afterCode(at, stop.length);
      case '<':
        return this.afterComment(at);
      case ':':
        this.open.push({ name: name as 'fact' | 'name', start: at, text: at + stop.length });
        return undefined;
      case '[':
        this.open.push({ start: at, text: at + 1 });
        return undefined;
      case ']':
        return this.close(at);
      default:
        this.endParagraph();
        return undefined;
    }
  }

  private endParagraph(): void {
    this.open = [];
    this.unclosedCode.clear();
    this.paragraphEnd = -1;
  }

  private range(start: number, end: number): SourceRange {
    return { start: this.base + start, end: this.base + end };
  }

  private close(at: number): number | undefined {
    const opening = this.open.pop();
    if (opening?.name === undefined) return undefined;
    const { name, start } = opening;
    const text = this.range(opening.text, at);
    if (this.text[at + 1] !== '{') {
      this.found.push({ name, ...this.range(start, at + 1), text, attributes: [] });
      return undefined;
    }
    const { attributes, end, isClosed } = attributesAt(this.text, at + 1);
    this.found.push({
      name,
      ...this.range(start, end),
      text,
      braces: this.range(at + 2, isClosed ? end - 1 : end),
      attributes: attributes.map((each) => ({ ...each, ...this.range(each.start, each.end) })),
    });
    return end;
  }

  private afterComment(at: number): number | undefined {
    if (this.hasUnclosedComment) return undefined;
    const end = this.text.indexOf('-->', at);
    this.hasUnclosedComment = end < 0;
    if (end < 0) return undefined;
    // A comment that begins a line takes the rest of the line on which it ends along.
    const isBlock = /(?:^|[\r\n]) {0,3}$/.test(this.text.slice(Math.max(0, at - 4), at));
    if (isBlock) this.endParagraph();
    return end + 3 + (isBlock ? /^[^\r\n]*/.exec(this.text.slice(end + 3))![0].length : 0);
  }

  private afterCode(at: number, length: number): number | undefined {
    if (this.unclosedCode.has(length)) return undefined;
    if (this.paragraphEnd < at) {
      const paragraphEnd = new RegExp(PARAGRAPH_END);
      paragraphEnd.lastIndex = at;
      this.paragraphEnd = paragraphEnd.exec(this.text)?.index ?? this.text.length;
    }
    const runs = /`+/g;
    runs.lastIndex = at + length;
    for (let run = runs.exec(this.text); run && run.index < this.paragraphEnd; run = runs.exec(this.text)) {
      if (run[0].length !== length) continue;
      // The brackets of a directive are matched before code is looked for, so code with a single one is none there.
      const isCode = this.open.length === 0 || isBalanced(this.text.slice(at, run.index));
      return isCode ? run.index + length : undefined;
    }
    this.unclosedCode.add(length);
    return undefined;
  }
}

/** The directives between two offsets, which should be the beginning and end of a paragraph. */
export function directivesBetween(text: string, from: number, to: number): readonly Directive[] {
  return new Scanner(text.slice(from, to), from).scan();
}

/** The parts of a topic's Markdown that are no code between fences, nor front matter. */
function* proseOf(text: string): Generator<SourceRange> {
  let start = findFence(text)?.bodyStart ?? 0;
  const fences = new RegExp(CODE_FENCE);
  fences.lastIndex = start;
  for (let opening = fences.exec(text); opening; opening = fences.exec(text)) {
    yield { start, end: opening.index };
    const fence = opening[1]!;
    const closing = new RegExp(`^ {0,3}${fence[0]!}{${fence.length},}[ \\t]*$`, 'gm');
    closing.lastIndex = opening.index + opening[0].length;
    const end = closing.exec(text);
    start = end ? end.index + end[0].length : text.length;
    fences.lastIndex = start;
  }
  yield { start, end: text.length };
}

/** All directives of a topic's file in reading order, without those in front matter, code and comments. */
export function directivesIn(text: string): readonly Directive[] {
  return [...proseOf(text)].flatMap(({ start, end }) => directivesBetween(text, start, end));
}
