import { isSingleSign } from '../text/words';
import type { TermRange } from './dictionary';
import type { DaySpan } from './figures';
import { distinct, type IndexData } from './indexData';
import { dateSpans, eachDate, figureSpans, nameSpans, type DateFit } from './meaning';
import type { FoundPhrase } from './phrases';
import { otherNumbers } from './plural';
import type { ListSource, Slot, WordSource } from './slots';
import { isMeasure, isParticle, isStopWord } from './stopWords';
import { WEIGHTS } from './weights';
import { wordsOf, type PlacedWord } from './wordReader';

/** More parts than this are not typed but pasted; bits of a number tell them apart. */
export const MOST_SLOTS = 24;
/** Words that are not the last count by their beginnings only from this length on. */
const SHORTEST_PREFIX = 3;

const FITS: Readonly<Record<DateFit, number>> = {
  same: WEIGHTS.sameDate,
  inside: WEIGHTS.insideDate,
  around: WEIGHTS.aroundDate,
  touching: WEIGHTS.touchingDate,
};

/** A run of words of the query that makes one slot. */
interface Piece {
  readonly first: number;
  readonly end: number;
  readonly values?: readonly string[];
  readonly days?: DaySpan;
}

/** What a query asks for: its words, their other forms, names, figures and dates, and its phrases. */
export function slotsOf(
  data: IndexData,
  plain: string,
  phrases: readonly FoundPhrase[] = [],
): readonly Slot[] {
  return [...new SlotMaker(data, plain).slots(), ...phrases.map(phraseSlot)].slice(0, MOST_SLOTS);
}

function phraseSlot({ words, sequence, entries }: FoundPhrase): Slot {
  const list: ListSource = { how: 'phrase', entries, quality: WEIGHTS.sequence };
  return { word: words.join(' '), words: [], lists: [list], sequence, isRequired: true };
}

class SlotMaker {
  private readonly words: readonly PlacedWord[];
  /** For each word the facts about the names that it is part of. */
  private readonly about: (ListSource | undefined)[] = [];
  /** Where figures end: what they are measured in follows there. */
  private readonly figureEnds = new Set<number>();

  constructor(
    private readonly data: IndexData,
    private readonly plain: string,
  ) {
    this.words = wordsOf(plain).slice(0, MOST_SLOTS * 2);
  }

  slots(): readonly Slot[] {
    const { words } = this;
    const pieces = this.pieces();
    const slots = pieces.slice(0, MOST_SLOTS).map((piece) => this.slot(piece));
    if (slots.some(({ isRequired }) => isRequired)) return slots;
    return words.length === 0 ? [] : slots.map((slot) => ({ ...slot, isRequired: true }));
  }

  private pieces(): Piece[] {
    const { words, data, plain } = this;
    const taken: (Piece | undefined)[] = [];
    const take = (piece: Piece): void => {
      for (let at = piece.first; at < piece.end; at++) if (taken[at]) return;
      for (let at = piece.first; at < piece.end; at++) taken[at] = piece;
    };
    dateSpans(plain, words).forEach(take);
    figureSpans(plain, words).forEach((figure) => {
      take(figure);
      this.figureEnds.add(figure.end);
    });
    const names = nameSpans(data, words, (at) => taken[at] !== undefined);
    const edges = new Set<number>();
    for (const { first, end, names: found } of names) {
      const about = this.factsAbout(found);
      const isOnlyStopWords = words.slice(first, end).every(({ word }) => isStopWord(word));
      if (isOnlyStopWords && words.length > end - first) continue;
      for (let at = first; at < end; at++) this.about[at] = about;
      edges.add(first).add(end);
    }
    const pieces: Piece[] = [];
    for (let at = 0; at < words.length; at++) {
      const piece = taken[at];
      if (piece) {
        pieces.push(piece);
        at = piece.end - 1;
        continue;
      }
      // Signs without spaces between them are one piece, but for the names among them.
      const first = at;
      while (this.isRun(at) && taken[at + 1] === undefined && !edges.has(at + 1)) at++;
      pieces.push({ first, end: at + 1 });
    }
    return pieces;
  }

