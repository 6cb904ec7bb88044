import * as vscode from 'vscode';
import type { NearMissFinder } from '../../core/names/nearMisses';
import type { Services } from '../../host/services';
import { readSetting } from '../../host/settings';
import { loadSearching } from '../../host/lazyFiles';

/** Languages whose documents are prose; in code nearly every capitalised word is an identifier. */
const PROSE = new Set([
  'markdown',
  'plaintext',
  'latex',
  'asciidoc',
  'restructuredtext',
  'mdx',
  'quarto',
  'typst',
]);
const CODE = 'near-miss';

/** Registers the hint at words that are nearly a known name, with a quick fix; off unless the setting is on. */
export function registerNearMisses({ library, mentions, log }: Services): vscode.Disposable {
  const diagnostics = vscode.languages.createDiagnosticCollection('dossier.nearMisses');
  let finder: Promise<NearMissFinder> | undefined;

  const check = async (document: vscode.TextDocument): Promise<void> => {
    if (!PROSE.has(document.languageId) || !readSetting('nearMisses.enabled', document)) {
      diagnostics.delete(document.uri);
      return;
    }
    finder ??= library.load().then(async (loaded) => {
      const { NearMissFinder } = await loadSearching();
      return new NearMissFinder(loaded.names());
    });
    const [found, all, loaded] = await Promise.all([finder, mentions.mentions(document), library.load()]);
    if (document.isClosed) return;
    diagnostics.set(
      document.uri,
      found.find(document.getText(), all).map((miss) => {
        const range = new vscode.Range(document.positionAt(miss.start), document.positionAt(miss.end));
        const label = loaded.name(miss.name)?.label ?? miss.word;
        const message = vscode.l10n.t('Nearly "{0}" ({1})', miss.word, label);
        const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Information);
        diagnostic.source = 'Dossier';
        diagnostic.code = CODE;
        return diagnostic;
      }),
    );
  };
  const checkSafely = (document: vscode.TextDocument): void => {
    check(document).catch((error: unknown) =>
      log.warn(`Near misses could not be looked for: ${String(error)}`),
    );
  };
  const checkAll = (): void => vscode.workspace.textDocuments.forEach(checkSafely);

  const provideCodeActions = async (
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> => {
    const ours = context.diagnostics.filter((each) => each.source === 'Dossier' && each.code === CODE);
    if (ours.length === 0 || !finder) return [];
    const misses = (await finder).find(document.getText(), await mentions.mentions(document));
    return misses
      .filter(
        (miss) => document.offsetAt(range.start) <= miss.end && document.offsetAt(range.end) >= miss.start,
      )
      .map((miss) => {
        const title = vscode.l10n.t('Change to "{0}"', miss.word);
        const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
        const wrong = new vscode.Range(document.positionAt(miss.start), document.positionAt(miss.end));
        action.edit = new vscode.WorkspaceEdit();
        action.edit.replace(document.uri, wrong, miss.word);
        action.diagnostics = ours.filter((diagnostic) => diagnostic.range.intersection(wrong));
        action.isPreferred = true;
        return action;
      });
  };

  return vscode.Disposable.from(
    diagnostics,
    library.onDidChange(() => (finder = undefined)),
    mentions.onDidChange(checkSafely),
    vscode.workspace.onDidOpenTextDocument(checkSafely),
    vscode.workspace.onDidCloseTextDocument((document) => diagnostics.delete(document.uri)),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('dossier.nearMisses')) checkAll();
    }),
    vscode.languages.registerCodeActionsProvider(
      [...PROSE].map((language) => ({ language })),
      { provideCodeActions },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}
