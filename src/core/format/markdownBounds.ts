import { HEADINGS, MARKUP_WORK, NESTING, PARAGRAPH_LENGTH, PARAGRAPH_MARKUP } from './bounds';
import type { ProblemCollector, TextFile } from './problems';
import { say } from '../saying';

/** A run of a file's text, `start` being its offset in the file. */
export interface MarkdownPart {
  readonly start: number;
  readonly text: string;
}

/**
 * Markdown for which the reader's work is bounded. Lines that nest too deep are left out, which makes several parts.
 * Characters that may begin markup are swapped for stand-ins where there were too many, see {@link restoreMarkup};
 * lengths stay the same, so that offsets stay right.
 */
export interface BoundedMarkdown {
  readonly parts: readonly MarkdownPart[];
  readonly hasStandIns: boolean;
}

/** Characters of markup; at those that begin it the Markdown reader looks ahead or back over the whole paragraph. */
const MARKUP = '[]*_`<:&\\!(){}';
/** A block of private-use characters that no known font or standard assigns. */
const STAND_IN = 0xf2d0;
const LEADING_MARKERS = /^(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t>]|$))*[ \t]*/;
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/;
/** Lines that end the paragraph before them, whatever stands around them. */
const NEW_PARAGRAPH = /^[ \t>]*(?:[-+*][ \t]+\S|#{1,6}[ \t])/;

function standIn(text: string): string {
  return text.replace(/[[\]*_`<:&\\!(){}]/g, (char) => String.fromCharCode(STAND_IN + MARKUP.indexOf(char)));
}

/** The characters for which stand-ins were put. */
export function restoreMarkup(text: string): string {
  return text.replace(/[\uf2d0-\uf2df]/g, (char) => MARKUP[char.charCodeAt(0) - STAND_IN] ?? char);
}

interface Line {
  readonly start: number;
  /** Without the line break. */
  readonly end: number;
  /** With the line break. */
  readonly next: number;
}

function* linesOf(text: string, from: number): Generator<Line> {
  const breaks = /\r\n|\n|\r/g;
  breaks.lastIndex = from;
  let start = from;
  for (let match = breaks.exec(text); match; match = breaks.exec(text)) {
    yield { start, end: match.index, next: match.index + match[0].length };
    start = match.index + match[0].length;
  }
  yield { start, end: text.length, next: text.length };
}

function markupIn(text: string): number {
  return text.match(/[[*_`<:!]/g)?.length ?? 0;
}

/** Whether a line begins inside more lists and quotes than the bound: two columns of indent may stand for one. */
function isTooDeep(line: string): boolean {
  const first = line.charCodeAt(0);
  // Most lines begin with a letter.
  if (first > 62 || (first > 32 && first < 42)) return false;
  const lead = LEADING_MARKERS.exec(line)?.[0] ?? '';
  if (lead.length <= NESTING) return false;
  const markers = lead.match(/[-+*>]|\d[.)]/g)?.length ?? 0;
  const tabs = lead.match(/\t/g)?.length ?? 0;
  return markers + (lead.length - markers * 2 + tabs * 3) / 2 > NESTING;
}

class Bounder {
  private readonly parts: MarkdownPart[] = [];
  /** Text of the part that is read, up to `copied`. */
  private pieces: string[] = [];
  private partStart: number;
  private hasStandIns = false;
  private headings = 0;
  private work = 0;
  private hasReportedDepth = false;
  /** The paragraph that is read, by offsets, with the number of its markup characters. */
  private paragraph: { start: number; end: number; markup: number } | undefined;
  private copied: number;

  constructor(
    private readonly file: TextFile,
    private readonly problems: ProblemCollector,
    private readonly from: number,
  ) {
    this.copied = this.partStart = from;
  }

  private endPart(end: number): void {
    if (this.copied < end) this.pieces.push(this.file.text.slice(this.copied, end));
    if (this.partStart < end) this.parts.push({ start: this.partStart, text: this.pieces.join('') });
    this.pieces = [];
  }

  private replace(start: number, end: number, text: string): void {
    this.pieces.push(this.file.text.slice(this.copied, start), text);
    this.copied = end;
  }

  /** Ends a paragraph: if its markup is too much work, it is read as plain text. */
  private endParagraph(start: number, end: number, markup: number): void {
    const length = end - start;
    if (
      markup * length + this.work <= MARKUP_WORK &&
      markup <= PARAGRAPH_MARKUP &&
      length <= PARAGRAPH_LENGTH
    ) {
      // Short paragraphs cost little however they are marked up.
      if (length > 2000) this.work += markup * length;
      return;
    }
    const isLong = length > PARAGRAPH_LENGTH;
    this.problems.report(
      this.file,
      { start, end: Math.min(end, start + 80) },
      {
        code: isLong ? 'paragraph-too-long' : 'too-much-markup',
        message: isLong
          ? say`This paragraph has more than ${PARAGRAPH_LENGTH} characters; its markup is not read.`
          : say`This paragraph has more than ${PARAGRAPH_MARKUP} characters of markup, or the topic too many such; its markup is not read.`,
        remedy: say`Divide it by empty lines.`,
      },
    );
    this.hasStandIns = true;
    // Line breaks stay, so that lines keep their numbers.
    this.replace(start, end, standIn(this.file.text.slice(start, end)));
  }

  private dropLine(line: Line): void {
    if (!this.hasReportedDepth) {
      this.hasReportedDepth = true;
      this.problems.report(this.file, line, {
        code: 'too-deep',
        message: say`Lists or quotes nest deeper than ${NESTING} here; such lines are not read.`,
        remedy: say`Take the nesting apart.`,
      });
    }
    this.endPart(line.start);
    this.copied = this.partStart = line.next;
  }

  /** Ends the paragraph that is open, if one is. */
  private flush(): void {
    if (this.paragraph) this.endParagraph(this.paragraph.start, this.paragraph.end, this.paragraph.markup);
    this.paragraph = undefined;
  }

  private addLine(line: Line, content: string): void {
    if (content.trim() === '') {
      this.flush();
    } else if (isTooDeep(content)) {
      this.flush();
      this.dropLine(line);
    } else {
      if (NEW_PARAGRAPH.test(content)) this.flush();
      this.paragraph ??= { start: line.start, end: line.end, markup: 0 };
      this.paragraph.end = line.end;
      this.paragraph.markup += markupIn(content);
    }
  }

  bound(): BoundedMarkdown {
    const { text } = this.file;
    let cut = text.length;
    for (const line of linesOf(text, this.from)) {
      const content = text.slice(line.start, line.end);
      if (HEADING.test(content) || (this.paragraph && UNDERLINE.test(content))) this.headings++;
      if (this.headings > HEADINGS) {
        this.problems.report(this.file, line, {
          code: 'too-many-headings',
          message: say`The topic has more than ${HEADINGS} headings; what stands below is not read.`,
          remedy: say`Divide it into several topics.`,
        });
        cut = line.start;
        break;
      }
      this.addLine(line, content);
    }
    this.flush();
    this.endPart(cut);
    return { parts: this.parts, hasStandIns: this.hasStandIns };
  }
}

/** Bounds the work of the Markdown reader on a file's text from an offset on, and reports what was cut. */
export function boundMarkdown(file: TextFile, problems: ProblemCollector, from: number): BoundedMarkdown {
  return new Bounder(file, problems, from).bound();
}
