import '../charts.css';
import type { NameKind } from '../../core/model';
import type { TimelinePage } from '../../protocol/pages/timelinePage';
import { MAX_FILTER, type TimelineLook } from '../../protocol/timelineLook';
import type { FactContext, ReaderContext } from '../context';
import { actionButton, element } from '../dom';
import { drawFact } from '../drawFact';
import { drawFrame } from '../drawFrame';
import { openLink } from '../drawNavigation';
import { SourceList } from '../drawSources';
import { drawText } from '../drawText';
import { fill } from '../fill';
import { loadCharts } from '../loadCharts';
import { filterDates, nameLabels, type TimelineFilter } from '../timeline/filterDates';
import type { Axis } from '../timeline/axis';
import type { DrawnPage } from './drawPage';

/** Rows of the list that are drawn at first, and with each click on more. */
const ROWS = 100;
/** Names to choose from in the filter; any other can be typed. */
const MOST_OFFERED = 500;

/** Draws a timeline: the axis, which is loaded late, and the same as a list. */
export function drawTimelinePage(page: TimelinePage, reader: ReaderContext): DrawnPage {
  const drawer = new TimelineDrawer(page, { ...reader, names: page.names, sources: page.sources });
  return drawer.draw();
}

class TimelineDrawer {
  private readonly status = element('p', { class: 'quietNote', attributes: { role: 'status' } });
  private readonly chosen: HTMLElement;
  private readonly list = element('div', { class: 'datedFacts' });
  private readonly axisPlace = element('div', { class: 'axisPlace' });
  private axis: Axis | undefined;
  private filter: TimelineFilter;
  private shown: readonly number[];

  constructor(
    private readonly page: TimelinePage,
    private readonly context: FactContext,
  ) {
    const { name = '', kind = '' } = context.look ?? {};
    // Since it was looked at so, the last name of that kind may have gone.
    this.filter = { name, kind: page.names.some((each) => each.kind === kind) ? kind : '' };
    this.shown = filterDates(page, this.filter);
    const label = context.strings.chosenFact;
    this.chosen = element('section', {
      class: 'chosenFact',
      attributes: { 'aria-label': label, 'aria-live': 'polite' },
    });
  }

  draw(): DrawnPage {
    const { page, context } = this;
    const { strings } = context;
    const heading = element('h1', { attributes: { tabindex: '-1' } }, page.title);
    const main = element('main', { id: 'text' }, heading);
    if (page.dates.length === 0) main.append(element('p', {}, strings.noDates));
    else {
      if (page.isCut) {
        main.append(element('p', { class: 'quietNote' }, fill(strings.timelineCut, page.dates.length)));
      }
      main.append(this.drawFilter(), this.axisPlace, this.chosen, this.list);
      this.drawList();
      void this.drawAxis();
    }
    const sources = new SourceList(context);
    sources.add(page.sources);
    main.append(sources.element);
    return {
      children: [drawFrame(page, context, heading, [main], 'frame chartFrame')],
      heading,
      look: () => this.look(),
    };
  }

  private look(): TimelineLook {
    const { name, kind } = this.filter;
    // Until the axis is there, the days are those that it will begin with.
    const days = this.axis ? this.axis.days : this.context.look?.days;
    return { name, ...(kind !== '' && { kind }), ...(days && { days }) };
  }

  private drawFilter(): HTMLElement {
    const { page, context } = this;
    const { strings } = context;
    const offered = element('datalist', { id: 'timelineNames' });
    const name = element('input', {
      id: 'timelineName',
      attributes: { type: 'search', list: offered.id, maxlength: String(MAX_FILTER), autocomplete: 'off' },
    });
    const kinds = new Map<NameKind, string>(page.names.map(({ kind, kindLabel }) => [kind, kindLabel]));
    const kind = element(
      'select',
      { id: 'timelineKind' },
      element('option', { attributes: { value: '' } }, strings.allKinds),
      ...[...kinds].map(([value, label]) => element('option', { attributes: { value } }, label)),
    );
    const kindChosen = (): NameKind | '' => [...kinds.keys()].find((each) => each === kind.value) ?? '';
    const offer = (): void => {
      const labels = nameLabels(page, kindChosen(), MOST_OFFERED);
      offered.replaceChildren(...labels.map((value) => element('option', { attributes: { value } })));
    };
    name.value = this.filter.name;
    kind.value = this.filter.kind;
    offer();
    name.addEventListener('input', () => this.narrow({ name: name.value, kind: kindChosen() }));
    kind.addEventListener('change', () => {
      offer();
      this.narrow({ name: name.value, kind: kindChosen() });
    });
    const form = element(
      'div',
      { class: 'filter', attributes: { role: 'group', 'aria-label': strings.filter } },
      element('label', { attributes: { for: name.id } }, strings.filterName),
      name,
      offered,
      element('label', { attributes: { for: kind.id } }, strings.filterKind),
      kind,
    );
    return element('div', {}, form, this.status);
  }

