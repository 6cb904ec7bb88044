import type { Definition, Nodes, PhrasingContent, RootContent } from 'mdast';
import type { NameHint } from '../article';
import { oneLine } from '../cleanText';
import { plain, textOf } from '../tree';
import { showRaised } from '../wikitext/measures';
import { linkTarget } from './links';

export interface CleanOptions {
  /** Puts back what was swapped while a text was parsed. */
  readonly restore?: (text: string) => string;
  /** Takes marks out of running text. */
  readonly textOf?: (text: string) => string;
  /** Reads a block of HTML. */
  readonly readHtml?: (html: string) => RootContent[];
}

/** Brings mdast down to what a topic may hold: no HTML, images, definitions or references. Collects hints at names. */
export class TreeCleaner {
  readonly hints: NameHint[] = [];
  private readonly definitions = new Map<string, Definition>();
  private readonly restore: (text: string) => string;

  constructor(private readonly options: CleanOptions = {}) {
    this.restore = options.restore ?? ((text) => text);
  }

  /** Keeps the targets of reference links, wherever they stand. */
  define(nodes: readonly Nodes[]): void {
    for (const node of nodes) {
      if (node.type === 'definition') {
        if (!this.definitions.has(node.identifier)) this.definitions.set(node.identifier, node);
      } else if (node.type === 'list' || node.type === 'listItem' || node.type === 'blockquote') {
        this.define(node.children);
      }
    }
  }

  blocks(nodes: readonly RootContent[]): RootContent[] {
    return nodes.flatMap((node) => this.block(node));
  }

  private block(node: RootContent): RootContent[] {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: this.inline(node.children) }];
      case 'heading':
        return [{ type: 'heading', depth: node.depth, children: this.inline(node.children) }];
      case 'blockquote':
        return [{ type: 'blockquote', children: this.blocks(node.children) as typeof node.children }];
      case 'list': {
        const children = node.children.map((item) => ({
          type: 'listItem' as const,
          children: this.blocks(item.children).map(withBox) as typeof item.children,
        }));
        return [{ type: 'list', ordered: node.ordered ?? false, start: node.start ?? null, children }];
      }
      case 'table': {
        const children = node.children.map((row) => ({
          type: 'tableRow' as const,
          children: row.children.map((cell) => ({
            type: 'tableCell' as const,
            children: this.inline(cell.children),
          })),
        }));
        return [{ type: 'table', children }];
      }
      case 'code':
        return [{ type: 'code', lang: node.lang ?? null, value: this.restore(node.value) }];
      case 'html':
        return this.options.readHtml?.(this.restore(node.value)) ?? [];
      case 'definition':
      case 'thematicBreak':
        return [];
      default: {
        // Phrasing that stands between blocks.
        const children = this.inline([node as PhrasingContent]);
        return children.length === 0 ? [] : [{ type: 'paragraph', children }];
      }
    }
  }

  private inline(nodes: readonly PhrasingContent[]): PhrasingContent[] {
    let isRaised = false;
    return nodes.flatMap((node): PhrasingContent[] => {
      switch (node.type) {
        case 'text': {
          const text = this.options.textOf?.(this.restore(node.value)) ?? this.restore(node.value);
          return plain(isRaised ? showRaised(text) : text);
        }
        case 'inlineCode':
          return [{ type: node.type, value: this.restore(node.value) }];
        case 'html':
          if (/^<\/?sup\b/i.test(node.value)) isRaised = !node.value.startsWith('</');
          // A tag stands between texts that are nodes of their own; a comment is for authors.
          return /^<br\b/i.test(node.value) ? plain(' ') : [];
        case 'image':
        case 'imageReference':
          return plain(this.restore(node.alt ?? ''));
        case 'strong':
        case 'emphasis': {
          const children = this.inline(node.children);
          this.hints.push({ text: oneLine(children.map(textOf).join('')), kind: node.type });
          return [{ type: node.type, children }];
        }
        case 'link':
          return this.link(node.url, node.children);
        case 'linkReference':
          return this.link(this.definitions.get(node.identifier)?.url ?? '', node.children);
        case 'break':
          return plain(' ');
        default:
          return 'children' in node ? this.inline(node.children) : [];
      }
    });
  }

  private link(url: string, nodes: readonly PhrasingContent[]): PhrasingContent[] {
    // A badge: a picture that leads somewhere.
    if (nodes.length > 0 && nodes.every(({ type }) => type.startsWith('image'))) return [];
    const children = this.inline(nodes);
    const address = this.restore(url);
    const target = linkTarget(address);
    const text = oneLine(children.map(textOf).join(''));
    this.hints.push({ text, kind: 'link', ...(target === undefined ? {} : { target }) });
    return [{ type: 'link', url: address, children }];
  }
}

/** A task of GitHub's lists, `[x]`, with a box that shows whether it is done. */
function withBox<T extends RootContent>(node: T, at: number): T {
  const first = node.type === 'paragraph' ? node.children[0] : undefined;
  if (at === 0 && first?.type === 'text') {
    first.value = first.value.replace(/^\[([ xX])\] /, (_, sign) => (sign === ' ' ? '☐ ' : '☑ '));
  }
  return node;
}