  private isRun(at: number): boolean {
    const { word, end } = this.words[at]!;
    const next = this.words[at + 1];
    return next?.start === end && isSign(word) && isSign(next.word);
  }

  private factsAbout(names: readonly number[]): ListSource {
    const entries = names.flatMap((name) => [name, ...this.data.factsAbout(name)]);
    return { how: 'about', entries: distinct(Uint32Array.from(entries)), quality: WEIGHTS.about };
  }

  private slot(piece: Piece): Slot {
    const { words, data } = this;
    const part = words.slice(piece.first, piece.end);
    const isSigns = part.length > 1 && part.every(({ word }) => isSign(word));
    const isLast = part.at(-1)!.end === this.plain.length;
    const word = part.map((each) => each.word).join(isSigns ? '' : ' ');
    const lists: ListSource[] = [];
    const sources: WordSource[] = [];
    let sequence: readonly TermRange[] | undefined;
    if (part.length === 1) sources.push(...this.wordSources(word, isLast));
    else {
      const ranges = part.map((each, at) => this.rangeOf(each.word, isLast && at === part.length - 1));
      const how = isSigns ? 'sequence' : 'phrase';
      if (ranges.every(({ from, to }) => from < to)) {
        sequence = ranges;
        lists.push({ how, entries: data.entriesWithSequence(ranges), quality: WEIGHTS.sequence });
      }
    }
    for (const value of piece.values ?? []) {
      const number = data.words.find(value);
      if (number >= 0) sources.push({ from: number, to: number + 1, how: 'figure', quality: WEIGHTS.figure });
    }
    if (piece.days) lists.push(this.dated(piece.days));
    const about = this.about[piece.first];
    if (about) lists.push(about);
    const isBehindName = piece.first > 0 && this.about[piece.first - 1] !== undefined && about === undefined;
    const isBehindFigure = this.figureEnds.has(piece.first) && isMeasure(word);
    const isOptional = (isStopWord(word) && !about) || (isBehindName && isParticle(word)) || isBehindFigure;
    if (isBehindFigure) this.figureEnds.add(piece.end);
    return {
      word,
      words: sources,
      lists,
      isRequired: !isOptional,
      ...(isLast && { isUnfinished: true }),
      ...(sequence && { sequence }),
      ...(piece.days && { days: piece.days }),
    };
  }

  private wordSources(word: string, isLast: boolean): WordSource[] {
    const { words } = this.data;
    const sources: WordSource[] = [];
    const exact = words.find(word);
    if (exact >= 0) sources.push({ from: exact, to: exact + 1, how: 'exact', quality: WEIGHTS.exact });
    for (const other of otherNumbers(word)) {
      const number = words.find(other);
      if (number >= 0) sources.push({ from: number, to: number + 1, how: 'plural', quality: WEIGHTS.plural });
    }
    if (isLast) {
      sources.push({ ...this.rangeOf(word, true), how: 'unfinished', quality: WEIGHTS.unfinished });
    } else if (word.length >= SHORTEST_PREFIX && !isStopWord(word)) {
      sources.push({ ...words.withPrefix(word), how: 'prefix', quality: WEIGHTS.prefix });
    }
    return sources.filter(({ from, to }) => from < to);
  }

  private rangeOf(word: string, isUnfinished: boolean): TermRange {
    const { words } = this.data;
    if (isUnfinished) return isSign(word) ? words.withTails(word) : words.withPrefix(word);
    return words.exactly(word);
  }

  private dated(days: DaySpan): ListSource {
    const entries: number[] = [];
    const qualities: number[] = [];
    eachDate(this.data, days, (entry, fit) => {
      const quality = FITS[fit];
      if (entries.at(-1) === entry) qualities[entries.length - 1] = Math.max(qualities.at(-1)!, quality);
      else {
        entries.push(entry);
        qualities.push(quality);
      }
    });
    return { how: 'date', entries: Uint32Array.from(entries), quality: Float32Array.from(qualities) };
  }
}

function isSign(word: string): boolean {
  return word.length === 1 && isSingleSign(word.charCodeAt(0));
}
