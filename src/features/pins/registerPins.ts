import * as vscode from 'vscode';
import { registerCommand } from '../../host/commands';
import { setContextKey } from '../../host/contextKeys';
import { Disposable } from '../../host/disposable';
import type { Services } from '../../host/services';
import type { Pinned } from './lazy/pinned';
import type { PinNode } from './pinNodes';

/** Registers the Pinned view and the commands for pins; what they do is loaded with the first that is used. */
export function registerPins(services: Services): vscode.Disposable {
  const { log, pins, library } = services;
  let loading: Promise<Pinned> | undefined;
  const pinned = (): Promise<Pinned> => {
    loading ??= Promise.all([import('./lazy/pinned'), pins.load(), library.load()]).then(
      ([module, book]) => new module.Pinned(services, book),
    );
    return loading;
  };
  const tree = new PinsTree(services, pinned);
  const view = vscode.window.createTreeView('dossier.pins', { treeDataProvider: tree, canSelectMany: true });
  return vscode.Disposable.from(
    tree,
    view,
    registerCommand('dossier.pin', log, async (...given) => (await pinned()).pin(...given)),
    registerCommand('dossier.unpin', log, async (...given) => (await pinned()).unpin(...given)),
    registerCommand('dossier.pinToFolder', log, async (...given) => (await pinned()).pinToFolder(...given)),
    registerCommand('dossier.newPinFolder', log, async (...given) => (await pinned()).newFolder(...given)),
    registerCommand('dossier.renamePinFolder', log, async (...given) => (await pinned()).rename(...given)),
    registerCommand('dossier.removePinFolder', log, async (...given) =>
      (await pinned()).removeFolder(...given),
    ),
  );
}

/** Feeds the Pinned view. */
class PinsTree extends Disposable implements vscode.TreeDataProvider<PinNode> {
  private readonly changed = this.register(new vscode.EventEmitter<undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    services: Services,
    private readonly pinned: () => Promise<Pinned>,
  ) {
    super();
    this.register(services.pins.onDidChange(() => this.changed.fire(undefined)));
  }

  async getChildren(node?: PinNode): Promise<PinNode[]> {
    const children = (await this.pinned()).children(node);
    if (!node) setContextKey('dossier.hasPins', children.length > 0);
    return [...children];
  }

  async getTreeItem(node: PinNode): Promise<vscode.TreeItem> {
    return (await this.pinned()).item(node);
  }

  async getParent(node: PinNode): Promise<PinNode | undefined> {
    return (await this.pinned()).parent(node);
  }
}
