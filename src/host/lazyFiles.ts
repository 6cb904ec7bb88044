import * as vscode from 'vscode';
import type * as importing from './lazy/importing';
import type * as parsing from './lazy/parsing';
import type * as searching from './lazy/searching';

/**
 * What is loaded at its first use, in the web host from a file of its own too. That host loads one file for an extension
 * and nothing after it; parsers that many sessions never use would make that file, and the VSIX, a third larger. They
 * are read from the extension's folder and evaluated as the host evaluates the extension itself.
 */
export type Parsing = typeof parsing;
export type Searching = typeof searching;
export type Importing = typeof importing;

const fetched = new Map<string, Promise<object>>();

/** What reads the files of dossiers. */
export function loadParsing(): Promise<Parsing> {
  if (!IN_WEB_HOST) return import('./lazy/parsing');
  return fetchOnce('parsing', () => Promise.resolve({})) as Promise<Parsing>;
}

/** What is built on the search library. */
export function loadSearching(): Promise<Searching> {
  if (!IN_WEB_HOST) return import('./lazy/searching');
  return fetchOnce('searching', () => Promise.resolve({})) as Promise<Searching>;
}

/** What reads articles and writes them as dossiers. */
export function loadImporting(): Promise<Importing> {
  if (!IN_WEB_HOST) return import('./lazy/importing');
  // It takes the parsers of Markdown and YAML from the other file.
  return fetchOnce('importing', loadParsing) as Promise<Importing>;
}

function fetchOnce(name: string, required: () => Promise<object>): Promise<object> {
  let loading = fetched.get(name);
  if (!loading) {
    loading = evaluateFile(name, required).catch((error: unknown) => {
      // The next use tries again.
      fetched.delete(name);
      throw error;
    });
    fetched.set(name, loading);
  }
  return loading;
}

async function evaluateFile(name: string, required: () => Promise<object>): Promise<object> {
  const { extensionUri } = vscode.extensions.getExtension('dossier.dossier')!;
  const file = vscode.Uri.joinPath(extensionUri, 'dist', 'lazy', `${name}.js`);
  const [bytes, other] = await Promise.all([vscode.workspace.fs.readFile(file), required()]);
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- A file of the extension itself, as CommonJS.
  const evaluate = new Function('module', 'exports', 'require', new TextDecoder().decode(bytes)) as (
    module: { exports: object },
    exports: object,
    require: () => object,
  ) => void;
  evaluate(module, module.exports, () => other);
  return module.exports;
}
