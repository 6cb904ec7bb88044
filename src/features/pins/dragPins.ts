import type * as vscode from 'vscode';
import type { EntryRef } from '../../core/pins/arrangePins';
import { putDragged } from '../../host/dragging';
import { isPinNode, type PinNode } from './pinNodes';

/** Takes pins and folders along; into a text, what they say. */
export function dragPins(nodes: readonly PinNode[], data: vscode.DataTransfer): void {
  const refs = nodes.flatMap((node) => refOf(node) ?? []);
  const lines = nodes.filter(isPinNode).map(({ found }) => found.text);
  putDragged(data, refs, lines);
}

/** What is kept of an element: a pin by what it was made from, which need not be what it stands for now. */
export function refOf(node: PinNode): EntryRef | undefined {
  if (node.kind === 'folder') return { kind: 'folder', key: node.key };
  return isPinNode(node) ? { kind: node.found.pin.kind, key: node.found.pin.key } : undefined;
}
