/** A word of a text. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Begins with a capital, or is all capitals. */
  readonly isCapital: boolean;
  /** A sentence, quotation or clause begins here, so that a capital says little. */
  readonly isStart: boolean;
  /** Ends with `'s`, which is not in `text`. */
  readonly isPossessive: boolean;
  /** What stands between this word and the one before it. */
  readonly gap: string;
}

const WORD = /(?:\p{Lu}\.){2,}|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ.·-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu;
/** Abbreviations behind which no sentence begins. */
const ABBREVIATION =
  /^(?:mr|mrs|ms|dr|st|mt|prof|gen|col|lt|sgt|capt|rev|sen|rep|gov|jr|sr|no|vs|v|mme|mlle|fr|\p{L})$/iu;

/** The words of a text. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const possessive = /['’ʼ]s$/u.exec(match[0]);
    const word = possessive ? match[0].slice(0, possessive.index) : match[0];
    const gap = text.slice(end, match.index);
    const before = found.at(-1);
    const isSentence =
      /[.!?…。！？]["'”’»)\]]*\s+["'“‘«([]*$/u.test(gap) &&
      !(before && gap.startsWith('. ') && ABBREVIATION.test(before.text));
    found.push({
      text: word,
      start: match.index,
      end: match.index + word.length,
      isCapital: /^\p{Lu}/u.test(word),
      isStart: !before || isSentence || /[:;•]\s*["'“‘«]*$|\s[–—-]\s*$|["“‘«]$/u.test(gap),
      isPossessive: possessive !== null,
      gap,
    });
    end = match.index + match[0].length;
  }
  return found;
}
