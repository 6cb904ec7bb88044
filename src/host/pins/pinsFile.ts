import * as vscode from 'vscode';
import type { PinsFile } from '../../core/pins/keepPins';
import { PIN_BOUNDS } from '../../core/pins/pin';
import { platform } from '../platform/platform';

/** How long somebody else may take to write the file. */
const PAUSE_MS = 150;

/** How the name of a file ends that is not in its place yet. */
const UNPLACED = '.tmp';

/** The name of the file, in the workspace's folder `.vscode` or in the storage of the extension. */
export const PINS_NAME = 'dossier-pins.json';

/** The file that pins are kept in, on any file system. */
export class PinsFileOnDisk implements PinsFile {
  constructor(readonly uri: vscode.Uri) {}

  async read(): Promise<Uint8Array | undefined> {
    try {
      const { size } = await vscode.workspace.fs.stat(this.uri);
      // A file that is too large is known by its size; its bytes are not wanted.
      if (size > PIN_BOUNDS.file) return new Uint8Array(PIN_BOUNDS.file + 1);
      return await vscode.workspace.fs.readFile(this.uri);
    } catch (error) {
      if (isCode(error, 'FileNotFound')) return undefined;
      throw error;
    }
  }

  /**
   * Under another name first: a full disk, or a window that ends, leaves the file as it was, or (where a rename is two steps,
   * see {@link Platform.replaceFile}) what {@link restore} finds.
   */
  async write(bytes: Uint8Array): Promise<void> {
    const whole = this.beside(`${PINS_NAME}.${randomKey()}${UNPLACED}`);
    try {
      await vscode.workspace.fs.writeFile(whole, bytes);
      await platform.replaceFile(whole, this.uri).catch((error: unknown) => {
        // A window that began just now has put it in its place; who wrote it reads it again.
        if (!isCode(error, 'FileNotFound')) throw error;
      });
    } catch (error) {
      await vscode.workspace.fs.delete(whole).then(undefined, () => undefined);
      throw error;
    }
  }

  async setAside(): Promise<string | undefined> {
    const day = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
    for (let number = 1; ; number++) {
      const name = `dossier-pins.damaged-${day}${number > 1 ? `-${number}` : ''}.json`;
      try {
        await vscode.workspace.fs.rename(this.uri, this.beside(name), { overwrite: false });
        return name;
      } catch (error) {
        if (isCode(error, 'FileNotFound')) return undefined;
        if (!isCode(error, 'FileExists') || number > 100) throw error;
      }
    }
  }

  async restore(isWhole: (bytes: Uint8Array) => boolean): Promise<boolean> {
    for (const left of await this.unplaced()) {
      try {
        if (!isWhole(await vscode.workspace.fs.readFile(left))) continue;
        await vscode.workspace.fs.rename(left, this.uri, { overwrite: false });
        return true;
      } catch (error) {
        // The window that wrote it is not at its end, after all.
        if (!isCode(error, 'FileNotFound') && !isCode(error, 'FileExists')) throw error;
      }
    }
    return false;
  }

  /** What has been written and not put in its place, the newest first. */
  private async unplaced(): Promise<readonly vscode.Uri[]> {
    const all = await vscode.workspace.fs.readDirectory(this.beside('.')).then(undefined, () => []);
    const files = all.filter(([name]) => name.startsWith(`${PINS_NAME}.`) && name.endsWith(UNPLACED));
    const dated = await Promise.all(
      files.map(async ([name]) => {
        const uri = this.beside(name);
        // One that is gone meanwhile is in its place.
        const times = await vscode.workspace.fs.stat(uri).then(undefined, () => undefined);
        return times ? [{ uri, mtime: times.mtime, size: times.size }] : [];
      }),
    );
    return dated
      .flat()
      .filter(({ size }) => size <= PIN_BOUNDS.file)
      .sort((one, other) => other.mtime - one.mtime)
      .map(({ uri }) => uri);
  }

  isOpen(): boolean {
    const uri = this.uri.toString();
    return vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri);
  }

  pause(): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }

  nowMs(): number {
    return performance.now();
  }

  /** A file in the same folder. */
  beside(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.uri, '..', name);
  }
}

/** A key that nobody else makes. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof vscode.FileSystemError && error.code === code;
}
