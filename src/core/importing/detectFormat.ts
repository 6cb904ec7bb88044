import type { ImportFormat } from './article';

const EXTENSIONS: Readonly<Record<string, ImportFormat>> = {
  md: 'markdown',
  markdown: 'markdown',
  mdown: 'markdown',
  mkd: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
  rmd: 'markdown',
  wiki: 'wikitext',
  wikitext: 'wikitext',
  mediawiki: 'wikitext',
  mw: 'wikitext',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
};

/** How much of a text is looked at. */
const SAMPLE = 20_000;

/** Tells in what format an article is, by its file's name and, where that leaves it open, by its signs. */
export function detectFormat(text: string, fileName = ''): ImportFormat {
  const extension = /\.([A-Za-z]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const named = EXTENSIONS[extension];
  if (named && Object.hasOwn(EXTENSIONS, extension)) return named;
  const sample = text.slice(0, SAMPLE);
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)?<(?:!doctype html|html|head|body|article)\b/i.test(sample)
  ) {
    return 'html';
  }
  const count = (pattern: RegExp): number => sample.match(pattern)?.length ?? 0;
  if (/^\s*#\s*redirect\s*:?\s*\[\[/i.test(sample)) return 'wikitext';
  const wiki =
    count(/\[\[[^\]\n]+\]\]/g) +
    count(/\{\{[^{}]+\}\}/g) +
    count(/^={2,6}[^=\n]+={2,6}\s*$/gm) * 2 +
    count(/'''[^'\n]+'''/g) * 2 +
    count(/^\{\|/gm) * 2;
  const html = count(/<\/(?:p|div|a|span|h[1-6]|li|ul|table|em|strong|b|i)>/gi);
  const markdown =
    count(/\]\((?:https?:|mailto:|\/|#|\.)[^)\s]*\)/g) +
    count(/\*\*\S[^*\n]*\*\*/g) +
    count(/^(?:```|~~~)/gm) +
    count(/^\|?[ :]*-{3,}[ :|-]*\|/gm) * 2 +
    (/^---\n[^]*?\n---\n/.test(sample) ? 2 : 0);
  if (wiki >= 2 && wiki > html && wiki >= markdown) return 'wikitext';
  if (html >= 3 && html > markdown) return 'html';
  // A list or a heading alone is plain text as well; it takes a sign that nobody writes without meaning it.
  return markdown >= 1 && extension !== 'txt' ? 'markdown' : 'plain';
}
