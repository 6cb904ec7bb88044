import * as vscode from 'vscode';
import type { Name } from '../../src/core/model';
import { NameFinder } from '../../src/core/names/nameFinder';
import { encodeNames } from '../../src/core/pack/namesPart';
import { WorkerClient } from '../../src/host/worker/workerClient';
import { equal, ok, rejects } from './support/assert';
import { nodeFiles } from './support/nodeFiles';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Too little for what is asked for here, and enough to start. */
const LITTLE_MB = 12;

function manyNames(count: number): ArrayBuffer {
  const names = Array.from({ length: count }, (_, at): Name => {
    const label = `Captain ${at.toString(36)} of ${(at * 7919).toString(36)}`;
    return {
      key: `d/n${at}`,
      id: `n${at}`,
      dossier: 'd',
      label,
      kind: 'person',
      description: '',
      aliases: [],
      labels: {},
    };
  });
  return encodeNames('d', names);
}

describe('The worker', () => {
  let worker: WorkerClient;
  beforeEach(() => {
    worker = new WorkerClient(vscode.extensions.getExtension('dossier.dossier')!.extensionUri, LITTLE_MB);
  });
  afterEach(() => worker.dispose());

  it('is started anew with more memory where it had too little, and answers', async function () {
    // A browser bounds its workers itself.
    if (!nodeFiles()) return this.skip();
    const names = [manyNames(60_000)];
    const finder = NameFinder.load(await worker.ask('compileFinder', { names, languages: [] }));
    equal(finder?.find('So said Captain rs of 4pqc8.').length, 1);
  });

  it('leaves it to who gave something away to ask again', async function () {
    if (!nodeFiles()) return this.skip();
    const read = (): Thenable<unknown> => {
      const names = encode(
        Array.from(
          { length: 60_000 },
          (_, at) => `- { id: n${at}, label: Captain ${at}, kind: person }\n`,
        ).join(''),
      );
      const files = [
        ['dossier.yaml', encode('format: 1\nid: d\ntitle: D\nlanguage: en\n')],
        ['names.yaml', names],
      ] as const;
      const request = { folder: 'memory:/d', files, isAll: true };
      return worker.ask('read', request, { transfer: [names.buffer as ArrayBuffer] });
    };
    await rejects(read(), /memory/u);
    for (;;) {
      try {
        ok(await read());
        break;
      } catch (error) {
        equal(error instanceof Error && error.name, 'OutOfMemory');
      }
    }
  });
});
