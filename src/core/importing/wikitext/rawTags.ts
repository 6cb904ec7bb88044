import { texToText } from '../texText';
import { decodeEntities } from './entities';
import { fileCaption } from './files';
import type { WikiPage } from './page';

/** Tags whose content is no wikitext, or nothing that a reader sees as text. */
const OPENER =
  /<!--|<(nowiki|pre|syntaxhighlight|source|math|chem|ce|ref|references|gallery|timeline|score|graph|mapframe|maplink|imagemap|inputbox|templatestyles|indicator|hiero|categorytree|includeonly|code|poem)(?=[\s/>])/gi;

/**
 * Takes comments and notes out of wikitext and puts aside what is no wikitext. One pass, so that what looks like a tag
 * inside of `<nowiki>` is none.
 */
export function takeRawTags(text: string, page: WikiPage): string {
  const parts: string[] = [];
  let end = 0;
  const lower = text.toLowerCase();
  const missing = new Set<string>();
  /** Where a closing mark stands; -1 where there is none. Never looks twice for one that is not there. */
  const find = (mark: string, from: number): number => {
    if (missing.has(mark)) return -1;
    const at = lower.indexOf(mark, from);
    if (at < 0) missing.add(mark);
    return at;
  };
  OPENER.lastIndex = 0;
  for (let match = OPENER.exec(text); match; match = OPENER.exec(text)) {
    const { index } = match;
    parts.push(text.slice(end, index));
    const tag = match[1]?.toLowerCase();
    if (tag === undefined) {
      const close = find('-->', index + 4);
      end = close < 0 ? text.length : close + 3;
    } else {
      const open = find('>', index);
      if (open < 0) {
        end = index + match[0].length;
      } else if (text[open - 1] === '/') {
        end = open + 1;
      } else {
        const closeTag = `</${tag}`;
        const close = find(closeTag, open);
        const content = close < 0 ? '' : text.slice(open + 1, close);
        if (close >= 0) parts.push(replacement(tag, content, page));
        // A tag that never closes hides nothing.
        end = close < 0 ? open + 1 : find('>', close) + 1 || text.length;
      }
    }
    OPENER.lastIndex = end;
  }
  parts.push(text.slice(end));
  return parts.join('');
}

function replacement(tag: string, content: string, page: WikiPage): string {
  switch (tag) {
    case 'nowiki':
      return page.keep({ kind: 'text', text: decodeEntities(content) });
    case 'pre':
    case 'syntaxhighlight':
    case 'source': {
      const text = decodeEntities(content.replace(/<\/?nowiki>/gi, '')).replace(/^\n+|\s+$/g, '');
      return text.includes('\n') || tag === 'pre'
        ? page.keep({ kind: 'code', text })
        : page.keep({ kind: 'inlineCode', text });
    }
    case 'code':
      // Its content is wikitext; only what could be taken for markup of ours must not be.
      return /['[{|<]/.test(content)
        ? content.replace(/<\/?nowiki>/gi, '')
        : page.keep({ kind: 'inlineCode', text: decodeEntities(content) });
    case 'math':
    case 'chem':
    case 'ce': {
      const formula = decodeEntities(content).replace(/\s+/g, ' ').trim();
      const text = texToText(formula);
      return page.keep(text ? { kind: 'text', text } : { kind: 'inlineCode', text: formula });
    }
    case 'poem':
      return `\n\n${content.replace(/\n/g, '<br>\n')}\n\n`;
    case 'gallery':
      return `\n${content.split('\n').map(galleryLine).join('')}\n`;
    default:
      return '';
  }
}

function galleryLine(line: string): string {
  const bar = line.indexOf('|');
  const caption = bar < 0 ? '' : fileCaption(line.slice(bar + 1));
  return caption === '' ? '' : `* ${caption}\n`;
}
