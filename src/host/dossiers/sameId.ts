import * as vscode from 'vscode';
import type { LocatedProblem } from './diagnostics';
import type { DossierEntry } from './dossierEntry';

/** What is told where two dossiers have one id: the first of them is used. */
export function sameIdProblems(
  entries: readonly DossierEntry[],
  used: ReadonlyMap<string, DossierEntry>,
): readonly LocatedProblem[] {
  return entries.flatMap((entry): LocatedProblem[] => {
    const { id, position } = entry.dossier!;
    const first = used.get(id);
    if (!first || first === entry || entry.folder.origin === 'bundled') return [];
    const { file, line, column } = position ?? { file: 'dossier.yaml', line: 0, column: 0 };
    const problem = {
      severity: 'warning',
      code: 'same-dossier-id',
      file,
      line,
      column,
      endLine: line,
      endColumn: position ? column + id.length : 0,
      message: vscode.l10n.t(
        'The dossier in {0} has the id "{1}" too; this one is not used.',
        vscode.workspace.asRelativePath(first.uri),
        id,
      ),
      remedy: vscode.l10n.t('Give it another id, or switch the other one off.'),
    } as const;
    return [{ uri: vscode.Uri.joinPath(entry.uri, problem.file), problem }];
  });
}
