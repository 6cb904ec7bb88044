import * as vscode from 'vscode';
import { rankFacts } from '../../core/cards/rankFacts';
import { citesByKey } from '../../core/citing/citationForm';
import { wantedKey } from '../../core/citing/citeKeys';
import { citedSource, type CitedSource } from '../../core/citing/cslItem';
import { citationMark, planInsertion, type InsertionRequest } from '../../core/citing/planInsertion';
import type { Library } from '../../core/library';
import type { Fact, Key } from '../../core/model';
import { guessLanguage } from '../../core/text/guessLanguage';
import { splitSentences } from '../../core/text/sentences';
import type { CommandId } from '../../host/commands';
import type { MentionService } from '../../host/mentionService';
import type { SearchService } from '../../host/searchService';
import { keyIn } from './bibliography';
import type { Citations } from './citations';
import { formOf, languageOf } from './documentCitation';
import { findBibliographies } from './findBibliographies';

/** How many facts are offered, and how many of each name. */
const MOST = 40;
const MOST_OF_A_NAME = 12;
/** How far the sentence is looked for, in UTF-16 code units before the cursor. */
const REACH = 2000;

/** Where facts are asked for: the trigger with what was typed behind it. */
export interface FactCompletionPlace {
  readonly document: vscode.TextDocument;
  readonly range: vscode.Range;
  readonly trigger: string;
}

export interface CompletionTools {
  readonly library: Library;
  readonly mentions: MentionService;
  readonly search: SearchService;
  readonly citations: Citations;
  /** What is known of the sources, by their keys, since the trigger was typed: a list is asked for again at each key. */
  readonly known: KnownSources;
}

export type KnownSources = Map<string, KnownSource>;

/** How a source is cited in a document: what takes reading files and formatting to find out. */
export interface KnownSource {
  readonly key: string;
  readonly citation: InsertionRequest['citation'];
  /** Adds the entry to the bibliography, or inserts all, where a file must be asked for first. */
  readonly command?: CommandId;
}

/** A source as the items for its facts need it. */
interface PreparedSource {
  readonly request: Omit<InsertionRequest, 'fact'>;
  readonly mark: ReturnType<typeof citationMark>;
  readonly command?: CommandId | undefined;
}

/**
 * The facts about the names of the current sentence, or those that have the words behind the trigger; each with its citation,
 * so that one undo takes it back.
 */
export async function completeFacts(
  place: FactCompletionPlace,
  tools: CompletionTools,
  token: vscode.CancellationToken,
): Promise<vscode.CompletionList | undefined> {
  const { document, range } = place;
  const facts = await factsFor(place, tools);
  if (facts.length === 0 || token.isCancellationRequested) return undefined;
  const prepared = new Map<string, PreparedSource>();
  const items: vscode.CompletionItem[] = [];
  for (const [index, fact] of facts.entries()) {
    const cited = citedSource(tools.library.dossier(fact.dossier)!, tools.library.sourceOf(fact));
    let source = prepared.get(cited.key);
    if (!source) {
      source = await prepare(cited, place, tools);
      prepared.set(cited.key, source);
    }
    const item = new vscode.CompletionItem(fact.text, vscode.CompletionItemKind.Reference);
    item.detail = tools.library.section(fact.section)?.title ?? '';
    item.documentation = `${fact.text}\n\n${cited.source.title}`;
    // VS Code would match letters strewn over a sentence: what fits the words has been found here.
    item.filterText = document.getText(range);
    item.sortText = String(index).padStart(3, '0');
    item.range = range;
    fill(item, fact, source, document);
    items.push(item);
  }
  return new vscode.CompletionList(items, true);
}

function fill(
  item: vscode.CompletionItem,
  fact: Fact,
  { request, mark, command }: PreparedSource,
  document: vscode.TextDocument,
): void {
  if (command !== undefined) item.command = { command, title: '', arguments: [fact.key, true] };
  if (command === 'dossier.insertFact') {
    item.insertText = '';
    return;
  }
  const { edits, cursors } = planInsertion({ ...request, fact }, mark);
  const own = edits.find(({ start }) => start === request.selections[0]!.start)!;
  const cursor = cursors[0]! - own.start - lengthBefore(edits, own.start);
  // What goes to the end of the text where the cursor is stands behind it.
  item.insertText = new vscode.SnippetString()
    .appendText(own.text.slice(0, cursor))
    .appendTabstop(0)
    .appendText(own.text.slice(cursor));
  item.keepWhitespace = true;
  item.additionalTextEdits = edits
    .filter((edit) => edit !== own)
    .map(
      ({ start, end, text }) =>
        new vscode.TextEdit(new vscode.Range(document.positionAt(start), document.positionAt(end)), text),
    );
}

