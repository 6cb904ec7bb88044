import * as vscode from 'vscode';
import type { Problem } from '../../src/core/model';
import { listFiles, readFiles } from '../../src/host/dossiers/folderFiles';
import { deepEqual, equal, match, ok } from './support/assert';
import { dossierApi, eventually } from './support/dossier';
import { MemoryFiles } from './support/memoryFiles';
import { nodeFiles, type NodeFiles } from './support/nodeFiles';

const root = vscode.workspace.workspaceFolders![0]!.uri;
const folder = vscode.Uri.joinPath(root, 'notes', 'bad-input');
const pathOf = (path: string): string => vscode.Uri.joinPath(folder, path).fsPath;

const GOOD = {
  'dossier.yaml': 'format: 1\nid: bad-input\ntitle: Bad input\nlanguage: en\n',
  'names.yaml': '- id: ada\n  label: Ada Reef\n  kind: person\n',
  'topics/good.md': '# Good\n\nAda Reef lit the lamp in March 1912.\n',
};

interface Row {
  readonly what: string;
  /** Makes it, with what only Node can do. */
  readonly make: (fs: NodeFiles) => void;
  /** Codes with line and column of the problems, by file. */
  readonly expected: Readonly<Record<string, readonly string[]>>;
  readonly message?: RegExp;
}

const MB = 1024 * 1024;

const ROWS: readonly Row[] = [
  {
    what: 'a topic of 200 MB',
    make: (fs) => {
      fs.writeFileSync(pathOf('topics/large.md'), '# Large\n');
      // Takes no room on the disk; reading it would take 200 MB of memory.
      fs.truncateSync(pathOf('topics/large.md'), 200 * MB);
    },
    expected: { 'topics/large.md': ['file-too-large 0:0'] },
    message: /200 MB.*8 MB[^]*Divide it/u,
  },
  {
    what: 'names of 200 MB',
    make: (fs) => fs.truncateSync(pathOf('names.yaml'), 200 * MB),
    expected: { 'names.yaml': ['file-too-large 0:0'] },
    message: /200 MB/u,
  },
  {
    what: 'a topic that is a symbolic link to itself',
    make: (fs) => {
      fs.symlinkSync('circle.md', pathOf('topics/circle.md'));
      // VS Code leaves such links out when it lists a folder, so the place is where the topic is asked for.
      fs.appendFileSync(pathOf('dossier.yaml'), 'topics:\n  - good\n  - circle\n');
    },
    expected: { 'dossier.yaml': ['missing-topic 6:4'] },
    message: /no file “topics\/circle\.md”[^]*Make the file/u,
  },
  {
    what: 'two topics that are symbolic links to each other',
    make: (fs) => {
      fs.symlinkSync('b.md', pathOf('topics/a.md'));
      fs.symlinkSync('a.md', pathOf('topics/b.md'));
      fs.appendFileSync(pathOf('dossier.yaml'), 'topics: [good, a, b]\n');
    },
    expected: { 'dossier.yaml': ['missing-topic 4:15', 'missing-topic 4:18'] },
  },
  {
    what: 'a symbolic link to the folder around it',
    make: (fs) => {
      fs.symlinkSync('..', pathOf('topics/up'), 'dir');
      fs.symlinkSync('.', pathOf('here'), 'dir');
    },
    expected: {},
  },
  {
    what: 'a symbolic link to nothing',
    make: (fs) => fs.symlinkSync('nowhere.md', pathOf('topics/dangling.md')),
    expected: {},
  },
];

function problemsIn(path: string): readonly vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(vscode.Uri.joinPath(folder, path))
    .filter(({ source }) => source === 'Dossier');
}

describe('Bad input on a disk', function () {
  const fs = nodeFiles();

  beforeEach(function () {
    // In a browser files are reached by VS Code's own file system only, which makes neither links nor holes.
    if (!fs) return this.skip();
    fs.rmSync(folder.fsPath, { recursive: true, force: true });
    fs.mkdirSync(pathOf('topics'), { recursive: true });
    for (const [path, text] of Object.entries(GOOD)) fs.writeFileSync(pathOf(path), text);
  });
  after(async () => {
    if (!fs) return;
    fs.rmSync(folder.fsPath, { recursive: true, force: true });
    const api = await dossierApi();
    await eventually(async () => !(await api.topics()).some(({ dossier }) => dossier === 'bad-input'));
  });

  for (const { what, make, expected, message } of ROWS) {
    it(`${what} gets a problem at its place, and the rest works`, async () => {
      const api = await dossierApi();
      make(fs!);
      await vscode.commands.executeCommand('dossier.reload');
      const topics = (await api.topics()).filter(({ dossier }) => dossier === 'bad-input');
      deepEqual(
        topics.map(({ title }) => title),
        ['Good'],
      );
      const found = ['dossier.yaml', 'names.yaml', 'topics/good.md', ...Object.keys(expected)].flatMap(
        (path) =>
          problemsIn(path).map(
            ({ code, range }) =>
              `${path} ${typeof code === 'string' ? code : ''} ${range.start.line}:${range.start.character}`,
          ),
      );
      const wanted = Object.entries(expected).flatMap(([path, all]) => all.map((each) => `${path} ${each}`));
      deepEqual([...new Set(found)].sort(), wanted.sort());
      const said = Object.keys(expected).flatMap((path) =>
        problemsIn(path).map((problem) => problem.message),
      );
      ok(
        said.every((text) => /\S\n\S/u.test(text)),
        'a problem without a remedy',
      );
      if (message) match(said.join('\n'), message);
      ok(
        (await api.search('lamp 1912')).some(({ dossier }) => dossier === 'bad-input'),
        'nothing is found',
      );
    });
  }
});

describe('A file that changes while it is read', () => {
  let disk: MemoryFiles;
  const write = (text: string): void =>
    disk.writeFile(disk.uri('/d/topics/a.md'), new TextEncoder().encode(text));
  const read = async (): Promise<{
    readonly text: string | undefined;
    readonly problems: readonly Problem[];
  }> => {
    const { files, problems } = await readFiles(disk.uri('/d'), await listFiles(disk.uri('/d')));
    const bytes = files.find(([path]) => path === 'topics/a.md')?.[1];
    return { text: bytes && new TextDecoder().decode(bytes), problems };
  };
  beforeEach(() => {
    disk = new MemoryFiles();
    write('# First\n');
  });
  afterEach(() => disk.dispose());

  it('is read again until it rests', async () => {
    let left = 2;
    disk.beforeRead = (path) => {
      if (path.endsWith('a.md') && left-- > 0) write(`# Version ${left}\n${'more '.repeat(left + 1)}`);
    };
    const { text, problems } = await read();
    equal(text, '# Version 0\nmore ');
    deepEqual(problems, []);
  });

  it('is taken as it was at last where it never rests, and nothing hangs', async () => {
    let reads = 0;
    disk.beforeRead = (path) => {
      if (path.endsWith('a.md')) write(`# Version ${++reads}\n`);
    };
    const { text, problems } = await read();
    match(text, /^# Version \d\n$/u);
    equal(reads, 3);
    deepEqual(problems, []);
  });

  it('is a missing one where it goes meanwhile', async () => {
    disk.beforeRead = (path) => {
      if (path.endsWith('a.md')) disk.files.delete(path);
    };
    const { text, problems } = await read();
    equal(text, undefined);
    deepEqual(problems, []);
  });
});
