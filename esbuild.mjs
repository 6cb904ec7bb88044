// Bundles the extension for both hosts, the reader, and the tests.
//   node esbuild.mjs              dist/: what the VSIX holds
//   node esbuild.mjs --watch      the same, again at every change
//   node esbuild.mjs --tests      dist/, and out/: the tests and the benches
//   node esbuild.mjs --tests --production   the same with dist/ as the VSIX holds it, for measuring
import { build, context } from 'esbuild';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';

const watch = process.argv.includes('--watch');
const tests = process.argv.includes('--tests');
const debug = (watch || tests) && !process.argv.includes('--production');

/**
 * Mocha's browser build is UMD in a package that says its files are ES modules; bundled as it is, it would take
 * the place of the test bundle's own exports.
 */
const mochaAsGlobal = {
  name: 'mocha-as-global',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `var exports, module, define;\n${readFileSync(path, 'utf8')}`,
      loader: 'js',
    }));
  },
};

/**
 * `import * as vscode` becomes `require`: esbuild would otherwise copy the whole API object, some 700 getters, once for
 * each file that imports it, which took 30 ms of the activation.
 */
const onlyRequire = (source) =>
  source.replace("import * as vscode from 'vscode';", "const vscode = require('vscode');");

/** A file of src/, and whether what it imports of a folder called `lazy` becomes a call of `platform.loadLazyFile`. */
const sources = ({ isLazy }) => ({
  name: 'sources',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const source = onlyRequire(readFileSync(path, 'utf8'));
      const late = source.replace(/import\('[^']*\/lazy\/(\w+)'\)/g, "platform.loadLazyFile('$1')");
      if (!isLazy || late === source) return { contents: source, loader: 'ts' };
      const file = JSON.stringify(resolve('src/host/platform/platform.ts'));
      return { contents: `import { platform } from ${file};\n${late}`, loader: 'ts' };
    });
  },
});

/**
 * What a folder called `lazy` exports goes into files of its own that are read at first use, so that activation compiles
 * only what it runs. The extension asks its platform for them, the reader imports them.
 */
const lazily = {
  name: 'lazily',
  setup({ onResolve }) {
    onResolve({ filter: /\/lazy\/\w+$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: `./lazy/${basename(path)}.js`, external: true } : undefined,
    );
  },
};

/** The Node host's entry requires the bundle of both hosts. */
const extensionApart = {
  name: 'extension-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/extension$/ }, () => ({ path: './extension.js', external: true }));
  },
};

/**
 * Asking the network is no part of reading articles and of citing: what wtf_wikipedia and citation-js would fetch with is
 * left out, and the list of other wikis.
 */
const withoutFetching = {
  name: 'without-fetching',
  setup({ onResolve, onLoad }) {
    const leftOut =
      /^isomorphic-unfetch$|^sync-fetch$|^node-fetch$|\/_fetch\/index\.js$|\/_data\/interwiki\.js$/;
    onResolve({ filter: leftOut }, ({ path }) => ({ path, namespace: 'left-out' }));
    onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({
      contents: 'export default {}; export const Headers = undefined;',
    }));
  },
};

/**
 * Micromark and parse5 each bring a table of HTML's named character references, 10 KB of the VSIX. Micromark's asks parse5's: the
 * names of both are those of the standard.
 */
const oneEntityTable = {
  name: 'one-entity-table',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^decode-named-character-reference$/ }, ({ path }) => ({
      path,
      namespace: 'entities',
    }));
    onLoad({ filter: /.*/, namespace: 'entities' }, () => ({
      contents: `import { decodeHTMLStrict } from 'entities/decode';
        export function decodeNamedCharacterReference(name) {
          const reference = '&' + name + ';';
          const decoded = decodeHTMLStrict(reference);
          return decoded === reference ? false : decoded;
        }`,
      resolveDir: dirname(createRequire(import.meta.url).resolve('parse5')),
    }));
  },
};

/** `dossier:packs`: the packs of the bundled dossiers as a module. */
const packModule = {
  name: 'packs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^dossier:packs$/ }, () => ({ path: 'packs', namespace: 'dossier' }));
    onLoad({ filter: /^packs$/, namespace: 'dossier' }, async () => ({
      contents: `export const packs = ${JSON.stringify(await makePacks())};`,
      watchFiles: [...below('data', '.yaml'), ...below('data', '.md')].map((file) => resolve(file)),
    }));
  },
};

/** Files below `folder` whose path ends with `ending`. */
function below(folder, ending) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((file) => join(folder, file))
    .filter((file) => file.endsWith(ending) && !file.includes('node_modules'))
    .sort();
}

/** The reader's files run in a webview, which loads its late ones by itself. */
const isOfReader = (file) => file.replaceAll('\\', '/').startsWith('src/reader/');

const shared = {
  bundle: true,
  logLevel: 'warning',
  target: 'es2023',
  minify: !debug,
  sourcemap: debug ? 'linked' : false,
  legalComments: 'none',
  charset: 'utf8',
  loader: { '.svg': 'text' },
};

