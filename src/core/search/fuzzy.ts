import type { Dictionary, TermRange } from './dictionary';

/** Words within some edits of another. */
export interface SimilarWords extends TermRange {
  readonly distance: number;
}

/** Words of the dictionary are not longer; see `wordReader.ts`. */
const LONGEST = 48;

/** How many edits a word may have: one in four to seven letters, two from eight on; fewer would match at random. */
export function editsFor(word: string): number {
  return word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
}

/**
 * The words within `most` edits (Damerau's: insert, delete, replace, swap two neighbours) of a word. The sorted
 * dictionary is walked like a trie: words that begin alike share the rows of the distance table (Wagner and Fischer 1974;
 * the walk after Shang and Merrett, "Tries for approximate string matching", 1996), and where no cell of a row is small
 * enough all words that begin so are skipped. With `isUnfinished` the beginnings of words count.
 */
export function similarWords(
  dictionary: Dictionary,
  word: string,
  most: number,
  isUnfinished = false,
): SimilarWords[] {
  const { units, offsets, count } = dictionary;
  const width = word.length + 1;
  const far = most + 1;
  const rows = new Uint8Array((LONGEST + 1) * width);
  for (let column = 0; column < width; column++) rows[column] = Math.min(column, far);
  const found: SimilarWords[] = [];
  let known = 0;
  for (let number = 0; number < count;) {
    const start = offsets[number]!;
    const length = offsets[number + 1]! - start;
    let depth = Math.min(known, length);
    let skipTo = -1;
    while (depth < length) {
      const unit = units[start + depth]!;
      const before = depth === 0 ? -1 : units[start + depth - 1]!;
      const least = fillRow(rows, width, depth + 1, word, unit, before, far);
      depth++;
      if (least >= far) {
        skipTo = endOfPrefix(dictionary, number, depth);
        break;
      }
      const distance = rows[depth * width + width - 1]!;
      if (isUnfinished && depth > 2 && distance < far && depth >= word.length - 1) {
        const to = endOfPrefix(dictionary, number, depth);
        found.push({ from: number, to, distance });
        skipTo = to;
        break;
      }
    }
    if (skipTo < 0) {
      const distance = rows[length * width + width - 1]!;
      if (distance < far && depth === length) found.push({ from: number, to: number + 1, distance });
      skipTo = number + 1;
    }
    known = skipTo < count ? sharedLength(dictionary, number, skipTo, depth) : 0;
    number = skipTo;
  }
  return found;
}

/** Fills the row of a depth from those above it and gives its least cell. Only cells near the diagonal can be small. */
function fillRow(
  rows: Uint8Array,
  width: number,
  depth: number,
  word: string,
  unit: number,
  before: number,
  far: number,
): number {
  const row = depth * width;
  const above = row - width;
  rows[row] = Math.min(depth, far);
  let least = rows[row];
  for (let column = 1; column < width; column++) {
    const letter = word.charCodeAt(column - 1);
    let cell = rows[above + column - 1]! + (letter === unit ? 0 : 1);
    cell = Math.min(cell, rows[above + column]! + 1, rows[row + column - 1]! + 1);
    if (column > 1 && depth > 1 && letter === before && word.charCodeAt(column - 2) === unit) {
      cell = Math.min(cell, rows[above - width + column - 2]! + 1);
    }
    rows[row + column] = Math.min(cell, far);
    if (cell < least) least = cell;
  }
  return least;
}

/** The number behind the last word that shares the first `depth` units with a word; by galloping, then halving. */
function endOfPrefix(dictionary: Dictionary, number: number, depth: number): number {
  const shares = (other: number): boolean =>
    other < dictionary.count && sharedLength(dictionary, number, other, depth) === depth;
  let step = 1;
  while (shares(number + step)) step *= 2;
  let low = number + (step >> 1);
  let high = Math.min(number + step, dictionary.count);
  while (low + 1 < high) {
    const middle = (low + high) >>> 1;
    if (shares(middle)) low = middle;
    else high = middle;
  }
  return low + 1;
}

function sharedLength({ units, offsets }: Dictionary, one: number, other: number, most: number): number {
  const first = offsets[one]!;
  const second = offsets[other]!;
  const length = Math.min(most, offsets[other + 1]! - second, offsets[one + 1]! - first);
  let at = 0;
  while (at < length && units[first + at] === units[second + at]) at++;
  return at;
}
