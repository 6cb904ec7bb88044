import type { RootContent } from 'mdast';
import type { NameHint } from '../article';

/** What stands for a piece of wikitext that is no wikitext inside: `<nowiki>`, `<pre>`, `<math>`, an infobox. */
export type RawPiece =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'inlineCode'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'infobox';
      readonly type: string;
      readonly rows: readonly (readonly [string, string])[];
    };

const OPEN = '\ue000';
const CLOSE = '\ue001';
/** A stand-in for a raw piece; its group is the number of the piece. */
export const STAND_IN = /\ue000(\d+)\ue001/g;
/** What makes a line a block of its own: a stand-in for one. */
export const STAND_IN_LINE = /^\ue000(\d+)\ue001$/;

/** Where a template stood that shows nothing, until the punctuation around it is put right. */
export const NOTHING = '\ue002';
/** Lines between which a quotation stands. */
export const QUOTE_START = '\ue003';
export const QUOTE_END = '\ue004';

/** What is known of a page while it is read. */
export class WikiPage {
  readonly raw: RawPiece[] = [];
  readonly hints: NameHint[] = [];
  readonly aliases: string[] = [];
  /** Captions of pictures, which stand as paragraphs behind the block that holds the picture. */
  readonly captions: RootContent[] = [];
  readonly warnings = new Set<string>();
  /** What the page's infobox calls its subject, and what kind of thing it is for. */
  subject?: { readonly label: string; readonly type: string };

  constructor(readonly title: string) {}

  /** Puts a piece aside and gives what stands for it. */
  keep(piece: RawPiece): string {
    this.raw.push(piece);
    const standIn = `${OPEN}${this.raw.length - 1}${CLOSE}`;
    return piece.kind === 'text' || piece.kind === 'inlineCode' ? standIn : `\n\n${standIn}\n\n`;
  }
}

/** A source without characters that mean stand-ins. */
export function withoutStandIns(text: string): string {
  return text.replace(/[\ue000-\ue004]/g, ' ');
}
