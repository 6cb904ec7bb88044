import type * as vscode from 'vscode';
import type { WorkerAnswer, WorkerRequest } from '../../protocol/worker';
import { webPlatform } from './webPlatform';

/** When a file was last written, in ms since 1970, and its bytes. */
export interface FileTimes {
  readonly mtime: number;
  readonly size: number;
}

/** A running worker. */
export interface RunningWorker {
  post(message: WorkerRequest, transfer: readonly ArrayBuffer[]): void;
  stop(): void;
}

/** What a worker is started with. */
export interface WorkerSetup {
  /** The worker's file in dist/. */
  readonly script: string;
  /** Memory for what lives long, in MiB; that of a web worker is the browser's to bound. */
  readonly heapMb: number;
  readonly onAnswer: (answer: WorkerAnswer) => void;
  /** The worker cannot be used any more. `isFull` where it would have needed more memory than it was given. */
  readonly onEnd: (why: string, isFull?: boolean) => void;
}

/** What the two extension hosts do each in its own way. */
export interface Platform {
  startWorker(extensionUri: vscode.Uri, setup: WorkerSetup): Promise<RunningWorker>;
  /** @throws {vscode.FileSystemError} `FileNotFound` where there is none */
  statFile(uri: vscode.Uri): Promise<FileTimes>;
  /**
   * The bytes of a file, in a buffer that nothing else shares.
   * @throws {vscode.FileSystemError} `FileNotFound` where there is none
   */
  readBytes(uri: vscode.Uri): Promise<Uint8Array>;
  /**
   * Gives a file the name of another, in whose place it comes. Through the window that is two steps, the other is deleted first;
   * on Node's disk it is one, so that a window that ends leaves either of the two.
   * @throws {vscode.FileSystemError} `FileNotFound` where there is nothing to rename
   */
  replaceFile(from: vscode.Uri, to: vscode.Uri): Promise<void>;
  /**
   * Tells what comes, changes or goes right in a folder, and when the folder itself goes, where VS Code's own file watchers
   * may not.
   */
  watchFolder(folder: vscode.Uri, tell: (name: string, isNewOrGone: boolean) => void): vscode.Disposable;
  /** What `dist/lazy/NAME.js` exports, read at its first use. The build puts a call of it in the place of each `import('…/lazy/…')`. */
  loadLazyFile(name: string): Promise<object>;
}

/** That of the host in which this runs: a web worker's, until extensionNode.ts says otherwise. */
export let platform: Platform = webPlatform;

/** Called once, before anything else. */
export function usePlatform(host: Platform): void {
  platform = host;
}
