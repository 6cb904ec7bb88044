import * as vscode from 'vscode';
import type { EntryRef } from '../core/pins/arrangePins';
import { textOf } from '../core/pins/findAgain';
import { isPinKind } from '../core/pins/pin';
import type { LibraryService } from './libraryService';

/** The kind of data in which the views give each other what is dragged: `kind` and `key` of each element, as JSON. */
export const ELEMENTS = 'application/vnd.dossier.elements';

/** Makes the elements of a view draggable: to the pins, and as text into a document. Those that cannot be pinned stay. */
export function draggingFrom(
  library: LibraryService,
): vscode.TreeDragAndDropController<{ readonly kind: string; readonly key: string }> {
  return {
    dragMimeTypes: [ELEMENTS, 'text/plain'],
    dropMimeTypes: [],
    handleDrag: (elements, data) => {
      const targets = elements.flatMap(({ kind, key }) => (isPinKind(kind) ? [{ kind, key }] : []));
      const { loaded } = library;
      putDragged(data, targets, loaded ? targets.flatMap((target) => textOf(loaded, target) ?? []) : []);
    },
  };
}

/** Takes elements along in a drag; into a text go the lines. */
export function putDragged(
  data: vscode.DataTransfer,
  elements: readonly EntryRef[],
  lines: readonly string[],
): void {
  if (elements.length === 0) return;
  data.set(ELEMENTS, new vscode.DataTransferItem(JSON.stringify(elements)));
  if (lines.length > 0) data.set('text/plain', new vscode.DataTransferItem(lines.join('\n')));
}

/** The elements of a drag; none of anything else, since any program can drag something here. */
export async function takeDragged(data: vscode.DataTransfer): Promise<readonly EntryRef[]> {
  // Out of another view, VS Code gives an empty item of each kind before the one that has something in it.
  const items = [...data].flatMap(([kind, item]) => (kind === ELEMENTS ? [item.asString()] : []));
  return (await Promise.all(items)).flatMap(elementsOf);
}

function elementsOf(text: string): readonly EntryRef[] {
  try {
    const elements: unknown = JSON.parse(text);
    return Array.isArray(elements) ? elements.filter(isEntryRef) : [];
  } catch {
    return [];
  }
}

function isEntryRef(element: unknown): element is EntryRef {
  if (typeof element !== 'object' || element === null || !('kind' in element && 'key' in element)) {
    return false;
  }
  return (element.kind === 'folder' || isPinKind(element.kind)) && typeof element.key === 'string';
}
