import * as vscode from 'vscode';
import { askTarget } from '../../src/features/importing/targetFolder';
import { writeFolder } from '../../src/features/importing/writeFolder';
import { instead, warnings } from './support/answering';
import { deepEqual, equal, match, rejects } from './support/assert';
import { dossierApi } from './support/dossier';
import { MemoryFiles } from './support/memoryFiles';

const COMMAND = 'dossier.importArticle';
const ARTICLE = '# North Rock\n\nAda Reef kept North Rock from 1912 on.\n';

const NEW = new Map([
  ['dossier.yaml', 'new manifest'],
  ['names.yaml', 'new names'],
  ['topics/a.md', 'new a'],
  ['topics/b.md', 'new b'],
]);

/** A folder with a dossier of somebody's, and a file that no import knows. */
const MINE = {
  '/rock/dossier.yaml': 'my manifest',
  '/rock/notes.txt': 'my notes',
  '/rock/topics/a.md': 'my a',
};

describe('Importing into a folder', () => {
  let disk: MemoryFiles;
  beforeEach(() => {
    disk = new MemoryFiles();
  });
  afterEach(() => disk.dispose());

  async function fill(): Promise<void> {
    for (const [path, text] of Object.entries(MINE)) {
      await vscode.workspace.fs.writeFile(disk.uri(path), new TextEncoder().encode(text));
    }
  }

  it('leaves nothing where one of the files cannot be written, whichever it is', async () => {
    for (let failing = 1; failing <= NEW.size; failing++) {
      const full = new MemoryFiles();
      full.beforeWrite = (_path, count) => {
        if (count === failing) throw vscode.FileSystemError.Unavailable('ENOSPC: no space left on device');
      };
      await rejects(writeFolder(full.uri('/rock'), NEW), /no space left/u);
      deepEqual(full.all, {}, `the file ${failing}`);
      full.dispose();
    }
  });

  it('gives every file back what it held where replacing fails midway', async () => {
    await fill();
    const before = disk.all;
    let isFull = false;
    disk.beforeWrite = (path) => {
      isFull ||= path.endsWith('b.md');
      // What is taken back takes no more room than there was.
      if (path.endsWith('b.md')) throw vscode.FileSystemError.Unavailable('ENOSPC');
    };
    await rejects(writeFolder(disk.uri('/rock'), NEW), /ENOSPC/u);
    equal(isFull, true);
    deepEqual(disk.all, before);
  });

  it('leaves nothing, or what was there, where it is cancelled midway', async () => {
    for (const isThere of [false, true]) {
      if (isThere) await fill();
      const before = disk.all;
      const source = new vscode.CancellationTokenSource();
      let written = 0;
      disk.beforeWrite = () => {
        if (++written === 2) source.cancel();
      };
      await rejects(writeFolder(disk.uri('/rock'), NEW, source.token), /Canceled/u);
      deepEqual(disk.all, before);
      disk.beforeWrite = () => undefined;
      source.dispose();
    }
  });

  it('writes all, and leaves other files of the folder alone', async () => {
    await fill();
    await writeFolder(disk.uri('/rock'), NEW);
    deepEqual(disk.all, {
      '/rock': undefined,
      '/rock/dossier.yaml': 'new manifest',
      '/rock/names.yaml': 'new names',
      '/rock/notes.txt': 'my notes',
      '/rock/topics': undefined,
      '/rock/topics/a.md': 'new a',
      '/rock/topics/b.md': 'new b',
    });
  });

  it('asks before anything is replaced, and offers a folder beside it', async () => {
    await fill();
    const parent = { name: 'disk', uri: disk.uri('/'), index: 0 };
    const ask = async (answer: string | undefined): Promise<string | undefined> => {
      const { asked, stand } = warnings(answer);
      const target = await instead(
        'showQuickPick',
        (items: readonly { readonly uri?: vscode.Uri }[]) =>
          Promise.resolve({ ...items[0], uri: parent.uri }),
        () => instead('showWarningMessage', stand, () => askTarget('rock')),
      );
      deepEqual(
        asked.map(({ answers, isModal }) => [answers, isModal]),
        [[['Import as "rock-2"', 'Replace Its Files'], true]],
      );
      match(asked[0]?.message, /"rock" is not empty/u);
      return target && `${target.folder.path} ${target.mayReplace}`;
    };
    equal(await ask('Replace Its Files'), '/rock true');
    equal(await ask('Import as "rock-2"'), '/rock-2 false');
    equal(await ask(undefined), undefined);
  });

  it('as a whole says what failed, and leaves nothing', async () => {
    await dossierApi();
    const errors: string[] = [];
    const showErrorMessage = (message: string): Promise<undefined> => {
      errors.push(message);
      return Promise.resolve(undefined);
    };
    disk.beforeWrite = (path) => {
      if (path.endsWith('dossier.yaml')) throw vscode.FileSystemError.Unavailable('ENOSPC: no space left');
    };
    const answers = { source: ARTICLE, target: disk.uri('/rock'), names: 'proposed' };
    const result = await instead('showErrorMessage', showErrorMessage, () =>
      vscode.commands.executeCommand(COMMAND, answers),
    );
    equal(result, undefined);
    match(errors.join('\n'), /no space left/u);
    deepEqual(disk.all, {});
  });

  it('shows what it does, and stops without a word where somebody cancels it there', async () => {
    await dossierApi();
    const answers = { source: ARTICLE, target: disk.uri('/rock'), names: 'proposed' };
    for (const cancelled of ['Reading the article…', 'Writing the dossier…', undefined]) {
      const shown: string[] = [];
      const errors: string[] = [];
      type Work = (progress: unknown, token: vscode.CancellationToken) => Thenable<unknown>;
      const withProgress = (options: vscode.ProgressOptions, work: Work): Thenable<unknown> => {
        shown.push(`${options.title ?? ''} ${options.cancellable === true}`);
        const source = new vscode.CancellationTokenSource();
        if (options.title === cancelled) source.cancel();
        return work({ report: () => undefined }, source.token);
      };
      const result = await instead('withProgress', withProgress, () =>
        instead(
          'showErrorMessage',
          (message: string) => Promise.resolve(void errors.push(message)),
          () => vscode.commands.executeCommand<vscode.Uri | undefined>(COMMAND, answers),
        ),
      );
      deepEqual(errors, []);
      deepEqual(
        shown,
        ['Reading the article… true', 'Writing the dossier… true'].slice(
          0,
          cancelled?.startsWith('R') ? 1 : 2,
        ),
      );
      equal(result?.path, cancelled === undefined ? '/rock' : undefined);
      deepEqual(Object.keys(disk.all).includes('/rock/dossier.yaml'), cancelled === undefined);
      if (cancelled !== undefined) deepEqual(disk.all, {});
    }
  });
});
