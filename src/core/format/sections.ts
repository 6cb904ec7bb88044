import type { Heading, Nodes, RootContent, Table } from 'mdast';
import type { Block, Fact, RichText, Section } from '../model';
import { readFacts } from './facts';
import type { SectionContext, TopicContext } from './facts';
import { slug, UniqueIds } from './ids';
import { restoreMarkup } from './markdownBounds';
import type { SourceRange } from './problems';
import { readInline, reportHtml } from './richText';
import { say } from '../saying';

/** The id of what stands before the first heading. */
const LEAD = 'lead';
/** `::name` and `:::name` at the beginning of a line: forms of directives that the format does not have. */
const BLOCK_DIRECTIVE = /^[ \t>]*(:{2,})[ \t]*([A-Za-z][\w-]*)/gm;

type Draft<Type> = { -readonly [Property in keyof Type]: Type[Property] };
interface SectionDraft extends Draft<Omit<Section, 'blocks' | 'facts' | 'sections'>> {
  blocks: Block[];
  facts: Fact[];
  sections: SectionDraft[];
}

/** Reads the blocks of a topic into sections. */
class SectionReader {
  private readonly sections: SectionDraft[] = [];
  private readonly sectionIds = new Set<string>([LEAD]);
  private readonly uniqueIds = new UniqueIds(this.sectionIds);
  /** The sections around the place that is read, with the levels of their headings. */
  private readonly open: { readonly level: number; readonly section: SectionDraft }[] = [];

  constructor(
    private readonly context: TopicContext,
    private readonly title: string,
  ) {}

  read(nodes: readonly RootContent[]): SectionDraft[] {
    for (const node of nodes) {
      if (node.type === 'heading') this.startSection(node);
      else this.addBlock(node);
    }
    return this.sections;
  }

  private rangeOf(node: Nodes): SourceRange {
    return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
  }

  private newSection(id: string, title: string, depth: number, node: Nodes): SectionDraft {
    const { context } = this;
    return {
      key: `${context.topicKey}/${id}`,
      id,
      dossier: context.dossier.dossier,
      topic: context.topicKey,
      title,
      depth,
      blocks: [],
      facts: [],
      sections: [],
      position: { file: context.file.path, ...context.file.positionAt(this.rangeOf(node).start) },
    };
  }

  private startSection(node: Heading): void {
    const range = this.rangeOf(node);
    const title = readInline(this.context, node.children).text.trim();
    if (title === '') {
      this.context.problems.report(this.context.file, range, {
        severity: 'warning',
        code: 'empty-heading',
        message: say`This heading has no text.`,
        remedy: say`Write what the section is about, or remove the heading.`,
      });
    }
    while ((this.open.at(-1)?.level ?? 0) >= node.depth) this.open.pop();
    const parent = this.open.at(-1)?.section;
    const own = slug(title) || 'section';
    const id = this.uniqueIds.make(this.sectionIds.has(own) && parent ? `${parent.id}-${own}` : own);
    this.sectionIds.add(id);
    const section = this.newSection(id, title === '' ? this.title : title, this.open.length + 1, node);
    if (parent) {
      section.parent = parent.key;
      parent.sections.push(section);
    } else {
      this.sections.push(section);
    }
    this.open.push({ level: node.depth, section });
  }

  private addBlock(node: RootContent): void {
    let section = this.open.at(-1)?.section ?? this.sections[0];
    const lead = section ? undefined : this.newSection(LEAD, this.title, 1, node);
    section ??= lead!;
    section.blocks.push(...this.blocks(node, section, section.facts));
    if (lead && lead.blocks.length > 0) this.sections.push(lead);
  }

  private paragraph(
    node: Extract<Nodes, { type: 'paragraph' | 'heading' }>,
    section: SectionContext,
    facts: Fact[],
  ): Block[] {
    this.checkBlockDirectives(this.rangeOf(node));
    const found = readFacts(this.context, section, readInline(this.context, node.children));
    facts.push(...found);
    return found.length === 0 ? [] : [{ kind: 'paragraph', facts: found }];
  }

  private checkBlockDirectives(range: SourceRange): void {
    const { file, problems } = this.context;
    const source = file.text.slice(range.start, range.end);
    if (!source.includes('::')) return;
    for (const match of source.matchAll(BLOCK_DIRECTIVE)) {
      const [all, colons = '', name = ''] = match;
      const start = range.start + match.index + all.indexOf(colons);
      problems.report(
        file,
        { start, end: range.start + match.index + all.length },
        {
          code: 'unknown-directive',
          message: say`There is no directive “${colons}${name}”; its text is kept.`,
          remedy: say`Only “:fact[…]{#id}” and “:name[…]{#id}” are known; put a backslash before a colon that is none.`,
        },
      );
    }
  }

  /** The blocks of a node. The facts in them are added to `facts` in reading order. Depth is bounded beforehand. */
  private blocks(node: RootContent, section: SectionContext, facts: Fact[]): Block[] {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
        return this.paragraph(node, section, facts);
      case 'list': {
        const items = node.children.map((item) =>
          item.children.flatMap((child) => this.blocks(child, section, facts)),
        );
        const start = node.ordered === true ? (node.start ?? 1) : 1;
        return [
          {
            kind: 'list',
            ordered: node.ordered === true,
            start,
            items: items.filter((item) => item.length > 0),
          },
        ];
      }
      case 'blockquote':
        return [
          { kind: 'quote', blocks: node.children.flatMap((child) => this.blocks(child, section, facts)) },
        ];
      case 'code':
        return [
          { kind: 'code', text: this.restore(node.value), ...(node.lang ? { language: node.lang } : {}) },
        ];
      case 'table':
        return this.table(node);
      case 'html':
        reportHtml(this.context, node.value, this.rangeOf(node));
        return [];
      default:
        return [];
    }
  }

  private restore(text: string): string {
    return this.context.hasStandIns ? restoreMarkup(text) : text;
  }

  private table(node: Table): Block[] {
    const rows = node.children.map((row) =>
      row.children.map((cell): RichText => {
        const { text, marks } = readInline(this.context, cell.children);
        return { text, marks };
      }),
    );
    const [header = [], ...rest] = rows;
    return [{ kind: 'table', header, rows: rest }];
  }
}

/** Reads the blocks of a topic, in order, into its sections. */
export function readSections(context: TopicContext, title: string, nodes: readonly RootContent[]): Section[] {
  return new SectionReader(context, title).read(nodes);
}
