import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { zipEntries } from './support/zip';

describe('The VSIX', () => {
  const path = process.env.DOSSIER_VSIX ?? '';
  let bytes: Buffer;

  before(function () {
    // Absent only while a test is written (runUi.mjs --dev).
    if (path === '') this.skip();
    bytes = readFileSync(path);
  });

  it('holds at most 1000 KB', () => {
    assert.ok(bytes.length <= 1000 * 1024, `it has ${bytes.length} bytes`);
  });

  it('holds what runs, and no sources, maps, tests or packages', () => {
    const paths = zipEntries(bytes).map((entry) => entry.path);
    const allowed =
      /^(\[Content_Types\]\.xml|extension\.vsixmanifest|extension\/((dist|media|data|l10n)\/.+|package(\.nls(\.[\w-]+)?)?\.json|readme\.md|changelog\.md|license(\.txt|\.md)?|notice\.md))$/i;
    assert.deepEqual(
      paths.filter((file) => !allowed.test(file) || /\.(ts|map|test\.\w+)$|node_modules/.test(file)),
      [],
    );
    for (const needed of [
      'dist/extension.js',
      'dist/extensionNode.js',
      'dist/worker.js',
      'dist/citing.js',
      'dist/reader/lazy/charts.js',
      'package.json',
      'readme.md',
      'LICENSE.txt',
    ]) {
      assert.ok(
        paths.some((file) => file.toLowerCase() === `extension/${needed}`.toLowerCase()),
        `${needed} is missing among ${paths.join(', ')}`,
      );
    }
  });
});
