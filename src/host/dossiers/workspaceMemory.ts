import * as vscode from 'vscode';
import { hashFiles } from '../../core/format/pack';
import { userFolders, type DossierFolder } from './discovery';
import { areRelated } from './newFolders';
import type { PackCache } from './packCache';

/** What the last window of a workspace found, as JSON. */
interface Memory {
  readonly folders: readonly (readonly [uri: string, origin: string])[];
  /** The file of the cache with the finder for all its names. */
  readonly finder?: string;
}

/**
 * Which dossiers a workspace had when it was last open: looking for them takes longer than opening them, so what was there
 * is shown first. Kept beside the packs; what is missing or damaged only costs that time.
 */
export class WorkspaceMemory {
  private memory: Memory = { folders: [] };
  private begun: { readonly file: string; readonly bytes: Promise<ArrayBuffer | undefined> } | undefined;

  constructor(private readonly cache: PackCache) {}

  /** The folders of the last time, as far as they can be dossiers now; begins to read the finder that they had. */
  async recall(): Promise<readonly DossierFolder[]> {
    const bytes = await this.cache.readFile(fileName());
    if (!bytes) return [];
    try {
      const memory = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Memory> | null;
      if (!Array.isArray(memory?.folders)) return [];
      this.memory = memory as Memory;
      const folders = this.memory.folders.flatMap(([uri, origin]) => folderOf(uri, origin) ?? []);
      const { finder: file } = this.memory;
      if (folders.length > 0 && typeof file === 'string') {
        this.begun = { file, bytes: this.cache.readFile(file) };
      }
      return folders;
    } catch {
      // Cut off while it was written, or damaged.
      return [];
    }
  }

  /** Remembers what was found. */
  noteFolders(folders: readonly DossierFolder[]): void {
    this.note({
      ...this.memory,
      folders: folders.map(({ uri, origin }) => [uri.toString(), origin] as const),
    });
  }

  /** Reads a finder out of the cache, which may have begun before, and remembers it. */
  async readFinder(file: string): Promise<ArrayBuffer | undefined> {
    const { begun } = this;
    this.dropFinder();
    this.note({ ...this.memory, finder: file });
    return begun?.file === file ? begun.bytes : this.cache.readFile(file);
  }

  /** Lets go of a finder that nobody is going to ask for. */
  dropFinder(): void {
    this.begun = undefined;
  }

  private note(memory: Memory): void {
    if (JSON.stringify(memory) === JSON.stringify(this.memory)) return;
    this.memory = memory;
    const bytes = new TextEncoder().encode(JSON.stringify(memory));
    this.cache.writeFile(fileName(), bytes).catch((error: unknown) => this.cache.warn(error));
  }
}

/** A folder that is still of this workspace, or of the setting; nobody may make another be read by writing the file. */
function folderOf(text: string, origin: string): DossierFolder | undefined {
  const uri = vscode.Uri.parse(text);
  const roots =
    origin === 'workspace'
      ? (vscode.workspace.workspaceFolders ?? []).map((root) => root.uri)
      : origin === 'user'
        ? userFolders()
        : [];
  if (uri.path.split('/').includes('..')) return undefined;
  const isInside = roots.some((root) => areRelated(root, uri) && uri.path.length >= root.path.length);
  return isInside ? { uri, origin: origin as DossierFolder['origin'] } : undefined;
}

function fileName(): string {
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.toString()).join('\n');
  return `${hashFiles(new Map([[roots, new Uint8Array()]]))}.workspace`;
}
