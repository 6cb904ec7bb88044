import * as vscode from 'vscode';
import { hashFiles, readPack, writePack } from '../../src/core/format/pack';
import { isMadeFrom, readDossierFolder } from '../../src/host/dossierFolder';
import { deepEqual, equal, match, ok } from './support/assert';

const folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'broken-dossier');

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
  }
}

const good = {
  'dossier.yaml': 'format: 1\nid: d\ntitle: D\nlanguage: en\ntopics:\n  - topics/a.md\n  - topics/b.md\n',
  'names.yaml': '- id: ann\n  label: Ann Bee\n  kind: person\n  description: Somebody\n',
  'topics/a.md': '---\ntitle: A\n---\n\nAnn Bee came in 2005.\n',
  'topics/b.md': '---\ntitle: B\n---\n\nAnn Bee left.\n',
};

describe('A dossier folder', () => {
  beforeEach(() => write(good));
  after(() => vscode.workspace.fs.delete(folder, { recursive: true }));

  it('is read through the file system of VS Code', async () => {
    const { dossier, problems } = await readDossierFolder(folder);
    deepEqual(problems, []);
    equal(dossier?.topics.length, 2);
  });

  it('with a broken names file keeps its topics, and the problem has file, line, column and remedy', async () => {
    await write({ 'names.yaml': '- id: ann\n  label: "Ann\n  kind: person\n' });
    const { dossier, problems } = await readDossierFolder(folder);
    equal(dossier?.topics.length, 2);
    const problem = problems.find((each) => each.file === 'names.yaml');
    ok(problem && problem.line >= 1 && problem.message && problem.remedy, JSON.stringify(problems));
  });

  it('that lists a topic which is not there keeps the others and says so', async () => {
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, 'topics/b.md'));
    const { dossier, problems } = await readDossierFolder(folder);
    equal(dossier?.topics.length, 1);
    deepEqual(
      problems.map((problem) => [problem.code, problem.file, problem.line]),
      [['missing-topic', 'dossier.yaml', 6]],
    );
  });

  it('that is not there gives a problem and no dossier', async () => {
    const { dossier, problems } = await readDossierFolder(vscode.Uri.joinPath(folder, 'nowhere'));
    equal(dossier, undefined);
    match(problems[0]?.code, /missing-manifest/u);
  });

  it('has a pack only until one of its files changes', async () => {
    const files = new Map(Object.entries(good).map(([path, text]) => [path, new TextEncoder().encode(text)]));
    const { dossier } = await readDossierFolder(folder);
    ok(dossier, 'a dossier');
    const pack = readPack(writePack(dossier, hashFiles(files)));
    ok(pack, 'a pack');
    deepEqual(pack.dossier, dossier);
    ok(await isMadeFrom(pack, folder), 'the pack is made from these files');
    await write({ 'topics/a.md': `${good['topics/a.md']}\nAnn Bee left in 2006.\n` });
    ok(!(await isMadeFrom(pack, folder)), 'the pack is stale');
    equal(readPack('{"version":1,'), undefined);
  });
});
