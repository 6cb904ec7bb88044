import type { Paragraph } from 'mdast';
import { fold } from '../../text/fold';
import type { ReadArticle } from '../article';
import { oneLine } from '../cleanText';
import { paragraph, plain, textOf } from '../tree';
import { withoutBackMatter, withoutEmptySections } from './backMatter';
import { readBlocks } from '../wikitext/blocks';
import { WikiPage, withoutStandIns } from '../wikitext/page';
import { takeRawTags } from '../wikitext/rawTags';
import { expandTemplates } from '../wikitext/templates';

/** `#REDIRECT [[Target]]` in the languages of the largest wikis. */
const REDIRECT =
  /^\s*#\s*(?:redirect(?:ion)?|weiterleitung|redirección|redirecciona|rinvia|redirecionamento|doorverwijzing|patrz|перенаправление|omdirigering|yönlendi̇?rme|تحويل|הפניה|転送|リダイレクト|넘겨주기|重定向|تغییر_?مسیر)\s*:?\s*\[\[([^\]|#]{1,300})[^\]]*\]\]/iu;

/** Reads a page of a MediaWiki wiki from its wikitext. Notes, references and navigation are left out. */
export function readWikitext(source: string, title: string): ReadArticle {
  const text = withoutStandIns(source);
  const target = REDIRECT.exec(text)?.[1]?.replaceAll('_', ' ').trim();
  if (target) {
    return {
      title: target,
      aliases: title === '' ? [] : [title],
      blocks: [paragraph(plain(title === '' ? target : `${title}: see ${target}.`))],
      hints: [],
    };
  }
  const page = new WikiPage(title);
  const expanded = expandTemplates(takeRawTags(text, page), page);
  const blocks = withoutEmptySections(withoutBackMatter(readBlocks(expanded, page)));
  const subject = subjectOf(page, blocks);
  return {
    ...(subject !== undefined && { title: subject }),
    ...(page.subject && { subjectType: page.subject.type }),
    aliases: page.aliases,
    blocks,
    hints: page.hints,
    warnings: [...page.warnings],
  };
}

/** How far into the first sentence its subject stands. */
const SUBJECT_REACH = 150;

/** What a paragraph has in bold near its beginning. */
function boldAtStart({ children }: Paragraph): string | undefined {
  let at = 0;
  for (const node of children) {
    const text = textOf(node);
    const strong = node.type === 'emphasis' ? node.children.find(({ type }) => type === 'strong') : node;
    if (strong?.type === 'strong' && /\p{L}.*\p{L}/u.test(text)) return oneLine(text);
    at += text.length;
    if (at > SUBJECT_REACH) return undefined;
  }
  return undefined;
}

/** Words for comparing a file's name with a title. */
function wordsOf(text: string): string {
  return oneLine(fold(text).replace(/[^\p{L}\p{N}]+/gu, ' '));
}

/**
 * The title of a page, which does not say it itself: the name of its file where that is one, else what the infobox calls
 * its subject, or what the first sentence has in bold. `undefined` leaves it to the file's name.
 */
function subjectOf(page: WikiPage, blocks: ReadArticle['blocks']): string | undefined {
  const heading = blocks.findIndex(({ type }) => type === 'heading');
  const paragraphs = blocks
    .slice(0, heading < 0 ? blocks.length : heading)
    .filter((block): block is Paragraph => block.type === 'paragraph')
    .slice(0, 3);
  const lead = paragraphs.map(textOf).join('\n');
  const bold = paragraphs.map(boldAtStart).find((text) => text !== undefined);
  const named = page.subject?.label ?? '';
  const file = wordsOf(page.title.replace(/\s*\([^()]*\)$/, ''));
  if (file !== '') {
    const same = [named, bold].find((text) => text !== undefined && wordsOf(text) === file);
    // `north-rock.wikitext` tells the title, but not how it is written.
    if (same !== undefined) return /^[^\p{Lu} ]+$/u.test(page.title) ? same : undefined;
    const isTold = wordsOf(bold ?? '').includes(file) || wordsOf(lead).includes(file);
    if (isTold && file.includes(' ')) return undefined;
  }
  const isShort =
    named !== '' && named.length <= 120 && wordsOf(lead).includes(wordsOf(named).split(' ', 1)[0]!);
  const found = isShort ? named : bold;
  return found && found.charAt(0).toUpperCase() + found.slice(1);
}
