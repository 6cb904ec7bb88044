import type { Problem, Severity } from '../model';
import { PROBLEMS } from './bounds';
import { inEnglish, say, type Saying } from '../saying';

/** A run of a file's text in UTF-16 code units, `end` exclusive. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
}

/** The text of a dossier's file, with its lines. */
export class TextFile {
  private lineStarts: number[] | undefined;

  constructor(
    /** Path relative to the dossier's folder, with `/`. */
    readonly path: string,
    /** Without a byte order mark. */
    readonly text: string,
  ) {}

  /** 0-based line and column of an offset. Lines end with CRLF, LF or CR, as in VS Code. */
  positionAt(offset: number): { line: number; column: number } {
    const starts = (this.lineStarts ??= lineStartsOf(this.text));
    const place = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: place - starts[low]! };
  }
}

function lineStartsOf(text: string): number[] {
  const starts = [0];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) starts.push(index + 1);
  }
  return starts;
}

/** What is wrong, and what would be right. */
export interface Finding {
  readonly code: string;
  readonly message: Saying;
  readonly remedy: Saying;
  readonly severity?: Severity;
}

/** Gathers the problems of a dossier's files; past {@link PROBLEMS} for one file it only says that there are more. */
export class ProblemCollector {
  readonly problems: Problem[] = [];
  private readonly counts: Map<string, number>;

  /** With another collector, as many problems of each file as that one has count as reported. */
  constructor(before?: ProblemCollector) {
    this.counts = new Map(before?.counts);
  }

  /** Reports a finding at a run of a file. Errors are the default. */
  report(file: TextFile, range: SourceRange, finding: Finding): void {
    const count = (this.counts.get(file.path) ?? 0) + 1;
    this.counts.set(file.path, count);
    if (count > PROBLEMS + 1) return;
    const { code, message, remedy, severity } =
      count <= PROBLEMS
        ? finding
        : {
            code: 'too-many-problems',
            message: say`There are more than ${PROBLEMS} problems in this file; the others are not shown.`,
            remedy: say`Mend those above first.`,
            severity: 'warning' as const,
          };
    const start = file.positionAt(range.start);
    const end = file.positionAt(Math.max(range.start, range.end));
    this.problems.push({
      file: file.path,
      ...start,
      endLine: end.line,
      endColumn: end.column,
      severity: severity ?? 'error',
      code,
      message: inEnglish(message),
      remedy: inEnglish(remedy),
      said: { message, remedy },
    });
  }
}

/** A text from a file as a message shows it between quotation marks: on one line, cut where it is long. */
export function shortened(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > 60 ? `${flat.slice(0, 59)}…` : flat;
}

/** How many letters apart two words are, at most `limit` + 1 (Levenshtein's distance). */
function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let y = 1; y <= left.length; y++) {
    const next = [y];
    for (let x = 1; x <= right.length; x++) {
      const change = row[x - 1]! + (left[y - 1] === right[x - 1] ? 0 : 1);
      next.push(Math.min(change, row[x]! + 1, next[x - 1]! + 1));
    }
    row = next;
  }
  return row[right.length]!;
}

/** The known word that a wrong one was probably meant to be; `undefined` where none is near. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const lower = word.slice(0, 60).toLowerCase();
  const limit = lower.length <= 4 ? 1 : 2;
  let best: string | undefined;
  let bestDistance = limit + 1;
  let looked = 0;
  for (const candidate of known) {
    // A dossier may have a hundred thousand names; a hint is not worth comparing with all of them.
    if (++looked > 5000) break;
    const found = distance(lower, candidate.toLowerCase(), limit);
    if (found < bestDistance) [best, bestDistance] = [candidate, found];
  }
  return best;
}

/** “Did you mean …?” where a known word is near, else the alternative. */
export function didYouMean(word: string, known: Iterable<string>, otherwise: Saying): Saying {
  const near = nearest(word, known);
  return near === undefined ? otherwise : say`Did you mean “${shortened(near)}”?`;
}
