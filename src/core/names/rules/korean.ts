import { endsInRieul, hasFinalConsonant, isHangul } from '../../text/words';

/**
 * Korean particles: what may stand right behind a name. Many have two shapes, one after a final consonant and one
 * after a vowel, so that 북한이 is the name and a particle while 북한가 is not.
 */

type After = 'consonant' | 'vowel' | 'ro' | 'any';

/** `ro`: 로 follows vowels and ㄹ, 으로 the other consonants. */
const PARTICLES: readonly (readonly [string, After])[] = [
  ['은', 'consonant'], ['는', 'vowel'], ['이', 'consonant'], ['가', 'vowel'], ['을', 'consonant'], ['를', 'vowel'],
  ['과', 'consonant'], ['와', 'vowel'], ['이나', 'consonant'], ['나', 'vowel'], ['이란', 'consonant'], ['란', 'vowel'],
  ['이랑', 'consonant'], ['랑', 'vowel'], ['이며', 'consonant'], ['며', 'vowel'], ['이든', 'consonant'], ['든', 'vowel'],
  ['이야', 'consonant'], ['야', 'vowel'], ['아', 'consonant'], ['이여', 'consonant'], ['여', 'vowel'],
  ['이라', 'consonant'], ['라', 'vowel'], ['이고', 'consonant'], ['고', 'vowel'], ['이면', 'consonant'], ['면', 'vowel'],
  ['이라는', 'consonant'], ['라는', 'vowel'], ['이라고', 'consonant'], ['라고', 'vowel'], ['이라도', 'consonant'], ['라도', 'vowel'],
  ['이던', 'any'], ['이었던', 'consonant'], ['였던', 'vowel'], ['이었다', 'consonant'], ['였다', 'vowel'],
  ['이었고', 'consonant'], ['였고', 'vowel'], ['이지만', 'any'], ['지만', 'vowel'], ['이다', 'any'], ['다', 'vowel'],
  ['입니다', 'any'], ['이에요', 'consonant'], ['예요', 'vowel'], ['이지', 'any'], ['이니', 'any'], ['이므로', 'any'], ['인', 'any'], ['군', 'any'], ['인들', 'any'],
  ['으로', 'ro'], ['로', 'ro'], ['으로서', 'ro'], ['로서', 'ro'], ['으로써', 'ro'], ['로써', 'ro'], ['으로부터', 'ro'], ['로부터', 'ro'],
  ['의', 'any'], ['에', 'any'], ['에서', 'any'], ['에게', 'any'], ['에게서', 'any'], ['께', 'any'], ['께서', 'any'],
  ['한테', 'any'], ['한테서', 'any'], ['도', 'any'], ['만', 'any'], ['까지', 'any'], ['부터', 'any'], ['보다', 'any'],
  ['처럼', 'any'], ['마다', 'any'], ['조차', 'any'], ['마저', 'any'], ['밖에', 'any'], ['하고', 'any'], ['만큼', 'any'],
  ['같은', 'any'], ['같이', 'any'], ['뿐', 'any'], ['대로', 'any'], ['에다', 'any'], ['서', 'vowel'], ['들', 'any'], ['측', 'any'],
  ['씨', 'any'], ['님', 'any'], ['당국', 'any'], ['정부', 'any'], ['대사관', 'any'], ['대사', 'any'], ['대통령', 'any'],
  ['외무성', 'any'], ['외교부', 'any'], ['주민', 'any'], ['주재', 'any'], ['영화', 'any'], ['문제', 'any'], ['관계', 'any'],
  ['국민', 'any'], ['특사', 'any'], ['전역', 'any'], ['내', 'any'], ['간', 'any'], ['산', 'any'], ['식', 'any'], ['계', 'any'], ['제', 'any'], ['행', 'any'], ['발', 'any'],
  ['이라면', 'consonant'], ['라면', 'vowel'], ['이라서', 'consonant'], ['라서', 'vowel'], ['이라며', 'consonant'], ['라며', 'vowel'],
  ['이야말로', 'consonant'], ['야말로', 'vowel'], ['은커녕', 'consonant'], ['는커녕', 'vowel'], ['커녕', 'any'], ['치고', 'any'], ['더러', 'any'], ['말고', 'any'],
  ['에선', 'any'], ['에겐', 'any'], ['엔', 'any'], ['이라든지', 'consonant'], ['라든지', 'vowel'], ['이든지', 'consonant'], ['든지', 'vowel'],
  ['이었으며', 'consonant'], ['였으며', 'vowel'], ['이었지만', 'consonant'], ['였지만', 'vowel'], ['이었는데', 'consonant'], ['였는데', 'vowel'],
  ['인데', 'any'], ['인가', 'any'], ['판', 'any'], ['요', 'any'], ['는요', 'vowel'], ['은요', 'consonant'], ['이냐', 'any'], ['이냐고', 'any'], ['냐고', 'vowel'], ['이라니', 'consonant'], ['라니', 'vowel'], ['이래', 'consonant'], ['래', 'vowel'], ['일까', 'any'], ['일', 'any'], ['이기에', 'any'], ['이자', 'any'], ['자', 'vowel'], ['답게', 'any'], ['이랄', 'consonant'], ['랄', 'vowel'],
  ['이나마', 'consonant'], ['나마', 'vowel'], ['이었을', 'consonant'], ['였을', 'vowel'], ['이었', 'consonant'], ['이라기보다', 'consonant'], ['라기보다', 'vowel'],
  ['쪽', 'any'], ['역', 'any'], ['시', 'any'], ['시민', 'any'], ['정권', 'any'], ['지도부', 'any'], ['체제', 'any'], ['여행', 'any'], ['출신', 'any'],
  ['선수', 'any'], ['언론', 'any'], ['사람', 'any'], ['외교관', 'any'], ['대표단', 'any'], ['국적', 'any'], ['사무소', 'any'], ['외무장관', 'any'],
]; // prettier-ignore

