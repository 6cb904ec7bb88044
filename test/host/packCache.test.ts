import * as vscode from 'vscode';
import type { Library } from '../../src/core/library';
import { readDossier } from '../../src/core/format/readDossier';
import { encodeNames } from '../../src/core/pack/namesPart';
import { openParcel } from '../../src/core/pack/parts';
import { encodeTopic } from '../../src/core/pack/topicPart';
import { DossierEntry } from '../../src/host/dossiers/dossierEntry';
import { PackCache } from '../../src/host/dossiers/packCache';
import { changedFiles } from '../../src/host/dossiers/signature';
import { WorkspaceMemory } from '../../src/host/dossiers/workspaceMemory';
import { LibraryService } from '../../src/host/libraryService';
import type { Log } from '../../src/host/log';
import { WorkerClient } from '../../src/host/worker/workerClient';
import { deepEqual, equal, match, ok } from './support/assert';
import { eventually } from './support/dossier';

const root = vscode.workspace.workspaceFolders![0]!.uri;
const folder = vscode.Uri.joinPath(root, 'packed-dossier');
const storage = vscode.Uri.joinPath(root, 'pack-storage');
const packs = vscode.Uri.joinPath(storage, 'packs');
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const FILES: Readonly<Record<string, Uint8Array>> = {
  'dossier.yaml': encode('format: 1\nid: packed\ntitle: Packed\nlanguage: en\n'),
  'names.yaml': encode('- id: ada\n  label: Ada Reef\n  kind: person\n'),
  'topics/a.md': encode('# A\n\nAda Reef came in 1912.\n'),
};
const paths = Object.keys(FILES);

function kept(): Parameters<PackCache['keep']>[2] {
  const { topics, names, ...head } = readDossier(new Map(Object.entries(FILES))).dossier!;
  const parcel = {
    head,
    names: encodeNames(head.id, names),
    topics: topics.map((topic) => ({ key: topic.key, part: encodeTopic(topic) })),
  };
  return {
    shelf: openParcel(parcel, undefined)!,
    problems: [],
    hash: 'abc',
    namesHash: 'n',
    hashes: [],
    finder: () => Promise.resolve(new ArrayBuffer(16)),
  };
}

/** A cache with what it warned of. */
function cacheIn(uri: vscode.Uri): { readonly cache: PackCache; readonly warnings: string[] } {
  const warnings: string[] = [];
  const log = { warn: (message: string) => warnings.push(message) } as unknown as Log;
  return { cache: new PackCache(uri, log), warnings };
}

async function files(): Promise<string[]> {
  try {
    return (await vscode.workspace.fs.readDirectory(packs)).map(([name]) => name).sort();
  } catch {
    return [];
  }
}

