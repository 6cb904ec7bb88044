import type { Definition, Nodes, RootContent } from 'mdast';
import type { LanguageTag, Topic } from '../model';
import { BLOCK_LINES } from './bounds';
import type { DossierContext, FactDraft, TopicContext } from './facts';
import { readFrontMatter } from './frontMatter';
import type { FrontMatter } from './frontMatter';
import { parseMarkdown } from './markdown';
import { divideMarkdown } from './markdownChunks';
import { boundMarkdown } from './markdownBounds';
import type { MarkdownPart } from './markdownBounds';
import { sourceRemedy } from './manifest';
import { fillNames } from './nameSpans';
import type { FindNames } from './nameSpans';
import { shortened } from './problems';
import type { ProblemCollector, SourceRange, TextFile } from './problems';
import { readInline } from './richText';
import { readSections } from './sections';
import { say } from '../saying';

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
      message: say`There is no source “${shortened(given.id)}”.`,
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
          message: say`The Markdown reader gave up: ${message}`,
          remedy: say`Simplify the file.`,
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
          message: say`A list, table or paragraph has more than ${BLOCK_LINES} lines; it is divided here.`,
          remedy: say`Divide it by headings or paragraphs.`,
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
  const sections = readSections(context, title, nodes);
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
      message: say`This topic has no title; its file’s name stands in for it.`,
      remedy: say`Begin the file with front matter that holds “title: …”, or with a heading “# …”.`,
    },
  );
  return { title: id, nodes: root };
}
