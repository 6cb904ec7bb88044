import { WIKI_EXPANSION, WIKI_NESTING } from '../bounds';
import { NOTHING, type WikiPage } from './page';
import { renderTemplate, type TemplatePlace } from './renderTemplate';
import { closeGaps } from './closeGaps';

/** A template, a link or a table that is open, with its text so far. */
interface Frame {
  readonly kind: 'template' | 'link' | 'table';
  /** Of a template: what its bars divide. Of others: one part. */
  readonly parts: string[][];
}

// Runs are bounded: over five million braces an unbounded one fills the stack that JavaScript engines match on.
const TOKEN = /\{{2,5000}|\}{2,5000}|\[\[|\]\]|\||(?:^|\n)\{\||\n\|\}(?!\})|\n[ \t]{0,5000}(?=\n|=)/g;

/**
 * Replaces templates by what a reader sees of them, the innermost first. Works through the text once with a stack of
 * its own, so that no nesting is too deep for it; beyond {@link WIKI_NESTING} the words are kept as they stand.
 */
export function expandTemplates(text: string, page: WikiPage): string {
  return new Expander(page).expand(withoutParameters(text));
}

/** `{{{parameter|default}}}` shows its default. */
function withoutParameters(text: string): string {
  return text.replace(/(?<!\{)\{\{\{(?!\{)[^{}|]{0,100}(?:\|([^{}]{0,1000}))?\}\}\}/g, (_, value) =>
    typeof value === 'string' ? value : '',
  );
}

class Expander {
  private readonly stack: Frame[] = [];
  private readonly top: string[] = [];
  private source = '';
  /** Whether words stand before the place that is read. */
  private hasProse = false;
  private templates = 0;
  /** Templates that are open beyond the bound. */
  private excess = 0;
  private added = 0;

  constructor(private readonly page: WikiPage) {}

  expand(text: string): string {
    this.source = text;
    let end = 0;
    for (const match of text.matchAll(TOKEN)) {
      this.write(text.slice(end, match.index));
      end = match.index + match[0].length;
      this.token(match[0], end);
    }
    this.write(text.slice(end));
    while (this.stack.length > 0) this.abandon();
    return closeGaps(this.top.join(''));
  }

  private get output(): string[] {
    return this.stack.at(-1)?.parts.at(-1) ?? this.top;
  }

  private write(text: string): void {
    if (text === '') return;
    this.output.push(text);
    this.hasProse ||= this.stack.length === 0 && /\p{L}/u.test(text);
  }

  /** @param end the offset behind the token */
  private token(token: string, end: number): void {
    if (token.startsWith('{{')) this.openBraces(token.length);
    else if (token.startsWith('}}')) this.closeBraces(token.length, end);
    else if (token === '[[') this.openLink();
    else if (token === ']]') this.closeLink();
    else if (token === '|') this.bar();
    else if (token.endsWith('{|')) this.openTable(token);
    else if (token === '\n|}') this.closeTable();
    else this.endOfBlock(token);
  }

  private openBraces(count: number): void {
    for (let left = count; left >= 2; left -= 2) {
      if (this.templates >= WIKI_NESTING) {
        this.excess++;
        this.page.warnings.add(
          `Templates nest deeper than ${WIKI_NESTING} here; those inside are read as plain text.`,
        );
      } else {
        this.templates++;
        this.stack.push({ kind: 'template', parts: [[]] });
      }
    }
  }

  private closeBraces(count: number, end: number): void {
    for (let left = count; left >= 2; left -= 2) {
      if (this.excess > 0) {
        this.excess--;
        continue;
      }
      if (this.templates === 0) return;
      // A link or table that never closed is text of the template around it.
      while (this.stack.at(-1)!.kind !== 'template') this.abandon();
      const frame = this.stack.pop()!;
      this.templates--;
      const [name = '', ...args] = frame.parts.map((part) => closeGaps(part.join('')));
      const shown = renderTemplate(name, args, this.page, this.placeBefore(end - left + 2));
      this.added += Math.max(0, shown.length - name.length - args.length);
      if (this.added <= WIKI_EXPANSION) this.write(shown === '' ? NOTHING : shown);
      else {
        this.page.warnings.add(
          `Templates give more than ${WIKI_EXPANSION} characters; the rest is left out.`,
        );
      }
    }
  }

  /** Where the template stands that ends at an offset. */
  private placeBefore(end: number): TemplatePlace {
    const { output } = this;
    let at = output.length - 1;
    while (at >= 0 && output[at] === NOTHING) at--;
    const before = output[at]?.at(-1) ?? '';
    const isAtEnd = /^[ \t]{0,100}(?:\n|$)/.test(this.source.slice(end, end + 102));
    return {
      before,
      isAlone: this.stack.length === 0 && /^\n?$/.test(before) && isAtEnd,
      isBeforeProse: !this.hasProse,
    };
  }

  private openLink(): void {
    // A file's caption holds links, and seldom anything deeper.
    if (this.stack.length < WIKI_NESTING * 2) this.stack.push({ kind: 'link', parts: [['[[']] });
  }

  private closeLink(): void {
    if (this.stack.at(-1)?.kind !== 'link') {
      if (this.stack.length === 0) this.write(']]');
      return;
    }
    const frame = this.stack.pop()!;
    this.write(`${frame.parts[0]!.join('')}]]`);
  }

  private bar(): void {
    const frame = this.stack.at(-1);
    if (frame?.kind !== 'template') this.write('|');
    else if (this.excess > 0) this.write(' ');
    else frame.parts.push([]);
  }

  private openTable(token: string): void {
    if (this.stack.at(-1)?.kind === undefined || this.stack.length >= WIKI_NESTING * 2) this.write(token);
    else this.stack.push({ kind: 'table', parts: [[token]] });
  }

  private closeTable(): void {
    if (this.stack.at(-1)?.kind !== 'table') {
      this.write('\n|}');
      return;
    }
    const frame = this.stack.pop()!;
    this.write(`${frame.parts[0]!.join('')}\n|}`);
  }

  /** A link does not reach over an empty line or a heading. */
  private endOfBlock(token: string): void {
    while (this.stack.at(-1)?.kind === 'link') this.abandon();
    this.write(token);
  }

  /** Gives up what is open: its text stays, its brackets go. */
  private abandon(): void {
    const frame = this.stack.pop()!;
    if (frame.kind === 'template') this.templates--;
    const text = frame.parts.map((part) => part.join('')).join(' ');
    this.write(frame.kind === 'link' ? text.slice(2).replaceAll('|', ' ') : text);
  }
}
