import * as vscode from 'vscode';
import type { Library } from '../../core/library';
import { Disposable } from '../../host/disposable';
import type { LibraryService } from '../../host/libraryService';
import type { PinService } from '../../host/pinService';

/** What a view of the library is made of: pure functions over it. */
export interface TreeShape<Node> {
  children(library: Library, node?: Node): readonly Node[];
  parent(library: Library, node: Node): Node | undefined;
  item(library: Library, node: Node): vscode.TreeItem;
}

/** Feeds a tree view from the library, which loads when the view first shows. */
export class LibraryTree<Node extends { readonly kind: string; readonly key: string }>
  extends Disposable
  implements vscode.TreeDataProvider<Node>
{
  private readonly changed = this.register(new vscode.EventEmitter<Node | undefined>());
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly library: LibraryService,
    private readonly shape: TreeShape<Node>,
    private readonly pins: PinService,
  ) {
    super();
    this.register(library.onDidChange(() => this.refresh()));
    this.register(pins.onDidChange(() => this.refresh()));
  }

  /** Draws one element and what is under it again, or the whole tree. */
  refresh(node?: Node): void {
    this.changed.fire(node);
  }

  async getChildren(node?: Node): Promise<Node[]> {
    return [...this.shape.children(await this.library.load(), node)];
  }

  async getParent(node: Node): Promise<Node | undefined> {
    return this.shape.parent(await this.library.load(), node);
  }

  async getTreeItem(node: Node): Promise<vscode.TreeItem> {
    return this.pins.mark(this.shape.item(await this.library.load(), node), node);
  }
}
