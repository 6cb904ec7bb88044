import type { Library } from '../../core/library';
import type {
  Block,
  Dossier,
  Fact,
  Key,
  LanguageTag,
  NameKind,
  Section,
  Source,
  Topic,
} from '../../core/model';
import { formatEdtf } from '../../core/values/edtfText';
import type { Place } from '../../host/readingPlace';
import type {
  Crumb,
  Page,
  PageBlock,
  PageFact,
  PageLink,
  PageName,
  PagePart,
  PageSource,
  SectionPage,
} from '../../protocol/page';
import { directionOf } from './direction';
import { gonePage, type GoneWords } from './gonePages';
import { licenseUrl } from './licenses';
import { datesInText } from './pageDates';
import { beginningOf } from './targets';

/** What pages say in the user's language. */
export interface PageWords extends GoneWords {
  /** The user's language, for dates. */
  readonly language: LanguageTag;
  readonly kind: (kind: NameKind) => string;
  readonly retrieved: (date: string) => string;
  readonly announcement: (title: string, topic: string) => string;
}

/**
 * Makes the page for a place. A fact that has moved is followed to its section; a section that the library does not
 * hold gives a page that says so.
 */
export function buildPage(library: Library, place: Place, words: PageWords): Page {
  const moved = place.fact === undefined ? undefined : library.fact(place.fact)?.section;
  const section =
    library.section(place.section) ?? (moved === undefined ? undefined : library.section(moved));
  const topic = section && library.topic(section.topic);
  const dossier = section && library.dossier(section.dossier);
  if (!section || !topic || !dossier) return gonePage(library, place.section, words);
  return new SectionPageBuilder(library, dossier, topic, section, words).build();
}

/** The links and names of one page are collected while its text is walked through. */
class SectionPageBuilder {
  private readonly names: PageName[] = [];
  private readonly nameIndex = new Map<Key, number>();
  private readonly sources: PageSource[] = [];
  private readonly sourceIndex = new Map<Source, number>();

  constructor(
    private readonly library: Library,
    private readonly dossier: Dossier,
    private readonly topic: Topic,
    private readonly section: Section,
    private readonly words: PageWords,
  ) {}

  build(): SectionPage {
    const { library, topic, section, words } = this;
    const title = titleOf(section, topic);
    const previous = this.previous();
    const next = this.next();
    return {
      kind: 'section',
      key: section.key,
      title,
      topicTitle: topic.title,
      // Only under the topic's own title: a section's title would make it say something else.
      ...(title === topic.title && topic.summary !== '' && { summary: topic.summary }),
      breadcrumb: this.breadcrumb(),
      parts: this.parts(section, 1),
      names: this.names,
      sources: this.sources,
      sections: library.sectionsOf(topic.key).map((each) => ({
        key: each.key,
        title: titleOf(each, topic),
        depth: each.depth,
      })),
      ...(previous && { previous }),
      ...(next && { next }),
      language: topic.language,
      direction: directionOf(topic.language),
      announcement: words.announcement(title, topic.title),
    };
  }

  private breadcrumb(): readonly Crumb[] {
    const { library, dossier, topic, section } = this;
    const around: Crumb[] = [];
    for (let key = section.parent; key !== undefined;) {
      const parent = library.section(key);
      if (!parent) break;
      around.unshift({ title: titleOf(parent, topic), key: parent.key });
      key = parent.parent;
    }
    const beginning = beginningOf(library, dossier.id);
    const first = topic.sections[0]?.key;
    return [
      { title: dossier.title, ...(beginning !== undefined && { key: beginning }) },
      { title: topic.title, ...(first !== undefined && { key: first }) },
      ...around,
      { title: titleOf(section, topic) },
    ];
  }

  /** The next section that is not on this page: those inside it are. */
  private next(): PageLink | undefined {
    for (let at: Section | undefined = this.section; at; at = this.parentOf(at)) {
      const siblings = this.siblingsOf(at);
      const next = siblings[siblings.indexOf(at) + 1];
      if (next) return this.linkTo(next);
    }
    return this.fromTopic(1, (topic) => topic.sections[0]);
  }

  /** The section before this one at the same level, else the one around it. */
  private previous(): PageLink | undefined {
    const siblings = this.siblingsOf(this.section);
    const before = siblings[siblings.indexOf(this.section) - 1] ?? this.parentOf(this.section);
    return before ? this.linkTo(before) : this.fromTopic(-1, (topic) => topic.sections.at(-1));
  }

  private parentOf(section: Section): Section | undefined {
    return section.parent === undefined ? undefined : this.library.section(section.parent);
  }

  private siblingsOf(section: Section): readonly Section[] {
    return this.parentOf(section)?.sections ?? this.topic.sections;
  }

  /** A section of the nearest topic, in one direction, that has any. */
  private fromTopic(step: 1 | -1, pick: (topic: Topic) => Section | undefined): PageLink | undefined {
    const { topics } = this.dossier;
    for (let at = topics.indexOf(this.topic) + step; at >= 0 && at < topics.length; at += step) {
      const topic = topics[at]!;
      const section = pick(topic);
      if (section) return this.linkTo(section, topic);
    }
    return undefined;
  }

  /** A link to a section; of another topic, it says of which. */
  private linkTo(section: Section, topic = this.topic): PageLink {
    const title = titleOf(section, topic);
    const isElsewhere = topic !== this.topic && topic.title !== title;
    return { key: section.key, title, ...(isElsewhere && { detail: topic.title }) };
  }

  private parts(section: Section, level: number): readonly PagePart[] {
    const own: PagePart = {
      key: section.key,
      title: titleOf(section, this.topic),
      level,
      blocks: section.blocks.map((block) => this.block(block)),
    };
    return [own, ...section.sections.flatMap((inner) => this.parts(inner, level + 1))];
  }

  private block(block: Block): PageBlock {
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

  private fact(fact: Fact): PageFact {
    const source = this.library.sourceOf(fact);
    return {
      key: fact.key,
      text: fact.text,
      marks: fact.marks,
      nameSpans: fact.nameSpans.flatMap(({ start, end, names }) => {
        const known = names.flatMap((key) => this.nameAt(key) ?? []);
        return known.length === 0 ? [] : [{ start, end, names: known }];
      }),
      dates: datesInText(fact, this.topic.language, this.words.language),
      ...(source && { source: this.sourceAt(source) }),
    };
  }

  private nameAt(key: Key): number | undefined {
    const known = this.nameIndex.get(key);
    if (known !== undefined) return known;
    const name = this.library.name(key);
    if (!name) return undefined;
    this.nameIndex.set(key, this.names.length);
    return (
      this.names.push({
        key,
        label: name.label,
        kind: name.kind,
        kindLabel: this.words.kind(name.kind),
        description: name.description,
      }) - 1
    );
  }

  private sourceAt(source: Source): number {
    const known = this.sourceIndex.get(source);
    if (known !== undefined) return known;
    const { title, url, license, retrieved } = source;
    const about = license === undefined ? undefined : licenseUrl(license);
    this.sourceIndex.set(source, this.sources.length);
    return (
      this.sources.push({
        title,
        ...(url !== undefined && /^https?:\/\/[^\s<>"]+$/iu.test(url) && { url }),
        ...(license !== undefined && { license }),
        ...(about !== undefined && { licenseUrl: about }),
        ...(retrieved !== undefined && {
          retrieved: this.words.retrieved(formatEdtf(retrieved, this.words.language)),
        }),
      }) - 1
    );
  }
}

/** What stands before the first heading of a topic may have no title of its own. */
function titleOf(section: Section, topic: Topic): string {
  return section.title === '' ? topic.title : section.title;
}
