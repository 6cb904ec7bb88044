import * as vscode from 'vscode';
import { citesByKey } from '../../../core/citing/citationForm';
import type { CitationForm } from '../../../core/citing/citationForms';
import { wantedKey } from '../../../core/citing/citeKeys';
import { citedSource, type CitedSource } from '../../../core/citing/cslItem';
import { insertionPlace } from '../../../core/citing/insertionPlace';
import {
  planInsertion,
  type InsertionRequest,
  type PlannedInsertion,
} from '../../../core/citing/planInsertion';
import type { Library } from '../../../core/library';
import type { Fact, LanguageTag, RichText } from '../../../core/model';
import type { Mention } from '../../../core/names/mention';
import { keyOf, runCommand, type TargetOrKey } from '../../../host/commands';
import { UserError } from '../../../host/log';
import type { Services } from '../../../host/services';
import type { WorkerClient } from '../../../host/worker/workerClient';
import type { CitingWorkerTable } from '../../../protocol/citingWorker';
import { keyIn, type KeyInBibliography } from '../bibliography';
import { Citations } from '../citations';
import { completeFacts, type FactCompletionPlace, type KnownSources } from '../completeFacts';
import { formOf, languageOf } from '../documentCitation';
import { askBibliography, findBibliographies } from '../findBibliographies';
import { insertSourceList } from '../insertSources';
import type { EditorPlace, LastEditor } from '../lastEditor';
import { offerAttribution } from '../offerAttribution';
import { UndoneEntries } from '../undoneEntries';

const NO_TEXT: RichText = { text: '', marks: [] };

/** What the commands and the completion do; made when the first of them is used. */
export class Citing {
  private readonly citations: Citations;
  private readonly undoneEntries: UndoneEntries;
  /** Where facts were last offered, and what was found out of their sources there. */
  private listedAt = '';
  private known: KnownSources = new Map();

  constructor(
    private readonly services: Services,
    worker: WorkerClient<CitingWorkerTable>,
    private readonly lastEditor: LastEditor,
  ) {
    this.citations = new Citations(services.context.extensionUri, worker);
    this.undoneEntries = new UndoneEntries(services.log);
    services.context.subscriptions.push(this.undoneEntries);
  }

  /**
   * Inserts a fact with its citation, or the citation alone, at every cursor, in the form of the document.
   * @returns what the first cursor got; `undefined` where the user stopped
   */
  async insert(what: 'fact' | 'citation', target: TargetOrKey | undefined): Promise<string | undefined> {
    const { library, mentions, context, log } = this.services;
    const loaded = await library.loadFor(keyOf(target));
    const place = await this.lastEditor.toWriteIn();
    const { editor } = place;
    const fact = await factOf(target, loaded);
    if (!fact) return undefined;
    const { document } = editor;
    const form = formOf(document);
    const cited = sourceOfFact(loaded, fact);
    const entry = citesByKey(form) ? await keyFor(document, form, cited, this.citations) : undefined;
    if (citesByKey(form) && !entry) return undefined;
    const citation = entry
      ? NO_TEXT
      : (await this.citations.cite(cited, languageOf(document, cited.language), document)).note;
    const names = await Promise.all(
      place.selections().map(({ active }) => mentions.mentionAt(document, active)),
    );
    // From here on nothing may come between, or the places would be those of an older text.
    const plan = planInsertion({
      text: document.getText(),
      form,
      selections: placesIn(place, what, form, cited.language, names),
      ...(what === 'fact' && { fact }),
      source: cited.source,
      citation,
      key: entry?.key ?? wantedKey(cited),
    });
    await apply(plan, editor);
    if (entry) await this.undoneEntries.write(document, form, entry);
    offerAttribution(document, cited, context.workspaceState).catch((error: unknown) =>
      log.failure(what === 'fact' ? 'dossier.insertFact' : 'dossier.insertCitation', error),
    );
    await vscode.window.showTextDocument(document, editor.viewColumn);
    return plan.inserted;
  }

