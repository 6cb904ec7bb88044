import * as vscode from 'vscode';
import { isPinKind } from '../../core/pins/pin';
import { registerCommand, runCommand } from '../../host/commands';
import { setContextKey } from '../../host/contextKeys';
import { Disposable } from '../../host/disposable';
import { ELEMENTS, takeDragged } from '../../host/dragging';
import type { Services } from '../../host/services';
import { dragPins } from './dragPins';
import type { Pinned } from './lazy/pinned';
import { keyTargets } from './keyTargets';
import { isPinNode, type PinNode } from './pinNodes';
import { registerNotes } from './registerNotes';

/** Where the workspace's state keeps that pins are shown by topic. */
const BY_TOPIC = 'dossier.pinsByTopic';

/** Registers the Pinned view and the commands for pins; what they do is loaded with the first that is used. */
export function registerPins(services: Services): vscode.Disposable {
  const { log, pins, library, context, readingPlace } = services;
  let loading: Promise<Pinned> | undefined;
  const pinned = (): Promise<Pinned> => {
    loading ??= Promise.all([import('./lazy/pinned'), pins.load(), library.load()]).then(
      ([module, book]) => new module.Pinned(services, book),
    );
    return loading;
  };
  let isByTopic = context.workspaceState.get<unknown>(BY_TOPIC) === true;
  const tree = new PinsTree(services, async (node) => (await pinned()).children(isByTopic, node), pinned);
  const view = vscode.window.createTreeView('dossier.pins', {
    treeDataProvider: tree,
    canSelectMany: true,
    showCollapseAll: true,
    dragAndDropController: {
      dragMimeTypes: [ELEMENTS, 'text/plain'],
      dropMimeTypes: [ELEMENTS],
      handleDrag: dragPins,
      handleDrop: async (target, data) => {
        const dragged = await takeDragged(data);
        try {
          if (dragged.length > 0) await (await pinned()).drop(dragged, target, isByTopic);
        } catch (error) {
          log.failure('dossier.pin', error);
        }
      },
    },
  });
  const sort = async (by: boolean): Promise<void> => {
    isByTopic = by;
    setContextKey('dossier.pinsByTopic', by);
    tree.refresh();
    await context.workspaceState.update(BY_TOPIC, by);
  };
  setContextKey('dossier.pinsByTopic', isByTopic);
  const step = async (by: -1 | 1, target: unknown, all: unknown): Promise<void> => {
    const given = isOfKey(target) ? await keyTargets(view) : Array.isArray(all) ? all : [target];
    await (await pinned()).step(by, given);
  };
  const tellRead = (): void => {
    const { current } = readingPlace;
    const isReadPinned =
      current !== undefined &&
      isPinKind(current.kind) &&
      pins.isPinned({ kind: current.kind, key: current.key });
    setContextKey('dossier.isReadPinned', isReadPinned);
  };
  return vscode.Disposable.from(
    tree,
    view,
    pins.onDidChange(tellRead),
    readingPlace.onDidChange(tellRead),
    registerNotes(pinned),
    registerCommand('dossier.pin', log, async (...given) => (await pinned()).pin(...given)),
    registerCommand('dossier.unpin', log, async (target, all) =>
      isOfKey(target)
        ? (await pinned()).unpinAll((await keyTargets(view)).filter(isPinNode))
        : (await pinned()).unpin(target, all),
    ),
    registerCommand('dossier.pinToFolder', log, async (...given) => (await pinned()).pinToFolder(...given)),
    registerCommand('dossier.newPinFolder', log, async (around, title) => {
      const key = await (await pinned()).newFolder(around, title);
      const folder = key === undefined ? undefined : (await pinned()).folderNode(key);
      if (folder && view.visible) await view.reveal(folder, { select: true, focus: true });
      return key;
    }),
    registerCommand('dossier.renamePinFolder', log, async (...given) => (await pinned()).rename(...given)),
    registerCommand('dossier.removePinFolder', log, async (...given) =>
      (await pinned()).removeFolder(...given),
    ),
    registerCommand('dossier.editNote', log, async (target) => (await pinned()).editNote(target)),
    registerCommand('dossier.movePinUp', log, (target, all) => step(-1, target, all)),
    registerCommand('dossier.movePinDown', log, (target, all) => step(1, target, all)),
    registerCommand('dossier.exportPins', log, async (folder) =>
      runCommand('dossier.export', {
        what: { kind: 'pins', ...(folder?.kind === 'folder' && { folder: folder.key }) },
      }),
    ),
    registerCommand('dossier.sortPinsByTopic', log, () => sort(true)),
    registerCommand('dossier.sortPinsByHand', log, () => sort(false)),
  );
}

/** Whether a command was started by a key in the view: it says so, since keys know no element. */
function isOfKey(target: unknown): boolean {
  return typeof target === 'object' && target !== null && 'selected' in target;
}

/** Feeds the Pinned view. */
class PinsTree extends Disposable implements vscode.TreeDataProvider<PinNode> {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    services: Services,
    private readonly children: (node?: PinNode) => Promise<readonly PinNode[]>,
    private readonly pinned: () => Promise<Pinned>,
  ) {
    super();
    this.register(services.pins.onDidChange(() => this.refresh()));
    // By topic, it shows titles and the order of topics.
    this.register(services.library.onDidChange(() => this.refresh()));
  }

  refresh(): void {
    this.changed.fire(undefined);
  }

  async getChildren(node?: PinNode): Promise<PinNode[]> {
    const children = await this.children(node);
    if (!node) setContextKey('dossier.hasPins', children.length > 0);
    return [...children];
  }

  async getParent(node: PinNode): Promise<PinNode | undefined> {
    return (await this.pinned()).parent(node);
  }

  async getTreeItem(node: PinNode): Promise<vscode.TreeItem> {
    return (await this.pinned()).item(node);
  }
}
