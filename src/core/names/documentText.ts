/** Pieces shorter than this are joined with their neighbours, so that typing does not leave one for each key. */
const SHORT = 4096;

/**
 * The text of a document as a list of pieces, so that an edit copies some thousand characters and not the document.
 * A piece of the text as it was opened stays a slice of it. Offsets are UTF-16 code units.
 */
export class DocumentText {
  private pieces: string[];
  private size: number;

  constructor(text: string) {
    this.pieces = [text];
    this.size = text.length;
  }

  get length(): number {
    return this.size;
  }

  /** The piece that holds an offset, where it begins, and whether it is the last one. */
  pieceAt(offset: number): { readonly text: string; readonly start: number; readonly isLast: boolean } {
    let start = 0;
    let at = 0;
    while (at + 1 < this.pieces.length && start + this.pieces[at]!.length <= offset) {
      start += this.pieces[at++]!.length;
    }
    return { text: this.pieces[at]!, start, isLast: at + 1 === this.pieces.length };
  }

  slice(from: number, to: number): string {
    let text = '';
    let start = 0;
    for (const piece of this.pieces) {
      if (start >= to) break;
      const end = start + piece.length;
      if (end > from) text += piece.slice(Math.max(0, from - start), to - start);
      start = end;
    }
    return text;
  }

  /** Replaces what stands between two offsets. */
  replace(from: number, to: number, text: string): void {
    const pieces: string[] = [];
    let start = 0;
    let isPut = false;
    const add = (piece: string) => {
      const last = pieces.at(-1);
      if (piece === '') return;
      if (last !== undefined && last.length < SHORT && piece.length < SHORT) {
        pieces[pieces.length - 1] = last + piece;
      } else pieces.push(piece);
    };
    const put = () => {
      if (!isPut) add(text);
      isPut = true;
    };
    for (const piece of this.pieces) {
      const end = start + piece.length;
      if (end <= from || start >= to) {
        if (start >= to && end > from) put();
        add(piece);
      } else {
        // Some text before and behind the change goes with it, for the next keys.
        const before = piece.slice(0, Math.max(0, from - start));
        add(before.slice(0, Math.max(0, before.length - SHORT / 2)));
        add(before.slice(Math.max(0, before.length - SHORT / 2)));
        put();
        const behind = piece.slice(Math.max(0, to - start));
        add(behind.slice(0, SHORT / 2));
        add(behind.slice(SHORT / 2));
      }
      start = end;
    }
    put();
    this.pieces = pieces.length > 0 ? pieces : [''];
    this.size += text.length - (to - from);
  }

  toString(): string {
    if (this.pieces.length > 1) this.pieces = [this.pieces.join('')];
    return this.pieces[0]!;
  }
}
