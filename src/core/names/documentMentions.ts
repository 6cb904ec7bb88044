import type { Key } from '../model';
import { FormFlag } from './forms';
import type { Mention, MentionSpan } from './mention';
import { DocumentText } from './documentText';
import type { FindOptions, NameFinder } from './nameFinder';
import { readPassage } from './passages';
import type { LexState } from './regions/cover';
import { NameCounts } from './nameCounts';
import { AROUND, lastNamed, rankNames } from './ranking';

/** A change to a document: the units from `start` to `end` are replaced by `text`. */
export interface TextChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What a scan left of one passage. Spans are packed as start, end (relative to the passage) and set of forms. */
export interface PassageMentions {
  readonly spans: Int32Array;
  /** Persons whose full name stands here with the end of its first occurrence, packed; undefined where there are none. */
  readonly persons: readonly number[] | undefined;
}

const NONE: PassageMentions = { spans: new Int32Array(0), persons: undefined };

/** Characters that `update` scans at once; a larger paste is left to `step`. */
const AT_ONCE = 65_536;

/**
 * The mentions in one document, kept right under edits. Passages (paragraphs) are scanned one by one, so that a large
 * document is read in steps, what is visible first, and an edit reads again only the passages it touched. Bare family
 * names depend on the document before them; whether they count is settled when mentions are asked for, from where each
 * full name stands first. The result is always the same as that of a scan from nothing.
 *
 * Offsets are UTF-16 code units. Holds three integers for each mention; dropping the object frees everything.
 */
export class DocumentMentions {
  private readonly content: DocumentText;
  /** Where passages begin, in which state, and what was found; `undefined` where not scanned yet. */
  private starts: number[] = [];
  private readonly states: LexState[] = [];
  private found: (PassageMentions | undefined)[] = [];
  /** How far passages are known, and the lexer's state there. */
  private laidOut = 0;
  private laidOutState: LexState = '';
  /** All passages before this one are scanned. */
  private scannedTo = 0;
  /** Where each full name stands first; made when asked for, forgotten at a change. */
  private firstFullNames: Map<number, number> | undefined;
  /** How often each name stands in the document; made when asked for, kept up with every change. */
  private counts: NameCounts | undefined;
  private near: NameCounts | undefined;
  private nearPassage = -1;
  private readonly choices = new Map<string, Key>();

  constructor(
    private readonly finder: NameFinder,
    text: string,
    private readonly options: FindOptions = {},
  ) {
    this.content = new DocumentText(text);
  }

  get text(): string {
    return this.content.toString();
  }

  /** Whether every passage has been scanned. */
  get isComplete(): boolean {
    return this.laidOut === this.content.length && this.scannedTo === this.found.length;
  }

  /**
   * Scans on for about `characters` characters, at least one passage. Returns whether more is left, so a caller can
   * yield in between; a million characters take some 50 ms in all.
   */
  step(characters = 50_000): boolean {
    let left = characters;
    while (left > 0 && !this.isComplete) {
      if (this.scannedTo < this.found.length) {
        if (this.found[this.scannedTo] === undefined) left -= this.scanPassage(this.scannedTo);
        this.scannedTo++;
      } else left -= this.layOutNext(true);
    }
    return !this.isComplete;
  }

  /** Scans everything that is left. */
  finish(): void {
    while (this.step(1_000_000));
  }

  /** Scans the passages between two offsets now, before what stands above them. */
  scanRange(start: number, end: number): void {
    while (this.laidOut < Math.min(end + 1, this.content.length)) this.layOutNext(false);
    for (
      let passage = this.passageAt(start);
      passage < this.starts.length && this.starts[passage]! <= end;
      passage++
    ) {
      if (this.found[passage] === undefined) this.scanPassage(passage);
    }
  }

  /** Takes changes one after the other; offsets of each refer to the text that the ones before it left. */
  update(changes: readonly TextChange[]): void {
    for (const change of changes) this.apply(change);
  }

  /** The mention that holds an offset, or ends at it where none begins there. */
  at(offset: number): Mention | undefined {
    const near = this.between(offset, offset);
    return near.find((mention) => mention.start <= offset && offset < mention.end) ?? near[0];
  }

  /** The mentions that touch the stretch between two offsets, in order. Scans it first where it was not yet. */
  between(start: number, end: number): Mention[] {
    this.scanRange(start, end);
    const mentions: Mention[] = [];
    const last = this.passageAt(end);
    for (let passage = this.passageAt(start); passage <= last; passage++) {
      this.collect(passage, start, end, mentions);
    }
    return mentions;
  }

  /** All mentions, in order. Scans what is left. */
  all(): Mention[] {
    this.finish();
    const mentions: Mention[] = [];
    for (let passage = 0; passage < this.found.length; passage++) {
      this.collect(passage, 0, this.content.length, mentions);
    }
    return mentions;
  }

