import * as vscode from 'vscode';
import type { Reason, SearchHit } from '../../core/search/searchIndex';

/** What a part of the query met, as it is told. */
type Sort = 'about' | 'date' | 'figure' | 'title' | 'alias' | 'text' | 'place';

/** Words that are named at most; more would not be read. */
const MOST_WORDS = 8;

/**
 * Why a hit is there, in a few words and in the order of the query: `about: jack lang · text: office · date: 2009`. Empty
 * where there is no reason. In this order VS Code's quick pick, which marks what was typed, finds the words to mark.
 */
export function whyFound({ why = [] }: SearchHit): string {
  const parts: { readonly sort: Sort | 'typo'; readonly words: string[] }[] = [];
  for (const reason of why.slice(0, MOST_WORDS)) {
    const sort = sortOf(reason);
    const word = sort === 'typo' ? typoText(reason) : wordOf(reason, sort);
    const last = parts.at(-1);
    if (last?.sort !== sort) parts.push({ sort, words: [word] });
    else if (!last.words.includes(word)) last.words.push(word);
  }
  return parts
    .map(({ sort, words }) => {
      if (sort === 'typo') return words.join(' · ');
      return sortText(sort, words.join(sort === 'about' ? ' ' : ', '));
    })
    .join(' · ');
}

function sortOf({ how, where }: Reason): Sort | 'typo' {
  if (how === 'typo' || how === 'about' || how === 'date' || how === 'figure') return how;
  return where ?? 'text';
}

function wordOf({ word, typed }: Reason, sort: Sort): string {
  return sort === 'about' || sort === 'date' || sort === 'figure' ? typed : (word ?? typed);
}

function typoText({ typed, word = '' }: Reason): string {
  return vscode.l10n.t('{0} for {1}', word, typed);
}

function sortText(sort: Sort, words: string): string {
  switch (sort) {
    case 'about':
      return vscode.l10n.t('about: {0}', words);
    case 'date':
      return vscode.l10n.t('date: {0}', words);
    case 'figure':
      return vscode.l10n.t('figure: {0}', words);
    case 'title':
      return vscode.l10n.t('title: {0}', words);
    case 'alias':
      return vscode.l10n.t('also called: {0}', words);
    case 'text':
      return vscode.l10n.t('text: {0}', words);
    case 'place':
      return vscode.l10n.t('section or topic: {0}', words);
  }
}
