import type { Definition, Heading, Nodes, RootContent, Table } from 'mdast';
import type { Block, Fact, LanguageTag, RichText, Section, Topic } from '../model';
import { BLOCK_LINES } from './bounds';
import { readFacts } from './facts';
import type { DossierContext, FactDraft, SectionContext, TopicContext } from './facts';
import { readFrontMatter } from './frontMatter';
import type { FrontMatter } from './frontMatter';
import { slug, UniqueIds } from './ids';
import { parseMarkdown } from './markdown';
import { divideMarkdown } from './markdownChunks';
import { boundMarkdown, restoreMarkup } from './markdownBounds';
import type { MarkdownPart } from './markdownBounds';
import { sourceRemedy } from './manifest';
import { fillNames } from './nameSpans';
import type { FindNames } from './nameSpans';
import { quoted } from './problems';
import type { ProblemCollector, SourceRange, TextFile } from './problems';
import { readInline, reportHtml } from './richText';

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
class TopicReader {
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
        message: 'This heading has no text.',
        remedy: 'Write what the section is about, or remove the heading.',
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
          message: `There is no directive “${colons}${name}”; its text is kept.`,
          remedy:
            'Only “:fact[…]{#id}” and “:name[…]{#id}” are known; put a backslash before a colon that is none.',
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

/** The targets of reference links, wherever they stand. */
function definitionsOf(
  nodes: readonly Nodes[],
  definitions = new Map<string, Definition>(),
): Map<string, Definition> {
  for (const node of nodes) {
    if (node.type === 'definition') {
      // The first of two definitions counts (CommonMark 0.31, section 4.7).
      if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
    } else if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') {
      definitionsOf(node.children, definitions);
    }
  }
  return definitions;
}

function topicSource(
  file: TextFile,
  problems: ProblemCollector,
  dossier: DossierContext,
  given: { readonly id: string; readonly range: SourceRange } | undefined,
): string | undefined {
  const { sources } = dossier;
  if (given) {
    if (sources.some((source) => source.id === given.id)) return given.id;
    problems.report(file, given.range, {
      code: 'unknown-source',
      message: `There is no source ${quoted(given.id)}.`,
      remedy: sourceRemedy(given.id, sources),
    });
  }
  // Where a dossier has one source only, nothing else can be meant.
  return sources.length === 1 ? sources[0]?.id : undefined;
}

/** Parses the Markdown of a topic. */
function parse(file: TextFile, problems: ProblemCollector, parts: readonly MarkdownPart[]): RootContent[] {
  const nodes: RootContent[] = [];
  for (const { part, chunk } of parts.flatMap((whole) =>
    divideMarkdown(whole.text).map((piece) => ({ part: whole, chunk: piece })),
  )) {
    const start = part.start + chunk.start;
    try {
      for (const node of parseMarkdown(chunk.text, start)) nodes.push(node);
    } catch (error) {
      // The library promises not to fail; should it fail on a hostile file, that is a problem of the file.
      const message = error instanceof Error ? error.message : String(error);
      problems.report(
        file,
        { start, end: start },
        {
          code: 'bad-markdown',
          message: `The Markdown reader gave up: ${message}`,
          remedy: 'Simplify the file.',
        },
      );
    }
    if (chunk.isForced) {
      const end = start + chunk.text.length;
      problems.report(
        file,
        { start: end, end },
        {
          severity: 'warning',
          code: 'block-too-long',
          message: `A list, table or paragraph has more than ${BLOCK_LINES} lines; it is divided here.`,
          remedy: 'Divide it by headings or paragraphs.',
        },
      );
    }
  }
  return nodes;
}

export interface TopicOptions {
  readonly dossier: DossierContext;
  /** The dossier's language, for topics that do not name their own. */
  readonly language: LanguageTag;
  readonly findNames: FindNames;
  readonly problems: ProblemCollector;
}

/** Reads one topic. What cannot be read is reported and left out; never fails. */
export function readTopic(file: TextFile, options: TopicOptions): Topic {
  const { dossier, problems } = options;
  const id = file.path.replace(/^.*\//, '').replace(/\.md$/, '');
  const front = readFrontMatter(file, problems);
  const base = front.bodyStart;
  const bounded = boundMarkdown(file, problems, base);
  const root = parse(file, problems, bounded.parts);
  const language = front.language ?? options.language;
  const source = topicSource(file, problems, dossier, front.source);
  const drafts: FactDraft[] = [];
  const key = `${dossier.dossier}/${id}`;
  const context: TopicContext = {
    file,
    problems,
    definitions: definitionsOf(root),
    hasStandIns: bounded.hasStandIns,
    dossier,
    topicId: id,
    topicKey: key,
    language,
    drafts,
    ...(source === undefined ? {} : { source }),
  };
  const { title, nodes } = titleAndContent(context, root, front, id);
  const sections = new TopicReader(context, title).read(nodes);
  fillNames(drafts, options.findNames);
  return {
    key,
    id,
    dossier: dossier.dossier,
    file: file.path,
    title,
    summary: front.summary ?? '',
    language,
    sections,
  };
}

/** The title of the front matter, else that of a first heading of level 1, which then is no section. */
function titleAndContent(
  context: TopicContext,
  root: readonly RootContent[],
  front: FrontMatter,
  id: string,
): { title: string; nodes: readonly RootContent[] } {
  const given = front.title;
  const first = root.findIndex((node) => node.type !== 'html');
  const heading = root[first];
  const isTitle = heading?.type === 'heading' && heading.depth === 1;
  // Problems in the heading are reported once: here, where it is the title, or where it becomes a section.
  const quiet = { ...context, problems: new (context.problems.constructor as new () => ProblemCollector)() };
  const text = isTitle ? readInline(quiet, heading.children).text.trim() : '';
  if (isTitle && text !== '' && (given === undefined || given === text)) {
    return { title: text, nodes: root.toSpliced(first, 1) };
  }
  if (given !== undefined) return { title: given, nodes: root };
  const { file, problems } = context;
  const base = front.bodyStart;
  problems.report(
    file,
    { start: base, end: base },
    {
      severity: 'warning',
      code: 'missing-title',
      message: 'This topic has no title; its file’s name stands in for it.',
      remedy: 'Begin the file with front matter that holds “title: …”, or with a heading “# …”.',
    },
  );
  return { title: id, nodes: root };
}
