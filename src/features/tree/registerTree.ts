import * as vscode from 'vscode';
import { registerCommand, type OpenTarget } from '../../host/commands';
import { draggingFrom } from '../../host/dragging';
import type { Services } from '../../host/services';
import { readSetting } from '../../host/settings';
import { LibraryTree } from './libraryTree';
import { nameChildren, topicChildren, topicNode, topicParent, type NameNode, type TopicNode } from './nodes';
import { nameItem, topicItem } from './treeItems';

/** Registers the Topics and Names views and what makes the Topics view follow the reader. */
export function registerTree(services: Services): vscode.Disposable {
  const { library, log, readingPlace, pins } = services;
  const topics = new LibraryTree<TopicNode>(
    library,
    {
      children: topicChildren,
      parent: topicParent,
      item: topicItem,
    },
    pins,
  );
  const names = new LibraryTree<NameNode>(
    library,
    {
      children: nameChildren,
      // Nothing reveals a name in its view.
      parent: () => undefined,
      item: nameItem,
    },
    pins,
  );
  const topicsView = vscode.window.createTreeView('dossier.topics', {
    treeDataProvider: topics,
    dragAndDropController: draggingFrom(library),
    canSelectMany: true,
    showCollapseAll: true,
  });
  const namesView = vscode.window.createTreeView('dossier.names', {
    treeDataProvider: names,
    dragAndDropController: draggingFrom(library),
    canSelectMany: true,
    showCollapseAll: true,
  });

  const reveal = async (target: OpenTarget, focus: boolean): Promise<boolean> => {
    const node = topicNode(await library.load(), target.kind, target.key);
    if (!node) return false;
    await topicsView.reveal(node, { select: true, focus, expand: false });
    return true;
  };
  const follow = async (place: OpenTarget | undefined): Promise<void> => {
    if (!place || !topicsView.visible || !readSetting('tree.followReader')) return;
    // The tree already shows the place when the reader was opened from it.
    const selected = topicsView.selection[0];
    if (selected?.kind === place.kind && selected.key === place.key) return;
    await reveal(place, false);
  };
  const followSafely = (place: OpenTarget | undefined): void => {
    follow(place).catch((error: unknown) =>
      log.warn(`The Topics view could not follow the reader: ${String(error)}`),
    );
  };

  return vscode.Disposable.from(
    topics,
    names,
    topicsView,
    namesView,
    readingPlace.onDidChange(followSafely),
    topicsView.onDidChangeVisibility(({ visible }) => visible && followSafely(readingPlace.current)),
    registerCommand('dossier.revealInTree', log, async (target) => {
      const place = readingPlace.current;
      if (target) return reveal(target, true);
      return place ? reveal(place, true) : false;
    }),
    registerCommand('dossier.reload', log, async () => (await library.reload()).dossiers.length),
  );
}