  /**
   * Adds the source of a fact to the bibliography of the document, and gives its key.
   * @param isCited whether the document was just given the citation, which may be undone
   */
  async addToBibliography(target: TargetOrKey | undefined, isCited: boolean): Promise<string | undefined> {
    const loaded = await this.services.library.loadFor(keyOf(target));
    const { document } = (await this.lastEditor.toWriteIn()).editor;
    const fact = await factOf(target, loaded);
    if (!fact) return undefined;
    const form = formOf(document);
    const entry = await keyFor(document, form, sourceOfFact(loaded, fact), this.citations);
    if (entry && isCited) await this.undoneEntries.write(document, form, entry);
    else await entry?.write();
    return entry?.key;
  }

  /** Inserts the list of what the document cites from dossiers. */
  async insertSources(): Promise<string | undefined> {
    const library = await this.services.library.load();
    return insertSourceList(await this.lastEditor.toWriteIn(), library, this.citations);
  }

  /** The facts that are offered behind the trigger. */
  async complete(
    place: FactCompletionPlace,
    token: vscode.CancellationToken,
  ): Promise<vscode.CompletionList | undefined> {
    const { library, mentions, search } = this.services;
    // Nothing behind the trigger: a list begins, and what was known for the one before may be old.
    const { document, range, trigger } = place;
    if (document.getText(range) === trigger) this.known = new Map();
    const at = `${document.uri.toString()} ${range.start.line}:${range.start.character}`;
    if (this.listedAt !== at) this.known = new Map();
    this.listedAt = at;
    const { citations, known } = this;
    return completeFacts(place, { library: await library.load(), mentions, search, citations, known }, token);
  }
}

async function keyFor(
  document: vscode.TextDocument,
  form: CitationForm,
  cited: CitedSource,
  citations: Citations,
): Promise<KeyInBibliography | undefined> {
  let files = await findBibliographies(document, form);
  if (!files) {
    const asked = await askBibliography(document);
    if (!asked) return undefined;
    files = [asked];
  }
  return keyIn(files, cited, { document, form }, citations);
}

/** What is selected, or the places that the cursors mean; each once. */
function placesIn(
  place: EditorPlace,
  what: 'fact' | 'citation',
  form: CitationForm,
  otherwise: LanguageTag,
  names: readonly (Mention | undefined)[],
): InsertionRequest['selections'] {
  const { document } = place.editor;
  const text = document.getText();
  const language = languageOf(document, otherwise);
  const places = place.selections().map(({ start, end, isEmpty }, index) => {
    const from = document.offsetAt(start);
    if (!isEmpty) return { start: from, end: document.offsetAt(end) };
    const at = insertionPlace(what, { text, offset: from, form, language, name: names[index] });
    return { start: at, end: at };
  });
  return places.filter(
    ({ start, end }, index) =>
      places.findIndex((other) => other.start === start && other.end === end) === index &&
      !(start === end && places.some((other) => other.start < start && end < other.end)),
  );
}

/** One edit for all cursors and the note, so that one undo takes it back. */
async function apply(plan: PlannedInsertion, editor: vscode.TextEditor): Promise<void> {
  const { document } = editor;
  const { version } = document;
  const isDone = await editor.edit((edit) => {
    for (const { start, end, text } of plan.edits) {
      edit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
    }
  });
  // An editor that is read-only takes the edit and does nothing.
  if (!isDone || document.version === version) {
    throw new UserError(
      vscode.l10n.t('This document cannot be changed. Open one that can and insert again.'),
    );
  }
  editor.selections = plan.cursors.map((offset) => {
    const position = document.positionAt(offset);
    return new vscode.Selection(position, position);
  });
}

async function factOf(target: TargetOrKey | undefined, library: Library): Promise<Fact | undefined> {
  const asked = target ?? (await runCommand('dossier.search', { pickFact: true }));
  if (asked === undefined) return undefined;
  const fact = library.fact(keyOf(asked) ?? '');
  if (!fact) {
    throw new UserError(
      vscode.l10n.t('No loaded dossier holds "{0}".', keyOf(asked) ?? JSON.stringify(asked)),
    );
  }
  return fact;
}

function sourceOfFact(library: Library, fact: Fact): CitedSource {
  return citedSource(library.dossier(fact.dossier)!, library.sourceOf(fact));
}
