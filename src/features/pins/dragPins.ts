import * as vscode from 'vscode';
import type { EntryRef } from '../../core/pins/arrangePins';
import { isPinNode, type PinNode } from './pinNodes';

/** The kind of data that is dragged inside the view. */
export const DRAGGED = 'application/vnd.code.tree.dossier.pins';

/** Takes pins and folders along; into a text, what they say. */
export function dragPins(nodes: readonly PinNode[], data: vscode.DataTransfer): void {
  const refs = nodes.flatMap((node) => refOf(node) ?? []);
  if (refs.length === 0) return;
  data.set(DRAGGED, new vscode.DataTransferItem(refs));
  const texts = nodes.filter(isPinNode).map(({ found }) => found.text);
  if (texts.length > 0) data.set('text/plain', new vscode.DataTransferItem(texts.join('\n')));
}

/** What is kept of an element: a pin by what it was made from, which need not be what it stands for now. */
export function refOf(node: PinNode): EntryRef | undefined {
  if (node.kind === 'folder') return { kind: 'folder', key: node.key };
  return isPinNode(node) ? { kind: node.found.pin.kind, key: node.found.pin.key } : undefined;
}
