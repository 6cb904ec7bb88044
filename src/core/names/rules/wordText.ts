import type { Passage } from '../passage';
import { foldWord } from '../tokens';

/** A word in small letters without accents; empty outside the passage. */
export function wordText(passage: Passage, word: number): string {
  const { start, end, count } = passage.tokens;
  if (word < 0 || word >= count) return '';
  const { data } = passage.units;
  let text = '';
  for (let at = start[word]!; at < end[word]!; at++) {
    const unit = data[at]!;
    if (unit >= 0x80) return foldWord(data, start[word]!, end[word]!);
    text += String.fromCharCode(unit | 0x20);
  }
  return text;
}
