import * as vscode from 'vscode';
import { NAME_KINDS } from '../../core/model';

/** The extension that completes YAML by the JSON Schemas in `media/schemas`. */
const YAML_EXTENSION = 'redhat.vscode-yaml';

/** Registers the completion of kinds in names.yaml, for those who lack the extension that does it by the schema. */
export function registerKindCompletion(): vscode.Disposable {
  const provideCompletionItems = (
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] | undefined => {
    const before = document.lineAt(position).text.slice(0, position.character);
    if (!/^\s*(?:- )?kind: *\w*$/u.test(before) || vscode.extensions.getExtension(YAML_EXTENSION)) {
      return undefined;
    }
    return NAME_KINDS.map((kind) => new vscode.CompletionItem(kind, vscode.CompletionItemKind.EnumMember));
  };
  return vscode.languages.registerCompletionItemProvider(
    { pattern: '**/names.yaml' },
    { provideCompletionItems },
    ' ',
  );
}
