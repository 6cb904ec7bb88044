import type { Library } from '../../../core/library';
import type { LanguageTag, Name } from '../../../core/model';
import { directionOf } from '../../../core/text/direction';
import type { PageAddress } from '../../../protocol/address';
import type { NameLabel, NamePage, SharingName } from '../../../protocol/pages/namePage';
import type { BuiltPage } from './buildPage';
import { NameText } from './nameText';
import { pageName, pageSource } from './pageFacts';
import type { PageWords } from './pageWords';
import { sharingNames } from './sharingNames';

/** Names that share facts which the page lists, and facts of each. */
const MOST_SHARING = 12;
const MOST_SHARED = 8;

/** Makes the page of a name. */
export function buildNamePage(
  library: Library,
  { key }: PageAddress,
  words: PageWords,
): BuiltPage<NamePage> | undefined {
  const name = library.name(key);
  const dossier = name && library.dossier(name.dossier);
  if (!name || !dossier) return undefined;
  const text = new NameText(library, key, words);
  const page: NamePage = {
    kind: 'name',
    key,
    title: name.label,
    nameKind: name.kind,
    kindLabel: words.kind(name.kind),
    description: name.description,
    labels: labelsOf(name, words.language),
    aliases: aliasesOf(name),
    breadcrumb: [{ title: dossier.title, to: { kind: 'dossier', key: dossier.id } }, { title: name.label }],
    factCount: words.facts(library.factCountAbout(key)),
    body: { sizes: text.sizes, chunks: [] },
    sharing: sharing(library, name, words),
    sources: dossier.sources.map((source) => pageSource(source, words)),
    direction: directionOf(dossier.language),
    announcement: words.announcement(name.label, dossier.title),
  };
  return { page, text };
}

function labelsOf(name: Name, language: LanguageTag): readonly NameLabel[] {
  return Object.entries(name.labels)
    .filter(([, text]) => text !== name.label)
    .map(([tag, text]) => ({ text, language: tag, languageName: languageName(tag, language) }));
}

/** The forms that are neither the label nor one of its translations, each once. */
function aliasesOf(name: Name): readonly string[] {
  const known = new Set([name.label, ...Object.values(name.labels)]);
  return [...new Set(name.aliases.map(({ text }) => text))].filter((text) => !known.has(text));
}

function languageName(tag: LanguageTag, inLanguage: LanguageTag): string {
  try {
    return new Intl.DisplayNames([inLanguage], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // Authors may write tags that are none.
    return tag;
  }
}

function sharing(library: Library, name: Name, words: PageWords): readonly SharingName[] {
  return sharingNames(library, name.key, MOST_SHARING).flatMap(({ name: key, count, facts }) => {
    const other = library.name(key);
    if (!other) return [];
    const links = facts.slice(0, MOST_SHARED).map((fact) => {
      return { kind: 'fact' as const, key: fact.key, title: fact.text };
    });
    const left = count - links.length;
    return [
      {
        name: pageName(other, words),
        count: words.sharedFacts(count),
        facts: links,
        ...(left > 0 && { more: words.more(left) }),
      },
    ];
  });
}
