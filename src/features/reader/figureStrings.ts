import * as vscode from 'vscode';
import type { FIGURE_STRINGS } from '../../protocol/figureStrings';
import type { FiguresWords } from './pages/figuresPage';

/** What pages of figures say. */
export function figuresWords(): FiguresWords {
  return {
    figures: vscode.l10n.t('Figures'),
    figuresTitle: (topic) => vscode.l10n.t('Figures: {0}', topic),
    figuresOpened: (topic, charts) =>
      charts === 1
        ? vscode.l10n.t('Figures of {0}, 1 chart', topic)
        : vscode.l10n.t('Figures of {0}, {1} charts', topic, charts),
    qualified: (qualifier, figure) => {
      switch (qualifier) {
        case 'about':
          return vscode.l10n.t('about {0}', figure);
        case 'over':
          return vscode.l10n.t('more than {0}', figure);
        case 'under':
          return vscode.l10n.t('less than {0}', figure);
      }
    },
  };
}

/** The words of charts in the reader. */
export function figureStrings(): Readonly<Record<(typeof FIGURE_STRINGS)[number], string>> {
  return {
    figures: vscode.l10n.t('Figures'),
    chartActions: vscode.l10n.t('Actions for this chart'),
    showTable: vscode.l10n.t('Show as Table'),
    showChart: vscode.l10n.t('Show as Chart'),
    copyPng: vscode.l10n.t('Copy as PNG'),
    copySvg: vscode.l10n.t('Copy as SVG'),
    copyCsv: vscode.l10n.t('Copy as CSV'),
    saveChart: vscode.l10n.t('Save…'),
    copied: vscode.l10n.t('Copied.'),
    notTaken: vscode.l10n.t('That did not work: {0}. The table and the CSV hold the same figures.'),
    measuredIn: vscode.l10n.t('Unit: {0}'),
    sourceOfFigures: vscode.l10n.t('Source: {0}'),
    columnLabel: vscode.l10n.t('What'),
    columnWhen: vscode.l10n.t('When'),
    columnFigure: vscode.l10n.t('Figure'),
    columnFact: vscode.l10n.t('Fact'),
    columnSource: vscode.l10n.t('Source'),
    otherFigures: vscode.l10n.t('Figures That Stand Alone'),
    noFigures: vscode.l10n.t('No fact of this topic has a figure.'),
    figuresCut: vscode.l10n.t('Only the first {0} figures of this topic are shown.'),
  };
}