describe('The cache of packs', () => {
  beforeEach(async () => {
    for (const [path, bytes] of Object.entries(FILES)) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), bytes);
    }
    cacheIn(storage).cache.keep(folder, paths, kept());
    await eventually(
      async () => (await files()).length === 4 && !(await files()).some((name) => name.endsWith('.part')),
    );
  });
  afterEach(() => vscode.workspace.fs.delete(storage, { recursive: true }));
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it('opens a dossier without reading its files', async () => {
    const found = await cacheIn(storage).cache.find(folder);
    deepEqual(
      [...found!.shelf.facts()].map(({ text, names }) => [text, names]),
      [['Ada Reef came in 1912.', ['packed/ada']]],
    );
  });

  it('tells which files have changed, came or went since', async () => {
    const { signature } = (await cacheIn(storage).cache.find(folder))!;
    deepEqual(await changedFiles(folder, paths, signature), []);
    for (const path of ['topics/a.md', 'topics/b.md']) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), encode('# Another\n'));
    }
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'names.yaml'));
    const now = ['dossier.yaml', 'topics/a.md', 'topics/b.md'];
    deepEqual(await changedFiles(folder, now, signature), ['topics/a.md', 'topics/b.md', 'names.yaml']);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'topics/b.md'));
  });

  it('is not used where a file of it is cut short, gone, or of another version', async () => {
    const { cache } = cacheIn(storage);
    ok(await cache.find(folder), 'before anything');
    // Without what the worker compiled it compiles again; the dossier opens all the same.
    for (const name of (await files()).filter((name) => !name.endsWith('.forms'))) {
      const uri = vscode.Uri.joinPath(packs, name);
      // A copy: a slice of what Node reads would be the same memory.
      const whole = new Uint8Array(await vscode.workspace.fs.readFile(uri));
      for (const bytes of [whole.slice(0, whole.length >> 1), new Uint8Array()]) {
        await vscode.workspace.fs.writeFile(uri, bytes);
        equal(await cache.find(folder), undefined, `${name} with ${bytes.length} bytes`);
      }
      await vscode.workspace.fs.delete(uri);
      equal(await cache.find(folder), undefined, `${name} gone`);
      await vscode.workspace.fs.writeFile(uri, whole);
      const now = await vscode.workspace.fs.readFile(uri);
      ok(
        await cache.find(folder),
        `${name} restored ${now.length} of ${whole.length} ${new TextDecoder().decode(now).slice(0, 60)}`,
      );
    }
    const index = vscode.Uri.joinPath(
      packs,
      (await files()).find((name) => name.endsWith('.json'))!,
    );
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(index));
    await vscode.workspace.fs.writeFile(index, encode(text.replace(/"version":\d+/u, '"version":0')));
    equal(await cache.find(folder), undefined);
  });

  it('shows packs before all their bytes are looked at, and what the files have once they turn out to be damaged', async () => {
    const worker = new WorkerClient(vscode.extensions.getExtension('dossier.dossier')!.extensionUri);
    try {
      // What is read again is not kept here: on a slow machine that would go on behind this test.
      const cache = Object.assign(cacheIn(storage).cache, { keep: () => undefined });
      ok(await (await cache.find(folder))!.isWhole());
      // A letter of the name, and one of the fact.
      for (const [ending, letter, damagedSaying] of [
        ['.names', 'Ada Reef', 'Ada Reef came in 1912. @da Reef'],
        ['.topics', '1912', 'Ada Reef came in 0912. Ada Reef'],
      ] as const) {
        const uri = vscode.Uri.joinPath(
          packs,
          (await files()).find((each) => each.endsWith(ending))!,
        );
        const whole = new Uint8Array(await vscode.workspace.fs.readFile(uri)).slice();
        const damaged = whole.slice();
        damaged[new TextDecoder('latin1').decode(whole).indexOf(letter)]! ^= 1;
        await vscode.workspace.fs.writeFile(uri, damaged);
        const entry = new DossierEntry({ uri: folder, origin: 'workspace' }, worker, cache);
        const said = (): string =>
          [...[...entry.shelf!.facts()].map(({ text }) => text), entry.shelf!.name('packed/ada')!.label].join(
            ' ',
          );
        await entry.open({});
        equal(said(), damagedSaying);
        equal(await (await cache.find(folder))!.isWhole(), false, ending);
        await vscode.workspace.fs.writeFile(uri, whole);
        if (ending === '.names') continue;
        await entry.catchUp({});
        equal(said(), 'Ada Reef came in 1912. Ada Reef');
      }
    } finally {
      worker.dispose();
    }
  });

  it('gives a dossier what has changed since once it is asked to catch up', async () => {
    const worker = new WorkerClient(vscode.extensions.getExtension('dossier.dossier')!.extensionUri);
    try {
      const { cache } = cacheIn(storage);
      const entry = new DossierEntry({ uri: folder, origin: 'workspace' }, worker, cache);
      const said = (): readonly string[] => [...entry.shelf!.facts()].map(({ text }) => text);
      const changed = encode('# A\n\nAda Reef left in 1913.\n');
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, 'topics/a.md'), changed);
      await entry.open({});
      deepEqual(said(), ['Ada Reef came in 1912.']);
      const { revision } = entry;
      await entry.catchUp({});
      deepEqual(said(), ['Ada Reef left in 1913.']);
      ok(entry.revision > revision, 'nobody is told');
      // The next window has it at once.
      await eventually(
        async () => [...((await cache.find(folder))?.shelf.facts() ?? [])][0]?.text.includes('1913') ?? false,
      );
    } finally {
      worker.dispose();
    }
  });

  it('is caught up with where a folder comes back with other files than were packed', async () => {
    const { extensionUri } = vscode.extensions.getExtension('dossier.dossier')!;
    const { cache } = cacheIn(storage);
    const said = (library: Library): readonly string[] =>
      [...library.facts()].flatMap(({ dossier, text }) => (dossier === 'packed' ? [text] : []));
    // A channel of that name is the extension's own: disposed of here, it would be closed for all tests behind this one.
    const quiet = {
      info: () => undefined,
      warn: () => undefined,
      failure: () => undefined,
    } as unknown as Log;
    const worker = new WorkerClient(extensionUri);
    const service = new LibraryService(extensionUri, worker, cache, new WorkspaceMemory(cache), quiet);
    try {
      await vscode.workspace.fs.delete(folder, { recursive: true });
      deepEqual(said(await service.settled()), []);
      // Where dossiers are not looked for; it comes as a whole, so that no file watcher is faster.
      const before = vscode.Uri.joinPath(root, 'node_modules', 'packed-dossier');
      const changed = { ...FILES, 'topics/a.md': encode('# A\n\nAda Reef left in 1913.\n') };
      for (const [path, bytes] of Object.entries(changed)) {
        await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(before, path), bytes);
      }
      await vscode.workspace.fs.rename(before, folder);
      await service.refresh(folder);
      deepEqual(said(service.loaded!), ['Ada Reef left in 1913.']);
    } finally {
      for (const each of [service, worker]) each.dispose();
      await vscode.workspace.fs.delete(vscode.Uri.joinPath(root, 'node_modules'), { recursive: true });
    }
  });

  it('remembers which dossiers a workspace had, and takes none from elsewhere', async () => {
    const { cache } = cacheIn(storage);
    const elsewhere = vscode.Uri.joinPath(root, '..', 'elsewhere');
    const folders = [folder, elsewhere, folder.with({ path: `${root.path}/../elsewhere` })];
    new WorkspaceMemory(cache).noteFolders(folders.map((uri) => ({ uri, origin: 'workspace' })));
    await eventually(async () => (await files()).some((name) => name.endsWith('.workspace')));
    const recalled = await new WorkspaceMemory(cache).recall();
    deepEqual(
      recalled.map(({ uri, origin }) => `${origin} ${uri.toString()}`),
      [`workspace ${folder.toString()}`],
    );
    const file = vscode.Uri.joinPath(
      packs,
      (await files()).find((name) => name.endsWith('.workspace'))!,
    );
    for (const text of ['', '{"folders":', 'null', '{"folders":3}', '{"folders":[3,[null]]}']) {
      await vscode.workspace.fs.writeFile(file, encode(text));
      deepEqual(await new WorkspaceMemory(cache).recall(), [], text);
    }
  });

  it('tells once that it cannot be written, as on a disk that is full, and leaves no half file', async () => {
    // A file system in the place of the disk that takes no byte.
    const scheme = `full-disk-${Date.now().toString(36)}`;
    const none = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const full = (): never => {
      throw vscode.FileSystemError.Unavailable('ENOSPC: no space left on device');
    };
    const provider = vscode.workspace.registerFileSystemProvider(scheme, {
      onDidChangeFile: none.event,
      watch: () => new vscode.Disposable(() => undefined),
      stat: (uri) => {
        throw vscode.FileSystemError.FileNotFound(uri);
      },
      readDirectory: () => [],
      createDirectory: full,
      readFile: (uri) => {
        throw vscode.FileSystemError.FileNotFound(uri);
      },
      writeFile: full,
      delete: () => undefined,
      rename: full,
    });
    const { cache, warnings } = cacheIn(vscode.Uri.from({ scheme, path: '/storage' }));
    cache.keep(folder, paths, kept());
    cache.keep(folder, paths, kept());
    await eventually(() => warnings.length > 0);
    match(warnings.join('\n'), /no space left[^]*disk is not full/u);
    equal(await cache.find(folder), undefined);
    equal(warnings.length, 1);
    provider.dispose();
  });
});
