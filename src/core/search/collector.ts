import { AT_SIZE, At, Info, Kind } from './indexPart';
import type { IndexData } from './indexData';
import { sourceOf, qualityIn, type ListSource, type Slot, type WordSource } from './slots';
import { WEIGHTS } from './weights';

/** Entries that a query may mean, with a rough score each, the best first. */
export interface Candidates {
  readonly entries: Uint32Array;
  /** How many entries match, of which the candidates are the best. */
  readonly count: number;
}

/** Fewer entries than this are asked one by one whether they have a word, where the word has many more. */
const FEW = 2000;

let fields: Float32Array | undefined;

/** A word of so few letters that begins this many postings is looked for in titles only. */
const SHORT = 2;
const MANY = 20_000;

/** What a word counts by where it stands and how long the entry is: a table over both bytes. */
function fieldTable(): Float32Array {
  if (fields) return fields;
  fields = new Float32Array(AT_SIZE * 256);
  for (let lengths = 0; lengths < 256; lengths++) {
    for (let at = 0; at < AT_SIZE; at++) fields[lengths * AT_SIZE + at] = fieldWeight(at, lengths);
  }
  return fields;
}

function fieldWeight(at: number, lengths: number): number {
  const title = lengths & 15;
  const text = (lengths >>> 4) * 4;
  let weight = 0;
  if (at & At.title) {
    weight = WEIGHTS.title / (1 - WEIGHTS.titleLength + WEIGHTS.titleLength * Math.max(1, title));
    if (at & At.whole) weight *= WEIGHTS.whole;
    if (at & At.first) weight *= WEIGHTS.first;
  } else if (at & At.alias) {
    weight = at & At.whole ? WEIGHTS.alias * WEIGHTS.whole : WEIGHTS.alias / 2;
  }
  if (at & At.text) {
    const length = 1 - WEIGHTS.textLength + (WEIGHTS.textLength * (text + 2)) / 14;
    weight += ((at & At.often ? 1.15 : 1) * WEIGHTS.text * (weight > 0 ? 0.3 : 1)) / length;
  }
  return weight;
}

/**
 * Gathers what matches a query, one slot after the other (term at a time, with an accumulator for each entry; Buckley and
 * Lewit, "Optimization of inverted vector searches", SIGIR 1985). The slot with the fewest matches comes first, so that the
 * others only look at what is left. One for an index: the accumulators are used again for each query.
 */
export class Collector {
  private readonly scores: Float32Array;
  private readonly bits: Uint32Array;
  private readonly touched: Uint32Array;
  private touchedCount = 0;
  private readonly fields = fieldTable();
  /** What the slot being gathered asks of an entry, and gives to it. */
  private needed = 0;
  private bit = 0;
  private canTouch = false;
  private titlesOnly = false;

  constructor(private readonly data: IndexData) {
    this.scores = new Float32Array(data.count);
    this.bits = new Uint32Array(data.count);
    this.touched = new Uint32Array(data.count);
  }

  /**
   * The best `most` entries that have all required slots, or, with `any`, some of them. `allowed` has a 1 for each entry
   * that may be found.
   */
  collect(slots: readonly Slot[], allowed: Uint8Array | undefined, most: number, any = false): Candidates {
    const [only] = slots;
    if (slots.length === 1 && only && !allowed && only.word.length <= SHORT && this.costOf(only) > MANY) {
      // A letter or two begin tens of thousands of words; the best of them stand in titles.
      const found = this.gatherAll(slots, allowed, most, any, true);
      if (found.entries.length === most) return found;
    }
    return this.gatherAll(slots, allowed, most, any, false);
  }

  private gatherAll(
    slots: readonly Slot[],
    allowed: Uint8Array | undefined,
    most: number,
    any: boolean,
    titlesOnly: boolean,
  ): Candidates {
    this.titlesOnly = titlesOnly;
    this.scores.fill(0);
    this.bits.fill(0);
    this.touchedCount = 0;
    const order = slots
      .map((slot, at) => ({ slot, at, cost: this.costOf(slot) }))
      .sort(
        (one, other) => Number(other.slot.isRequired) - Number(one.slot.isRequired) || one.cost - other.cost,
      );
    let required = 0;
    for (const { slot, at, cost } of order) {
      this.bit = 2 ** at;
      this.needed = any ? 0 : required;
      this.canTouch = any || required === 0;
      const gain = this.rarity(cost) * (slot.isRequired ? 1 : WEIGHTS.optional);
      if (!this.canTouch && this.touchedCount < FEW && cost > this.touchedCount * 8) this.ask(slot, gain);
      else this.gather(slot, gain);
      if (slot.isRequired) {
        required |= this.bit;
        if (!any) this.keep(required);
      }
    }
    return this.best(any ? 0 : required, allowed, most);
  }

  /** How many postings a slot has. */
  private costOf({ words, lists }: Slot): number {
    return (
      words.reduce((sum, range) => sum + this.data.countIn(range), 0) +
      lists.reduce((sum, { entries }) => sum + entries.length, 0)
    );
  }

  /** The inverse document frequency, so that the rarer word decides. */
  private rarity(count: number): number {
    return Math.log2(2 + this.data.count / (1 + count)) / 4;
  }

  private gather(slot: Slot, gain: number): void {
    for (const source of slot.words) this.addWords(source, gain * source.quality);
    for (const list of slot.lists) this.addList(list, gain);
  }

