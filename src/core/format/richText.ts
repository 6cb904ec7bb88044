import type { Definition, Nodes, Parents, PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Mark, RichText } from '../model';
import { isSafeUrl } from './fields';
import { restoreMarkup } from './markdownBounds';
import { didYouMean, shortened } from './problems';
import type { Finding, ProblemCollector, SourceRange, TextFile } from './problems';
import { say } from '../saying';

/** What the builder needs to know about the topic it stands in. */
export interface MarkdownContext {
  readonly file: TextFile;
  readonly problems: ProblemCollector;
  /** Targets of reference links, by identifier. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly hasStandIns: boolean;
}

export const DIRECTIVES = ['fact', 'name'] as const;
export type DirectiveName = (typeof DIRECTIVES)[number];

/** A `:fact[…]{…}` or `:name[…]{…}`, as a run of the plain text. */
export interface DirectiveSpan {
  readonly name: DirectiveName;
  readonly start: number;
  readonly end: number;
  /** The whole directive in the file. */
  readonly source: SourceRange;
  readonly attributes: Readonly<Record<string, string>>;
  /** Offset in the file where the attributes may begin: after the text in brackets. */
  readonly attributesStart: number;
}

/** The plain text of a paragraph, heading or cell, with marks and directives beside it. */
export interface InlineText extends RichText {
  readonly directives: readonly DirectiveSpan[];
  /** The offset in the file of the character at an offset of the text. */
  sourceOffset(offset: number): number;
}

interface Segment {
  readonly start: number;
  readonly value: string;
  readonly source: SourceRange;
}

/** How many characters of the source make the first `length` of the value: escapes, entities and line prefixes differ. */
function alignedOffset(value: string, source: string, length: number): number {
  if (value.length === source.length) return length;
  let at = 0;
  for (let index = 0; index < length && at < source.length; index++) {
    const char = value[index]!;
    const entity = source[at] === '&' ? /^&#?\w{1,40};/.exec(source.slice(at, at + 43))?.[0] : undefined;
    if (entity !== undefined && !value.startsWith(entity, index)) {
      at += entity.length;
    } else if (char === ' ' && /[\r\n]/.test(source[at]!)) {
      at += /^(?:\r\n|\r|\n)[ \t>]*/.exec(source.slice(at, at + 400))?.[0].length ?? 1;
    } else if (source[at] === '\\' && source[at + 1] === char) {
      at += 2;
    } else {
      at++;
    }
  }
  return Math.min(at, source.length);
}

/** Builds plain text with marks from inline Markdown. */
export class InlineBuilder {
  private text = '';
  private readonly marks: Mark[] = [];
  private readonly directives: DirectiveSpan[] = [];
  private readonly segments: Segment[] = [];
  private factDepth = 0;

  constructor(private readonly context: MarkdownContext) {}

  build(nodes: readonly Nodes[]): InlineText {
    for (const node of nodes) this.visit(node);
    const { text, segments } = this;
    const { file } = this.context;
    const sourceOffset = (offset: number): number => {
      let low = 0;
      let high = segments.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (segments[middle]!.start <= offset) low = middle;
        else high = middle - 1;
      }
      const segment = segments[low];
      if (!segment) return 0;
      const source = file.text.slice(segment.source.start, segment.source.end);
      const within = Math.min(offset - segment.start, segment.value.length);
      return segment.source.start + alignedOffset(segment.value, source, within);
    };
    this.marks.sort((left, right) => left.start - right.start || right.end - left.end);
    return { text, marks: this.marks, directives: this.directives, sourceOffset };
  }

  private report(range: SourceRange, finding: Finding): void {
    this.context.problems.report(this.context.file, range, finding);
  }

  private rangeOf(node: Nodes): SourceRange {
    return {
      start: node.position?.start.offset ?? 0,
      end: node.position?.end.offset ?? 0,
    };
  }

  private append(value: string, source: SourceRange): void {
    if (value === '') return;
    const plain = (this.context.hasStandIns ? restoreMarkup(value) : value).replace(/\r\n|\r|\n/g, ' ');
    this.segments.push({ start: this.text.length, value: plain, source });
    this.text += plain;
  }

  private visitChildren(node: Parents): void {
    for (const child of node.children) this.visit(child);
  }

  private mark(kind: Mark['kind'], content: () => void, url?: string): void {
    const start = this.text.length;
    content();
    if (this.text.length > start) {
      this.marks.push({ start, end: this.text.length, kind, ...(url === undefined ? {} : { url }) });
    }
  }

  private visit(node: Nodes): void {
    switch (node.type) {
      case 'text':
        this.append(node.value, this.rangeOf(node));
        break;
      case 'emphasis':
      case 'strong':
        this.mark(node.type, () => this.visitChildren(node));
        break;
      case 'inlineCode':
        this.mark('code', () => this.append(node.value, this.innerRange(node, node.value)));
        break;
      case 'break':
        this.segments.push({ start: this.text.length, value: '\n', source: this.rangeOf(node) });
        this.text += '\n';
        break;
      case 'link':
        this.link(node, node.url);
        break;
      case 'linkReference':
        this.link(node, this.context.definitions.get(node.identifier)?.url ?? '');
        break;
      case 'image':
      case 'imageReference':
        this.append(node.alt ?? '', this.rangeOf(node));
        this.report(this.rangeOf(node), {
          severity: 'warning',
          code: 'image-dropped',
          message: say`Images are not shown; only the text that stands for this one is kept.`,
          remedy: say`Say in words what the image shows.`,
        });
        break;
      case 'html':
        reportHtml(this.context, node.value, this.rangeOf(node));
        break;
      case 'textDirective':
        this.directive(node);
        break;
      default:
        if ('children' in node) this.visitChildren(node);
    }
  }

