import * as vscode from 'vscode';
import type { CompletableForm } from '../../core/names/formPrefixes';
import { guessLanguage } from '../../core/text/guessLanguage';
import { cardsMarkdown } from '../../host/markdown';
import type { Services } from '../../host/services';
import { readSetting } from '../../host/settings';

/** What a name may look like before the cursor: up to three words, so that "Jack La" still completes. */
const BEGINNING = /(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]* ){0,2}[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*$/u;
const SHORTEST = 2;
const MOST = 50;

class NameCompletion extends vscode.CompletionItem {
  constructor(
    readonly form: CompletableForm,
    range: vscode.Range,
  ) {
    super(form.text, vscode.CompletionItemKind.Reference);
    this.range = range;
  }
}

/** Registers the completion of labels and aliases after two letters, with the card as documentation. */
export function registerCompletion({ library, mentions, cards }: Services): vscode.Disposable {
  const provideCompletionItems = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList | undefined> => {
    if (!readSetting('completion.enabled', document)) return undefined;
    const before = document.lineAt(position).text.slice(0, position.character);
    const beginning = BEGINNING.exec(before)?.[0];
    if (beginning === undefined || beginning.length < SHORTEST) return undefined;
    const loaded = await library.load();
    if (token.isCancellationRequested) return undefined;
    const forms = await mentions.prefixes();
    const language = guessLanguage(document.getText(new vscode.Range(0, 0, 100, 0)), document.uri.path);
    const items: NameCompletion[] = [];
    for (const start of wordStarts(beginning)) {
      const typed = beginning.slice(start);
      if (typed.length < SHORTEST) continue;
      const range = new vscode.Range(position.translate(0, -typed.length), position);
      for (const form of forms.find(typed, MOST)) {
        const name = loaded.name(form.name);
        if (!name) continue;
        const item = new NameCompletion(form, range);
        item.label = {
          label: form.text,
          description: form.text === name.label ? name.description : name.label,
        };
        // VS Code filters by what was typed, accents and case included; the folded search has already chosen.
        item.filterText = typed;
        const isInLanguage = form.language === undefined || form.language.startsWith(language ?? '');
        item.sortText = `${isInLanguage ? 0 : 1}${form.isLabel ? 0 : 1}${form.text}`;
        items.push(item);
      }
      if (items.length > 0) break;
    }
    // Incomplete: a longer beginning can bring forms that the limit cut.
    return new vscode.CompletionList(items, items.length >= MOST);
  };
  const resolveCompletionItem = async (item: NameCompletion): Promise<NameCompletion> => {
    item.documentation = cardsMarkdown(await cards.cardsOf(item.form.name));
    return item;
  };
  return vscode.languages.registerCompletionItemProvider('*', {
    provideCompletionItems,
    resolveCompletionItem,
  });
}

/** Where the words of a beginning start, the longest beginning first. */
function wordStarts(beginning: string): readonly number[] {
  return [0, ...[...beginning.matchAll(/ /gu)].map((space) => space.index + 1)];
}
