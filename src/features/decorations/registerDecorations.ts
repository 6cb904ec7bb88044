import * as vscode from 'vscode';
import type { Mention } from '../../core/names/mention';
import type { Services } from '../../host/services';
import { readSetting } from '../../host/settings';

/** How long after activation the first names are marked. */
const START_MS = 500;

/** Registers the quiet underline of mentions in the editors that are visible. */
export function registerDecorations({ mentions, log }: Services): vscode.Disposable {
  const underline = vscode.window.createTextEditorDecorationType({
    // A dotted line in the colour of links, thin enough not to be taken for a problem.
    textDecoration: 'underline dotted var(--vscode-textLink-foreground) 1px; text-underline-offset: 3px',
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  const decorate = async (editor: vscode.TextEditor): Promise<void> => {
    const { document } = editor;
    const mode = readSetting('decorations', document);
    if (mode === 'off') {
      editor.setDecorations(underline, []);
      return;
    }
    const { version } = document;
    const all = await mentions.mentions(document);
    // A newer version has its own round.
    if (document.version !== version) return;
    const shown = mode === 'underline' ? all : firstOfEach(all);
    editor.setDecorations(
      underline,
      shown.map(({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end))),
    );
  };
  const decorateSafely = (editor: vscode.TextEditor): void => {
    decorate(editor).catch((error: unknown) =>
      log.warn(`Mentions could not be underlined: ${String(error)}`),
    );
  };
  const decorateAll = (): void => vscode.window.visibleTextEditors.forEach(decorateSafely);

  // Not before VS Code has come to rest: activation itself loads nothing.
  const first = setTimeout(decorateAll, START_MS);
  return vscode.Disposable.from(
    underline,
    { dispose: () => clearTimeout(first) },
    vscode.window.onDidChangeVisibleTextEditors(decorateAll),
    mentions.onDidChange((document) => {
      for (const editor of vscode.window.visibleTextEditors) {
        if (editor.document === document) decorateSafely(editor);
      }
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('dossier')) decorateAll();
    }),
  );
}

function firstOfEach(mentions: readonly Mention[]): readonly Mention[] {
  const seen = new Set<string>();
  return mentions.filter(({ names }) => {
    const name = names[0]!;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
