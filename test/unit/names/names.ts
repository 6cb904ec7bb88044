import type { Alias, LanguageTag, Name, NameKind } from '../../../src/core/model';
import { NameFinder, type FindOptions } from '../../../src/core/names/nameFinder';

/** A name for tests; aliases are strings or what differs from the default. */
export function makeName(
  id: string,
  label: string,
  kind: NameKind,
  aliases: readonly (string | (Partial<Alias> & { text: string }))[] = [],
  labels: Readonly<Record<LanguageTag, string>> = {},
): Name {
  return {
    key: `d/${id}`,
    id,
    dossier: 'd',
    label,
    kind,
    description: '',
    labels,
    aliases: aliases.map((alias) => ({
      exactCase: false,
      requiresFullName: false,
      demonym: false,
      ...(typeof alias === 'string' ? { text: alias } : alias),
    })),
  };
}

const surname = (text: string) => ({ text, requiresFullName: true });
const demonym = (text: string, language?: string) => ({
  text,
  demonym: true,
  ...(language === undefined ? {} : { language }),
});
const acronym = (text: string, language?: string) => ({
  text,
  exactCase: true,
  ...(language === undefined ? {} : { language }),
});

/** Names as a dossier on the relations of two countries would have them. */
export const NAMES: readonly Name[] = [
  makeName(
    'france',
    'France',
    'place',
    [demonym('French'), 'French Republic', demonym('Français', 'fr'), 'République française'],
    { fr: 'France', ko: '프랑스', de: 'Frankreich', ja: 'フランス', zh: '法国' },
  ),
  makeName(
    'north-korea',
    'North Korea',
    'place',
    [
      acronym('DPRK'),
      acronym('RPDC', 'fr'),
      demonym('North Korean'),
      demonym('Nord-Coréen', 'fr'),
      "Democratic People's Republic of Korea",
      '조선민주주의인민공화국',
    ],
    { fr: 'Corée du Nord', ko: '북한', de: 'Nordkorea', ja: '北朝鮮', zh: '朝鲜' },
  ),
  makeName('korea', 'Korea', 'place', [demonym('Korean')], { fr: 'Corée' }),
  makeName('lang', 'Jack Lang', 'person', [surname('Lang')], { ko: '자크 랑' }),
  makeName('mitterrand', 'François Mitterrand', 'person', [surname('Mitterrand'), surname('미테랑')], {
    ko: '프랑수아 미테랑',
  }),
  makeName('sarkozy', 'Nicolas Sarkozy', 'person', [surname('Sarkozy')]),
  makeName('sung-kim', 'Sung Kim', 'person', [surname('Kim')]),
  makeName('kim-jong-il', 'Kim Jong-il', 'person'),
  makeName('de-gaulle', 'Charles de Gaulle', 'person'),
  makeName('eu', 'European Union', 'organisation', [acronym('EU'), acronym('UE', 'fr')], {
    fr: 'Union européenne',
    ko: '유럽 연합',
  }),
  makeName('us', 'United States', 'place', [acronym('US'), acronym('USA')]),
  makeName('pyongyang', 'Pyongyang', 'place', [], { ko: '평양' }),
  makeName('cuba', 'Cuba', 'place', [demonym('Cuban')]),
  makeName('estonia', 'Estonia', 'place', [demonym('Estonian')]),
  makeName('chad', 'Chad', 'place'),
  makeName('philippines', 'Philippines', 'place', ['the Philippines']),
  makeName('diary', "The Schoolgirl's Diary", 'work'),
  makeName('destiny', 'Nation and Destiny', 'work'),
  makeName('party', 'Socialist Party', 'organisation', [acronym('PS')]),
  makeName('relations', 'France–North Korea relations', 'concept', [surname('talks')]),
  makeName('apple', 'Apple Inc.', 'organisation'),
  makeName('china', 'China', 'place', [], { zh: '中国' }),
  makeName('nice', 'Nice', 'place'),
];

let finder: NameFinder | undefined;

/** The finder of `NAMES`, made once. */
export function theFinder(): NameFinder {
  return (finder ??= new NameFinder(NAMES));
}

/** `text` without the marks ‹ and ›, and the spans they enclosed. */
export function unmark(marked: string): { readonly text: string; readonly spans: readonly string[] } {
  let text = '';
  let start = 0;
  const spans: string[] = [];
  for (const sign of marked) {
    if (sign === '‹') start = text.length;
    else if (sign === '›') spans.push(`${start}: ${text.slice(start)}`);
    else text += sign;
  }
  return { text, spans };
}

/** The mentions found in the text, as `unmark` gives them. */
export function spansIn(text: string, options: FindOptions = {}, by = theFinder()): string[] {
  return by.find(text, options).map((mention) => `${mention.start}: ${mention.text}`);
}