const bundles = [
  {
    ...shared,
    entryPoints: ['src/extension.ts'],
    outfile: 'dist/extension.js',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    plugins: [sources({ isLazy: true })],
  },
  {
    ...shared,
    entryPoints: ['src/extensionNode.ts'],
    outfile: 'dist/extensionNode.js',
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    plugins: [extensionApart, sources({ isLazy: true })],
  },
  {
    ...shared,
    entryPoints: below('src', '.ts').filter(
      (file) => basename(dirname(file)) === 'lazy' && !isOfReader(file) && !file.endsWith('.d.ts'),
    ),
    entryNames: '[name]',
    outdir: 'dist/lazy',
    platform: 'browser',
    format: 'cjs',
    external: ['vscode'],
    // Micromark's entity decoder has a DOM build for browsers; a worker has no DOM.
    conditions: ['worker'],
    plugins: [sources({ isLazy: false }), packModule],
  },
  // One file each for both hosts: a web worker, or a worker thread that nodePlatform.ts gives a web worker's functions.
  {
    ...shared,
    entryPoints: { worker: 'src/worker/main.ts', citing: 'src/worker/citing.ts' },
    outdir: 'dist',
    plugins: [withoutFetching, oneEntityTable],
    platform: 'browser',
    format: 'iife',
    conditions: ['worker'],
  },
  {
    ...shared,
    entryPoints: { reader: 'src/reader/main.ts' },
    outdir: 'dist/reader',
    platform: 'browser',
    format: 'iife',
    plugins: [lazily],
  },
  {
    ...shared,
    entryPoints: below('src/reader', '.ts').filter((file) => basename(dirname(file)) === 'lazy'),
    entryNames: '[name]',
    outdir: 'dist/reader/lazy',
    platform: 'browser',
    format: 'esm',
  },
];

if (tests) {
  // Only what is built: people put screenshots into out/ as well.
  for (const suite of ['unit', 'pandoc', 'ui', 'host', 'bench'])
    rmSync(`out/${suite}`, { recursive: true, force: true });
  bundles.push(
    {
      ...shared,
      entryPoints: [
        ...below('test/unit', '.test.ts'),
        ...below('test/pandoc', '.test.ts'),
        ...below('test/ui', '.test.ts'),
        ...below('test/bench', '.bench.ts'),
        'test/bench/large/generate.ts',
        'test/bench/reader/measureReader.ts',
      ],
      outdir: 'out',
      outbase: 'test',
      platform: 'node',
      format: 'esm',
      splitting: false,
      packages: 'external',
      outExtension: { '.js': '.mjs' },
    },
    // What the benches run inside an extension host.
    {
      ...shared,
      entryPoints: below('test/bench', '.hostbench.ts'),
      outdir: 'out',
      outbase: 'test',
      platform: 'node',
      format: 'cjs',
      external: ['vscode'],
    },
    // One bundle for each extension host: VS Code loads it with require() or importScripts().
    ...['node', 'browser'].map((platform) => ({
      ...shared,
      stdin: {
        contents: [
          `import { runMocha } from './runMocha';`,
          ...(platform === 'node'
            ? [
                `import { usePlatform } from '../../src/host/platform/platform';`,
                `import { nodePlatform } from '../../src/host/platform/nodePlatform';`,
                `usePlatform(nodePlatform);`,
              ]
            : []),
          `export const run = () => runMocha(() => {`,
          ...below('test/host', '.test.ts').map(
            (file) => `  require('../../${file.replaceAll('\\', '/')}');`,
          ),
          `});`,
        ].join('\n'),
        resolveDir: 'test/host',
        sourcefile: 'hostTests.ts',
        loader: 'ts',
      },
      outfile: `out/host/${platform}.js`,
      platform,
      format: 'cjs',
      external: ['vscode'],
      plugins: [mochaAsGlobal, packModule],
      define: platform === 'browser' ? { global: 'globalThis' } : {},
      ...(platform === 'browser' ? { conditions: ['worker'] } : {}),
    })),
  );
}

rmSync('dist', { recursive: true, force: true });
if (watch) {
  for (const options of bundles) await (await context(options)).watch();
} else {
  await Promise.all(bundles.map((options) => build(options)));
}
/**
 * Compiles each dossier of data/ to a pack, so that the first hover waits for no parser and no file. Fails if one has
 * problems.
 */
async function makePacks() {
  const reader = join(mkdtempSync(join(tmpdir(), 'dossier-build-')), 'reader.cjs');
  await build({
    ...shared,
    stdin: {
      contents: `export * from './readDossier'; export * from './pack';`,
      resolveDir: 'src/core/format',
      loader: 'ts',
    },
    platform: 'node',
    format: 'cjs',
    outfile: reader,
    sourcemap: false,
  });
  const { readDossier, hashFiles, writePack } = createRequire(import.meta.url)(reader);
  rmSync(dirname(reader), { recursive: true });
  const packs = {};
  for (const manifest of below('data', 'dossier.yaml')) {
    const folder = dirname(manifest);
    const paths = [...below(folder, '.yaml'), ...below(folder, '.md')];
    const files = new Map(
      paths.map((path) => [relative(folder, path).replaceAll('\\', '/'), new Uint8Array(readFileSync(path))]),
    );
    const { dossier, problems } = readDossier(files);
    for (const { file, line, column, message, remedy } of problems) {
      console.error(`${folder}/${file}:${line + 1}:${column + 1}: ${message} ${remedy}`);
    }
    if (problems.length > 0 || !dossier) throw new Error(`The dossier in ${folder} has problems.`);
    packs[basename(folder)] = writePack(dossier, hashFiles(files));
  }
  return packs;
}
