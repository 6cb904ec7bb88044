import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { filesBelow } from './files';

/** The layer a source file belongs to: `core`, `protocol`, `host`, `reader`, `features/<name>` or `extension`, in either host. */
function layerOf(file: string): string {
  const [, first = '', second = ''] = file.split('/');
  if (first === 'features') return `features/${second}`;
  return first.replace(/(?:Node)?\.ts$/u, '');
}

/** What each layer may import besides itself and packages. */
function mayImport(from: string, to: string, isTypeOnly: boolean): boolean {
  if (from === to) return true;
  if (to === 'globals.d') return true;
  switch (from.split('/')[0]) {
    case 'core':
      return false;
    case 'protocol':
      return to === 'core' && isTypeOnly;
    case 'worker':
      return to === 'core' || (to === 'protocol' && isTypeOnly);
    case 'reader':
      return to === 'protocol' || (to === 'core' && isTypeOnly);
    case 'host':
      return to === 'core' || to === 'protocol';
    case 'features':
      return to === 'core' || to === 'protocol' || to === 'host';
    case 'extension':
      return to === 'host' || to.startsWith('features/');
    default:
      return false;
  }
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gu;

interface ImportLine {
  readonly file: string;
  readonly target: string;
  readonly isTypeOnly: boolean;
}

function importsOf(file: string): readonly ImportLine[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => ({
    file,
    target: match[2] ?? match[3] ?? match[4] ?? '',
    isTypeOnly: match[1] !== undefined,
  }));
}

/** Pure functions of core that the reader runs. */
const GEOMETRY = /^src\/core\/timeline\/(?:lanes|view)$/u;

const lines = filesBelow('src', '.ts').flatMap(importsOf);

describe('The layers', () => {
  it('are there to be checked', () => assert.ok(lines.length > 50, `${lines.length} import lines`));

  it('import only downwards, and features never each other', () => {
    const wrong = lines
      .filter((line) => line.target.startsWith('.'))
      .map((line) => ({ ...line, resolved: posix.join(posix.dirname(line.file), line.target) }))
      // The public API's types stand where other extensions find them.
      .filter((line) => line.resolved !== 'docs/dossier-api')
      // The geometry of the timeline is drawn with in the webview.
      .filter((line) => !(layerOf(line.file) === 'reader' && GEOMETRY.test(line.resolved)))
      .filter((line) => !mayImport(layerOf(line.file), layerOf(line.resolved), line.isTypeOnly))
      .map((line) => `${line.file} imports ${line.target}`);
    assert.deepEqual(wrong, []);
  });

  it('keep VS Code out of core, protocol and the reader', () => {
    const wrong = lines.filter(
      (line) => line.target === 'vscode' && /^src\/(?:core|protocol|reader|worker)\//u.test(line.file),
    );
    assert.deepEqual(wrong, []);
  });

  it('use nothing of Node, so that all runs in a web worker too', () => {
    const wrong = lines.filter((line) =>
      /^(?:node:|fs$|path$|os$|crypto$|worker_threads$)/u.test(line.target),
    );
    assert.deepEqual(
      wrong.map((line) => `${line.file} imports ${line.target}`),
      [
        'src/host/platform/nodePlatform.ts imports node:fs',
        'src/host/platform/nodePlatform.ts imports node:fs/promises',
        'src/host/platform/nodePlatform.ts imports node:process',
        'src/host/platform/nodePlatform.ts imports node:worker_threads',
      ],
    );
  });

  it('trust Markdown and name commands for it in one place only', () => {
    const trusting = filesBelow('src', '.ts').filter((file) =>
      readFileSync(file, 'utf8').includes('.isTrusted ='),
    );
    assert.deepEqual(trusting, ['src/host/markdown.ts']);
  });

  it('never write HTML from strings', () => {
    const writing = filesBelow('src', '.ts').filter((file) =>
      /\.(?:innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/u.test(readFileSync(file, 'utf8')),
    );
    assert.deepEqual(writing, []);
  });

  it('have no default exports and no barrels', () => {
    const wrong = filesBelow('src', '.ts').filter((file) => {
      const text = readFileSync(file, 'utf8');
      return /^export default/mu.test(text) || /^export \* from/mu.test(text) || file.endsWith('/index.ts');
    });
    assert.deepEqual(wrong, []);
  });
});
