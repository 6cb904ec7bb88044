import type { RootContent } from 'mdast';
import { textOf } from '../tree';

/** Where references and the like stand: lists of sources and links, which are no facts. */
const BACK_MATTER =
  /^(?:references|notes|notes and references|citations|footnotes|external links|see also|further reading|notes et références|références|liens externes|voir aussi|einzelnachweise|weblinks|referencias|enlaces externos|véase también|collegamenti esterni|مراجع|المراجع|المصادر|مصادر|وصلات خارجية|انظر أيضا|انظر أيضًا|הערות שוליים|ראו גם|לקריאה נוספת|voir aussi|siehe auch|anmerkungen|quellen|fuentes|notas|ver também|referências|ligações externas|note|vedi anche|примечания|ссылки|см\. также|литература|参考文献|関連項目|出典|같이 보기|참고 문헌|参见|参考资料|הערות שוליים|קישורים חיצוניים|脚注|外部リンク|각주|외부 링크|外部链接)$/iu;

/** Takes out headings that nothing stands below: what stood there showed nothing. */
export function withoutEmptySections(blocks: readonly RootContent[]): RootContent[] {
  const kept: RootContent[] = [];
  let above = 0;
  for (const block of [...blocks].reverse()) {
    if (block.type !== 'heading') above = 7;
    // The heading behind it is one of its own sections only where it is deeper.
    else if (above <= block.depth) continue;
    else above = block.depth;
    kept.push(block);
  }
  return kept.reverse();
}

/** Takes out sections of references and links, with their headings. */
export function withoutBackMatter(blocks: readonly RootContent[]): RootContent[] {
  const kept: RootContent[] = [];
  let skipped: number | undefined;
  for (const block of blocks) {
    if (block.type === 'heading') {
      if (skipped !== undefined && block.depth <= skipped) skipped = undefined;
      if (skipped === undefined && BACK_MATTER.test(textOf(block).trim())) {
        skipped = block.depth;
      }
    }
    if (skipped === undefined) kept.push(block);
  }
  return kept;
}
