import { toMdast } from 'hast-util-to-mdast';
import type { DefaultTreeAdapterTypes as Html } from 'parse5';
import type { ReadArticle } from '../article';
import { oneLine } from '../cleanText';
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
  const tree = toMdast(toHast(kind === 'page' ? mainPart(page) : page));
  const cleaner = new TreeCleaner();
  const children = tree.type === 'root' ? tree.children : [];
  const blocks = cleaner.blocks(children);
  if (kind === 'fragment') return { blocks, hints: cleaner.hints };
  const html = findElement(page, (element) => element.tagName === 'html');
  const language = html && attribute(html, 'lang');
  const title = titleOf(page);
  return {
    ...(title !== '' && { title }),
    ...(language !== undefined && { language }),
    blocks,
    hints: cleaner.hints,
  };
}
