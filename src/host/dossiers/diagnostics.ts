import * as vscode from 'vscode';
import type { Problem } from '../../core/model';
import { problemInUsersLanguage } from '../sayings';

/** A problem with the file it is in. */
export interface LocatedProblem {
  readonly uri: vscode.Uri;
  readonly problem: Problem;
}

/** A problem as VS Code shows it: what is wrong, and on the next line what would be right. */
export function diagnosticOf({ problem }: LocatedProblem): vscode.Diagnostic {
  const { line, column, endLine, endColumn, severity, code } = problem;
  const { message, remedy } = problemInUsersLanguage(problem);
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(line, column, endLine, endColumn),
    `${message}\n${remedy}`,
    severity === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'Dossier';
  diagnostic.code = code;
  return diagnostic;
}

/** Shows problems, and takes those away that are not there any more. */
export function showProblems(shown: vscode.DiagnosticCollection, problems: readonly LocatedProblem[]): void {
  const byFile = new Map<string, { readonly uri: vscode.Uri; readonly list: vscode.Diagnostic[] }>();
  for (const located of problems) {
    const key = located.uri.toString();
    let file = byFile.get(key);
    if (!file) byFile.set(key, (file = { uri: located.uri, list: [] }));
    file.list.push(diagnosticOf(located));
  }
  shown.forEach((uri) => {
    if (!byFile.has(uri.toString())) shown.delete(uri);
  });
  for (const { uri, list } of byFile.values()) shown.set(uri, list);
}