  /** Where all mentions stand, in order, as `all` has them but for readers' choices. Scans what is left. */
  allSpans(): MentionSpan[] {
    this.finish();
    const { table } = this.finder;
    const all: MentionSpan[] = [];
    this.found.forEach((found, passage) => {
      const offset = this.starts[passage]!;
      const spans = found?.spans ?? NONE.spans;
      for (let at = 0; at < spans.length; at += 3) {
        const start = offset + spans[at]!;
        const end = offset + spans[at + 1]!;
        const ranked = this.rankedNames(this.formsThatCount(spans[at + 2]!, start), start, end, passage);
        if (ranked.length === 0) continue;
        const names = ranked.map((name) => table.keyOf(name));
        all.push({ start, end, names });
      }
    });
    return all;
  }

  /** Keeps a reader's choice among the names that share a form: that name comes first in this document from now on. */
  choose(form: string, name: Key): void {
    this.choices.set(form, name);
  }

  private collect(passage: number, start: number, end: number, mentions: Mention[]): void {
    const spans = this.found[passage]?.spans;
    if (!spans) return;
    const offset = this.starts[passage]!;
    for (let at = 0; at < spans.length; at += 3) {
      const from = offset + spans[at]!;
      const to = offset + spans[at + 1]!;
      if (to < start) continue;
      if (from > end) break;
      const mention = this.mention(from, to, spans[at + 2]!, passage);
      if (mention) mentions.push(mention);
    }
  }

  private mention(start: number, end: number, set: number, passage: number): Mention | undefined {
    const { table } = this.finder;
    const forms = this.formsThatCount(set, start);
    if (forms.length === 0) return undefined;
    const ranked = this.rankedNames(forms, start, end, passage);
    const best = forms.find((form) => table.nameOf[form] === ranked[0])!;
    const keys = ranked.map((name) => table.keyOf(name));
    const around = Math.max(0, start - 8);
    const text = this.content.slice(around, end + 8);
    const why = this.finder.explain(text, start - around, end - around, best);
    const chosen = this.choices.get(why.form);
    if (chosen !== undefined && keys.includes(chosen)) keys.unshift(...keys.splice(keys.indexOf(chosen), 1));
    return { start, end, text: text.slice(start - around, end - around), names: keys, why };
  }

  /** The forms of a set but for bare family names whose full name does not stand before. */
  private formsThatCount(set: number, start: number): readonly number[] {
    const { sets, table } = this.finder;
    const forms = sets.formsOf(set);
    if (!sets.hasSurname(set)) return forms;
    const first = this.fullNames();
    return forms.filter((number) => {
      const isSurname = (table.flags[number]! & FormFlag.surname) !== 0;
      return !isSurname || (first.get(table.nameOf[number]!) ?? Infinity) <= start;
    });
  }

  /** The names of forms, each once, best first. */
  private rankedNames(
    forms: readonly number[],
    start: number,
    end: number,
    passage: number,
  ): readonly number[] {
    const { nameOf } = this.finder.table;
    if (forms.length === 1) return [nameOf[forms[0]!]!];
    const names = [...new Set(forms.map((form) => nameOf[form]!))];
    return names.length > 1 ? this.rank(names, start, end, passage) : names;
  }

  /** Ranks names that share a form by what stands around: in the passage, and in the whole document. */
  private rank(names: readonly number[], start: number, end: number, passage: number): readonly number[] {
    this.counts ??= this.countsOf(this.found);
    if (!this.near || this.nearPassage !== passage) {
      this.near = this.countsOf([this.found[passage]]);
      this.nearPassage = passage;
    }
    const from = Math.max(this.starts[passage]!, start - AROUND);
    const to = Math.min(this.starts[passage + 1] ?? this.laidOut, end + AROUND);
    const around = { before: this.content.slice(from, start), behind: this.content.slice(end, to) };
    const spans = this.found[passage]?.spans ?? NONE.spans;
    const recent = lastNamed(names, spans, start - this.starts[passage]!, this.finder);
    return rankNames(names, this.near, this.counts, this.fullNames(), start, this.finder, around, recent);
  }

  private forget(): void {
    this.firstFullNames = undefined;
    this.nearPassage = -1;
  }

  /** Follows passages that were read anew, where names have been counted. */
  private recount(
    gone: readonly (PassageMentions | undefined)[],
    come: readonly (PassageMentions | undefined)[],
  ): void {
    if (!this.counts) return;
    for (const found of gone) if (found) this.counts.add(found.spans, -1);
    for (const found of come) if (found) this.counts.add(found.spans);
  }

