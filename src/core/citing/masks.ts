import { findFence } from '../format/frontMatterFence';

const blank = (found: string): string => found.replace(/[^\n\r]/gu, ' ');

/** Markdown in which code is spaces; offsets stay. Fences that are never closed reach to the end, as in CommonMark. */
export function maskCode(text: string): string {
  let fence = '';
  const lines = text.split(/(?<=\n)/u).map((line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1];
    if (fence === '') {
      if (mark === undefined) return line;
      fence = mark;
      return blank(line);
    }
    if (mark?.startsWith(fence) === true && line.trim() === mark) fence = '';
    return blank(line);
  });
  return lines.join('').replace(/(?<!`)(`+)(?!`)[^`\n]+\1(?!`)/gu, blank);
}

/** LaTeX in which comments and verbatim text are spaces; offsets stay. */
export function maskLatexComments(text: string): string {
  return text
    .replace(/(?<=(?<!\\)(?:\\\\)*)%[^\n]*/gu, blank)
    .replace(/\\begin\{(verbatim\*?|lstlisting|comment)\}[^]*?(?:\\end\{\1\}|$)/gu, blank);
}

/** The YAML between the fences at the head of a document; empty where there is none. */
export function frontMatterOf(text: string): string {
  const fence = findFence(text);
  return fence?.isClosed === true ? text.slice(fence.start, fence.end) : '';
}
