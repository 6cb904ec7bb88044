import * as vscode from 'vscode';
import { hashFiles } from '../../core/format/pack';
import type { DossierHead, Key, Problem } from '../../core/model';
import { checking } from '../../core/pack/container';
import { PackedNames } from '../../core/pack/namesPart';
import { PackedShelf } from '../../core/pack/packedShelf';
import { PackedTopic } from '../../core/pack/packedTopic';
import { platform } from '../platform/platform';
import type { Log } from '../log';
import { finishInTurns, Turns } from '../turns';
import { signatureOf, type Signature } from './signature';

/** Goes up whenever the reader makes something else of the same file, so that older packs are not used. */
const CACHE_VERSION = 2;

/** How long a pack lies unused before it is deleted. */
const UNUSED_MS = 60 * 24 * 3600 * 1000;

/** What opening from the cache gives. */
export interface CachedDossier {
  readonly shelf: PackedShelf;
  readonly problems: readonly Problem[];
  readonly namesHash: string;
  /** Of each file. */
  readonly hashes: readonly (readonly [path: string, hash: string])[];
  /** Of the files when they were packed. */
  readonly signature: Signature;
  /** The packs once more, to be given away: read anew, for to copy them would hold up the extension host. */
  readonly readAgain: () => Promise<ReadPacks | undefined>;
  /**
   * Whether all is as it was packed. To look at every byte takes longer than to open them, and they nearly always are; what
   * is cut short does not open at all.
   */
  readonly isWhole: () => Promise<boolean>;
}

/** The packs of a dossier as they were read. */
export interface ReadPacks {
  readonly names: ArrayBuffer;
  /** The parts of the topics, in one buffer. */
  readonly topics: readonly Uint8Array<ArrayBuffer>[];
  /** What the worker compiled of the names. */
  readonly finder: ArrayBuffer | undefined;
}

/** What is kept of a dossier that was read. */
export interface KeptDossier {
  readonly shelf: PackedShelf;
  readonly problems: readonly Problem[];
  readonly hash: string;
  readonly namesHash: string;
  readonly hashes: readonly (readonly [path: string, hash: string])[];
  /** What the worker compiled of the names; asked for when it is written. */
  readonly finder: () => Promise<ArrayBuffer | undefined>;
}

/** The small file that says which packs a folder has. */
interface Index {
  readonly version: number;
  readonly folder: string;
  readonly signature: Signature;
  /** Of the content; the packs have it in their names. */
  readonly hash: string;
  readonly namesHash: string;
  readonly head: DossierHead;
  readonly problems: readonly Problem[];
  readonly hashes: readonly (readonly [path: string, hash: string])[];
  /** Sizes of the topics' parts in bytes, in the order in which they follow each other. */
  readonly topics: readonly (readonly [key: Key, bytes: number])[];
}

/**
 * Packs of large dossiers in the extension's storage, so that the next window opens them without reading a file.
 * A cache: what is missing, damaged, of another version or cannot be written only costs the time to read the files.
 */
export class PackCache {
  private readonly folder: vscode.Uri;
  private hasWarned = false;

  constructor(
    storage: vscode.Uri,
    private readonly log: Log,
  ) {
    this.folder = vscode.Uri.joinPath(storage, 'packs');
  }

  /**
   * The dossier of a folder as it was packed. Whether its files are still the same takes longer to find out than all of
   * this (`changedFiles`), and so does whether no byte of what was packed has changed (`isWhole`): it nearly always is so,
   * and is shown first.
   */
  async find(folder: vscode.Uri): Promise<CachedDossier | undefined> {
    const index = await this.readIndex(folder);
    if (!index) return undefined;
    const read = await this.readPacks(index);
    const packedNames = read && PackedNames.open(read.names, true);
    if (!packedNames) return undefined;
    const packedTopics: PackedTopic[] = [];
    const turns = new Turns();
    for (const bytes of read.topics) {
      await turns.next();
      const topic = PackedTopic.open(bytes, true);
      if (!topic) return undefined;
      packedTopics.push(topic);
    }
    const { problems, namesHash, hashes, signature } = index;
    return {
      shelf: new PackedShelf(index.head, packedNames, packedTopics),
      problems,
      namesHash,
      hashes,
      signature,
      readAgain: async () => {
        const [packs, finder] = await Promise.all([
          this.readPacks(index),
          this.readFile(`${index.hash}.forms`),
        ]);
        return packs && { ...packs, finder };
      },
      isWhole: async () => {
        for (const topic of packedTopics) {
          await turns.next();
          if (!topic.isWhole) return false;
        }
        // In one go they would hold up the host: 13 MB of 100,000 names.
        return finishInTurns(checking(read.names));
      },
    };
  }

