import { tokenise, Tokens, Units } from '../tokens';
import { GIVEN_NAMES } from './givenNames';
import * as roles from './roleLists';
import * as lists from './wordLists';

/** What a word can be; one bit each. */
export const WordClass = {
  function: 1 << 0,
  locative: 1 << 1,
  of: 1 << 2,
  title: 1 << 3,
  date: 1 << 4,
  direction: 1 << 5,
  leftPart: 1 << 6,
  headOf: 1 << 7,
  rightHead: 1 << 8,
  leftPersonHead: 1 << 9,
  rightOfPlace: 1 << 10,
  rightOfDemonymAny: 1 << 11,
  rightOfDemonym: 1 << 12,
  personSuffix: 1 << 13,
  surnameParticle: 1 << 14,
  prefix: 1 << 15,
  commonName: 1 << 16,
  everyday: 1 << 17,
  acronymWord: 1 << 18,
  contraction: 1 << 19,
  elision: 1 << 20,
  given: 1 << 21,
  strictLocative: 1 << 22,
  german: 1 << 23,
  republic: 1 << 24,
  languageName: 1 << 25,
  languageCue: 1 << 26,
  languageQuality: 1 << 27,
  ofLanguage: 1 << 28,
  idiom: 1 << 29,
  longerHead: 1 << 30,
  leftOfDemonym: 1 << 31,
} as const;

/** What a word can do in a longer name; one bit each. */
export const WordRole = {
  street: 1 << 0,
  frenchOf: 1 << 1,
  article: 1 << 2,
  for: 1 << 3,
  body: 1 << 4,
  own: 1 << 5,
  determiner: 1 << 6,
  joining: 1 << 7,
  inTitle: 1 << 8,
  council: 1 << 9,
  states: 1 << 10,
  organ: 1 << 11,
  ship: 1 << 12,
  frenchHead: 1 << 13,
  acronymHead: 1 << 14,
  institution: 1 << 15,
  of: 1 << 16,
  the: 1 << 17,
  and: 1 << 18,
  otherCountry: 1 << 19,
  calledAfter: 1 << 20,
  club: 1 << 21,
  unit: 1 << 22,
  stream: 1 << 23,
} as const;

const LISTS: readonly (readonly [string, number])[] = [
  [lists.FUNCTION_WORDS, WordClass.function],
  [lists.LOCATIVES, WordClass.locative],
  [lists.STRICT_LOCATIVES, WordClass.strictLocative],
  [lists.OF_WORDS, WordClass.of],
  [lists.TITLES, WordClass.title],
  [lists.DATES, WordClass.date],
  [lists.DIRECTIONS, WordClass.direction],
  [lists.LEFT_PARTS, WordClass.leftPart],
  [lists.HEADS_OF, WordClass.headOf],
  [lists.RIGHT_HEADS, WordClass.rightHead],
  [lists.LEFT_PERSON_HEADS, WordClass.leftPersonHead],
  [lists.RIGHT_OF_PLACE, WordClass.rightOfPlace],
  [lists.RIGHT_OF_DEMONYM_ANY, WordClass.rightOfDemonymAny],
  [lists.RIGHT_OF_DEMONYM, WordClass.rightOfDemonym],
  [lists.PERSON_SUFFIXES, WordClass.personSuffix],
  [lists.SURNAME_PARTICLES, WordClass.surnameParticle],
  [lists.PREFIXES, WordClass.prefix],
  [lists.COMMON_NAMES, WordClass.commonName],
  [lists.EVERYDAY_WORDS, WordClass.everyday],
  [lists.ACRONYM_WORDS, WordClass.acronymWord],
  [lists.CONTRACTIONS, WordClass.contraction],
  [lists.ELISIONS, WordClass.elision],
  [lists.GERMAN_WORDS, WordClass.german],
  [lists.LANGUAGE_NAMES, WordClass.languageName],
  [lists.LANGUAGE_CUES, WordClass.languageCue],
  [lists.LANGUAGE_QUALITIES, WordClass.languageQuality],
  [lists.OF_LANGUAGES, WordClass.ofLanguage],
  [lists.IDIOMS, WordClass.idiom],
  [lists.LONGER_HEADS, WordClass.longerHead],
  [lists.LEFT_OF_DEMONYM, WordClass.leftOfDemonym],
  ['republic republique republik republica repubblica', WordClass.republic],
  [GIVEN_NAMES, WordClass.given],
];

