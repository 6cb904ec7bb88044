import type { Name } from '../model';

/** Names with only those forms that are in one of the languages (`fr` means `fr-CA` too); no languages mean all. */
export function namesInLanguages(names: readonly Name[], languages: readonly string[]): readonly Name[] {
  if (languages.length === 0) return names;
  const wanted = new Set(languages.map((language) => language.toLowerCase()));
  const isWanted = (language: string): boolean =>
    wanted.has(language.toLowerCase()) || wanted.has(language.toLowerCase().split('-')[0]!);
  return names.map((name) => ({
    ...name,
    aliases: name.aliases.filter((alias) => alias.language === undefined || isWanted(alias.language)),
    labels: Object.fromEntries(Object.entries(name.labels).filter(([language]) => isWanted(language))),
  }));
}
