import type { Library } from '../../../core/library';
import type { Dossier, Section, Topic } from '../../../core/model';
import type { PageAddress } from '../../../protocol/address';
import type { Crumb, PageLink } from '../../../protocol/pageParts';
import type { PagePart, SectionPage } from '../../../protocol/pages/sectionPage';
import { directionOf } from '../../../core/text/direction';
import { beginningOf } from '../targets';
import type { BuiltPage } from './buildPage';
import { PageFacts } from './pageFacts';
import type { PageWords } from './pageWords';

/** Makes the page of a section. A fact that has moved is followed to its section. */
export function buildSectionPage(
  library: Library,
  address: PageAddress,
  words: PageWords,
): BuiltPage<SectionPage> | undefined {
  const moved = address.fact === undefined ? undefined : library.fact(address.fact)?.section;
  const section = library.section(address.key) ?? (moved === undefined ? undefined : library.section(moved));
  const topic = section && library.topic(section.topic);
  const dossier = section && library.dossier(section.dossier);
  if (!section || !topic || !dossier) return undefined;
  return { page: new SectionPageBuilder(library, dossier, topic, section, words).build() };
}

class SectionPageBuilder {
  private readonly facts: PageFacts;

  constructor(
    private readonly library: Library,
    private readonly dossier: Dossier,
    private readonly topic: Topic,
    private readonly section: Section,
    private readonly words: PageWords,
  ) {
    this.facts = new PageFacts(library, topic.language, words);
  }

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
      names: this.facts.names,
      sources: this.facts.sources,
      sections: library.sectionsOf(topic.key).map((each) => ({
        kind: 'section',
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
      around.unshift({ title: titleOf(parent, topic), to: { kind: 'section', key: parent.key } });
      key = parent.parent;
    }
    const beginning = beginningOf(library, dossier.id);
    const first = topic.sections[0]?.key;
    return [
      { title: dossier.title, ...(beginning !== undefined && { to: { kind: 'section', key: beginning } }) },
      { title: topic.title, ...(first !== undefined && { to: { kind: 'section', key: first } }) },
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
    return { kind: 'section', key: section.key, title, ...(isElsewhere && { detail: topic.title }) };
  }

  private parts(section: Section, level: number): readonly PagePart[] {
    const own: PagePart = {
      key: section.key,
      title: titleOf(section, this.topic),
      level,
      blocks: section.blocks.map((block) => this.facts.block(block)),
    };
    return [own, ...section.sections.flatMap((inner) => this.parts(inner, level + 1))];
  }
}

/** What stands before the first heading of a topic may have no title of its own. */
function titleOf(section: Section, topic: Topic): string {
  return section.title === '' ? topic.title : section.title;
}
