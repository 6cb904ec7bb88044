import { wordsOf } from './wordReader';

/** Where matched words stand in a text, in UTF-16 code units, rising; words that touch are one stretch. */
export function marksIn(text: string, matched: readonly string[]): [start: number, end: number][] {
  if (matched.length === 0) return [];
  const wanted = new Set(matched);
  const marks: [number, number][] = [];
  for (const { word, start, end } of wordsOf(text)) {
    if (!wanted.has(word)) continue;
    const last = marks.at(-1);
    if (last?.[1] === start) last[1] = end;
    else marks.push([start, end]);
  }
  return marks;
}
