import * as vscode from 'vscode';
import { placeInTopic, type TopicPlace } from '../../core/authoring/topicPlace';
import { TOPIC_PATH } from '../../core/format/fileNames';
import type { SourceRange } from '../../core/format/problems';
import type { LibraryService } from '../../host/libraryService';
import { exists } from './writeFile';

/** Topics, whatever language their documents are in. */
export const TOPICS: vscode.DocumentSelector = { pattern: '**/topics/*.md' };
/** Lines on either side of a position that are looked at; no paragraph is longer in practice. */
const REACH = 150;

/** What stands at a position of a topic's document. */
export interface TopicSpot {
  readonly place: TopicPlace;
  /** The text of a run of the place. */
  textOf(range: SourceRange): string;
  /** Where a run of the place stands in the document. */
  rangeOf(range: SourceRange): vscode.Range;
}

const knownFolders = new Set<string>();

/** The dossier's folder that a document is a topic of; `undefined` for all other documents. */
export async function folderOfTopic(
  library: LibraryService,
  uri: vscode.Uri,
): Promise<vscode.Uri | undefined> {
  const place = library.placeOf(uri);
  if (!place || !TOPIC_PATH.test(place.file)) return undefined;
  const { folder, dossier } = place;
  if (dossier || knownFolders.has(folder.toString())) return folder;
  // Other Markdown lies in folders called "topics" too.
  if (!(await exists(vscode.Uri.joinPath(folder, 'dossier.yaml')))) return undefined;
  knownFolders.add(folder.toString());
  return folder;
}

/** What stands at a position of a topic; reads only the lines around it, and front matter from its beginning. */
export function spotIn(document: vscode.TextDocument, position: vscode.Position): TopicSpot | undefined {
  const isNearTop = position.line < REACH * 2;
  let first = isNearTop ? 0 : position.line - REACH;
  // Text that begins with three hyphens would be taken for front matter.
  while (first > 0 && first < position.line && document.lineAt(first).text.startsWith('---')) first++;
  const start = new vscode.Position(first, 0);
  const base = document.offsetAt(start);
  const text = document.getText(new vscode.Range(start, new vscode.Position(position.line + REACH, 0)));
  const place = placeInTopic(text, document.offsetAt(position) - base);
  return (
    place && {
      place,
      textOf: (range) => text.slice(range.start, range.end),
      rangeOf: (range) =>
        new vscode.Range(document.positionAt(base + range.start), document.positionAt(base + range.end)),
    }
  );
}
