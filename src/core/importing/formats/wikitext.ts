import type { ReadArticle } from '../article';
import { paragraph, plain } from '../tree';
import { readBlocks } from '../wikitext/blocks';
import { WikiPage, withoutStandIns } from '../wikitext/page';
import { takeRawTags } from '../wikitext/rawTags';
import { expandTemplates } from '../wikitext/templates';

/** `#REDIRECT [[Target]]` in the languages of the largest wikis. */
const REDIRECT =
  /^\s*#\s*(?:redirect(?:ion)?|weiterleitung|redirección|redirecciona|rinvia|redirecionamento|doorverwijzing|patrz|перенаправление|omdirigering|yönlendi̇?rme|تحويل|הפניה|転送|リダイレクト|넘겨주기|重定向|تغییر_?مسیر)\s*:?\s*\[\[([^\]|#]{1,300})[^\]]*\]\]/iu;

/** Where references and the like stand: lists of sources and links, which are no facts. */
const BACK_MATTER =
  /^(?:references|notes|notes and references|citations|footnotes|external links|see also|further reading|notes et références|références|liens externes|voir aussi|einzelnachweise|weblinks|referencias|enlaces externos|véase también|collegamenti esterni|مراجع|وصلات خارجية|הערות שוליים|קישורים חיצוניים|脚注|外部リンク|각주|외부 링크|外部链接)$/iu;

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
  const blocks = readBlocks(expanded, page);
  // A page does not say its title; its first sentence has it in bold.
  const bold = title === '' ? page.hints.find(({ kind }) => kind === 'strong')?.text : undefined;
  return {
    ...(bold !== undefined && { title: bold }),
    aliases: page.aliases,
    blocks: withoutBackMatter(blocks),
    hints: page.hints,
    warnings: [...page.warnings],
  };
}

/** Takes out sections of references and links, with their headings. */
function withoutBackMatter(blocks: ReadArticle['blocks']): ReadArticle['blocks'] {
  const kept: ReadArticle['blocks'] = [];
  let skipped: number | undefined;
  for (const block of blocks) {
    if (block.type === 'heading') {
      if (skipped !== undefined && block.depth <= skipped) skipped = undefined;
      const [first] = block.children;
      if (skipped === undefined && first?.type === 'text' && BACK_MATTER.test(first.value.trim())) {
        skipped = block.depth;
      }
    }
    if (skipped === undefined) kept.push(block);
  }
  return kept;
}
