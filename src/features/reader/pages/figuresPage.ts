import type { FigurePoint, Qualifier } from '../../../core/figures/figurePoints';
import { figuresOf, timeOf, type FigureChart } from '../../../core/figures/groupFigures';
import type { Library } from '../../../core/library';
import type { Dossier, Fact, Topic } from '../../../core/model';
import { directionOf } from '../../../core/text/direction';
import { formatEdtf } from '../../../core/values/edtfText';
import { eachInTurns } from '../../../host/turns';
import type { PageAddress } from '../../../protocol/address';
import {
  MOST_FIGURES,
  type FiguresPage,
  type PageChart,
  type PageFigure,
  type PageSeries,
} from '../../../protocol/pages/figuresPage';
import type { BuiltPage } from './buildPage';
import { FigureText } from './figureText';
import { PageFacts } from './pageFacts';
import type { PageWords } from './pageWords';

/** What pages of figures say. */
export interface FiguresWords {
  readonly figures: string;
  readonly figuresTitle: (topic: string) => string;
  /** The announcement: what was opened, and how many charts it has. */
  readonly figuresOpened: (topic: string, charts: number) => string;
  readonly qualified: (qualifier: Qualifier, figure: string) => string;
}

/** Makes the page of a topic's quantities. */
export async function buildFiguresPage(
  library: Library,
  { key }: PageAddress,
  words: PageWords,
): Promise<BuiltPage<FiguresPage> | undefined> {
  const topic = library.topic(key);
  const dossier = topic && library.dossier(topic.dossier);
  if (!topic || !dossier) return undefined;
  const { counted, isCut } = await factsWithFigures(library, topic);
  const builder = new FiguresPageBuilder(library, dossier, topic, words);
  return { page: builder.build(counted, isCut) };
}

/** The facts that have quantities, up to the number of figures that a page holds. */
async function factsWithFigures(
  library: Library,
  topic: Topic,
): Promise<{ readonly counted: readonly Fact[]; readonly isCut: boolean }> {
  const counted: Fact[] = [];
  let count = 0;
  let isCut = false;
  await eachInTurns(factsOf(library, topic), (fact) => {
    count += fact.quantities.length;
    isCut = count > MOST_FIGURES;
    if (!isCut && fact.quantities.length > 0) counted.push(fact);
    return !isCut;
  });
  return { counted, isCut };
}

function* factsOf(library: Library, { key }: Topic): Iterable<Fact> {
  for (const section of library.sectionsOf(key)) yield* section.facts;
}

class FiguresPageBuilder {
  private readonly facts: PageFacts;
  private readonly text: FigureText;
  private readonly factIndex = new Map<Fact, number>();
  private readonly pageFacts: FiguresPage['facts'][number][] = [];

  constructor(
    private readonly library: Library,
    private readonly dossier: Dossier,
    private readonly topic: Topic,
    private readonly words: PageWords,
  ) {
    this.facts = new PageFacts(library, topic.language, words);
    this.text = new FigureText(words.language, words);
  }

  build(counted: readonly Fact[], isCut: boolean): FiguresPage {
    const { library, dossier, topic, words } = this;
    const { charts, rest } = figuresOf(
      counted,
      () => topic.language,
      (name) => library.name(name)?.kind,
    );
    const drawn = charts.map((chart) => this.chart(chart));
    const others = rest.map((point) => this.figure(point, point.fact.text));
    return {
      kind: 'figures',
      key: topic.key,
      title: words.figuresTitle(topic.title),
      direction: directionOf(topic.language),
      announcement: words.figuresOpened(topic.title, drawn.length),
      breadcrumb: [
        { title: dossier.title, to: { kind: 'dossier', key: dossier.id } },
        { title: topic.title, to: { kind: 'topic', key: topic.key } },
        { title: words.figures },
      ],
      charts: drawn,
      rest: others,
      facts: this.pageFacts,
      names: this.facts.names,
      sources: this.facts.sources,
      language: topic.language,
      isCut,
    };
  }

  private chart(chart: FigureChart): PageChart {
    const { kind, about } = chart;
    const section = this.library.section(about.section)?.title ?? '';
    const name = about.name === undefined ? undefined : this.library.name(about.name)?.label;
    const subject = name ?? (section === '' ? this.topic.title : section);
    const made = (
      when: string | undefined,
      point: FigurePoint,
      series: readonly PageSeries[],
    ): PageChart => ({
      kind,
      title: when === undefined ? subject : `${subject}, ${formatEdtf(when, this.words.language)}`,
      unit: this.text.unit(point.quantity),
      series,
    });
    switch (chart.kind) {
      case 'bars':
      case 'shares': {
        const figures = chart.figures.map(({ label, point }) => this.figure(point, label));
        return made(chart.when, chart.figures[0]!.point, [{ figures }]);
      }
      case 'line': {
        const [first] = chart.series;
        return made(
          undefined,
          first!.points[0]!,
          chart.series.map(({ label, points }) => ({
            ...(label !== undefined && { label: this.capitalised(label) }),
            figures: points.map((point) => this.figure(point, label ?? subject)),
          })),
        );
      }
      case 'count':
        return made(chart.point.when, chart.point, [
          { figures: [this.figure(chart.point, chart.point.quantity.unit)] },
        ]);
    }
  }

  private figure(point: FigurePoint, label: string): PageFigure {
    const { quantity, upTo, when, fact } = point;
    return {
      label: this.capitalised(label),
      value: quantity.value,
      ...(upTo !== undefined && { upTo }),
      text: this.text.text(point),
      exact: this.text.exact(point),
      ...(when !== undefined && {
        when: { edtf: when, text: formatEdtf(when, this.words.language) },
        day: Math.round(timeOf(point)),
      }),
      fact: this.indexOf(fact),
    };
  }

  private indexOf(fact: Fact): number {
    const known = this.factIndex.get(fact);
    if (known !== undefined) return known;
    this.factIndex.set(fact, this.pageFacts.length);
    return this.pageFacts.push(this.facts.fact(fact)) - 1;
  }

  /** Labels are words from inside sentences, and stand alone here. */
  private capitalised(label: string): string {
    const [first = ''] = label;
    return first.toLocaleUpperCase(this.languageForCase()) + label.slice(first.length);
  }

  private languageForCase(): string {
    return /^[a-z]{2,3}(?:-|$)/iu.test(this.topic.language) ? this.topic.language.slice(0, 2) : 'en';
  }
}
