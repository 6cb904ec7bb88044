import * as vscode from 'vscode';
import type { PinsFile } from '../../core/pins/keepPins';
import { PIN_BOUNDS } from '../../core/pins/pin';

/** How long somebody else may take to write the file. */
const PAUSE_MS = 150;

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

  /** Under another name first: a full disk, or a window that ends, leaves the file as it was. */
  async write(bytes: Uint8Array): Promise<void> {
    const whole = this.beside(`${PINS_NAME}.${randomKey()}.tmp`);
    try {
      await vscode.workspace.fs.writeFile(whole, bytes);
      await vscode.workspace.fs.rename(whole, this.uri, { overwrite: true });
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