  private narrow(filter: TimelineFilter): void {
    this.filter = filter;
    this.shown = filterDates(this.page, filter);
    this.axis?.showDates(this.shown);
    this.drawList();
    this.context.onLook();
  }

  private async drawAxis(): Promise<void> {
    const { page, context } = this;
    try {
      const charts = await loadCharts();
      const axis = new charts.Axis(
        page,
        context,
        {
          onChoose: (date) => this.showChosen(date),
          onOpen: (date) => this.open(date),
          onMove: () => context.onLook(),
        },
        this.shown,
        context.look?.days,
      );
      this.axis = axis;
      this.axisPlace.replaceChildren(axis.root);
      const asked = page.dates.findIndex(({ fact }) => page.facts[fact]?.fact.key === context.askedFact);
      if (asked >= 0) axis.choose(asked, context.look?.days !== undefined);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.axisPlace.replaceChildren(
        element('p', { class: 'quietNote' }, fill(context.strings.notDrawn, reason)),
      );
    }
  }

  private open(date: number): void {
    const key = this.page.facts[this.page.dates[date]?.fact ?? -1]?.fact.key;
    if (key !== undefined) this.context.send({ type: 'open', target: { kind: 'fact', key } });
  }

  /** Shows a chosen date's fact below the axis, with the way to its section. */
  private showChosen(at: number | undefined): void {
    const { page, context } = this;
    const date = at === undefined ? undefined : page.dates[at];
    const fact = date && page.facts[date.fact];
    if (!date || !fact) {
      this.chosen.replaceChildren();
      return;
    }
    context.choose(fact.fact.key);
    this.chosen.replaceChildren(
      element('p', { class: 'chosenDate' }, date.text),
      element(
        'p',
        { attributes: { lang: fact.language } },
        ...drawText(fact.fact.text, fact.fact, { ...context, fact: fact.fact.key }),
      ),
      element('p', {}, this.sectionLink(fact)),
    );
  }

  private sectionLink({ fact, section }: TimelinePage['facts'][number]): HTMLElement {
    const title = this.page.sections[section] ?? '';
    const target = { kind: 'fact', key: fact.key } as const;
    return openLink(target, this.context, 'link', fill(this.context.strings.readIn, title));
  }

  /** The same as the axis shows, as a list: the alternative for those who do not see or point. */
  private drawList(): void {
    const { page, shown, context } = this;
    const { strings } = context;
    const facts = new Set(shown.map((at) => page.dates[at]!.fact));
    this.status.textContent = fill(strings.shownFacts, facts.size, page.facts.length);
    if (shown.length === 0) {
      this.list.replaceChildren(element('p', {}, strings.noMatch));
      return;
    }
    const placed = shown.filter((at) => page.dates[at]!.place);
    const others = shown.filter((at) => !page.dates[at]!.place);
    const drawn = new Set<number>();
    this.list.replaceChildren(
      ...this.drawRows(strings.factsByTime, placed, drawn),
      ...this.drawRows(strings.datesOffAxis, others, drawn),
    );
  }

  private drawRows(title: string, dates: readonly number[], drawn: Set<number>): readonly HTMLElement[] {
    if (dates.length === 0) return [];
    const list = element('ol');
    let next = 0;
    const more = actionButton(() => append(), { class: 'button' }, '');
    const append = (): void => {
      const rows = dates.slice(next, next + ROWS).map((at) => this.drawRow(at, drawn));
      list.append(...rows);
      next += rows.length;
      const left = dates.length - next;
      more.hidden = left === 0;
      more.textContent = fill(this.context.strings.showMore, Math.min(left, ROWS));
      // Whoever asked for more by keyboard goes on with the first of it.
      if (document.activeElement === more && more.hidden) rows[0]?.querySelector('button')?.focus();
    };
    append();
    return [element('h2', {}, title), list, more];
  }

  private drawRow(at: number, drawn: Set<number>): HTMLElement {
    const { page, context } = this;
    const date = page.dates[at]!;
    const fact = page.facts[date.fact];
    if (!fact) return element('li', {}, date.text);
    const isPlaced = date.place !== undefined;
    const when = isPlaced
      ? actionButton(
          () => this.axis?.choose(at),
          { class: 'dateButton', attributes: { title: context.strings.showOnTimeline } },
          date.text,
        )
      : element('span', { class: 'dateText' }, date.text);
    // A fact with several dates stands here several times, but ids are to be unique.
    const isFirst = !drawn.has(date.fact);
    drawn.add(date.fact);
    const sentence = isFirst
      ? drawFact({ ...fact.fact, dates: fact.fact.dates.filter(({ start }) => start !== undefined) }, context)
      : element('span', {}, ...drawText(fact.fact.text, fact.fact, context));
    return element(
      'li',
      {},
      when,
      element('div', { attributes: { lang: fact.language } }, sentence),
      element('div', {}, this.sectionLink(fact)),
    );
  }
}
