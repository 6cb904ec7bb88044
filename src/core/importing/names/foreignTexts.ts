import type { LanguageTag } from '../../model';
import type { NameHint } from '../article';

/** Foreign words that are looked for; an article has some dozens. */
const MOST = 500;
/** How far behind the subject its other names stand. */
const REACH = 400;

/** Words of an article that are in another language, where capitals tell nothing by the rules of its own. */
export class ForeignTexts {
  private readonly ranges = new Map<number, (readonly [start: number, end: number])[]>();
  private readonly hints: readonly NameHint[];

  constructor(
    hints: readonly NameHint[],
    private readonly texts: readonly string[],
  ) {
    this.hints = hints.filter(({ kind, text }) => kind === 'foreign' && text.length >= 2).slice(0, MOST);
    for (const { text } of this.hints) {
      texts.forEach((prose, number) => {
        for (let at = prose.indexOf(text); at >= 0; at = prose.indexOf(text, at + text.length)) {
          const ranges = this.ranges.get(number) ?? [];
          this.ranges.set(number, ranges);
          ranges.push([at, at + text.length]);
        }
      });
    }
  }

  /** Whether a range of a text is foreign. */
  covers(text: number, start: number, end: number): boolean {
    return this.ranges.get(text)?.some(([from, to]) => from <= start && end <= to) ?? false;
  }

  /** What the first sentence calls its subject in other languages: in parentheses right behind one of its names. */
  formsOf(labels: readonly string[]): readonly { readonly text: string; readonly language: LanguageTag }[] {
    const lead = this.texts[0] ?? '';
    const ends = labels
      .map((label) => lead.indexOf(label) + label.length)
      .filter((end, at) => end >= labels[at]!.length);
    for (const end of ends) {
      const open = /^[\s"”,]{0,3}\(/.exec(lead.slice(end, end + 4));
      if (!open) continue;
      const close = lead.indexOf(')', end);
      const inside = lead.slice(end, close < 0 ? end + REACH : Math.min(close, end + REACH));
      const marked = this.hints.flatMap(({ text, language }) =>
        language !== undefined && inside.includes(text) ? [{ text, language }] : [],
      );
      return marked.length > 0 ? marked : labelledForms(inside.slice(open[0].length));
    }
    return [];
  }
}

/** Languages that sentences name before a foreign form; their names come from `Intl`. */
const LANGUAGES =
  'af ar az be bg bn bs ca cs cy da de el es et eu fa fi fr ga gd gl he hi hr hu hy id is it ja ka kk ko la lt lv mk mn ms mt nl no pl pt ro ru sk sl sq sr sv sw ta te th tr uk ur uz vi zh'.split(
    ' ',
  );
let languagesByName: ReadonlyMap<string, LanguageTag> | undefined;

/** `Polish: Jezioro Orła, German: Orla-See`: forms behind the English name of their language. */
function labelledForms(text: string): readonly { readonly text: string; readonly language: LanguageTag }[] {
  languagesByName ??= new Map(
    LANGUAGES.map((tag) => [new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag, tag]),
  );
  const names = languagesByName;
  return text.split(/[;,]\s+/).flatMap((part) => {
    const match = /^(\p{Lu}\p{L}+):\s+(\S.{1,79})$/u.exec(part.trim());
    const language = match && names.get(match[1]!);
    return language ? [{ text: match[2]!.trim(), language }] : [];
  });
}
