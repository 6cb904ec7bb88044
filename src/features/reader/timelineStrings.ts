import * as vscode from 'vscode';
import type { TIMELINE_STRINGS } from '../../protocol/timelineStrings';
import type { TimelineWords } from './pages/timelinePage';

/** What pages of timelines say. */
export function timelineWords(): TimelineWords {
  return {
    timeline: vscode.l10n.t('Timeline'),
    timelineTitle: (subject) => vscode.l10n.t('Timeline: {0}', subject),
    timelineOpened: (subject, dates) =>
      dates === 1
        ? vscode.l10n.t('Timeline of {0}, 1 date', subject)
        : vscode.l10n.t('Timeline of {0}, {1} dates', subject, dates),
  };
}

/** The words of timelines in the reader. */
export function timelineStrings(): Readonly<Record<(typeof TIMELINE_STRINGS)[number], string>> {
  return {
    timeline: vscode.l10n.t('Timeline'),
    timelineKeys: vscode.l10n.t(
      'Arrow keys choose a fact, Enter opens its section, + and − zoom, Shift with arrow keys moves, 0 shows all. The wheel zooms, dragging moves.',
    ),
    filter: vscode.l10n.t('Filter'),
    filterName: vscode.l10n.t('Name'),
    filterKind: vscode.l10n.t('Kind of name'),
    allKinds: vscode.l10n.t('All kinds'),
    zoomIn: vscode.l10n.t('Zoom In'),
    zoomOut: vscode.l10n.t('Zoom Out'),
    zoomAll: vscode.l10n.t('Show All'),
    shownFacts: vscode.l10n.t('Facts: {0} of {1}'),
    factsByTime: vscode.l10n.t('Facts in Order of Time'),
    datesOffAxis: vscode.l10n.t('Dates without a Place on the Axis'),
    readIn: vscode.l10n.t('Read in {0}'),
    showMore: vscode.l10n.t('Show {0} More'),
    noDates: vscode.l10n.t('No fact here has a date.'),
    noMatch: vscode.l10n.t('No fact matches the filter.'),
    timelineCut: vscode.l10n.t(
      'Only the first {0} dates are shown. The timelines of topics and names are shorter.',
    ),
    crowded: vscode.l10n.t(
      'Dates that have no room here: {0}. The bars at the bottom count them; zoom in, or filter, to see them.',
    ),
    moreHere: vscode.l10n.t('{0} more here'),
    chosenFact: vscode.l10n.t('Chosen fact'),
    showOnTimeline: vscode.l10n.t('Show on the timeline'),
    shapeDay: vscode.l10n.t('on one day'),
    shapeWithin: vscode.l10n.t('at some time within a month, a season, a year or longer'),
    shapeSpan: vscode.l10n.t('from one time to another; solid where this is certain'),
    shapeVague: vscode.l10n.t('approximate or uncertain'),
    notDrawn: vscode.l10n.t('This could not be drawn: {0}. The same stands below as text.'),
  };
}
