import * as vscode from 'vscode';
import { citesByKey } from '../../core/citing/citationForm';
import type { CitationForm } from '../../core/citing/citationForms';
import { citedSource, type CitedSource } from '../../core/citing/cslItem';
import { isSameSource } from '../../core/citing/sameSource';
import { citedKeys, citesSource, planSourceList } from '../../core/citing/sourceList';
import type { Library } from '../../core/library';
import { UserError } from '../../host/log';
import { entriesOf } from './bibliography';
import type { Citations } from './citations';
import { formOf, languageOf } from './documentCitation';
import { findBibliographies } from './findBibliographies';
import type { EditorPlace } from './lastEditor';

/**
 * Inserts the list of the sources that an editor's document cites from dossiers, or adds what is missing to the list that
 * is there.
 * @returns what was added; `undefined` where there was nothing to add, which the user is told
 */
export async function insertSourceList(
  { editor, selections }: EditorPlace,
  library: Library,
  citations: Citations,
): Promise<string | undefined> {
  const { document } = editor;
  const form = formOf(document);
  const cited = await citedIn(document, form, library);
  if (cited.length === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('This document cites nothing from a dossier yet.'),
    );
    return undefined;
  }
  const language = languageOf(document, cited[0]!.language);
  const sources = await Promise.all(
    cited.map(async (each) => ({
      source: each.source,
      // Where the tools of the form make the list, no entry is needed.
      entry: citesByKey(form)
        ? { text: '', marks: [] }
        : (await citations.cite(each, language, document)).entry,
    })),
  );
  const text = document.getText();
  const offset = document.offsetAt(selections()[0]!.end);
  const edit = planSourceList({ text, form, offset, language, sources });
  if (!edit) {
    void vscode.window.showInformationMessage(
      citesByKey(form)
        ? vscode.l10n.t('The list of sources is made from the bibliography when this document is typeset.')
        : vscode.l10n.t('The list of sources is complete.'),
    );
    return undefined;
  }
  const { version } = document;
  const isDone = await editor.edit((change) => change.insert(document.positionAt(edit.start), edit.text));
  if (!isDone || document.version === version) {
    throw new UserError(
      vscode.l10n.t('This document cannot be changed. Open one that can and insert again.'),
    );
  }
  return edit.text;
}

/** The sources of the library that a document cites. */
async function citedIn(
  document: vscode.TextDocument,
  form: CitationForm,
  library: Library,
): Promise<readonly CitedSource[]> {
  const text = document.getText();
  const all = library.dossiers.flatMap((dossier) => [
    ...dossier.sources.map((source) => citedSource(dossier, source)),
    citedSource(dossier),
  ]);
  if (!citesByKey(form)) return unique(all.filter(({ source }) => citesSource(text, form, source)));
  const keys = citedKeys(text, form);
  const files = (await findBibliographies(document, form)) ?? [];
  const entries = (await Promise.all(files.map(entriesOf))).flat().filter(({ key }) => keys.has(key));
  return unique(all.filter(({ source }) => entries.some((entry) => isSameSource(entry, source))));
}

/** Two dossiers may name the same source. */
function unique(cited: readonly CitedSource[]): readonly CitedSource[] {
  return cited.filter(
    ({ source }, index) => cited.findIndex((other) => isSameSource(other.source, source)) === index,
  );
}
