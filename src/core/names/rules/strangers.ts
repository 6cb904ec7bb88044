/**
 * Who else bore a name in the passage so far. A family name alone that opens a sentence is the one's who was named last
 * (*a film by Fritz Lang. Lang left Germany in 1933*), where the passage knows nobody else of the name.
 */
export class Strangers {
  /** The number of each name, with where its stranger was named; -1 where there were several. */
  private readonly seen: number[] = [];

  clear(): void {
    if (this.seen.length > 0) this.seen.length = 0;
  }

  /** Somebody else with this name was named at an offset of the passage. */
  note(name: number, at: number): void {
    const place = this.placeOf(name);
    if (place < 0) this.seen.push(name, at);
    else this.seen[place + 1] = -1;
  }

  /** Somebody called like a place was named; however many are, none is the place. */
  noteNamesake(name: number, at: number): void {
    const place = this.placeOf(name);
    if (place < 0) this.seen.push(name, at);
    else this.seen[place + 1] = at;
  }

  get isEmpty(): boolean {
    return this.seen.length === 0;
  }

  /** Whether one stranger of the name was named shortly before an offset. */
  isNear(name: number, at: number): boolean {
    const place = this.placeOf(name);
    return place >= 0 && this.seen[place + 1]! >= 0 && at - this.seen[place + 1]! <= REACH;
  }

  private placeOf(name: number): number {
    const { seen } = this;
    for (let at = 0; at < seen.length; at += 2) if (seen[at] === name) return at;
    return -1;
  }
}

/** How long a stranger is remembered, in characters. */
const REACH = 300;
