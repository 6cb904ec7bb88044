import * as vscode from 'vscode';
import {
  addParagraph,
  asksForAttribution,
  attributionLine,
  hasAttribution,
} from '../../core/citing/attribution';
import type { CitedSource } from '../../core/citing/cslItem';
import { UserError } from '../../host/log';
import { formOf, languageOf } from './documentCitation';

const KEPT_UNDER = 'dossier.attributionOffered';
const MOST_KEPT = 500;

/**
 * Offers, once for a document and a source, to add the line that the source's licence asks for. Does not wait for the
 * answer where nobody may give one.
 */
export async function offerAttribution(
  document: vscode.TextDocument,
  cited: CitedSource,
  state: vscode.Memento,
): Promise<void> {
  const { source } = cited;
  if (!asksForAttribution(source.license) || hasAttribution(document.getText(), source)) return;
  const mark = `${document.uri.toString()} ${cited.key}`;
  const offered = state.get<readonly string[]>(KEPT_UNDER, []);
  if (offered.includes(mark)) return;
  await state.update(KEPT_UNDER, [...offered, mark].slice(-MOST_KEPT));
  const add = vscode.l10n.t('Add Line');
  const chosen = await vscode.window.showInformationMessage(
    vscode.l10n.t(
      'What comes from "{0}" is under {1}, which asks that the source be named. Add a line that does so at the end of this document?',
      source.title,
      source.license!,
    ),
    add,
  );
  if (chosen !== add || document.isClosed) return;
  const form = formOf(document);
  const line = attributionLine(source, languageOf(document, cited.language), form, document.getText());
  const { start, text } = addParagraph(document.getText(), line, form);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(start), text);
  if (!(await vscode.workspace.applyEdit(edit))) {
    throw new UserError(
      vscode.l10n.t('This document cannot be changed. Open one that can and insert again.'),
    );
  }
}
