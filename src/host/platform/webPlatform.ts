import * as vscode from 'vscode';

const loaded = new Map<string, Promise<object>>();

/**
 * In the web host: what a file of dist/lazy/ exports, read and evaluated at its first use. That host loads one file for
 * an extension and offers no way to load another, so the file is evaluated as the host evaluates the extension itself.
 * The build puts a call of this in the place of each `import('…/lazy/…')`; the Node host requires the same files. So the
 * VSIX holds them once.
 */
export function loadLazyFile(name: string): Promise<object> {
  let loading = loaded.get(name);
  if (!loading) {
    loading = evaluateFile(name).catch((error: unknown) => {
      // The next use tries again.
      loaded.delete(name);
      throw error;
    });
    loaded.set(name, loading);
  }
  return loading;
}

async function evaluateFile(name: string): Promise<object> {
  const { extensionUri } = vscode.extensions.getExtension('dossier.dossier')!;
  const bytes = await vscode.workspace.fs.readFile(
    vscode.Uri.joinPath(extensionUri, 'dist', 'lazy', `${name}.js`),
  );
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- A file of the extension itself, as CommonJS.
  const evaluate = new Function('module', 'exports', 'require', new TextDecoder().decode(bytes)) as (
    module: { exports: object },
    exports: object,
    require: () => object,
  ) => void;
  evaluate(module, module.exports, () => vscode);
  return module.exports;
}