  private addWords({ from, to }: WordSource, gain: number): void {
    const { postings, postingOffsets, lengths, ends, info } = this.data;
    const { scores, bits, fields: table, bit, needed, canTouch, titlesOnly } = this;
    for (let word = from; word < to; word++) {
      let entry = -1;
      const end = postingOffsets[word + 1]!;
      for (let at = postingOffsets[word]!; at < end; at++) {
        let byte = postings[at++]!;
        let delta = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = postings[at++]!;
          delta |= (byte & 0x7f) << shift;
        }
        entry += delta + 1;
        const flags = postings[at]!;
        if (titlesOnly && (flags & (At.title | At.alias)) === 0) continue;
        const has = bits[entry]!;
        if ((has & needed) === needed && (has & bit) === 0) {
          if (has === 0 && canTouch) this.touched[this.touchedCount++] = entry;
          if (has !== 0 || canTouch) {
            bits[entry] = has | bit;
            scores[entry] = scores[entry]! + gain * table[lengths[entry]! * AT_SIZE + flags]!;
          }
        }
        // What stands below a title is found by it too.
        const kind = info[entry]! & Info.kind;
        if ((flags & At.title) !== 0 && !titlesOnly && (kind === Kind.section || kind === Kind.topic)) {
          this.addRange(entry + 1, ends[entry]!, gain * WEIGHTS.place);
        }
      }
    }
  }

  private addRange(from: number, to: number, gain: number): void {
    const { scores, bits, bit, needed, canTouch } = this;
    for (let entry = from; entry < to; entry++) {
      const has = bits[entry]!;
      if ((has & needed) !== needed || (has & bit) !== 0) continue;
      if (has === 0) {
        if (!canTouch) continue;
        this.touched[this.touchedCount++] = entry;
      }
      bits[entry] = has | bit;
      scores[entry] = scores[entry]! + gain;
    }
  }

  private addList({ entries, quality }: ListSource, gain: number): void {
    const { scores, bits, bit, needed, canTouch } = this;
    for (let at = 0; at < entries.length; at++) {
      const entry = entries[at]!;
      const has = bits[entry]!;
      if ((has & needed) !== needed) continue;
      if (has === 0) {
        if (!canTouch) continue;
        this.touched[this.touchedCount++] = entry;
      }
      bits[entry] = has | bit;
      scores[entry] = scores[entry]! + gain * (typeof quality === 'number' ? quality : quality[at]!);
    }
  }

  /** Asks the entries that are left whether they have a slot, by their own words. */
  private ask(slot: Slot, gain: number): void {
    for (let at = 0; at < this.touchedCount; at++) {
      const entry = this.touched[at]!;
      if ((this.bits[entry]! & this.needed) !== this.needed) continue;
      let quality = this.qualityAt(slot, entry) * WEIGHTS.text;
      for (const list of slot.lists) quality += qualityIn(list, entry);
      for (
        let up = this.data.parents[entry]!;
        quality === 0 && up < this.data.count;
        up = this.data.parents[up]!
      ) {
        quality = this.qualityAt(slot, up, true) * WEIGHTS.place;
      }
      if (quality === 0) continue;
      this.bits[entry] = this.bits[entry]! | this.bit;
      this.scores[entry] = this.scores[entry]! + gain * quality;
    }
  }

  private qualityAt(slot: Slot, entry: number, titleOnly = false): number {
    const { data } = this;
    let best = 0;
    const end = data.textOffsets[entry + 1]!;
    for (let place = data.textOffsets[entry]!; place < end; place++) {
      const word = data.wordAt(place);
      if (titleOnly && word >= data.words.count) break;
      const source = sourceOf(slot, word);
      if (source && source.quality > best) best = source.quality;
    }
    return best;
  }

  /** Forgets the entries that have not got all slots so far. */
  private keep(required: number): void {
    let kept = 0;
    for (let at = 0; at < this.touchedCount; at++) {
      const entry = this.touched[at]!;
      if ((this.bits[entry]! & required) === required) this.touched[kept++] = entry;
    }
    this.touchedCount = kept;
  }

  /** The best of what was gathered, by a heap of the best so far whose worst is on top. */
  private best(required: number, allowed: Uint8Array | undefined, most: number): Candidates {
    const { scores, bits, touched, data } = this;
    const heap = new Uint32Array(most);
    let size = 0;
    let count = 0;
    const rise = (from: number): void => {
      for (let at = from; at > 0;) {
        const up = (at - 1) >> 1;
        if (scores[heap[up]!]! <= scores[heap[at]!]!) return;
        swap(heap, at, up);
        at = up;
      }
    };
    const sink = (): void => {
      for (let at = 0; ;) {
        let least = at * 2 + 1;
        if (least >= size) return;
        if (least + 1 < size && scores[heap[least + 1]!]! < scores[heap[least]!]!) least++;
        if (scores[heap[at]!]! <= scores[heap[least]!]!) return;
        swap(heap, at, least);
        at = least;
      }
    };
    for (let at = 0; at < this.touchedCount; at++) {
      const entry = touched[at]!;
      if ((bits[entry]! & required) !== required || allowed?.[entry] === 0) continue;
      count++;
      scores[entry] = scores[entry]! * (1 + (WEIGHTS.weight * data.weights[entry]!) / 255);
      if (size < most) {
        heap[size++] = entry;
        rise(size - 1);
      } else if (scores[entry] > scores[heap[0]!]!) {
        heap[0] = entry;
        sink();
      }
    }
    const entries = heap.subarray(0, size).sort((one, other) => scores[other]! - scores[one]! || one - other);
    return { entries, count };
  }

  /** The slots that an entry of the last query has, one bit each. */
  bitsOf(entry: number): number {
    return this.bits[entry]!;
  }

  scoreOf(entry: number): number {
    return this.scores[entry]!;
  }
}

function swap(list: Uint32Array, one: number, other: number): void {
  const kept = list[one]!;
  list[one] = list[other]!;
  list[other] = kept;
}