  /** Counts the names of passages; see `NameCounts`. */
  private countsOf(passages: readonly (PassageMentions | undefined)[]): NameCounts {
    const counts = new NameCounts(this.finder.sets);
    for (const found of passages) if (found) counts.add(found.spans);
    return counts;
  }

  /** Where the full name of each person stands first. */
  private fullNames(): ReadonlyMap<number, number> {
    if (this.firstFullNames) return this.firstFullNames;
    const first = new Map<number, number>();
    for (let passage = 0; passage < this.found.length; passage++) {
      const persons = this.found[passage]?.persons;
      if (!persons) continue;
      for (let at = 0; at < persons.length; at += 2) {
        if (!first.has(persons[at]!)) first.set(persons[at]!, this.starts[passage]! + persons[at + 1]!);
      }
    }
    this.firstFullNames = first;
    return first;
  }

  /** Finds the end of the next passage, and scans it at once if asked to. Returns its length. */
  private layOutNext(scan: boolean): number {
    const start = this.laidOut;
    const state = this.laidOutState;
    const next = this.readAt(start, state, scan);
    this.starts.push(start);
    this.states.push(state);
    this.found.push(next.found);
    if (next.found) this.counts?.add(next.found.spans);
    this.laidOut = next.end;
    this.laidOutState = next.state;
    if (scan) {
      this.scannedTo = this.found.length;
      this.forget();
    }
    return next.end - start;
  }

  private scanPassage(passage: number): number {
    const start = this.starts[passage]!;
    const { end, found } = this.readAt(start, this.states[passage]!, true);
    this.recount([this.found[passage]], [found]);
    this.found[passage] = found;
    this.forget();
    return end - start;
  }

  /** Reads the passage that begins at an offset, and scans it if asked to. */
  private readAt(
    start: number,
    state: LexState,
    scan: boolean,
  ): { readonly end: number; readonly state: LexState; readonly found: PassageMentions | undefined } {
    const { finder, options } = this;
    const lexer = finder.lexerFor(options.languageId);
    const piece = this.content.pieceAt(start);
    let { text } = piece;
    let offset = piece.start;
    let read = readPassage(text, start - offset, state, lexer, finder.cover);
    // A passage that reaches the end of a piece may go on: read it again from a longer text.
    for (
      let size = 16_384;
      read.end === text.length && offset + text.length < this.content.length;
      size *= 4
    ) {
      text = this.content.slice(start, start + size);
      offset = start;
      read = readPassage(text, 0, state, lexer, finder.cover);
    }
    const found = scan ? (finder.scanPassage(text, start - offset, read.end, options) ?? NONE) : undefined;
    return { end: offset + read.end, state: read.state, found };
  }

  /** The passage that holds an offset; the last one for the document's end. */
  private passageAt(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }

  private apply({ start, end, text }: TextChange): void {
    const isLaidOut = start <= this.laidOut && this.starts.length > 0;
    // The first line of a passage decides whether the one before it goes on.
    let first = this.passageAt(start);
    if (isLaidOut && first > 0 && !this.content.slice(this.starts[first]!, start).includes('\n')) first--;
    this.content.replace(start, end, text);
    this.forget();
    if (!isLaidOut) return;
    const shift = text.length - (end - start);
    let at = this.starts[first]!;
    let state = this.states[first]!;
    let old = first;
    const starts: number[] = [];
    const states: LexState[] = [];
    const found: (PassageMentions | undefined)[] = [];
    const changed = start + text.length;
    let left = AT_ONCE;
    for (;;) {
      while (old < this.starts.length && (this.starts[old]! < end || this.starts[old]! + shift < at)) old++;
      const isAgain =
        old < this.starts.length &&
        at >= changed &&
        this.starts[old]! + shift === at &&
        this.states[old] === state;
      if (isAgain && old > first) break;
      // Beyond what was laid out there is nothing to meet: the rest is laid out by the next step.
      if (
        at >= this.content.length ||
        (old >= this.starts.length && at >= changed && at - shift >= this.laidOut)
      ) {
        break;
      }
      const next = this.readAt(at, state, left > 0);
      starts.push(at);
      states.push(state);
      found.push(next.found);
      left -= next.end - at;
      at = next.end;
      state = next.state;
    }
    if (old >= this.starts.length) {
      this.laidOut = at;
      this.laidOutState = state;
    } else this.laidOut += shift;
    for (let passage = old; passage < this.starts.length; passage++) {
      this.starts[passage] = this.starts[passage]! + shift;
    }
    this.starts.splice(first, old - first, ...starts);
    this.states.splice(first, old - first, ...states);
    this.recount(this.found.splice(first, old - first, ...found), found);
    this.scannedTo = Math.min(this.scannedTo, first);
    while (this.scannedTo < this.found.length && this.found[this.scannedTo] !== undefined) this.scannedTo++;
  }
}
