import type { PhrasingContent } from 'mdast';
import { WIKI_NESTING } from '../bounds';
import { oneLine } from '../cleanText';
import { paragraph, plain, textOf } from '../tree';
import { decodeEntities } from './entities';
import { fileCaption, isCategory, isFile } from './files';
import { showRaised } from './measures';
import type { WikiPage } from './page';

const TOKEN =
  /'{2,}|\[\[|\]\]|\[(?=(?:https?:|mailto:|ftp:)?\/\/|mailto:)([^\s\]<>"]{1,2000})[ \t]{0,20}([^\]\n]{0,600})\]|<\/?[A-Za-z][^<>]{0,500}>|\ue000\d+\ue001/g;
const TAG =
  /^<\/?(?:abbr|b|bdi|bdo|big|blockquote|br|caption|center|cite|code|data|dd|del|dfn|div|dl|dt|em|font|h[1-6]|hr|i|ins|kbd|li|mark|noinclude|onlyinclude|ol|p|q|rb|rp|rt|rtc|ruby|s|samp|section|small|span|strike|strong|sub|sup|table|tbody|td|th|thead|time|tr|tt|u|ul|var|wbr|ref|nowiki|references|gallery|poem|pre|math|noprint|translate|languages|tvar|templatestyles|mapframe|timeline|score)\b/i;
/** Letters behind a link that belong to its word: `[[nation]]s`. */
const TRAIL = /^[\p{L}\p{M}]{1,20}/u;

interface Item {
  readonly node: PhrasingContent;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Reads running wikitext: links, emphasis, tags. What is markup goes, words stay. */
export function readInline(text: string, page: WikiPage, depth = 0): PhrasingContent[] {
  return new InlineReader(text, page, depth).read();
}

/** A text of wikitext without its markup. */
export function inlineText(text: string, page: WikiPage): string {
  return oneLine(readInline(text, page).map(textOf).join(''));
}

class InlineReader {
  private readonly items: Item[] = [];
  private bold = false;
  private italic = false;
  private isRaised = false;
  private readonly closers: ReadonlyMap<number, number>;

  constructor(
    private readonly text: string,
    private readonly page: WikiPage,
    private readonly depth: number,
  ) {
    this.closers = matchBrackets(text);
  }

  read(): PhrasingContent[] {
    const { text } = this;
    let end = 0;
    TOKEN.lastIndex = 0;
    for (let match = TOKEN.exec(text); match; match = TOKEN.exec(text)) {
      this.add(text.slice(end, match.index));
      end = this.token(match);
      TOKEN.lastIndex = end;
    }
    this.add(text.slice(end));
    const nodes = emphasise(this.items);
    for (const node of nodes) {
      if (node.type === 'strong' || node.type === 'emphasis') {
        this.page.hints.push({ kind: node.type, text: oneLine(textOf(node)) });
      }
    }
    return nodes;
  }