const ROLE_LISTS: readonly (readonly [string, number])[] = [
  [roles.STREETS, WordRole.street],
  [roles.FRENCH_OF, WordRole.frenchOf],
  [roles.ARTICLES, WordRole.article],
  [roles.FOR_WORDS, WordRole.for],
  [roles.BODIES, WordRole.body],
  [roles.OWN_PARTS, WordRole.own],
  [roles.DETERMINERS, WordRole.determiner],
  [roles.JOINING, WordRole.joining],
  [roles.TITLE_BEGINNINGS, WordRole.inTitle],
  [roles.COUNCILS, WordRole.council],
  [roles.STATES, WordRole.states],
  [roles.STATE_ORGANS, WordRole.organ],
  [roles.SHIPS, WordRole.ship],
  [roles.FRENCH_HEADS, WordRole.frenchHead],
  [roles.ACRONYM_HEADS, WordRole.acronymHead],
  [roles.INSTITUTIONS, WordRole.institution],
  ['of', WordRole.of],
  ['the a an', WordRole.the],
  ['and et', WordRole.and],
  [roles.OTHER_COUNTRIES, WordRole.otherCountry],
  [roles.CALLED_AFTER, WordRole.calledAfter],
  [roles.CLUBS, WordRole.club],
  [roles.UNITS, WordRole.unit],
  ['river delta basin valley', WordRole.stream],
];

/** The words of all lists by their hashes, one that stands in several lists several times. */
class Words {
  readonly h1: number[] = [];
  readonly h2: number[] = [];
  readonly classes: number[] = [];
  readonly roles: number[] = [];
  private readonly units = new Units();
  private readonly tokens = new Tokens();

  constructor(
    private readonly seed1: number,
    private readonly seed2: number,
  ) {}

  get count(): number {
    return this.h1.length;
  }

  /** Takes a list as a whole, which is far faster than each word by itself; words of several tokens are passed over. */
  add(list: string, classes: number, wordRoles: number): void {
    const { units, tokens } = this;
    units.load(list);
    tokens.clear();
    tokenise(units.data, 0, units.length, tokens, this.seed1, this.seed2);
    for (let token = 0; token < tokens.count; token++) {
      const [start, end] = [tokens.start[token]!, tokens.end[token]!];
      if ((start > 0 && !isSpace(list, start - 1)) || (end < list.length && !isSpace(list, end))) continue;
      this.h1.push(tokens.h1[token]! | 0);
      this.h2.push(tokens.h2[token]! | 0);
      this.classes.push(classes);
      this.roles.push(wordRoles);
    }
  }
}

function isSpace(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === 0x20 || unit === 0x0a;
}

/**
 * The classes of words, asked by the two hashes the scanner has made of every word already, so that no string is
 * built. Two words can only be taken for each other where 64 bits agree by chance.
 */
export class Lexicon {
  private readonly keys: Int32Array;
  private readonly mask: number;
  /** One bit for some hash of each word: most words of a text are in no list, and this stays in the nearest cache. */
  private readonly filter = new Uint32Array(2048);

  /** Takes the seeds of the index whose hashes it will be asked with. */
  constructor(seed1: number, seed2: number) {
    const words = new Words(seed1, seed2);
    for (const [list, bit] of LISTS) words.add(list, bit, 0);
    for (const [list, bit] of ROLE_LISTS) words.add(list, 0, bit);
    let size = 64;
    while (size < words.count * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size * 4);
    for (let word = 0; word < words.count; word++) this.put(words, word);
  }

  private put(words: Words, word: number): void {
    const { keys, mask, filter } = this;
    const h1 = words.h1[word]!;
    const h2 = words.h2[word]!;
    let at = (h1 & mask) * 4;
    while ((keys[at + 2]! | keys[at + 3]!) !== 0 && (keys[at] !== h1 || keys[at + 1] !== h2)) {
      at = (at + 4) & (mask * 4 + 3);
    }
    const place = (h1 >>> 5) & 2047;
    filter[place] = filter[place]! | (1 << (h1 & 31));
    keys[at] = h1;
    keys[at + 1] = h2;
    keys[at + 2] = keys[at + 2]! | words.classes[word]!;
    keys[at + 3] = keys[at + 3]! | words.roles[word]!;
  }

  classAt(place: number): number {
    return this.keys[place + 2]!;
  }

  roleAt(place: number): number {
    return this.keys[place + 3]!;
  }

  /** The classes of the word with these hashes; 0 where it is in no list. */
  classOf(h1: number, h2: number): number {
    const at = this.find(h1, h2);
    return at < 0 ? 0 : this.keys[at + 2]!;
  }

  /** What the word with these hashes does in a longer name; 0 where it is in no list. */
  rolesOf(h1: number, h2: number): number {
    const at = this.find(h1, h2);
    return at < 0 ? 0 : this.keys[at + 3]!;
  }

  /** Where the word with these hashes is kept, -1 where it is in no list: for asking for both at once. */
  find(h1: number, h2: number): number {
    if (((this.filter[(h1 >>> 5) & 2047]! >>> (h1 & 31)) & 1) === 0) return -1;
    const { keys, mask } = this;
    for (let at = (h1 & mask) * 4; ; at = (at + 4) & (mask * 4 + 3)) {
      if (keys[at] === h1 && keys[at + 1] === h2) return at;
      if ((keys[at + 2]! | keys[at + 3]!) === 0) return -1;
    }
  }
}