/** Particles that may follow another particle: 에서는, 까지도, 와의. */
const SECOND: ReadonlySet<string> = new Set([
  '은',
  '는',
  '이',
  '가',
  '을',
  '를',
  '과',
  '와',
  '도',
  '만',
  '의',
  '까지',
  '부터',
  '에서',
  '에',
  '로',
  '으로',
  '에게',
  '나',
  '이나',
  '라도',
  '이라도',
  '보다',
  '처럼',
  '들',
  '조차',
  '마저',
  '서',
  '이다',
  '였다',
  '입니다',
  '하고',
  '께서',
  '에서의',
  '에서는',
  '든',
  '요',
  '는요',
  '은요',
  '에는',
  '으로서',
]);

const BY_TEXT = new Map<string, After>(PARTICLES);

function agrees(after: After, particle: string, last: number): boolean {
  if (after === 'any' || !isHangul(last)) return true;
  if (after === 'ro') return particle.startsWith('으') === (hasFinalConsonant(last) && !endsInRieul(last));
  return (after === 'consonant') === hasFinalConsonant(last);
}

/**
 * Whether `suffix`, the Hangul right behind a name, is made of particles (or of a noun that Korean writes onto the
 * name of a country, such as 정부, and particles). `last` is the last unit of the name; where it is no Hangul (EU는)
 * either shape of a particle is right.
 */
export function isParticle(suffix: string, last: number, depth = 0): boolean {
  for (let length = Math.min(suffix.length, 5); length > 0; length--) {
    const particle = suffix.slice(0, length);
    const after = BY_TEXT.get(particle);
    if (after === undefined || (depth > 0 && particle.length < 2 && !SECOND.has(particle))) continue;
    if (!agrees(after, particle, last)) continue;
    if (length === suffix.length) return true;
    if (depth < 3 && isParticle(suffix.slice(length), suffix.charCodeAt(length - 1), depth + 1)) return true;
  }
  return false;
}

/** Set phrases that begin with the name of any country, written together or apart. */
const SET_PHRASE =
  /^\s?(?:대?혁명|미사일\s?위기|룰렛|오픈|정교회|외인부대|내전|남북전쟁|독립\s?전쟁|학사원|한림원|바게[뜨트]|샌드위치)(?![가-힣]{2})|^\s?(?:국립|국회|의회)\s?(?:도서관|박물관|미술관|극장|대학교?|발레단)|^\s?(?:올림픽|패럴림픽|월드컵|마라톤|(?:기후\s?)?협[정약]|조약|의정서)|^\s?(?:호수|산맥|사막|해협)|^\s?주(?=[의에는가를로와도]|[^가-힣]|$)|^\s(?:한|두|세|네|몇|\d+)\s?마리|^\s?강(?:[은을이과에]|으로|에서|까지|$|[^가-힣])/;
