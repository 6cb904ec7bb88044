import * as vscode from 'vscode';
import { referencesOf, type ReferenceKind } from '../../core/authoring/uses';
import type { EntryPlace } from '../../core/authoring/yamlPlaces';
import type { SourceRange } from '../../core/format/problems';
import type { LibraryService } from '../../host/libraryService';
import type { Services } from '../../host/services';
import type { WorkerClient } from '../../host/worker/workerClient';
import { openPlaces, placesIn } from './entryPlaces';
import { findUses } from './findUses';
import { folderOfTopic, spotIn, TOPICS } from './topicDocument';

const YAML_FILES: vscode.DocumentSelector = { pattern: '**/{names,dossier}.yaml' };

/** An id that stands at the cursor, of a name or a source. */
interface IdAtCursor {
  readonly folder: vscode.Uri;
  readonly kind: ReferenceKind;
  readonly id: string;
  readonly range: vscode.Range;
}

function fileOf({ folder, kind }: IdAtCursor): vscode.Uri {
  return vscode.Uri.joinPath(folder, kind === 'name' ? 'names.yaml' : 'dossier.yaml');
}

/** The id at a position of a topic; on the text of a `:name` the one that it refers to. */
async function idInTopic(
  library: LibraryService,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<IdAtCursor | undefined> {
  const spot = spotIn(document, position);
  const folder = spot && (await folderOfTopic(library, document.uri));
  if (!folder) return undefined;
  const { place } = spot;
  if (place.kind === 'name' || place.kind === 'source') {
    return { folder, kind: place.kind, id: place.value, range: spot.rangeOf(place) };
  }
  if (place.kind !== 'directiveText' || place.directive?.name !== 'name') return undefined;
  const [reference] = referencesOf(place.directive);
  return reference && { folder, kind: reference.kind, id: reference.id, range: spot.rangeOf(place) };
}

function entryRange(document: vscode.TextDocument, { start, end }: SourceRange): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}

/** The entry of names.yaml or dossier.yaml whose id or label stands at a position. */
async function entryInYaml(
  { library, worker }: Services,
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<(IdAtCursor & { readonly isLabel: boolean }) | undefined> {
  const place = library.placeOf(document.uri);
  if (place?.file !== 'names.yaml' && place?.file !== 'dossier.yaml') return undefined;
  const entries = await placesIn(worker, document);
  const offset = document.offsetAt(position);
  const holds = (range: SourceRange | undefined): boolean =>
    range !== undefined && range.start <= offset && offset <= range.end;
  const entry = entries.find((each: EntryPlace) => holds(each.idRange) || holds(each.labelRange));
  if (!entry) return undefined;
  const isLabel = !holds(entry.idRange);
  return {
    folder: place.folder,
    kind: place.file === 'names.yaml' ? 'name' : 'source',
    id: entry.id,
    isLabel,
    range: entryRange(document, isLabel ? entry.labelRange! : entry.idRange),
  };
}

/** Where the entry with an id stands. */
async function declaration(worker: WorkerClient, at: IdAtCursor): Promise<vscode.LocationLink | undefined> {
  const known = await openPlaces(worker, fileOf(at));
  const entry = known?.places.find(({ id }) => id === at.id);
  if (!known || !entry) return undefined;
  return {
    originSelectionRange: at.range,
    targetUri: known.document.uri,
    targetRange: entryRange(known.document, entry.range),
    targetSelectionRange: entryRange(known.document, entry.idRange),
  };
}

/** Registers "Go to Definition" and "Go to References" between directives and the entries that they refer to. */
export function registerIdNavigation(services: Services): vscode.Disposable {
  const { ids, library, worker } = services;
  const hasId = async (document: vscode.TextDocument, position: vscode.Position): Promise<boolean> => {
    if (vscode.languages.match(TOPICS, document) > 0) {
      return (await idInTopic(library, document, position)) !== undefined;
    }
    const at = await entryInYaml(services, document, position);
    return at !== undefined && !at.isLabel;
  };
  const referencesTo = async (
    at: IdAtCursor | undefined,
    { includeDeclaration }: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[] | undefined> => {
    if (!at) return undefined;
    const entry = includeDeclaration ? await declaration(worker, at) : undefined;
    const uses = await findUses(library, at.folder, at.kind, at.id, token);
    const own = entry?.targetSelectionRange && [
      new vscode.Location(entry.targetUri, entry.targetSelectionRange),
    ];
    return [...(own ?? []), ...uses];
  };
  return vscode.Disposable.from(
    ids.know(hasId),
    vscode.languages.registerDefinitionProvider(TOPICS, {
      provideDefinition: async (document, position) => {
        const at = await idInTopic(library, document, position);
        const link = at && (await declaration(worker, at));
        return link ? [link] : [];
      },
    }),
    vscode.languages.registerDefinitionProvider(YAML_FILES, {
      // An id's definition is itself: VS Code then shows its uses instead.
      provideDefinition: async (document, position) => {
        const at = await entryInYaml(services, document, position);
        return at && !at.isLabel ? [new vscode.Location(document.uri, at.range)] : [];
      },
    }),
    vscode.languages.registerReferenceProvider(TOPICS, {
      provideReferences: async (document, position, context, token) =>
        referencesTo(await idInTopic(library, document, position), context, token),
    }),
    vscode.languages.registerReferenceProvider(YAML_FILES, {
      provideReferences: async (document, position, context, token) =>
        referencesTo(await entryInYaml(services, document, position), context, token),
    }),
  );
}
