import type { LanguageTag } from '../model';

/** A side of a measure: how its words begin, folded, and what a chart calls it. */
interface Side {
  readonly beginnings: readonly string[];
  readonly label: string;
}

type Opposites = readonly (readonly [Side, Side])[];

const side = (label: string, ...beginnings: readonly string[]): Side => ({ label, beginnings });

/** Words that divide one measure into two sides, so that figures of both may stand beside each other. */
const ENGLISH: Opposites = [
  [side('imports', 'import'), side('exports', 'export')],
  [
    side('positive', 'positiv', 'favourabl', 'favorabl'),
    side('negative', 'negativ', 'unfavourabl', 'unfavorabl'),
  ],
  [side('agree', 'agree', 'approv', 'support'), side('disagree', 'disagree', 'disapprov', 'oppos')],
  [side('trust', 'trust'), side('distrust', 'distrust', 'mistrust')],
  [side('women', 'women', 'female'), side('men', 'men', 'male')],
  [side('girls', 'girl'), side('boys', 'boy')],
  [side('urban', 'urban'), side('rural', 'rural')],
  [side('births', 'birth'), side('deaths', 'death')],
  [side('arrivals', 'arriv'), side('departures', 'depart')],
  [side('immigration', 'immigra'), side('emigration', 'emigra')],
  [side('income', 'income', 'revenue'), side('spending', 'spending', 'expenditure', 'expense')],
  [side('public', 'public'), side('private', 'private')],
];

const FRENCH: Opposites = [
  [side('importations', 'import'), side('exportations', 'export')],
  [side('positif', 'positi', 'favorabl'), side('négatif', 'negati', 'defavorabl')],
  [side('confiance', 'confian'), side('défiance', 'defian', 'mefian')],
  [side('femmes', 'femme'), side('hommes', 'homme')],
  [side('filles', 'fille'), side('garçons', 'garcon')],
  [side('urbain', 'urbain'), side('rural', 'rural', 'ruraux')],
  [side('naissances', 'naissance'), side('décès', 'deces')],
  [side('arrivées', 'arrive'), side('départs', 'depart')],
  [side('immigration', 'immigr'), side('émigration', 'emigr')],
  [side('recettes', 'recette', 'revenu'), side('dépenses', 'depense')],
  [side('public', 'publi'), side('privé', 'prive')],
];

const KOREAN: Opposites = [
  [side('수입', '수입'), side('수출', '수출')],
  [side('긍정', '긍정', '호의'), side('부정', '부정')],
  [side('찬성', '찬성'), side('반대', '반대')],
  [side('신뢰', '신뢰'), side('불신', '불신')],
  [side('여성', '여성', '여자'), side('남성', '남성', '남자')],
  [side('도시', '도시'), side('농촌', '농촌')],
  [side('출생', '출생'), side('사망', '사망')],
].map(([one, other]) => [decomposed(one!), decomposed(other!)] as const);

/** Words are compared as {@link fold} leaves them, which takes Hangul syllables apart. */
function decomposed({ label, beginnings }: Side): Side {
  return { label, beginnings: beginnings.map((text) => text.normalize('NFKD')) };
}

function oppositesFor(language: LanguageTag): Opposites {
  const primary = language.slice(0, 2).toLowerCase();
  if (primary === 'fr') return FRENCH;
  return primary === 'ko' ? KOREAN : ENGLISH;
}

/**
 * The two sides of one measure that two sentences tell, by the words that only one of them has; `undefined` where
 * they tell none, or more than one pair.
 */
export function sidesOf(
  onlyOne: ReadonlySet<string>,
  onlyOther: ReadonlySet<string>,
  language: LanguageTag,
): readonly [string, string] | undefined {
  const has = (words: ReadonlySet<string>, { beginnings }: Side): boolean =>
    [...words].some((word) => beginnings.some((beginning) => word.startsWith(beginning)));
  const found = oppositesFor(language).flatMap(([left, right]): (readonly [string, string])[] => {
    if (has(onlyOne, left) && has(onlyOther, right)) return [[left.label, right.label]];
    return has(onlyOne, right) && has(onlyOther, left) ? [[right.label, left.label]] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Whether a word stands for a side of a measure. */
export function isSide(word: string, language: LanguageTag): boolean {
  return oppositesFor(language).some((pair) =>
    pair.some(({ beginnings }) => beginnings.some((beginning) => word.startsWith(beginning))),
  );
}
