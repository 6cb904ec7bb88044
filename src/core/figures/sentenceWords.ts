import type { Fact } from '../model';

/** A word of a fact; offsets are UTF-16 code units of its text. A quantity of the fact is one word, `#`. */
export interface SentenceWord {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** Words that say nothing of what is measured: grammar, time, and that there is a figure. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  [
    'a an the of in on at by to for from with about into over under and or but as than then is are was were be been being has have',
    'had do does did this that these those there its their his her it they each every all both just only also alone still already',
    'again even some more less most least nearly almost around roughly approximately up per',
    'value valued worth amount amounted amounts total totalled totaled figure number reached stood stands rose fell came counted',
    'count official officially year years month quarter half early mid late end',
    'january february march april may june july august september october november december',
    'le la les l un une des du de d et ou mais en au aux dans par pour sur avec entre est sont etait etaient a ont avait avaient ce',
    'cette ces il elle ils elles s se son sa ses leur leurs que qui y plus moins environ pres seulement encore deja aussi',
    'valeur valait valaient montant total nombre chiffre atteint atteignait atteignaient eleve elevait elevaient passe annee an mois fin debut',
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
    '년 월 약 총 및 그 이 는 은 가 를 을 의 에',
  ]
    .join(' ')
    .split(' ')
    .map(fold),
);

/** Small letters without accents and without the ending of a possessive or plural. */
export function fold(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .replace(/['’]s?$/u, '');
  return plain.length > 3 && plain.endsWith('s') && !plain.endsWith('ss') ? plain.slice(0, -1) : plain;
}

const WORD = /#|[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;
/** French elision: `l’`, `qu’`. */
const ELISION = /^(?:[cdjlmnst]|qu)['’](?=\p{L})/iu;

/** The words of a fact in order. Its dates and other numbers are left out. */
export function wordsOf(fact: Fact): readonly SentenceWord[] {
  const { quantities } = fact;
  let text = fact.text;
  for (const { start, end } of fact.dates) {
    if (start !== undefined && end !== undefined) text = blank(text, start, end, ' ');
  }
  for (const { start, end } of quantities) text = blank(text, start, end, '#');
  return Array.from(text.matchAll(WORD), (match) => {
    const skipped = ELISION.exec(match[0])?.[0].length ?? 0;
    const start = match.index + skipped;
    const end = match.index + match[0].length;
    return { folded: fold(match[0].slice(skipped)), start, end };
  });
}

function blank(text: string, start: number, end: number, sign: string): string {
  return text.slice(0, start) + sign.padEnd(end - start, ' ') + text.slice(end);
}

/** Those words that say what is measured. */
export function tellingWords(words: readonly SentenceWord[]): ReadonlySet<string> {
  return new Set(words.map((word) => word.folded).filter((word) => word !== '#' && !SAYS_NOTHING.has(word)));
}
