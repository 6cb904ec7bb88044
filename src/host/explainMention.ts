import * as vscode from 'vscode';
import type { Library } from '../core/library';
import type { Mention, RuleId } from '../core/names/mention';

/** Says in the user's language why a mention was found, for the command and the API. */
export function explainMention(mention: Mention, library: Library): string {
  const label = library.name(mention.names[0]!)?.label ?? mention.names[0]!;
  const { form, language, rules } = mention.why;
  const what = rules.includes('label')
    ? vscode.l10n.t('"{0}" is the label of {1}', form, label)
    : language === undefined
      ? vscode.l10n.t('"{0}" is an alias of {1}', form, label)
      : vscode.l10n.t('"{0}" is an alias of {1} ({2})', form, label, language);
  const how = rules.map(ruleText).filter((text) => text !== undefined);
  return how.length > 0 ? `${what}; ${how.join(', ')}.` : `${what}.`;
}

function ruleText(rule: RuleId): string | undefined {
  switch (rule) {
    case 'label':
    case 'alias':
      return undefined;
    case 'case':
      return vscode.l10n.t('written in other capitals');
    case 'diacritics':
      return vscode.l10n.t('written with other accents');
    case 'punctuation':
      return vscode.l10n.t('written with another dash or apostrophe');
    case 'spacing':
      return vscode.l10n.t('written with other spaces or over a line break');
    case 'acronym':
      return vscode.l10n.t('an acronym, in exactly this case');
    case 'possessive':
      return vscode.l10n.t('followed by a possessive ending');
    case 'plural':
      return vscode.l10n.t('in the plural');
    case 'elision':
      return vscode.l10n.t('after an elided word');
    case 'particle':
      return vscode.l10n.t('followed by a Korean particle');
    case 'cjk':
      return vscode.l10n.t('in a script that writes no spaces');
    case 'surname':
      return vscode.l10n.t('a surname, after the full name in this document');
    case 'longest':
      return vscode.l10n.t('the longest of several names here');
    case 'context':
      return vscode.l10n.t('chosen among several names by the names around it');
  }
}
