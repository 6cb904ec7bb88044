import * as vscode from 'vscode';
import { readDossier } from '../../src/core/format/readDossier';
import { deepEqual, equal, ok } from './support/assert';

const COMMAND = 'dossier.importArticle';

const TEXT = `North Rock


# North Rock

North Rock is a rock off the coast of Norway. Ada Reef kept its light from 1912 to 1942.


## Building

The Northern Lights Board (NLB) spent €2 million on the tower in 1909. Reef came later.
`;

/** A folder of the workspace that does not exist yet. */
function fresh(name: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  ok(folder, 'the tests run in a workspace');
  return vscode.Uri.joinPath(folder.uri, `import-${name}-${Date.now()}`);
}

async function filesIn(folder: vscode.Uri, below = ''): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const [name, type] of await vscode.workspace.fs.readDirectory(folder)) {
    const uri = vscode.Uri.joinPath(folder, name);
    if (type === vscode.FileType.Directory) {
      for (const [path, bytes] of await filesIn(uri, `${below}${name}/`)) files.set(path, bytes);
    } else {
      files.set(below + name, await vscode.workspace.fs.readFile(uri));
    }
  }
  return files;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

describe('Import Article', () => {
  const made: vscode.Uri[] = [];
  const target = (name: string): vscode.Uri => {
    const folder = fresh(name);
    made.push(folder);
    return folder;
  };
  after(async () => {
    for (const folder of made) {
      if (await exists(folder)) await vscode.workspace.fs.delete(folder, { recursive: true });
    }
  });

  it('makes a dossier of a text that reads without problems', async () => {
    const folder = target('text');
    const from = { license: 'CC0-1.0', url: 'https://example.org/rock', retrieved: '2026-05-01' };
    const result = await vscode.commands.executeCommand<vscode.Uri>(COMMAND, {
      source: TEXT,
      target: folder,
      names: 'proposed',
      from,
    });
    equal(result.toString(), folder.toString());
    const { dossier, problems } = readDossier(await filesIn(folder));
    deepEqual(problems, []);
    deepEqual(
      dossier?.topics.map((topic) => [topic.title, topic.sections.map((section) => section.id)]),
      [['North Rock', ['lead', 'building']]],
    );
    deepEqual(dossier?.sources, [{ id: 'source', title: 'North Rock', ...from }]);
    const names = new Map(dossier?.names.map((name) => [name.label, name]));
    equal(names.get('Ada Reef')?.kind, 'person');
    equal(names.get('Northern Lights Board')?.aliases[0]?.text, 'NLB');
    equal(names.get('Norway')?.kind, 'place');
    const facts = dossier?.topics[0]?.sections.flatMap((section) => section.facts) ?? [];
    deepEqual(
      facts[1]?.dates.map((date) => date.edtf),
      ['1912/1942'],
    );
    ok(
      facts[3]?.names.some((key) => key.endsWith('/ada-reef')),
      'a bare surname counts after the full name',
    );
  });

  it('imports a file, with the names that were asked for', async () => {
    const file = fresh('source').with({ path: `${fresh('source').path}.wikitext` });
    made.push(file);
    await vscode.workspace.fs.writeFile(
      file,
      new TextEncoder().encode(
        "'''Ada Reef''' kept [[North Rock]].{{sfn|X}}\n\n== Life ==\nShe was {{nowrap|a keeper}}.",
      ),
    );
    const folder = target('file');
    await vscode.commands.executeCommand(COMMAND, {
      source: file,
      target: folder,
      names: ['North Rock', 'The light'],
    });
    const { dossier, problems } = readDossier(await filesIn(folder));
    deepEqual(problems, []);
    deepEqual(
      dossier?.names.map((name) => name.label),
      ['North Rock', 'The light'],
    );
  });

  it('writes no names where none are wanted', async () => {
    const folder = target('none');
    await vscode.commands.executeCommand(COMMAND, { source: TEXT, target: folder, names: 'none' });
    deepEqual(readDossier(await filesIn(folder)).dossier?.names, []);
  });

  it('writes nothing into a folder that is not empty', async () => {
    const folder = target('taken');
    const kept = vscode.Uri.joinPath(folder, 'names.yaml');
    await vscode.workspace.fs.writeFile(kept, new TextEncoder().encode('mine'));
    const result: unknown = await vscode.commands.executeCommand(COMMAND, {
      source: TEXT,
      target: folder,
      names: 'proposed',
    });
    equal(result, undefined);
    const files = await filesIn(folder);
    deepEqual([...files.keys()], ['names.yaml']);
    equal(new TextDecoder().decode(files.get('names.yaml')), 'mine');
  });

  it('writes nothing where the source cannot be imported', async () => {
    const folder = target('bad');
    for (const source of ['  ', vscode.Uri.joinPath(folder, 'missing.md'), 'a '.repeat(3_100_000)]) {
      equal(
        await vscode.commands.executeCommand(COMMAND, { source, target: folder, names: 'proposed' }),
        undefined,
      );
    }
    equal(await exists(folder), false);
  });

  it('says what its arguments are where they are others', async () => {
    const folder = target('arguments');
    for (const wrong of [{ names: 5 }, { target: 'folder' }, { format: 'docx' }]) {
      const answers = { source: TEXT, target: folder, names: 'proposed', ...wrong };
      equal(await vscode.commands.executeCommand(COMMAND, answers), undefined);
    }
    equal(await exists(folder), false);
  });
});
