import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';
import { divideMarkdown } from '../../format/markdownChunks';
import { boundMarkdown, restoreMarkup } from '../../format/markdownBounds';
import { ProblemCollector, TextFile } from '../../format/problems';
import type { NameHint, ReadArticle } from '../article';
import { oneLine } from '../cleanText';
import { TreeCleaner } from './cleanTree';
import { readHtml } from './html';

const FRONT_MATTER = /^---[ \t]*\n([^]{0,65536}?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)/;
/** List and quote markers at the beginning of a line. Thirty is deeper than anyone writes, and than the reader's bound. */
const TOO_DEEP =
  /^((?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t>])){30})(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t>]|$))+/gm;

const FOOTNOTE = /^ {0,3}\[\^([^\]\s]{1,100})\]:/;

/** Takes the definitions of footnotes out, with the lines that go on with them; what stands in code is none. */
function takeFootnotes(source: string): { readonly text: string; readonly ids: ReadonlySet<string> } {
  const ids = new Set<string>();
  if (!source.includes('[^')) return { text: source, ids };
  const kept: string[] = [];
  let isInCode = false;
  let isInNote = false;
  for (const line of source.split('\n')) {
    const note = isInCode ? null : FOOTNOTE.exec(line);
    if (note) ids.add(note[1]!);
    // A note goes on with its paragraph, and behind an empty line with what is indented.
    else if (isInNote && line.trim() === '') isInNote = true;
    else if (isInNote) isInNote = /^(?: {4}|\t)/.test(line) || kept.at(-1)?.trim() !== '';
    if (note) isInNote = true;
    if (isInNote) {
      if (line.trim() === '') kept.push('');
      continue;
    }
    if (/^ {0,3}(?:```|~~~)/.test(line)) isInCode = !isInCode;
    kept.push(line);
  }
  return { text: kept.join('\n'), ids };
}

/** A text without the marks of GitHub's dialect that it may hold: footnotes, and what was struck out. */
function withoutMarks(text: string, footnotes: ReadonlySet<string>): string {
  return text
    .replace(/\[\^([^\]\s]{1,100})\]/g, (all, id: string) => (footnotes.has(id) ? '' : all))
    .replace(/~~(?=\S)([^~\n]{1,500})(?<=\S)~~/g, '$1');
}

/** A scalar of front matter, without its quotation marks. */
function frontValue(front: string, key: string): string | undefined {
  const value = new RegExp(`^${key}:[ \\t]*(\\S.*)$`, 'im').exec(front)?.[1];
  const text = value === undefined ? '' : oneLine(value).replace(/^(["'])(.*)\1$/, '$2');
  return /^[[{|>&*!]/.test(text) || text === '' ? undefined : text;
}

/**
 * Reads CommonMark with tables. HTML is read too, so that its words are kept; directives of any dialect are text.
 * Reference links are resolved, images give way to the text that stands for them.
 */
export function readMarkdown(source: string): ReadArticle {
  const front = FRONT_MATTER.exec(source);
  const notes = takeFootnotes(front ? source.slice(front[0].length) : source);
  const body = notes.text
    .replace(TOO_DEEP, '$1 ')
    // Indents beyond anything written on purpose would count as nesting.
    .replace(/^[ \t]{60,}/gm, '    ');
  const problems = new ProblemCollector();
  const bounded = boundMarkdown(new TextFile('article', body), problems, 0);
  const blocks: RootContent[] = [];
  for (const { text } of bounded.parts.flatMap((part) => divideMarkdown(part.text))) {
    const options = { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] };
    for (const node of fromMarkdown(text, options).children) blocks.push(node);
  }
  const htmlHints: NameHint[] = [];
  const cleaner = new TreeCleaner({
    textOf: (text) => withoutMarks(text, notes.ids),
    ...(bounded.hasStandIns && { restore: restoreMarkup }),
    readHtml: (html) => {
      const read = readHtml(html, 'fragment');
      htmlHints.push(...(read.hints ?? []));
      return read.blocks;
    },
  });
  cleaner.define(blocks);
  const cleaned = cleaner.blocks(blocks);
  const title = front && frontValue(front[1]!, 'title');
  const language = front && frontValue(front[1]!, '(?:lang|language)');
  return {
    ...(title && { title }),
    ...(language && { language }),
    blocks: cleaned,
    hints: [...cleaner.hints, ...htmlHints],
    warnings: [...new Set(problems.problems.map(({ message }) => message))],
  };
}
