import type { Library } from '../../../core/library';
import type { Dossier, Key, Topic } from '../../../core/model';
import type { Shelf } from '../../../core/shelf';
import { directionOf } from '../../../core/text/direction';
import { formatEdtf } from '../../../core/values/edtfText';
import type { PageAddress } from '../../../protocol/address';
import type { DossierPage, TopicLine } from '../../../protocol/pages/dossierPage';
import type { PageSource } from '../../../protocol/pageParts';
import type { BuiltPage } from './buildPage';
import { findDates, knownDates } from './dossierDates';
import { figuresBefore, joinDates, type FactDates } from './factDates';
import { pageName, pageSource } from './pageFacts';
import type { PageWords } from './pageWords';

/** Names that the page lists. */
const MOST_NAMES = 15;
/** A figure from before so many years ago says that it is old. */
const OLD_YEARS = 5;

/** Makes the overview of a dossier. Of a large one, dates come later. */
export function buildDossierPage(
  library: Library,
  { key }: PageAddress,
  words: PageWords,
): BuiltPage<DossierPage> | undefined {
  const shelf = library.shelves.find(({ id }) => id === key);
  if (!shelf) return undefined;
  const { dossier } = shelf;
  const dates = knownDates(shelf);
  const all = dates && joinDates([...dates.values()]);
  const span = all && spanOf(all, words);
  const old = all && oldFigures(all, words);
  const page: DossierPage = {
    kind: 'dossier',
    key,
    title: dossier.title,
    description: dossier.description,
    notes: [
      words.contents(shelf.factCount, shelf.nameCount, dossier.topics.length),
      ...(span === undefined ? [] : [words.datesOfFacts(span)]),
    ],
    ...(old !== undefined && { old }),
    topics: dossier.topics
      .filter(({ sections }) => sections.length > 0)
      .map((topic) => topicLine(library, topic, dates?.get(topic.key), words)),
    names: mostMentioned(shelf).flatMap(({ name: nameKey, count }) => {
      const name = library.name(nameKey);
      return name ? [{ name: pageName(name, words), count: words.facts(count) }] : [];
    }),
    sources: sourcesOf(dossier, words),
    direction: directionOf(dossier.language),
    announcement: words.dossierAnnouncement(dossier.title),
  };
  return { page, ...(!dates && { later: () => findDates(shelf) }) };
}

function topicLine(
  library: Library,
  { key, title, summary }: Topic,
  dates: FactDates | undefined,
  words: PageWords,
): TopicLine {
  const span = dates && spanOf(dates, words);
  const newest = dates?.newestFigure;
  const isOld = newest !== undefined && newest.day < longAgo(words.today);
  return {
    link: { kind: 'topic', key, title, ...(summary !== '' && { detail: summary }) },
    count: words.facts(library.factCountIn(key)),
    ...(span !== undefined && { span }),
    ...(isOld && { old: words.newestFigure(formatEdtf(newest.edtf, words.language), OLD_YEARS) }),
  };
}

/** From when to when facts hold, as a phrase. */
function spanOf({ oldest, newest }: FactDates, words: PageWords): string | undefined {
  if (!oldest || !newest) return undefined;
  const [from, to] = [oldest, newest].map(({ edtf }) => formatEdtf(edtf, words.language));
  return from === to ? from : words.span(from!, to!);
}

function oldFigures(dates: FactDates, words: PageWords): string | undefined {
  const { old, all } = figuresBefore(dates, longAgo(words.today));
  return old === 0 ? undefined : words.oldFigures(old, all, OLD_YEARS);
}

/** The day before which a figure is old. */
function longAgo(today: string): string {
  return `${String(Number(today.slice(0, 4)) - OLD_YEARS).padStart(4, '0')}${today.slice(4)}`;
}

function mostMentioned(shelf: Shelf): readonly { readonly name: Key; readonly count: number }[] {
  const best: { readonly name: Key; readonly count: number }[] = [];
  for (const { kind, letter } of shelf.nameGroups()) {
    for (const { key } of shelf.namesIn(kind, letter)) {
      const count = shelf.factCountAbout(key);
      if (count === 0 || (best.length === MOST_NAMES && count <= best.at(-1)!.count)) continue;
      best.push({ name: key, count });
      best.sort((one, other) => other.count - one.count);
      best.length = Math.min(best.length, MOST_NAMES);
    }
  }
  return best;
}

/** The licence of the dossier itself, unless a source is called like it and says the same; then its sources. */
function sourcesOf({ title, license, sources }: Dossier, words: PageWords): readonly PageSource[] {
  const isSaid = sources.some((source) => source.title === title && source.license === license);
  const own = license === undefined || isSaid ? [] : [pageSource({ id: '', title, license }, words)];
  return [...own, ...sources.map((source) => pageSource(source, words))];
}
