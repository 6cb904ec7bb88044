import type { FormSets } from '../formSets';
import type { Passage } from '../passage';
import { introducesSomebody, standsAsSomebody } from './somebody';
import { introducesOther, opensSentence } from './surnames';

/** The spans that the rules left of a passage so far, packed as start, end and set of forms. */
interface Accepted {
  readonly count: number;
  readonly spans: Int32Array;
}

/** How long a stranger is remembered, in characters. */
const REACH = 300;

/**
 * Who else bore a name in the passage so far. A family name alone that opens a sentence is the one's who was named last
 * (*a film by Fritz Lang. Lang left Germany in 1933*), and so is a place's name that stands as a given name (*Chad Smith
 * sang. Chad left*), where the passage has not mentioned the known one before.
 */
export class Strangers {
  /** The number of each name, with where its stranger was named; -1 where there were several of a family name. */
  private readonly seen: number[] = [];
  private sets: FormSets | undefined;
  private accepted: Accepted | undefined;

  /** Begins another passage, whose accepted spans will be added to `accepted`. */
  begin(sets: FormSets, accepted: Accepted): void {
    if (this.seen.length > 0) this.seen.length = 0;
    this.sets = sets;
    this.accepted = accepted;
  }

  get isEmpty(): boolean {
    return this.seen.length === 0;
  }

  /** A family name that is another person's: remembers it where that person is named in full. */
  noteSurname(passage: Passage, hit: number, first: number, last: number): void {
    if (!introducesOther(passage, hit, first, last)) return;
    const name = nameOf(passage, hit);
    const place = this.placeOf(name);
    if (place < 0) this.seen.push(name, passage.tokens.start[first]!);
    else this.seen[place + 1] = -1;
  }

  /** Whether a bare family name is a stranger's. */
  isSurname(passage: Passage, hit: number, first: number, last: number): boolean {
    return (
      this.isNear(passage, hit, first) && opensSentence(passage, first, last) && !this.isNamed(passage, hit)
    );
  }

  /** A place or a work that a longer name hides: remembers it where that is somebody's full name. */
  noteNamesake(passage: Passage, hit: number, word: number): void {
    if (!introducesSomebody(passage, word)) return;
    const name = nameOf(passage, hit);
    const at = passage.tokens.start[word]!;
    const place = this.placeOf(name);
    if (place < 0) this.seen.push(name, at);
    else this.seen[place + 1] = at;
  }

  /** Whether the bare name of a place or a work is a namesake's. */
  isNamesake(passage: Passage, hit: number, word: number): boolean {
    return this.isNear(passage, hit, word) && standsAsSomebody(passage, word) && !this.isNamed(passage, hit);
  }

  private isNear(passage: Passage, hit: number, first: number): boolean {
    const place = this.placeOf(nameOf(passage, hit));
    if (place < 0 || this.seen[place + 1]! < 0) return false;
    return passage.tokens.start[first]! - this.seen[place + 1]! <= REACH;
  }

  /** Whether the passage mentions the name of a hit before. */
  private isNamed(passage: Passage, hit: number): boolean {
    const { sets, accepted } = this;
    if (!sets || !accepted) return false;
    const name = nameOf(passage, hit);
    for (let at = 2; at < accepted.count * 3; at += 3) {
      const forms = sets.formsOf(accepted.spans[at]!);
      if (forms.some((form) => passage.table.nameOf[form] === name)) return true;
    }
    return false;
  }

  private placeOf(name: number): number {
    const { seen } = this;
    for (let at = 0; at < seen.length; at += 2) if (seen[at] === name) return at;
    return -1;
  }
}

function nameOf(passage: Passage, hit: number): number {
  return passage.table.nameOf[passage.hits.form[hit]!]!;
}