  /** The place of a node's content, where its source holds it as it is. */
  private innerRange(node: Nodes, value: string): SourceRange {
    const range = this.rangeOf(node);
    const at = this.context.file.text.slice(range.start, range.end).indexOf(value);
    return at < 0 ? range : { start: range.start + at, end: range.start + at + value.length };
  }

  private link(node: Parents, url: string): void {
    const restored = this.context.hasStandIns ? restoreMarkup(url) : url;
    if (isSafeUrl(restored)) {
      this.mark('link', () => this.visitChildren(node), restored);
      return;
    }
    this.visitChildren(node);
    this.report(this.rangeOf(node), {
      severity: 'warning',
      code: 'bad-link',
      message: say`The link to “${shortened(restored)}” is not followed; only its text is kept.`,
      remedy: say`Link to an address that begins with https://, http:// or mailto:.`,
    });
  }

  private directive(node: TextDirective): void {
    const range = this.rangeOf(node);
    const source = this.context.file.text.slice(range.start, range.end);
    const hasLabel = source[1 + node.name.length] === '[';
    const known = DIRECTIVES.find((name) => name === node.name);
    if (!hasLabel) {
      // Prose such as `Note:this` and `:smile:` is no directive; it stands as it was written.
      this.append(source, range);
      if (known && this.context.file.text[range.end] === '[') {
        this.report(range, {
          code: 'unclosed-directive',
          message: say`The bracket after “:${known}” never closes.`,
          remedy: say`Write “:${known}[text]{#id}”, and a backslash before single brackets in the text.`,
        });
      } else if (known && source.includes('{')) {
        this.report(range, {
          code: 'empty-directive',
          message: say`This “:${known}” has no text.`,
          remedy: say`Write “:${known}[text]{#id}”.`,
        });
      }
      return;
    }
    if (!known) {
      this.report(range, {
        code: 'unknown-directive',
        message: say`There is no directive “:${node.name}”; its text is kept.`,
        remedy: didYouMean(
          node.name,
          DIRECTIVES,
          say`The directives are “:fact[…]{#id}” and “:name[…]{#id}”; put a backslash before a colon that is none.`,
        ),
      });
      this.visitChildren(node);
      return;
    }
    this.knownDirective(node, known, range);
  }

  private knownDirective(node: TextDirective, name: DirectiveName, range: SourceRange): void {
    const { file } = this.context;
    const start = this.text.length;
    if (name === 'fact') this.factDepth++;
    this.visitChildren(node);
    if (name === 'fact') this.factDepth--;
    const last = node.children.at(-1);
    const labelEnd = last ? this.rangeOf(last).end : range.start + name.length + 2;
    if (file.text[range.end] === '{' && file.text[range.end - 1] === ']') {
      this.report(
        { start: range.end, end: range.end + 1 },
        {
          code: 'bad-attributes',
          message: say`The attributes of this “:${name}” cannot be read.`,
          remedy: say`Write “{#id key=value key="two words"}”.`,
        },
      );
    }
    if (this.text.slice(start).trim() === '') {
      this.report(range, {
        code: 'empty-directive',
        message: say`This “:${name}” has no text.`,
        remedy: say`Write “:${name}[text]{#id}”.`,
      });
      return;
    }
    if (name === 'fact' && this.factDepth > 0) {
      this.report(range, {
        code: 'nested-fact',
        message: say`A fact stands inside of another fact; only the outer one is kept.`,
        remedy: say`Close the first one before.`,
      });
      return;
    }
    const attributes: Record<string, string> = {};
    for (const [key, value] of Object.entries(node.attributes ?? {})) attributes[key] = value ?? '';
    this.directives.push({
      name,
      start,
      end: this.text.length,
      source: range,
      attributes,
      attributesStart: labelEnd,
    });
  }
}

/** Says that HTML was dropped; comments are authors' notes and go without a word. */
export function reportHtml(context: MarkdownContext, value: string, range: SourceRange): void {
  if (value.trimStart().startsWith('<!--')) return;
  context.problems.report(context.file, range, {
    severity: 'warning',
    code: 'html-dropped',
    message: say`HTML is not shown; tags and HTML blocks are left out.`,
    remedy: say`Use Markdown, or write “&lt;” for a sign that is no tag.`,
  });
}

/** The plain text with marks of a heading, a cell or a paragraph. */
export function readInline(context: MarkdownContext, nodes: readonly PhrasingContent[]): InlineText {
  return new InlineBuilder(context).build(nodes);
}

/** A run of a text with the marks in it, cut to the run and shifted to its start. */
export function sliceRichText(source: RichText, start: number, end: number): RichText {
  const marks: Mark[] = [];
  for (const mark of source.marks) {
    if (mark.end <= start || mark.start >= end) continue;
    marks.push({ ...mark, start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start });
  }
  return { text: source.text.slice(start, end), marks };
}
