import { Info } from './indexPart';

/** Words that a question or a sentence has and a fact need not: they may match, but nothing has to have them. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  [
    // English
    'a an the of in on at by to for from with about into and or as is are was were be been being has have had do does did',
    'who whom whose what which when where why how many much it its this that these those there their his her he she they',
    'can could will would should me tell show list give any some not',
    // French, folded
    'le la les l un une des du de d et ou en au aux dans par pour sur avec est sont etait etaient a ont qui que quoi quel',
    'quelle quels quelles quand comment pourquoi combien ce cette ces il elle ils elles s c qu n y t',
    // Korean
    '누구 무엇 언제 어디 왜 어떻게 몇 얼마나 얼마 어느 무슨 있나요 인가요 입니까 있습니까 입니다 있다 이다 했나요 했습니까',
  ]
    .join(' ')
    .split(' '),
);

/** Korean particles (조사) and endings that stand right behind a noun. */
const PARTICLES: ReadonlySet<string> = new Set(
  '은 는 이 가 을 를 의 에 와 과 도 로 만 에서 에게 으로 까지 부터 이나 나 라 이라 란 이란 인 이다 입니다 에는 에서는 의의 들 들은 들이'.split(
    ' ',
  ),
);

/** Questions after a number, and after a time. */
const HOW_MANY = /\bhow (?:many|much)\b|\bcombien\b|몇|얼마/i;
const WHEN = /\bwhen\b|\bquand\b|언제/i;

/** The bits of {@link Info} that an answer to a question has: a figure or a date. */
export function askedFor(plain: string): number {
  return (HOW_MANY.test(plain) ? Info.figure : 0) | (WHEN.test(plain) ? Info.date : 0);
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** What a figure is measured in: the library may write `€` or `%` for it. Also a part of it, as in *per cent*. */
const MEASURES: ReadonlySet<string> = new Set(
  'euro euros eur dollar dollars usd percent per cent pour'.split(' '),
);

export function isMeasure(word: string): boolean {
  return MEASURES.has(word);
}

export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}