/** How much longer the text before a place becomes. */
function lengthBefore(
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
  offset: number,
): number {
  return edits
    .filter(({ start }) => start < offset)
    .reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
}

async function prepare(
  cited: CitedSource,
  { document, range }: FactCompletionPlace,
  { known, citations }: CompletionTools,
): Promise<PreparedSource> {
  const source = known.get(cited.key) ?? (await findOut(cited, document, citations));
  known.set(cited.key, source);
  const { key, citation, command } = source;
  const request: Omit<InsertionRequest, 'fact'> = {
    text: document.getText(),
    form: formOf(document),
    selections: [{ start: document.offsetAt(range.start), end: document.offsetAt(range.end) }],
    source: cited.source,
    citation,
    key,
  };
  return { request, mark: citationMark(request), command };
}

async function findOut(
  cited: CitedSource,
  document: vscode.TextDocument,
  citations: Citations,
): Promise<KnownSource> {
  const form = formOf(document);
  if (!citesByKey(form)) {
    const { note } = await citations.cite(cited, languageOf(document, cited.language), document);
    return { key: wantedKey(cited), citation: note };
  }
  const citation = { text: '', marks: [] };
  const files = await findBibliographies(document, form);
  if (!files) return { key: wantedKey(cited), citation, command: 'dossier.insertFact' };
  const { key } = await keyIn(files, cited, { document, form }, citations);
  return { key, citation, command: 'dossier.addToBibliography' };
}

/** What stands before the place: names, in the words of their sentence. */
interface Surroundings {
  readonly text: string;
  readonly names: readonly Key[];
}

/** The facts that fit the sentence; with words behind the trigger those that have them, first the ones about its names. */
async function factsFor(place: FactCompletionPlace, tools: CompletionTools): Promise<readonly Fact[]> {
  const { library, search } = tools;
  const around = await surroundings(place, tools);
  // A hyphen at the beginning of a word would leave out what has it.
  const query = place.document.getText(place.range).slice(place.trigger.length).replaceAll('-', ' ').trim();
  if (query === '') return fittingFacts(library, around);
  const { hits, isComplete } = await search.find(query, {
    kinds: ['fact'],
    boost: around.names,
    limit: MOST,
  });
  if (!isComplete) return [];
  const found = hits.flatMap(({ key }) => library.fact(key) ?? []);
  const isAbout = ({ names }: Fact): boolean => names.some((name) => around.names.includes(name));
  return [...found.filter(isAbout), ...found.filter((fact) => !isAbout(fact))];
}

function fittingFacts(library: Library, { text, names }: Surroundings): readonly Fact[] {
  const facts = names.flatMap((name) =>
    rankFacts(library.factsAbout(name, { limit: 200, alongWith: names }), name, { text, names }).slice(
      0,
      MOST_OF_A_NAME,
    ),
  );
  return [...new Map(facts.map((fact) => [fact.key, fact])).values()].slice(0, MOST);
}

/** The names of the sentence at the place; of the last one before that has any, as behind a full stop. */
async function surroundings(
  { document, range }: FactCompletionPlace,
  { mentions }: CompletionTools,
): Promise<Surroundings> {
  const from = Math.max(0, document.offsetAt(range.start) - REACH);
  const text = document.getText(new vscode.Range(document.positionAt(from), range.start));
  for (const { start, end } of splitSentences(text, guessLanguage(text) ?? 'en').reverse()) {
    const found = await mentions.mentionsBetween(document, from + start, from + end);
    const names = [...new Set(found.map((mention) => mention.names[0]!))];
    if (names.length > 0) return { text: text.slice(start, end), names };
  }
  return { text: '', names: [] };
}
