import type { TermRange } from './dictionary';
import { Break, NO_ENTRY } from './indexPart';
import type { IndexData } from './indexData';
import { qualityIn, sourceOf, type How, type Slot } from './slots';
import { WEIGHTS } from './weights';

/** Where in an entry something stands. */
export type Where = 'title' | 'alias' | 'text' | 'figure' | 'place';
const FIELDS: readonly Where[] = ['title', 'alias', 'text', 'figure'];

/** Why an entry was found: one for each part of the query that it has. */
export interface Reason {
  readonly how: How;
  /** Absent where the entry is about the name, or has the date. */
  readonly where?: Where;
  /** The part of the query, folded. */
  readonly typed: string;
  /** The word of the library that it met, folded; absent for names, dates and phrases. */
  readonly word?: string;
}

/** What a slot says of a word, or of the words of a phrase that begins there. */
interface Match {
  /** Number of the slot. */
  readonly at: number;
  readonly quality: number;
  readonly how: How;
  /** How many words it is. */
  readonly length: number;
}

/** What was found for a slot in the entry being measured. */
interface Met {
  value: number;
  how: How | undefined;
  where: Where | undefined;
  word: number;
}

/** In these ways something only may be what the query means. */
const GUESSED: ReadonlySet<How> = new Set(['unfinished', 'prefix', 'typo']);

/**
 * Scores the entries that came through the rough choice by their own words: where each part of the query stands, how close
 * together, in which order, and whether a title is the query.
 */
export class Ranker {
  private readonly met: Met[];
  private readonly gains: readonly number[];
  private readonly gain: number;
  private readonly lastPlaces: Int32Array;
  private readonly requiredCount: number;
  /** For each word that was looked at, which slots it matches: texts are made of the same words again and again. */
  private readonly matches = new Map<number, readonly Match[]>();
  /** Numbers of the slots that are several words. */
  private readonly sequences: readonly number[];
  /** How much of the title of the entry being measured the query has. */
  private titleCoverage = 0;

  constructor(
    private readonly data: IndexData,
    private readonly slots: readonly Slot[],
    /** Entries that are about names of the current document. */
    private readonly boosted: Uint8Array | undefined,
    /** Bits of the info that the question asks for. */
    private readonly asked = 0,
    /** What words count where another index says it. */
    counted?: ReadonlyMap<string, number>,
  ) {
    this.met = slots.map(() => ({ value: 0, how: undefined, where: undefined, word: -1 }));
    this.gains = slots.map(
      (slot) => (counted?.get(slot.word) ?? this.rarity(slot)) * (slot.isRequired ? 1 : WEIGHTS.optional),
    );
    this.gain = this.gains.reduce((sum, gain) => sum + gain, 0);
    this.lastPlaces = new Int32Array(slots.length);
    this.requiredCount = Math.max(1, slots.filter(({ isRequired }) => isRequired).length);
    this.sequences = [...slots.keys()].filter((at) => slots[at]!.sequence !== undefined);
  }

  /** What each word counts, for the index of changes. */
  counts(): ReadonlyMap<string, number> {
    return new Map(this.slots.map((slot) => [slot.word, this.rarity(slot)]));
  }

  private rarity({ words, lists }: Slot): number {
    const count =
      words.reduce((sum, range) => sum + this.data.countIn(range), 0) +
      lists.reduce((sum, { entries }) => sum + entries.length, 0);
    return Math.log2(2 + this.data.count / (1 + count)) / 4;
  }

  /**
   * The share of the query's weight that an entry has, by which one sees whether it is worth showing where nothing has all
   * of it; with `asTyped` only by what must be there and is there as it was typed, not by beginnings and typing errors.
   */
  shareOf(entry: number, asTyped = false): number {
    this.score(entry);
    let sum = 0;
    this.met.forEach(({ value, how }, at) => {
      const counts = !asTyped || (this.slots[at]!.isRequired && how !== undefined && !GUESSED.has(how));
      if (value > 0 && counts) sum += this.gains[at]!;
    });
    return this.gain === 0 ? 0 : sum / this.gain;
  }

