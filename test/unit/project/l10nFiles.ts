import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readSourceStrings } from './l10nStrings';

/** The languages besides English. */
export const LANGUAGES = ['fr', 'ko'] as const;

export type Language = (typeof LANGUAGES)[number];

/** A file of translations, and what it should hold. */
export interface TranslationFile {
  readonly language: Language;
  readonly path: string;
  /** The English text of each key that is needed. */
  readonly english: ReadonlyMap<string, string>;
  readonly translations: ReadonlyMap<string, string>;
}

/** Keys with texts, by file: what `node test/l10n.mjs` prints and takes. */
export type Texts = Record<string, Record<string, string>>;

function readTexts(path: string): Map<string, string> {
  if (!existsSync(path)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>));
}

/** The four files: for the manifest and for the code, in each language. */
export function translationFiles(): readonly TranslationFile[] {
  const manifest = readTexts('package.nls.json');
  const code = readSourceStrings().texts;
  return LANGUAGES.flatMap((language) =>
    [
      { path: `package.nls.${language}.json`, english: manifest },
      { path: `l10n/bundle.l10n.${language}.json`, english: code },
    ].map(({ path, english }) => ({ language, path, english, translations: readTexts(path) })),
  );
}

/** What each file lacks, with the English texts; files that lack nothing are left out. */
export function missingTexts(files: readonly TranslationFile[]): Texts {
  const missing: Texts = {};
  for (const { path, english, translations } of files) {
    const texts = [...english].filter(([key]) => !translations.has(key));
    if (texts.length > 0) missing[path] = Object.fromEntries(texts);
  }
  return missing;
}

/** Keys that nothing uses any more. */
export function leftOverKeys({ english, translations }: TranslationFile): readonly string[] {
  return [...translations.keys()].filter((key) => !english.has(key));
}

/** Adds texts to the files, drops left-over keys and puts the rest in order: the manifest's, or the alphabet's. */
export function writeTranslations(files: readonly TranslationFile[], added: Texts): void {
  for (const { path, english, translations } of files) {
    const all = new Map([...translations, ...Object.entries(added[path] ?? {})]);
    const keys = path.startsWith('l10n/') ? [...english.keys()].sort() : [...english.keys()];
    const kept = keys.filter((key) => all.has(key)).map((key) => [key, all.get(key)]);
    writeFileSync(path, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`);
  }
}
