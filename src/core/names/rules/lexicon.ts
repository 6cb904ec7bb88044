import { fold } from '../../text/fold';
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
    const words = new Map<string, [number, number]>();
    for (const [kind, ofKind] of [LISTS, ROLE_LISTS].entries()) {
      for (const [list, bit] of ofKind) {
        for (const word of fold(list).split(/\s+/)) {
          const bits = words.get(word) ?? [0, 0];
          bits[kind]! |= bit;
          if (word !== '') words.set(word, bits);
        }
      }
    }
    let size = 64;
    while (size < words.size * 2) size *= 2;
    this.mask = size - 1;
    this.keys = new Int32Array(size * 4);
    const units = new Units();
    const tokens = new Tokens();
    for (const [word, [classes, wordRoles]] of words) {
      units.load(word);
      tokens.clear();
      tokenise(units.data, 0, units.length, tokens, seed1, seed2);
      if (tokens.count !== 1) continue;
      let at = tokens.h1[0]! & this.mask;
      while ((this.keys[at * 4 + 2]! | this.keys[at * 4 + 3]!) !== 0) at = (at + 1) & this.mask;
      const place = (tokens.h1[0]! >>> 5) & 2047;
      this.filter[place] = this.filter[place]! | (1 << (tokens.h1[0]! & 31));
      this.keys.set([tokens.h1[0]!, tokens.h2[0]!, classes, wordRoles], at * 4);
    }
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
