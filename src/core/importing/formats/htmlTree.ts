import type { Element, ElementContent, Root } from 'hast';
import { defaultTreeAdapter, parse, parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes as Html } from 'parse5';
import { HTML_ELEMENTS, HTML_NESTING } from '../bounds';
import { ImportError } from '../importError';
import { texToText } from '../texText';
import { showRaised } from '../wikitext/measures';
import { say } from '../../saying';

/** Elements whose text no reader of a page sees, or that are controls. */
const UNSEEN = new Set(
  (
    'script style head template noscript svg iframe object embed applet audio video canvas map area ' +
    'form input select textarea button datalist dialog menu nav aside rp track source link meta base title col colgroup'
  ).split(' '),
);
/** What surrounds an article on a wiki and on other sites: not a part of it. */
const SURROUNDINGS =
  /(?:^|\s)(?:mw-editsection|navbox|vertical-navbox|sidebar|navigation-not-searchable|noprint|metadata|mw-jump-link|toc|reference|reflist|references|mw-references-wrap|mw-cite-backlink|catlinks|printfooter|hatnote|ambox|mbox-small|mw-empty-elt|infobox-image|infobox-caption|infobox-navbar|mwe-math-fallback-image-inline|mwe-math-fallback-image-display|shortdescription|sr-only|visually-hidden|screen-reader-text)(?:\s|$)/;
/** Elements that only style their content: without them, texts that stand side by side can be joined. */
const WRAPPERS = new Set(
  (
    'span font small big abbr acronym bdi bdo cite data dfn ins label meter nobr output progress rb rbc rt rtc ' +
    'ruby slot sub sup time blink marquee wbr u mark s strike del'
  ).split(' '),
);
const ATTRIBUTES = ['href', 'alt', 'start', 'lang'];

type Parsed = Html.Document | Html.DocumentFragment;

/** Parses HTML as browsers do, within bounds. */
export function parseHtml(text: string, kind: 'page' | 'fragment'): Parsed {
  let depth = 0;
  let count = 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    onItemPush: () => {
      if (++depth > HTML_NESTING) {
        throw new ImportError(
          say`The page nests its elements deeper than ${HTML_NESTING}.`,
          say`Take out what is nested, or import the text of the page.`,
        );
      }
    },
    onItemPop: () => {
      depth--;
    },
    createElement: (...args) => {
      if (++count > HTML_ELEMENTS) {
        throw new ImportError(
          say`The page has more than ${HTML_ELEMENTS} elements.`,
          say`Divide it, or import the text of the page.`,
        );
      }
      return defaultTreeAdapter.createElement(...args);
    },
  };
  const options = { treeAdapter };
  return kind === 'page' ? parse(text, options) : parseFragment(text, options);
}

export function attribute(node: Html.Element, name: string): string | undefined {
  return node.attrs.find((each) => each.name === name)?.value;
}

export function isElement(node: Html.ChildNode): node is Html.Element {
  return 'tagName' in node;
}

/** The first element below a node, in reading order, for which `test` holds. */
export function findElement(
  node: Html.ParentNode,
  test: (element: Html.Element) => boolean,
): Html.Element | undefined {
  for (const child of node.childNodes) {
    if (!isElement(child)) continue;
    const found = test(child) ? child : findElement(child, test);
    if (found) return found;
  }
  return undefined;
}

/** The text of an element as it is written, with the space around it. */
export function rawText(node: Html.ParentNode): string {
  return node.childNodes
    .map((child) => (isElement(child) ? rawText(child) : 'value' in child ? child.value : ''))
    .join('');
}

function isSeen(node: Html.Element): boolean {
  if (UNSEEN.has(node.tagName)) return false;
  for (const { name, value } of node.attrs) {
    if (name === 'hidden' && value !== 'until-found') return false;
    if (name === 'style' && /display\s*:\s*none/i.test(value)) return false;
    if (name === 'class' && SURROUNDINGS.test(value)) return false;
    if (name === 'id' && value === 'toc') return false;
    if (name === 'role' && /^(?:navigation|search|banner|contentinfo)$/.test(value)) return false;
  }
  return true;
}

/** Gathers children; texts that stand side by side become one. */
class Children {
  readonly list: ElementContent[] = [];
  private texts: string[] = [];

  text(value: string): void {
    this.texts.push(value);
  }

  add(node: ElementContent): void {
    this.end();
    this.list.push(node);
  }

  end(): void {
    if (this.texts.length > 0) this.list.push({ type: 'text', value: this.texts.join('') });
    this.texts = [];
  }
}

