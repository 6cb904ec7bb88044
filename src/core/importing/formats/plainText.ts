import type { PhrasingContent, RootContent } from 'mdast';
import type { NameHint, ReadArticle } from '../article';
import { oneLine } from '../cleanText';
import { heading, paragraph, plain } from '../tree';

const HEADING = /^(#{1,6})[ \t]+(\S.*?)(?:[ \t]+#+)?[ \t]*$/;
/** `*The Schoolgirl's Diary*`: what a writer of plain text sets off. A single asterisk is one. */
const EMPHASIS = /(?<![\p{L}\p{N}*\\])\*([^\s*](?:[^*\n]{0,198}[^\s*\\])?)\*(?![\p{L}\p{N}*])/gu;

/** A paragraph with its emphasis. Everything else stays as it is written: no other sign is markup. */
function emphasised(text: string, hints: NameHint[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = [];
  let end = 0;
  for (const match of text.matchAll(EMPHASIS)) {
    nodes.push(...plain(text.slice(end, match.index)));
    nodes.push({ type: 'emphasis', children: plain(match[1]!) });
    hints.push({ text: match[1]!, kind: 'emphasis' });
    end = match.index + match[0].length;
  }
  nodes.push(...plain(text.slice(end)));
  return nodes;
}

/**
 * Reads plain text: paragraphs divided by empty lines, headings `#` to `######`, and the title in a first line that
 * stands alone or in the first `#`. Nothing else is markup.
 */
export function readPlainText(text: string): ReadArticle {
  const blocks: RootContent[] = [];
  const hints: NameHint[] = [];
  let lines: string[] = [];
  const endParagraph = (): void => {
    const joined = oneLine(lines.join(' '));
    lines = [];
    if (joined !== '') blocks.push(paragraph(emphasised(joined, hints)));
  };
  const all = text.split('\n');
  const title = standaloneTitle(all);
  for (let at = title?.next ?? 0; at < all.length; at++) {
    const line = all[at]!;
    const found = line.length > 1000 ? null : HEADING.exec(line);
    if (found) {
      endParagraph();
      blocks.push(heading(found[1]!.length, oneLine(found[2]!)));
    } else if (line.trim() === '') {
      endParagraph();
    } else {
      lines.push(line);
    }
  }
  endParagraph();
  return { ...(title && { title: title.text }), blocks, hints };
}

/** The first line where it stands alone, is short and does not end like a sentence. */
function standaloneTitle(lines: readonly string[]): { text: string; next: number } | undefined {
  const first = lines.findIndex((line) => line.trim() !== '');
  const text = oneLine(lines[first] ?? '');
  if (first < 0 || text.length > 200 || HEADING.test(text) || /[.!?。！？:;,]["'”’»)]?$/u.test(text)) {
    return undefined;
  }
  if ((lines[first + 1] ?? '').trim() !== '' || lines.slice(first + 1).every((line) => line.trim() === '')) {
    return undefined;
  }
  return { text, next: first + 1 };
}
