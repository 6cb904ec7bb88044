import * as vscode from 'vscode';
import type { PinNode } from './pinNodes';

/** How long VS Code may take to tell of a changed selection, in ms; where nothing has the focus it never does. */
const TOLD_MS = 500;

/**
 * The rows that a key in the view is about: the one that has the focus, or all that are selected where it is one of them.
 * VS Code tells extensions only what is selected; which row has the focus shows when its selection is toggled.
 */
export async function keyTargets(view: vscode.TreeView<PinNode>): Promise<readonly PinNode[]> {
  const before = view.selection;
  const after = await toggled(view);
  if (!after) return before;
  const [focused] = after.filter((node) => !before.some((each) => isSame(each, node)));
  await toggled(view);
  return focused ? [focused] : before;
}

/** What is selected once the selection of the row with the focus is another; `undefined` where no row has it. */
function toggled(view: vscode.TreeView<PinNode>): Promise<readonly PinNode[] | undefined> {
  return new Promise((resolve) => {
    const end = (selection?: readonly PinNode[]): void => {
      clearTimeout(timer);
      listening.dispose();
      resolve(selection);
    };
    const timer = setTimeout(end, TOLD_MS);
    const listening = view.onDidChangeSelection(({ selection }) => end(selection));
    void vscode.commands.executeCommand('list.toggleSelection');
  });
}

function isSame(one: PinNode, other: PinNode): boolean {
  return one.kind === other.kind && one.key === other.key;
}