/** Is told words of another language, and which. */
type OnForeign = (words: string, language: string) => void;
/** Elements within a sentence that may be in another language. */
const WITHIN = /^(?:span|i|em|b|strong|bdi|cite|q|a)$/;

/** Depth is bounded by {@link HTML_NESTING}. */
function convert(node: Html.ParentNode, into: Children, onForeign: OnForeign): void {
  for (const child of node.childNodes) {
    const language = isElement(child) && WITHIN.test(child.tagName) ? attribute(child, 'lang') : undefined;
    if (language && isElement(child)) onForeign(rawText(child), language);
    if (!isElement(child)) {
      if (child.nodeName === '#text' && 'value' in child) into.text(child.value);
    } else if (child.tagName === 'math') {
      const formula = (attribute(child, 'alttext') ?? rawText(child)).replace(
        /^\{\\displaystyle (.*)\}$/s,
        '$1',
      );
      into.text(texToText(formula.trim()) ?? formula);
    } else if (
      child.tagName === 'sup' &&
      isSeen(child) &&
      child.childNodes.every((each) => !isElement(each))
    ) {
      into.text(showRaised(rawText(child)));
    } else if (!isSeen(child)) {
      // A form's text is read, its controls are not.
      if (child.tagName === 'form' || child.tagName === 'noscript') convert(child, into, onForeign);
    } else if (WRAPPERS.has(child.tagName)) {
      convert(child, into, onForeign);
    } else if (child.tagName === 'img' && isCaptioned(child)) {
      // Its caption says what it shows.
      continue;
    } else if (child.tagName === 'caption') {
      // Shown above the table, see `element`.
      continue;
    } else {
      element(child, into, onForeign);
    }
  }
}

function element(node: Html.Element, into: Children, onForeign: OnForeign): void {
  const inner = new Children();
  convert(node, inner, onForeign);
  inner.end();
  const properties: Element['properties'] = {};
  for (const name of ATTRIBUTES) {
    const value = attribute(node, name);
    if (value !== undefined) properties[name] = value;
  }
  if (/^t[dh]$/.test(node.tagName)) inner.list.forEach(flattenLists);
  if (node.tagName === 'table') {
    const caption = node.childNodes.find((child) => isElement(child) && child.tagName === 'caption');
    if (caption && isElement(caption)) {
      const children = new Children();
      convert(caption, children, onForeign);
      children.end();
      into.add({ type: 'element', tagName: 'p', properties: {}, children: children.list });
    }
    // A table inside of a cell cannot be written in Markdown; its texts stand in the cell.
    inner.list.forEach(flattenTables);
  }
  into.add({ type: 'element', tagName: node.tagName, properties, children: inner.list });
}

/** Whether a picture stands in a figure with a caption. */
function isCaptioned(image: Html.Element): boolean {
  let around = image.parentNode;
  while (around && 'tagName' in around && around.tagName !== 'figure') around = around.parentNode;
  return around !== null && findElement(around, (element) => element.tagName === 'figcaption') !== undefined;
}

/** Items of a list in a cell stand beside each other, with commas between them. */
function flattenLists(node: ElementContent): void {
  if (node.type !== 'element') return;
  if (node.tagName === 'ul' || node.tagName === 'ol') {
    const items = node.children.filter((child) => child.type === 'element');
    node.tagName = 'span';
    node.children = items.flatMap((item, at): ElementContent[] => [
      ...(at === 0 ? [] : [{ type: 'text' as const, value: ', ' }]),
      ...item.children,
    ]);
  }
  node.children.forEach(flattenLists);
}

/** Makes the tables inside of cells to texts; called for the innermost table first. */
function flattenTables(node: ElementContent): void {
  if (node.type !== 'element') return;
  if (!/^(?:table|thead|tbody|tfoot|tr|td|th)$/.test(node.tagName)) return;
  for (const child of node.children) {
    if (child.type === 'element' && child.tagName === 'table') unwrapTable(child);
    else flattenTables(child);
  }
}

function unwrapTable(node: Element): void {
  node.tagName = 'div';
  for (const child of node.children) {
    if (child.type === 'element' && /^(?:thead|tbody|tfoot|tr|td|th)$/.test(child.tagName)) {
      unwrapTable(child);
    }
  }
}

/** The part of a page that a reader sees, as hast. */
export function toHast(node: Html.ParentNode, onForeign: OnForeign = () => undefined): Root {
  const children = new Children();
  convert(node, children, onForeign);
  children.end();
  return { type: 'root', children: children.list };
}
