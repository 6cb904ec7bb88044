import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { leftOverKeys, missingTexts, translationFiles, type TranslationFile } from './l10nFiles';
import { readSourceStrings, stringsOfFile } from './l10nStrings';

const files = translationFiles();
const sources = readSourceStrings();

/** `path: key: what is wrong` for each translation that `wrong` finds something in. */
function complaints(
  wrong: (text: string, english: string) => string | undefined,
  language?: TranslationFile['language'],
): string[] {
  const chosen = files.filter((file) => language === undefined || file.language === language);
  return chosen.flatMap(({ path, english, translations }) =>
    [...translations].flatMap(([key, text]) => {
      const what = wrong(text, english.get(key) ?? '');
      return what === undefined ? [] : [`${path}: ${JSON.stringify(key)}: ${what}`];
    }),
  );
}

/** All matches, sorted: what a translation has to keep, in whatever order. */
function matches(text: string, pattern: RegExp): string {
  return [...new Set([...text.matchAll(pattern)].map(([match]) => match))].sort().join(' ');
}

function same(pattern: RegExp): string[] {
  return complaints((text, english) => {
    const wanted = matches(english, pattern);
    const found = matches(text, pattern);
    return wanted === found ? undefined : `has ${found || 'nothing'} in place of ${wanted || 'nothing'}`;
  });
}

describe('The strings', () => {
  it('are there to be checked', () => {
    assert.ok(sources.texts.size > 200, `${sources.texts.size} strings in the sources`);
    assert.equal(files.length, 4);
  });

  it('are literals where they are translated, so that the bundles can hold them', () => {
    assert.deepEqual(sources.unreadable, []);
  });

  it('go through vscode.l10n.t where a user sees them', () => {
    assert.deepEqual(sources.bypassing, []);
  });
});

describe('The translations', () => {
  it('are complete', () => {
    const missing = missingTexts(files);
    const said = Object.entries(missing).map(
      ([path, texts]) => `Add to ${path}, translated:\n${JSON.stringify(texts, null, 2)}`,
    );
    assert.ok(
      said.length === 0,
      `${said.join('\n')}\nnode test/l10n.mjs lists them; docs/translating.md says which words to use.`,
    );
  });

  it('have no key that nothing uses any more', () => {
    const left = files.flatMap((file) =>
      leftOverKeys(file).map((key) => `${file.path}: ${JSON.stringify(key)}`),
    );
    assert.deepEqual(left, [], 'Take them out, or run: node test/l10n.mjs --tidy');
  });

  it('have no key twice and no empty text', () => {
    for (const { path, translations } of files) {
      const lines = readFileSync(path, 'utf8').match(/^ {2}"(?:[^"\\]|\\.)*": "/gmu) ?? [];
      assert.equal(lines.length, translations.size, path);
    }
    assert.deepEqual(
      complaints((text) => (text.trim() === '' ? 'is empty' : undefined)),
      [],
    );
  });

  it('keep placeholders, icons, commands and code', () => {
    assert.deepEqual(same(/\{[^}]+\}/gu), []);
    assert.deepEqual(same(/\$\([\w-]+\)/gu), []);
    assert.deepEqual(same(/\(command:[\w.]+\)|\bdossier\.[a-z]\w*(?:\.\w+)*/gu), []);
    assert.deepEqual(same(/`[^`]+`/gu), []);
    assert.deepEqual(same(/\n/gu), []);
  });

  it('keep what is quoted as code', () => {
    const wrong = complaints((text, english) => {
      const quoted = [...english.matchAll(/“([^“”]*[:{[#&*/][^“”]*)”/gu)].map((match) => match[1]!);
      const lost = quoted.filter((code) => !text.includes(code));
      return lost.length > 0 ? `lacks ${lost.join(' and ')}` : undefined;
    });
    assert.deepEqual(wrong, []);
  });

  it('end as the English text does', () => {
    const wrong = complaints((text, english) =>
      english.endsWith('…') === text.endsWith('…') ? undefined : 'differs in the … at its end',
    );
    assert.deepEqual(wrong, []);
  });

  it('name commands and views as the manifest does', () => {
    for (const { language, path, translations } of files.filter((file) => file.path.startsWith('l10n/'))) {
      const manifest = files.find((file) => file.language === language && file.path !== path)!;
      for (const [key, title] of manifest.english) {
        if (!key.startsWith('command.')) continue;
        const translated = manifest.translations.get(key)!;
        for (const [english, text] of translations) {
          if (!english.includes(`"Dossier: ${title}"`)) continue;
          assert.ok(text.includes(translated), `${path}: ${JSON.stringify(text)} should say ${translated}`);
        }
      }
    }
  });

  it('in French have its spaces, guillemets and apostrophes', () => {
    const code =
      /«\u00a0[^»]*(?:\w|\}): [^»]*»|«\u00a0[^»]*[{<[&;:][^»]*»|`[^`]*`|\{[^}]*\}|\(command:[^)]*\)|https?:\/\/|mailto:|- id: …/gu;
    const wrong = complaints((text) => {
      const plain = text.replace(code, 'x');
      if (/[^\u202f][;!?]/u.test(plain)) return 'needs U+202F before ; ! ?';
      if (/[^\u00a0]:/u.test(plain)) return 'needs U+00A0 before :';
      if (/«[^\u00a0]|[^\u00a0]»/u.test(plain)) return 'needs U+00A0 inside « »';
      if (plain.includes('"')) return 'needs « » in place of "';
      return plain.includes("'") ? "needs ’ in place of '" : undefined;
    }, 'fr');
    assert.deepEqual(wrong, []);
  });

  it('in Korean have particles that fit any word put in', () => {
    const wrong = complaints((text) => {
      const bare = /\{\w+\}["'”’]?(?:은|는|이|가|을|를|과|와|으로|로)(?=[\s.,]|$)/u.exec(text);
      return bare ? `${bare[0]} needs both forms, such as 을(를)` : undefined;
    }, 'ko');
    assert.deepEqual(wrong, []);
  });
});

