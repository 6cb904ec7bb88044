// The linter holds the layers of docs/architecture.md; test/unit/layers.test.ts checks the same from the import lines.
import tseslint from 'typescript-eslint';

const vscodeModule = { name: 'vscode', message: 'Only host/, features/ and extension.ts know VS Code.' };
const node = {
  group: ['node:*', 'fs', 'path', 'os'],
  message: 'The extension also runs in a web worker: use Uri and workspace.fs.',
};
const layer = (files, groups, message, paths = []) => ({
  files,
  rules: {
    'no-restricted-imports': [
      'error',
      { paths, patterns: [node, ...groups.map((group) => ({ group: [group], message }))] },
    ],
  },
});

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'out/',
      'node_modules/',
      'test/vscode/server/',
      'test/bench/peers/',
      '**/*.mjs',
      '**/*.cjs',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/prefer-readonly': 'error',
      'no-restricted-exports': [
        'error',
        { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } },
      ],
      'no-empty': ['error', { allowEmptyCatch: false }],
      eqeqeq: 'error',
      curly: ['error', 'multi-line'],
    },
  },
  layer(
    ['src/core/**'],
    ['**/host/**', '**/features/**', '**/reader/**', '**/protocol/**'],
    'core imports only core.',
    [vscodeModule],
  ),
  layer(
    ['src/protocol/**'],
    ['**/host/**', '**/features/**', '**/reader/**'],
    'protocol imports only core types.',
    [vscodeModule],
  ),
  layer(
    ['src/reader/**'],
    ['**/host/**', '**/features/**', '../core/names/**', '../core/format/**'],
    'The reader knows only the protocol and core types.',
    [vscodeModule],
  ),
  layer(
    ['src/host/**'],
    ['**/features/**', '**/reader/**'],
    'host/ serves the features and knows none of them.',
  ),
  layer(
    ['src/features/**'],
    ['**/reader/main', '../../features/**'],
    'Features meet through services and commands, never through imports.',
  ),
  {
    files: ['test/**'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['test', 'describe', 'it'], package: 'node:test' },
          ],
        },
      ],
    },
  },
  layer(
    ['src/worker/**'],
    ['**/host/**', '**/features/**', '**/reader/**'],
    'the worker imports core and types of protocol.',
    [vscodeModule],
  ),
  // What only the Node host runs.
  {
    files: ['src/host/platform/nodePlatform.ts'],
    rules: { 'no-restricted-imports': 'off' },
  },
);
