import * as vscode from 'vscode';
import { kindLabel } from '../../host/markdown';
import type { ReaderStrings } from '../../protocol/hostMessages';
import { figureStrings, figuresWords } from './figureStrings';
import type { PageWords } from './pages/pageWords';
import { timelineStrings, timelineWords } from './timelineStrings';

/** What pages say in the user's language. */
export function pageWords(): PageWords {
  return {
    language: vscode.env.language,
    today: new Date().toISOString().slice(0, 10),
    kind: kindLabel,
    retrieved: (date) => vscode.l10n.t('read on {0}', date),
    facts: (count) => (count === 1 ? vscode.l10n.t('1 fact') : vscode.l10n.t('{0} facts', count)),
    sharedFacts: (count) =>
      count === 1 ? vscode.l10n.t('1 shared fact') : vscode.l10n.t('{0} shared facts', count),
    contents: (facts, names, topics) =>
      vscode.l10n.t('Facts: {0} · names: {1} · topics: {2}', facts, names, topics),
    span: (from, to) => vscode.l10n.t('{0} to {1}', from, to),
    datesOfFacts: (span) => vscode.l10n.t('Dates of the facts: {0}', span),
    oldFigures: (old, all, years) =>
      vscode.l10n.t('{0} of {1} figures with a date are older than {2} years.', old, all, years),
    newestFigure: (date, years) =>
      vscode.l10n.t('Its newest figure is from {0}: older than {1} years.', date, years),
    dossierAnnouncement: (title) => vscode.l10n.t('{0}, overview', title),
    announcement: (title, around) => vscode.l10n.t('{0}, in {1}', title, around),
    more: (count) => (count === 1 ? vscode.l10n.t('1 more fact') : vscode.l10n.t('{0} more facts', count)),
    otherwise: (dossierTitle) => vscode.l10n.t('otherwise in {0}:', dossierTitle),
    goneTitle: vscode.l10n.t('This is not here any more'),
    goneText: (key) =>
      vscode.l10n.t(
        'No loaded dossier holds "{0}". It may have been renamed or moved, or its dossier may not be loaded.',
        key,
      ),
    nothingLoaded: vscode.l10n.t(
      'No dossier is loaded. Run "Dossier: Load Dossiers Again"; the log says what could not be read.',
    ),
    ...timelineWords(),
    ...figuresWords(),
  };
}

/** The words of the reader itself. */
export function readerStrings(): ReaderStrings {
  return {
    skipToText: vscode.l10n.t('Skip to the text'),
    breadcrumb: vscode.l10n.t('Where this is'),
    sections: vscode.l10n.t('Sections'),
    previousAndNext: vscode.l10n.t('Previous and next topic'),
    previous: vscode.l10n.t('Previous'),
    next: vscode.l10n.t('Next'),
    sources: vscode.l10n.t('Sources'),
    factActions: vscode.l10n.t('Actions for this fact'),
    copyFact: vscode.l10n.t('Copy with Source'),
    copyLink: vscode.l10n.t('Copy Link'),
    insertFact: vscode.l10n.t('Insert with Citation'),
    insertCitation: vscode.l10n.t('Insert Citation'),
    pin: vscode.l10n.t('Pin'),
    unpin: vscode.l10n.t('Unpin'),
    pinned: vscode.l10n.t('pinned'),
    openSource: vscode.l10n.t('Open Source'),
    table: vscode.l10n.t('Table'),
    alternatives: vscode.l10n.t('Perhaps one of these'),
    backToDossier: vscode.l10n.t('Back to {0}'),
    noFacts: vscode.l10n.t('No facts about this name yet.'),
    source: vscode.l10n.t('Source:'),
    alsoCalled: vscode.l10n.t('Also called'),
    facts: vscode.l10n.t('Facts'),
    sharing: vscode.l10n.t('Names that share facts with it'),
    mentions: vscode.l10n.t('Mentions in this workspace'),
    noMentions: vscode.l10n.t('No file of this workspace mentions it.'),
    noMentionsYet: vscode.l10n.t('No open document mentions it.'),
    lookInFiles: vscode.l10n.t('Look in All Files'),
    looking: vscode.l10n.t('Looking…'),
    topics: vscode.l10n.t('Topics'),
    mostMentioned: vscode.l10n.t('Names with the most facts'),
    latestPins: vscode.l10n.t('Latest pins'),
    noPins: vscode.l10n.t('Nothing of this dossier is pinned yet.'),
    ...timelineStrings(),
    ...figureStrings(),
  };
}