  private add(text: string): void {
    if (text === '') return;
    const words = decodeEntities(
      text
        .replace(/-\{(?:[^{}|]{0,40}\|)?([^{}]{0,200}?)\}-/g, (_, value: string) => conversion(value))
        .replace(/__[A-Z]{3,25}__|~{3,5}|[{}]{2,}|\]\]|\[\[|\[(?=\s*\])|'{2,}/g, ''),
    );
    this.push({ type: 'text', value: this.isRaised ? showRaised(words) : words });
  }

  private push(node: PhrasingContent): void {
    this.items.push({ node, bold: this.bold, italic: this.italic });
  }

  /** Reads a token and gives where the text goes on. */
  private token(match: RegExpExecArray): number {
    const [token, url, label] = match;
    const next = match.index + token.length;
    if (token.startsWith("''")) {
      this.quotes(token.length);
      return next;
    }
    if (token === '[[') return this.link(match.index);
    if (token === ']]') return next;
    if (url !== undefined) {
      this.external(url, label ?? '');
      return next;
    }
    if (token.startsWith('<')) return this.tag(token, next);
    const piece = this.page.raw[Number(token.slice(1, -1))];
    if (piece?.kind === 'inlineCode') this.push({ type: 'inlineCode', value: piece.text || ' ' });
    else if (piece?.kind === 'text' || piece?.kind === 'code') this.push({ type: 'text', value: piece.text });
    else if (piece) this.push({ type: 'text', value: piece.rows.map((row) => row.join(': ')).join('; ') });
    return next;
  }

  private quotes(count: number): void {
    if (count === 4 || count > 5) this.push({ type: 'text', value: "'".repeat(count === 4 ? 1 : count - 5) });
    if (count !== 2) this.bold = !this.bold;
    if (count === 2 || count >= 5) this.italic = !this.italic;
  }

  private tag(token: string, next: number): number {
    if (/^<(?:br|hr|p|div|li|dd|dt|tr|td|th|\/p|\/div|\/li|\/td|\/th|\/dd|\/dt)\b/i.test(token)) {
      this.push({ type: 'text', value: ' ' });
    } else if (/^<\/?(?:b|strong)\b/i.test(token)) {
      this.bold = !token.startsWith('</');
    } else if (/^<\/?(?:i|em|cite|var|dfn)\b/i.test(token)) {
      this.italic = !token.startsWith('</');
    } else if (/^<\/?sup\b/i.test(token)) {
      this.isRaised = !token.startsWith('</');
    } else if (!TAG.test(token)) {
      // “<” that is no tag. Only the sign is taken, for what follows may be markup.
      this.push({ type: 'text', value: '<' });
      return next - token.length + 1;
    }
    return next;
  }

  private external(url: string, label: string): void {
    const nodes = this.inside(label);
    if (nodes.length === 0) return;
    if (/^https?:\/\//i.test(url)) this.push({ type: 'link', url, children: nodes });
    else for (const node of nodes) this.push(node);
  }

  private inside(text: string): PhrasingContent[] {
    if (this.depth >= WIKI_NESTING) return plain(decodeEntities(text.replace(/\[\[|\]\]|'{2,}|\|/g, ' ')));
    return readInline(text, this.page, this.depth + 1);
  }

  /** Reads `[[target|label]]trail` at an offset. */
  private link(start: number): number {
    const { text, page } = this;
    const close = this.closers.get(start);
    if (close === undefined) return start + 2;
    const bar = text.indexOf('|', start + 2);
    const hasLabel = bar >= 0 && bar < close;
    const target = text.slice(start + 2, hasLabel ? bar : close);
    const rest = hasLabel ? text.slice(bar + 1, close) : '';
    if (target.includes('[[')) {
      // A link inside of a target is none.
      for (const node of this.inside(text.slice(start + 2, close))) this.push(node);
      return close + 2;
    }
    if (isFile(target) && !target.trimStart().startsWith(':')) {
      const caption = this.inside(fileCaption(rest));
      if (caption.some((node) => textOf(node).trim() !== '')) page.captions.push(paragraph(caption));
      return close + 2;
    }
    if (isCategory(target) && !target.trimStart().startsWith(':')) return close + 2;
    if (!hasLabel && /^\s*[a-z]{2,3}(?:-[a-z]+)?:[^:]/.test(target)) return close + 2;
    const trail = TRAIL.exec(text.slice(close + 2, close + 24))?.[0] ?? '';
    this.article(target, rest, trail);
    return close + 2 + trail.length;
  }

  private article(target: string, rest: string, trail: string): void {
    const page = target.replace(/^:/, '').replace(/#.*$/s, '').replace(/_/g, ' ').trim();
    // `[[Paris (Texas)|]]` shows the title without what tells it from others.
    const shown = target.replace(/^:/, '').replace(/_/g, ' ').replace(/^#/, '').replace('#', ' § ').trim();
    const label = rest.trim() === '' ? shown.replace(/\s*\([^()]*\)$/, rest === '' ? '$&' : '') : rest;
    const nodes = this.inside(label + trail);
    for (const node of nodes) this.push(node);
    const text = oneLine(nodes.map(textOf).join(''));
    this.page.hints.push({ kind: 'link', text, ...(page === '' ? {} : { target: decodeEntities(page) }) });
  }
}

/** `-{zh-hans:…; zh-hant:…}-` shows one of its forms. */
function conversion(value: string): string {
  return /^\s*[a-z-]+:/.test(value) ? (/:([^;]*)/.exec(value)?.[1] ?? '').trim() : value;
}

/** For each `[[` that is closed, where its `]]` stands. */
function matchBrackets(text: string): Map<number, number> {
  const closers = new Map<number, number>();
  const open: number[] = [];
  for (const match of text.matchAll(/\[\[|\]\]/g)) {
    if (match[0] === '[[') {
      open.push(match.index);
    } else {
      const start = open.pop();
      if (start !== undefined) closers.set(start, match.index);
    }
  }
  return closers;
}

/** Nodes with emphasis around those that have it. */
function emphasise(items: readonly Item[]): PhrasingContent[] {
  const group = (list: readonly Item[], key: 'bold' | 'italic'): PhrasingContent[] => {
    const nodes: PhrasingContent[] = [];
    for (let at = 0; at < list.length;) {
      let end = at + 1;
      while (end < list.length && list[end]![key] === list[at]![key]) end++;
      const run = list.slice(at, end);
      const children = key === 'bold' ? group(run, 'italic') : run.map(({ node }) => node);
      if (list[at]![key]) nodes.push({ type: key === 'bold' ? 'strong' : 'emphasis', children });
      else for (const child of children) nodes.push(child);
      at = end;
    }
    return nodes;
  };
  return group(items, 'bold');
}
