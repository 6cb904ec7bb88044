import * as vscode from 'vscode';

/** Files in memory under a scheme of their own, in the place of a disk that fails or changes at the wrong moment. */
export class MemoryFiles implements vscode.FileSystemProvider, vscode.Disposable {
  /** Files by path. */
  readonly files = new Map<string, Uint8Array>();
  private readonly folders = new Set(['/']);
  private readonly changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changed.event;
  private readonly registered: vscode.Disposable;
  private readonly scheme = `memory-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  /** Is told of each write before it is done, with the path and how many there were; may throw. */
  beforeWrite: (path: string, count: number) => void = () => undefined;
  /** Is told of each file that was read, before its bytes are given. */
  beforeRead: (path: string) => void = () => undefined;
  private writes = 0;
  private now = 1;

  constructor() {
    this.registered = vscode.workspace.registerFileSystemProvider(this.scheme, this, {
      isCaseSensitive: true,
    });
  }

  uri(path: string): vscode.Uri {
    return vscode.Uri.from({ scheme: this.scheme, path });
  }

  /** The texts of all files by path, and of folders `undefined`, apart from the root. */
  get all(): Readonly<Record<string, string | undefined>> {
    const texts = [...this.files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const);
    const folders = [...this.folders]
      .filter((path) => path !== '/')
      .map((path) => [path, undefined] as const);
    return Object.fromEntries([...texts, ...folders].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  dispose(): void {
    this.registered.dispose();
    this.changed.dispose();
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat {
    const bytes = this.files.get(uri.path);
    if (bytes) return { type: vscode.FileType.File, ctime: 0, mtime: this.now, size: bytes.length };
    if (this.folders.has(uri.path)) return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
    throw vscode.FileSystemError.FileNotFound(uri);
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.stat(uri);
    const inside = (path: string): string | undefined =>
      path.startsWith(`${uri.path}/`) && !path.slice(uri.path.length + 1).includes('/')
        ? path.slice(uri.path.length + 1)
        : undefined;
    const listed = (paths: Iterable<string>, type: vscode.FileType): [string, vscode.FileType][] =>
      [...paths].flatMap((path) => {
        const name = inside(path);
        return name === undefined ? [] : [[name, type]];
      });
    return [
      ...listed(this.files.keys(), vscode.FileType.File),
      ...listed(this.folders, vscode.FileType.Directory),
    ];
  }

  createDirectory(uri: vscode.Uri): void {
    this.folders.add(uri.path);
  }

  readFile(uri: vscode.Uri): Uint8Array {
    this.beforeRead(uri.path);
    const bytes = this.files.get(uri.path);
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }

  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.beforeWrite(uri.path, ++this.writes);
    for (let at = uri.path.lastIndexOf('/'); at > 0; at = uri.path.lastIndexOf('/', at - 1)) {
      this.folders.add(uri.path.slice(0, at));
    }
    this.files.set(uri.path, content.slice());
    this.now++;
  }

  delete(uri: vscode.Uri): void {
    this.stat(uri);
    const isGone = (path: string): boolean => path === uri.path || path.startsWith(`${uri.path}/`);
    for (const path of this.files.keys()) if (isGone(path)) this.files.delete(path);
    for (const path of this.folders) if (isGone(path)) this.folders.delete(path);
  }

  rename(from: vscode.Uri, to: vscode.Uri): void {
    this.writeFile(to, this.readFile(from));
    this.delete(from);
  }
}
