import type { Library } from '../../../core/library';
import type { Dossier, Fact, Key, LanguageTag } from '../../../core/model';
import { directionOf } from '../../../core/text/direction';
import { timelineOf } from '../../../core/timeline/timelineItems';
import { formatEdtf } from '../../../core/values/edtfText';
import { eachInTurns } from '../../../host/turns';
import type { PageAddress } from '../../../protocol/address';
import type { Crumb } from '../../../protocol/pageParts';
import {
  MOST_DATES,
  type TimelineDate,
  type TimelineFact,
  type TimelineKind,
  type TimelinePage,
} from '../../../protocol/pages/timelinePage';
import type { BuiltPage } from './buildPage';
import { PageFacts } from './pageFacts';
import type { PageWords } from './pageWords';

/** What timelines say. */
export interface TimelineWords {
  readonly timeline: string;
  readonly timelineTitle: (subject: string) => string;
  /** The announcement: what was opened, and how many dates it has. */
  readonly timelineOpened: (title: string, dates: number) => string;
}

/** Facts of a name that are made at one go. */
const NAME_FACTS = 100;

/** Makes the timeline of all topics of a dossier. */
export async function buildDossierTimeline(
  library: Library,
  { key }: PageAddress,
  words: PageWords,
): Promise<BuiltPage<TimelinePage<'dossierTimeline'>> | undefined> {
  const dossier = library.dossier(key);
  if (!dossier) return undefined;
  const { title, language } = dossier;
  const subject = { kind: 'dossierTimeline', key, title, language, dossier, around: [] } as const;
  return { page: await build(library, subject, factsOfTopics(library, dossier), words) };
}

/** Makes the timeline of a topic. */
export async function buildTopicTimeline(
  library: Library,
  { key }: PageAddress,
  words: PageWords,
): Promise<BuiltPage<TimelinePage<'topicTimeline'>> | undefined> {
  const topic = library.topic(key);
  const dossier = topic && library.dossier(topic.dossier);
  if (!topic || !dossier) return undefined;
  const { title, language } = topic;
  const crumb: Crumb = { title, to: { kind: 'topic', key } };
  const subject = { kind: 'topicTimeline', key, title, language, dossier, around: [crumb] } as const;
  return { page: await build(library, subject, factsOfTopic(library, key), words) };
}

/** Makes the timeline of a name, over all topics. */
export async function buildNameTimeline(
  library: Library,
  { key }: PageAddress,
  words: PageWords,
): Promise<BuiltPage<TimelinePage<'nameTimeline'>> | undefined> {
  const name = library.name(key);
  const dossier = name && library.dossier(name.dossier);
  if (!name || !dossier) return undefined;
  const { language } = dossier;
  const title = name.label;
  const crumb: Crumb = { title, to: { kind: 'name', key } };
  const subject = { kind: 'nameTimeline', key, title, language, dossier, around: [crumb] } as const;
  return { page: await build(library, subject, factsOfName(library, key), words) };
}

function* factsOfTopics(library: Library, { topics }: Dossier): Iterable<Fact> {
  for (const { key } of topics) yield* factsOfTopic(library, key);
}

function* factsOfTopic(library: Library, topic: Key): Iterable<Fact> {
  for (const section of library.sectionsOf(topic)) yield* section.facts;
}

function* factsOfName(library: Library, name: Key): Iterable<Fact> {
  const count = library.factCountAbout(name);
  for (let skip = 0; skip < count; skip += NAME_FACTS) {
    yield* library.factsAbout(name, { skip, limit: NAME_FACTS });
  }
}

interface Subject<K extends TimelineKind> {
  readonly kind: K;
  readonly key: Key;
  readonly title: string;
  readonly language: LanguageTag;
  readonly dossier: Dossier;
  /** The steps of the breadcrumb between the dossier and the timeline. */
  readonly around: readonly Crumb[];
}

async function build<K extends TimelineKind>(
  library: Library,
  { kind, key, title, language, dossier, around }: Subject<K>,
  facts: Iterable<Fact>,
  words: PageWords,
): Promise<TimelinePage<K>> {
  const { dated, isCut } = await datedFacts(facts);
  const { items, unplaced } = timelineOf(dated);
  const made = new TimelineFacts(library, dossier, kind === 'topicTimeline', words);
  const dates: TimelineDate[] = [];
  const all = [...items, ...unplaced.map((each) => ({ ...each, place: undefined }))];
  await eachInTurns(all, ({ fact, edtf, place }) => {
    // A span without beginning and end has no place that could be drawn.
    const isPlaced = place?.from !== undefined || place?.to !== undefined;
    dates.push({
      fact: made.indexOf(fact),
      edtf,
      text: formatEdtf(edtf, words.language),
      ...(place && isPlaced && { place }),
    });
    return true;
  });
  return {
    kind,
    key,
    title: words.timelineTitle(title),
    direction: directionOf(language),
    announcement: words.timelineOpened(title, dates.length),
    breadcrumb: [
      { title: dossier.title, to: { kind: 'dossier', key: dossier.id } },
      ...around,
      { title: words.timeline },
    ],
    facts: made.facts,
    dates,
    names: made.pageFacts.names,
    sections: made.sections,
    sources: made.pageFacts.sources,
    isCut,
  };
}

/** The facts that have dates, up to the number of dates that a page holds. */
async function datedFacts(
  facts: Iterable<Fact>,
): Promise<{ readonly dated: readonly Fact[]; readonly isCut: boolean }> {
  const dated: Fact[] = [];
  let count = 0;
  let isCut = false;
  await eachInTurns(facts, (fact) => {
    count += fact.dates.length;
    isCut = count > MOST_DATES;
    if (!isCut && fact.dates.length > 0) dated.push(fact);
    return !isCut;
  });
  return { dated, isCut };
}

/** Makes each fact of a timeline once, with its section and its names. */
class TimelineFacts {
  readonly facts: TimelineFact[] = [];
  readonly sections: string[] = [];
  readonly pageFacts: PageFacts;
  private readonly factIndex = new Map<Key, number>();
  private readonly sectionIndex = new Map<Key, number>();

  constructor(
    private readonly library: Library,
    private readonly dossier: Dossier,
    /** All facts stand in one topic, which then need not be told. */
    private readonly isOneTopic: boolean,
    words: PageWords,
  ) {
    this.pageFacts = new PageFacts(library, dossier.language, words);
  }

  indexOf(fact: Fact): number {
    const known = this.factIndex.get(fact.key);
    if (known !== undefined) return known;
    const language = this.library.topic(fact.topic)?.language ?? this.dossier.language;
    this.factIndex.set(fact.key, this.facts.length);
    return (
      this.facts.push({
        fact: this.pageFacts.fact(fact, language),
        language,
        names: fact.names.flatMap((name) => this.pageFacts.nameAt(name) ?? []),
        section: this.sectionAt(fact),
      }) - 1
    );
  }

  private sectionAt({ section, topic }: Fact): number {
    const known = this.sectionIndex.get(section);
    if (known !== undefined) return known;
    const topicTitle = this.library.topic(topic)?.title ?? '';
    const title = this.library.section(section)?.title ?? '';
    const path = title === '' || title === topicTitle ? [topicTitle] : [topicTitle, title];
    this.sectionIndex.set(section, this.sections.length);
    return this.sections.push((this.isOneTopic ? path.slice(-1) : path).join(' › ')) - 1;
  }
}