describe('Reading strings from sources', () => {
  const read = (text: string) => stringsOfFile('src/features/x.ts', text);

  it('finds them in calls, in both branches, joined, and with comments', () => {
    const { texts, unreadable } = read(`
      vscode.l10n.t('One {0}', one);
      vscode.l10n.t(many ? 'Many' : 'Few');
      vscode.l10n.t('Long ' + 'text');
      vscode.l10n.t({ message: 'Open', comment: ['a verb, ', 'not a state'] });
    `);
    assert.deepEqual([...texts.keys()], ['One {0}', 'Many', 'Few', 'Long text', 'Open/a verb, not a state']);
    assert.equal(texts.get('Open/a verb, not a state'), 'Open');
    assert.deepEqual(unreadable, []);
  });

  it('finds sayings', () => {
    const { texts } = read('report(say`The file “${name}” has ${count} lines.`, say`Divide it.`)');
    assert.deepEqual([...texts.keys()], ['The file “{0}” has {1} lines.', 'Divide it.']);
  });

  it('says where a text cannot be read', () => {
    assert.equal(read('vscode.l10n.t(`One ${two}`); vscode.l10n.t(text);').unreadable.length, 2);
  });

  it('finds literals that a user would read in English', () => {
    const { bypassing } = read(`
      view.title = 'Topics';
      throw new UserError(\`No \${kind} here\`);
      items.push({ label: isOne ? 'Fact' : \`\${n} Facts\`, description: '$(book) Read' });
      void vscode.window.showInformationMessage('Done');
      say('This is a sentence.');
    `);
    assert.deepEqual(
      bypassing.map((text) => text.replace(/^.*?: /u, '')),
      ['Topics', 'No {} here', 'Fact', '{} Facts', 'Read', 'Done', 'This is a sentence.'],
    );
  });

  it('leaves ids, types, comparisons, the log and bugs alone', () => {
    const { bypassing } = read(`
      import { a } from './Some Where';
      type Kind = 'A Kind' | 'Another Kind';
      log.info('Read all files.');
      throw new Error('This cannot happen here.');
      element.className = 'fact is-dated';
      panel.title = name.label;
      const item = { label: kind, command: 'dossier.open', title: '', name: 'x' };
    `);
    assert.deepEqual(bypassing, []);
  });
});
