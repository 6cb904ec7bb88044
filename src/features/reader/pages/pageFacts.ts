import type { Library } from '../../../core/library';
import type { Block, Fact, Key, LanguageTag, Name, Source } from '../../../core/model';
import { formatEdtf } from '../../../core/values/edtfText';
import type { PageBlock, PageFact, PageName, PageSource } from '../../../protocol/pageParts';
import { licenseUrl } from '../../../core/licenses';
import { datesInText } from './pageDates';
import type { PageWords } from './pageWords';

/**
 * Makes facts and blocks for a page, and collects the names and sources that they refer to by index, each once.
 * `names` and `sources` belong into the page beside them.
 */
export class PageFacts {
  readonly names: PageName[] = [];
  readonly sources: PageSource[] = [];
  private readonly nameIndex = new Map<Key, number>();
  private readonly sourceIndex = new Map<Source, number>();

  constructor(
    private readonly library: Library,
    /** The language of the facts. */
    private readonly language: LanguageTag,
    private readonly words: PageWords,
  ) {}

  block(block: Block): PageBlock {
    switch (block.kind) {
      case 'paragraph':
        return { kind: 'paragraph', facts: block.facts.map((fact) => this.fact(fact)) };
      case 'list':
        return { ...block, items: block.items.map((item) => item.map((inner) => this.block(inner))) };
      case 'quote':
        return { kind: 'quote', blocks: block.blocks.map((inner) => this.block(inner)) };
      case 'code':
      case 'table':
        return block;
    }
  }

  /** `language` is that of the fact's text. */
  fact(fact: Fact, language = this.language): PageFact {
    const source = this.library.sourceOf(fact);
    return {
      key: fact.key,
      text: fact.text,
      marks: fact.marks,
      nameSpans: fact.nameSpans.flatMap(({ start, end, names }) => {
        const known = names.flatMap((key) => this.nameAt(key) ?? []);
        return known.length === 0 ? [] : [{ start, end, names: known }];
      }),
      dates: datesInText(fact, language, this.words.language),
      ...(source && { source: this.sourceAt(source) }),
    };
  }

  /** The index of a name in `names`; `undefined` where the library does not hold it. */
  nameAt(key: Key): number | undefined {
    const known = this.nameIndex.get(key);
    if (known !== undefined) return known;
    const name = this.library.name(key);
    if (!name) return undefined;
    this.nameIndex.set(key, this.names.length);
    return this.names.push(pageName(name, this.words)) - 1;
  }

  private sourceAt(source: Source): number {
    const known = this.sourceIndex.get(source);
    if (known !== undefined) return known;
    this.sourceIndex.set(source, this.sources.length);
    return this.sources.push(pageSource(source, this.words)) - 1;
  }
}

/** A name as pages show it. */
export function pageName({ key, label, kind, description }: Name, words: PageWords): PageName {
  return { key, label, kind, kindLabel: words.kind(kind), description };
}

/** A source as pages show it. */
export function pageSource({ title, url, license, retrieved }: Source, words: PageWords): PageSource {
  const about = license === undefined ? undefined : licenseUrl(license);
  return {
    title,
    ...(url !== undefined && /^https?:\/\/[^\s<>"]+$/iu.test(url) && { url }),
    ...(license !== undefined && { license }),
    ...(about !== undefined && { licenseUrl: about }),
    ...(retrieved !== undefined && { retrieved: words.retrieved(formatEdtf(retrieved, words.language)) }),
  };
}