  private async readPacks({ hash, topics }: Index): Promise<Omit<ReadPacks, 'finder'> | undefined> {
    const [names, all] = await Promise.all([this.readFile(`${hash}.names`), this.readFile(`${hash}.topics`)]);
    if (!names || !all) return undefined;
    // Views of one buffer: on some machines the memory for copies takes longer than all else here.
    const bytes = new Uint8Array(all);
    let end = 0;
    return { names, topics: topics.map(([, size]) => bytes.subarray(end, (end += size))) };
  }

  /** Writes the packs of a dossier, without anyone waiting. */
  keep(folder: vscode.Uri, paths: readonly string[], dossier: KeptDossier): void {
    this.write(folder, paths, dossier).catch((error: unknown) => this.warn(error));
  }

  /** A file of the cache; `undefined` where there is none, or it cannot be read. */
  async readFile(name: string): Promise<ArrayBuffer | undefined> {
    try {
      return (await platform.readBytes(vscode.Uri.joinPath(this.folder, name))).buffer as ArrayBuffer;
    } catch {
      return undefined;
    }
  }

  /** Writes a file of the cache; a disk that is full is told once and costs nothing else. */
  async writeFile(name: string, bytes: Uint8Array): Promise<void> {
    const file = vscode.Uri.joinPath(this.folder, name);
    const unfinished = vscode.Uri.joinPath(this.folder, `${name}.${Date.now().toString(36)}.part`);
    try {
      await vscode.workspace.fs.writeFile(unfinished, bytes);
      // Whole or not at all: another window may read it at this moment.
      await platform.replaceFile(unfinished, file);
    } catch (error) {
      await discard(unfinished);
      throw error;
    }
  }

  /** Says once that nothing can be kept. */
  warn(error: unknown): void {
    if (this.hasWarned) return;
    this.hasWarned = true;
    this.log.warn(
      `Packs cannot be kept in ${this.folder.toString()}: ${error instanceof Error ? error.message : String(error)}. ` +
        'Large dossiers are read anew in each window. Check that the disk is not full and may be written.',
    );
  }

  /** Deletes what no window has used for a long time. */
  async clean(): Promise<void> {
    const oldest = Date.now() - UNUSED_MS;
    for (const [name] of await list(this.folder)) {
      const file = vscode.Uri.joinPath(this.folder, name);
      try {
        if ((await vscode.workspace.fs.stat(file)).mtime < oldest) await discard(file);
      } catch {
        // Another window was faster.
      }
    }
  }

  private async write(
    folder: vscode.Uri,
    paths: readonly string[],
    { shelf, problems, hash, namesHash, hashes, finder }: KeptDossier,
  ): Promise<void> {
    const signature = await signatureOf(folder, paths);
    if (!signature) return;
    const parts = shelf.packedTopics.map(({ bytes }) => bytes);
    const topics = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let start = 0;
    const turns = new Turns();
    for (const part of parts) {
      await turns.next();
      topics.set(part, start);
      start += part.length;
    }
    await this.writeFile(`${hash}.names`, new Uint8Array(shelf.packedNames.buffer));
    await this.writeFile(`${hash}.topics`, topics);
    const forms = await finder();
    if (forms) await this.writeFile(`${hash}.forms`, new Uint8Array(forms));
    const index: Index = {
      version: CACHE_VERSION,
      folder: folder.toString(),
      signature,
      hash,
      namesHash,
      head: shelf.head,
      problems,
      hashes,
      topics: shelf.packedTopics.map(({ key, bytes }) => [key, bytes.length]),
    };
    const before = await this.readIndex(folder);
    // Last, so that it never tells of packs that are not there.
    await this.writeFile(indexName(folder), new TextEncoder().encode(JSON.stringify(index)));
    if (before && before.hash !== hash) {
      for (const ending of ['names', 'topics', 'forms']) {
        await discard(vscode.Uri.joinPath(this.folder, `${before.hash}.${ending}`));
      }
    }
  }

  private async readIndex(folder: vscode.Uri): Promise<Index | undefined> {
    const bytes = await this.readFile(indexName(folder));
    if (!bytes) return undefined;
    try {
      const index = JSON.parse(new TextDecoder().decode(bytes)) as Partial<Index> | null;
      const isOurs = index?.version === CACHE_VERSION && index.folder === folder.toString();
      return isOurs &&
        Array.isArray(index.topics) &&
        Array.isArray(index.signature) &&
        typeof index.hash === 'string'
        ? (index as Index)
        : undefined;
    } catch {
      // Cut off while it was written, or damaged.
      return undefined;
    }
  }
}

function indexName(folder: vscode.Uri): string {
  return `${hashFiles(new Map([[folder.toString(), new Uint8Array()]]))}.json`;
}

async function list(folder: vscode.Uri): Promise<readonly [string, vscode.FileType][]> {
  try {
    return await vscode.workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function discard(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.delete(file);
  } catch {
    // It is gone already.
  }
}