  score(entry: number): number {
    const { data, slots, met } = this;
    for (const each of met) {
      each.value = 0;
      each.how = each.where = undefined;
      each.word = -1;
    }
    this.titleCoverage = 0;
    let form = this.readFields(entry);
    slots.forEach((slot, at) => {
      const each = met[at]!;
      if (each.value === 0) this.readPlaces(entry, at, each);
      for (const list of slot.lists) {
        if (list.how === 'sequence' || list.how === 'phrase') continue;
        const quality = qualityIn(list, entry);
        if (quality === 0) continue;
        each.value += quality;
        each.how ??= list.how;
      }
    });
    // `pakistan population` is the title of the section, with that of the topic around it.
    const onPath = met.filter(({ where }) => where === 'title' || where === 'place').length;
    const share = Math.min(1, onPath / this.requiredCount);
    form = Math.max(form, WEIGHTS.wholeTitle * (this.titleCoverage * share) ** 2);
    let score = form * this.gain;
    for (let at = 0; at < met.length; at++) score += met[at]!.value * this.gains[at]!;
    // A name is what is meant where the query names it, and less so where its description has the words.
    const kind = data.kindOf(entry);
    const inAlias = met.filter(({ where }) => where === 'alias').length;
    const named = this.titleCoverage > 0 ? onPath + inAlias : inAlias;
    const part = Math.min(1, named / this.requiredCount);
    const weight = (WEIGHTS.weight * data.weights[entry]!) / 255;
    score *= (1 + (WEIGHTS.kinds[kind] - 1) * part) * (1 + weight * part);
    if (kind !== 'fact') score *= WEIGHTS.described + (1 - WEIGHTS.described) * part;
    if ((data.info[entry]! & this.asked) !== 0) score *= WEIGHTS.asked;
    return this.boosted?.[entry] === 1 ? score * (1 + WEIGHTS.boost) : score;
  }

  /** Reads the words of an entry; what closeness, order and a whole title give is returned. */
  private readFields(entry: number): number {
    const { data } = this;
    const end = data.textOffsets[entry + 1]!;
    let bonus = 0;
    let field = 0;
    for (let place = data.textOffsets[entry]!; place <= end; place++) {
      const from = place;
      while (place < end && data.wordAt(place) < Break.form) place++;
      if (place > from) bonus = Math.max(bonus, this.readForm(from, place, field));
      if (place < end && data.wordAt(place) === Break.field) field++;
    }
    return bonus;
  }

  /** Reads a run of words: a title, an alias, a text. */
  private readForm(from: number, to: number, field: number): number {
    const { data, slots, met, lastPlaces } = this;
    const length = to - from;
    lastPlaces.fill(-1);
    let matchedWords = 0;
    let seen = 0;
    let adjacent = 0;
    let before = -1;
    let narrowest = Infinity;
    const values = new Float32Array(slots.length);
    const words = new Int32Array(slots.length);
    const hows: (How | undefined)[] = [];
    for (let place = from; place < to; place++) {
      const word = data.wordAt(place);
      let matched = -1;
      let taken = 1;
      for (const { at, quality, how, length: used } of this.matchesAt(place, to)) {
        matched = at;
        taken = Math.max(taken, used);
        if (lastPlaces[at]! < 0) seen++;
        lastPlaces[at] = place;
        if (quality > values[at]!) {
          values[at] = quality;
          words[at] = word;
          hows[at] = how;
        }
        if (before >= 0 && at === before + 1) adjacent++;
      }
      if (matched >= 0) {
        matchedWords += taken;
        narrowest = Math.min(narrowest, widthOf(lastPlaces, seen));
      }
      before = matched;
      place += taken - 1;
    }
    if (seen === 0) return 0;
    const coverage = Math.min(1, matchedWords / length);
    const weight = fieldWeight(field, coverage, length);
    for (let at = 0; at < slots.length; at++) {
      const value = values[at]! * weight;
      const each = met[at]!;
      if (value <= each.value) continue;
      each.value = value;
      each.how = hows[at];
      each.where = FIELDS[field];
      each.word = words[at]!;
    }
    if (field === 0) this.titleCoverage = coverage;
    const share = Math.min(1, seen / this.requiredCount);
    let bonus = 0;
    if (seen > 1) {
      bonus += (WEIGHTS.closeness * share * (seen - 1)) / Math.max(1, narrowest);
      bonus += (WEIGHTS.order * adjacent) / Math.max(1, slots.length - 1);
    }
    if (field < 2) bonus += WEIGHTS.wholeTitle * (coverage * share) ** 2;
    return bonus;
  }