/** What goes on from one name as another: rivers and mountains, dishes, the kingdom of Joseon, newspapers and firms. */
const LONGER: readonly (readonly [string, RegExp])[] = [
  ['북한', /^(?:산|강)/],
  ['프랑스', /^\s?(?:24|앵포|퀼튀르|블뢰|텔레비지옹)/],
  // The insect, which is written like the city.
  [
    '파리',
    /^\s?제?\s?\d+\s?대학|^(?:가|는|도|들이|들은)\s(?:날아|날고|많|윙윙|앉|꼬|들끓|들어|붙)|^(?:를|를\s다)\s?(?:잡|쫓|때려|내쫓)/,
  ],
  ['평양', /^\s?(?:냉면|온면|성전투)/],
  [
    '조선',
    /^\s?(?:시대|왕조|왕실|후기|전기|중기|초기|말기|팔도|백자|총독부|실록|반도|중앙|신보|일보|로동당|노동당|그리스도|소년단|적십자|작가동맹|은행|대학)/,
  ],
];

/** *드* and *오브* stand for *de* and *of*; the others begin the names of firms and stations: 투르 드 프랑스, 에어 프랑스. */
const BEFORE = /(?:^|[^가-힣])(?:드|오브|에어|라디오|아나톨|스타드|미스|뱅크)\s?$/;
/** Behind a person's name: what is called after it. */
const CALLED = /^\s?(?:국립\s?)?(?:도서관|거리|광장|재단|기념관|공항|대로|문학상|센터)(?![가-힣]{3})/;

/** Whether a name that begins at an offset of `text` is the end of a longer one. */
export function isKoreanEnd(text: string, start: number): boolean {
  return BEFORE.test(text.slice(Math.max(0, start - 6), start));
}

/** Whether a library, a street or an airport is called after the person whose name ends there. */
export function isCalledAfter(text: string, end: number): boolean {
  return CALLED.test(text.slice(end, end + 10));
}

/** Whether the name that ends at `end` goes on as a longer name there. */
export function isKoreanLonger(text: string, end: number): boolean {
  const behind = text.slice(end, end + 10);
  return SET_PHRASE.test(behind) || LONGER.some(([name, on]) => text.endsWith(name, end) && on.test(behind));
}

/** Signs that Korean sets before the name of a country: *in*, *toward*, *against*, *for* … */
const PREFIXES = new Set(['주', '대', '반', '친', '재', '탈', '방', '비', '전']);
/** *North*, *south* …: a part of the land, but for states and regions of their own. */
const SIDES = new Set(['북', '남', '동', '서']);
const OF_OWN =
  /^(?:[북남동서]|한|조선|수단|예멘|키프로스|아일랜드|마케도니아|베트남|티모르|사하라|아프리카|아메리카|오세티야|독)/;

/** Whether the Hangul right before the name of a place, which goes on as `name` does, is one of the prefixes of place names. */
export function isPlacePrefix(prefix: string, name: string): boolean {
  return PREFIXES.has(prefix) || (SIDES.has(prefix) && !OF_OWN.test(name));
}

/** Given names of the West as Korean writes them; another of them before a family name makes another person. */
const GIVEN = new Set(
  `다니엘 다니엘르 프레데리크 프레데릭 세실리아 카를라 기욤 장 피에르 폴 프리츠 헬무트 미셸 클로드 프랑수아 자크 니콜라 앙리 루이 샤를 필리프 필립 앙드레 알랭 베르나르 로베르
  제라르 에마뉘엘 마리 안 안느 소피 이자벨 카트린 카트린느 브리지트 장마리 장피에르 장폴 장자크 질베르 파스칼 마르탱 토마 앙투안 루카 존 제임스 마이클 로버트 윌리엄 데이비드
  리처드 찰스 조지프 조셉 토머스 크리스토퍼 대니얼 매튜 마크 도널드 스티븐 앤드루 케네스 조지 에드워드 벤저민 새뮤얼 메리 엘리자베스 사울 솔 헨리 피터 폴 한스 카를 칼 페터`.split(
    /\s+/,
  ),
);

/** Whether a given name stands before the family name that begins at an offset of `text` (다니엘 미테랑). */
export function isKoreanGivenName(text: string, start: number): boolean {
  const gap = text.charAt(start - 1);
  if (gap === '·' || gap === '・') return true;
  if (gap !== ' ' && gap !== '\u00a0') return false;
  const wordBefore = (end: number) => {
    let from = end;
    while (from > 0 && end - from < 7 && isHangul(text.charCodeAt(from - 1))) from--;
    return text.slice(from, end);
  };
  const word = wordBefore(start - 1);
  if (GIVEN.has(word)) return true;
  // *카를라 브루니 사르코지*: a given name and another family name; a word with a particle is neither.
  if (word === '' || word.length > 5 || text.charAt(start - 2 - word.length) !== ' ') return false;
  return (
    GIVEN.has(wordBefore(start - 2 - word.length)) &&
    !isParticle(word.slice(-1), word.charCodeAt(word.length - 2))
  );
}
