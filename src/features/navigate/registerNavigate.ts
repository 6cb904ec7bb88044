import * as vscode from 'vscode';
import { nameDocument } from '../../core/cards/nameDocument';
import type { Mention } from '../../core/names/mention';
import { NAME_SCHEME, nameKeyOf, NameDocuments, nameUri } from '../../host/nameDocuments';
import type { Services } from '../../host/services';
import { findMentionsInWorkspace } from '../../host/workspaceMentions';

/**
 * Matches all documents with a higher score than `*`, with which VS Code registers its own highlighting of equal words:
 * only the best provider that finds something is asked.
 */
const EVERY_DOCUMENT: vscode.DocumentSelector = { pattern: '**' };

/** Registers definition, references and highlights of mentions, and the documents that definitions lead to. */
export function registerNavigate(services: Services): vscode.Disposable {
  const { ids, library, mentions } = services;

  const provideDefinition = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.LocationLink[]> => {
    const mention = await mentions.mentionAt(document, position);
    if (!mention || token.isCancellationRequested || (await ids.isAt(document, position))) return [];
    const loaded = await library.load();
    return mention.names
      .flatMap((key) => loaded.name(key) ?? [])
      .filter((name) => document.uri.scheme !== NAME_SCHEME || nameKeyOf(document.uri) !== name.key)
      .map((name) => ({
        originSelectionRange: rangeOf(document, mention),
        targetUri: nameUri(name),
        targetRange: new vscode.Range(0, 0, 2, 0),
        targetSelectionRange: new vscode.Range(0, 2, 0, 2 + name.label.length),
      }));
  };

  const provideReferences = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    _context: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[] | undefined> => {
    const mention = await mentions.mentionAt(document, position);
    const loaded = await library.load();
    const name = mention && loaded.name(mention.names[0]!);
    if (!name || token.isCancellationRequested) return undefined;
    const found = await findMentionsInWorkspace(services, name, token);
    const { factLines } = nameDocument(loaded, name, vscode.env.language);
    const facts = [...factLines.values()].map(
      (line) => new vscode.Location(nameUri(name), new vscode.Position(line, 0)),
    );
    return [...(found ?? []), ...facts];
  };

  const provideDocumentHighlights = async (
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentHighlight[] | undefined> => {
    const mention = await mentions.mentionAt(document, position);
    if (!mention || token.isCancellationRequested) return undefined;
    const [name] = mention.names;
    return (await mentions.mentions(document))
      .filter((other) => other.names[0] === name)
      .map(
        (other) => new vscode.DocumentHighlight(rangeOf(document, other), vscode.DocumentHighlightKind.Text),
      );
  };

  const provideDocumentLinks = async (document: vscode.TextDocument): Promise<vscode.DocumentLink[]> => {
    const loaded = await library.load();
    return (await mentions.mentions(document)).flatMap((mention) => {
      const name = loaded.name(mention.names[0]!);
      if (!name || name.key === nameKeyOf(document.uri)) return [];
      const link = new vscode.DocumentLink(rangeOf(document, mention), nameUri(name));
      link.tooltip = name.description;
      return [link];
    });
  };

  return vscode.Disposable.from(
    new NameDocuments(library),
    vscode.languages.registerDefinitionProvider('*', { provideDefinition }),
    vscode.languages.registerReferenceProvider('*', { provideReferences }),
    vscode.languages.registerDocumentHighlightProvider(EVERY_DOCUMENT, { provideDocumentHighlights }),
    vscode.languages.registerDocumentLinkProvider({ scheme: NAME_SCHEME }, { provideDocumentLinks }),
  );
}

function rangeOf(document: vscode.TextDocument, mention: Mention): vscode.Range {
  return new vscode.Range(document.positionAt(mention.start), document.positionAt(mention.end));
}
