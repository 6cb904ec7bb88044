import { toMdast } from 'hast-util-to-mdast';
import type { DefaultTreeAdapterTypes as Html } from 'parse5';
import type { NameHint, ReadArticle } from '../article';
import { oneLine } from '../cleanText';
import { withoutBackMatter, withoutEmptySections } from './backMatter';
import { TreeCleaner } from './cleanTree';
import { attribute, findElement, parseHtml, rawText, toHast } from './htmlTree';

/** What a site puts behind the title of a page. */
const SITE = /\s+[-–—|·]\s+[^-–—|·]+$/u;

function hasClass(name: string): (element: Html.Element) => boolean {
  return (element) => (attribute(element, 'class') ?? '').split(/\s+/).includes(name);
}

/** Where the article stands: what the page marks as its main part, else all of it. */
function mainPart(page: Html.ParentNode): Html.ParentNode {
  return (
    findElement(page, hasClass('mw-parser-output')) ??
    findElement(page, (element) => element.tagName === 'article') ??
    findElement(page, (element) => element.tagName === 'main' || attribute(element, 'role') === 'main') ??
    findElement(page, (element) => element.tagName === 'body') ??
    page
  );
}

/** The language of a tag without script and region. */
function primary(tag: string): string {
  return tag.toLowerCase().split('-')[0]!;
}

function titleOf(page: Html.ParentNode): string {
  const heading =
    findElement(page, (element) => attribute(element, 'id') === 'firstHeading') ??
    findElement(page, (element) => element.tagName === 'h1');
  const title = heading ? oneLine(rawText(heading)) : '';
  if (title !== '') return title;
  const named = findElement(page, (element) => element.tagName === 'title');
  return named ? oneLine(rawText(named)).replace(SITE, '') : '';
}

/** Reads a page of HTML, or a piece of one. What a site puts around an article is left out. */
export function readHtml(text: string, kind: 'page' | 'fragment'): ReadArticle {
  const page = parseHtml(text, kind);
  const main = kind === 'page' ? mainPart(page) : page;
  const html = findElement(page, (element) => element.tagName === 'html');
  const language = html && attribute(html, 'lang');
  const foreign: NameHint[] = [];
  const tree = toMdast(
    toHast(main, (words, lang) => {
      const isOther = language === undefined || primary(lang) !== primary(language);
      if (isOther) foreign.push({ kind: 'foreign', text: oneLine(words), language: lang });
    }),
  );
  const cleaner = new TreeCleaner();
  const children = tree.type === 'root' ? tree.children : [];
  const all = cleaner.blocks(children);
  const hints = [...cleaner.hints, ...foreign];
  if (kind === 'fragment') return { blocks: all, hints };
  const isWiki = 'tagName' in main && hasClass('mw-parser-output')(main);
  const blocks = withoutEmptySections(isWiki ? withoutBackMatter(all) : all);
  const title = titleOf(page);
  return {
    ...(title !== '' && { title }),
    ...(language !== undefined && { language }),
    blocks,
    hints,
  };
}