  /** What the slots say of the word at a place, and of phrases from there that end before `to`; by number of slot. */
  private matchesAt(place: number, to: number): readonly Match[] {
    const ofWord = this.matchesOf(this.data.wordAt(place));
    let all: Match[] | undefined;
    for (const at of this.sequences) {
      const { sequence } = this.slots[at]!;
      if (!sequence || place + sequence.length > to || !this.isAt(place, sequence)) continue;
      // A phrase says more than a word of it.
      all = (all ?? [...ofWord]).filter((match) => match.at !== at);
      all.push({ at, quality: 1, how: 'sequence', length: sequence.length });
    }
    return all ? all.sort((one, other) => one.at - other.at) : ofWord;
  }

  private isAt(place: number, sequence: readonly TermRange[]): boolean {
    for (let at = 0; at < sequence.length; at++) {
      const word = this.data.wordAt(place + at);
      if (word < sequence[at]!.from || word >= sequence[at]!.to) return false;
    }
    return true;
  }

  private matchesOf(word: number): readonly Match[] {
    const known = this.matches.get(word);
    if (known) return known;
    const matches = this.slots.flatMap((slot, at): Match[] => {
      const source = sourceOf(slot, word);
      if (!source) return [];
      const isPart = source.how === 'prefix' || source.how === 'unfinished' || source.how === 'typo';
      const typed = slot.word.length / Math.max(slot.word.length, this.data.words.length(word));
      const quality = source.quality * (isPart ? 0.6 + 0.4 * typed : 1);
      return quality === 0 ? [] : [{ at, quality, how: source.how, length: 1 }];
    });
    this.matches.set(word, matches);
    return matches;
  }

  /** Looks for a slot in the titles of the section and the topic around an entry. */
  private readPlaces(entry: number, slot: number, met: Met): void {
    const { data } = this;
    for (let up = data.parents[entry]!; up !== NO_ENTRY; up = data.parents[up]!) {
      const end = data.textOffsets[up + 1]!;
      for (let place = data.textOffsets[up]!; place < end; place++) {
        const word = data.wordAt(place);
        if (word >= Break.form) break;
        for (const { at, quality, how } of this.matchesAt(place, end)) {
          if (at !== slot || quality * WEIGHTS.place <= met.value) continue;
          met.value = quality * WEIGHTS.place;
          met.how = how;
          met.where = 'place';
          met.word = word;
        }
      }
    }
  }

  /** Why an entry was found. */
  reasons(entry: number): Reason[] {
    this.score(entry);
    return this.met.flatMap(({ how, where, word }, at) => {
      if (!how) return [];
      const isWord = word >= 0 && how !== 'about' && how !== 'date' && how !== 'sequence';
      return {
        how,
        ...(where && { where }),
        typed: this.slots[at]!.word,
        ...(isWord && { word: this.data.words.at(word) }),
      };
    });
  }

  /** The words of an entry that the query met, the longest first. */
  matchedWords(entry: number): string[] {
    const { data } = this;
    const words = new Set<string>();
    for (let place = data.textOffsets[entry]!, end = data.textOffsets[entry + 1]!; place < end; place++) {
      if (data.wordAt(place) >= Break.form) continue;
      for (const { length } of this.matchesAt(place, end)) {
        for (let at = 0; at < length; at++) words.add(data.words.at(data.wordAt(place + at)));
      }
    }
    return [...words].sort((one, other) => other.length - one.length);
  }
}

function fieldWeight(field: number, coverage: number, length: number): number {
  switch (field) {
    case 0:
    case 1: {
      const weight = field === 0 ? WEIGHTS.title : WEIGHTS.alias;
      return weight * (1 - WEIGHTS.titleLength + WEIGHTS.titleLength * coverage * 2);
    }
    default:
      return WEIGHTS.text / (1 - WEIGHTS.textLength + (WEIGHTS.textLength * length) / 14);
  }
}

/** How many words lie between the first and the last of the places where slots stood last. */
function widthOf(places: Int32Array, seen: number): number {
  if (seen < 2) return Infinity;
  let first = Infinity;
  let last = -1;
  for (const place of places) {
    if (place < 0) continue;
    if (place < first) first = place;
    if (place > last) last = place;
  }
  return last - first;
}
