import { editsFor, similarWords } from './fuzzy';
import type { IndexData } from './indexData';
import type { Reason } from './ranker';
import type { Slot, WordSource } from './slots';
import { isStopWord } from './stopWords';
import { WEIGHTS } from './weights';

/** How many similar words a slot takes: the nearest ones, of those the most frequent. */
const MOST_SIMILAR = 40;
/** In how many words of a query typing errors are looked for: the whole dictionary is walked for each. */
const MOST_CORRECTED = 6;

/**
 * The slots with words that are similar to theirs; first only those that the library does not have at all, since they
 * are wrong for certain; where it has all of them, all. `undefined` where there is nothing similar.
 */
export function withTypos(data: IndexData, slots: readonly Slot[]): readonly Slot[] | undefined {
  const isKnown = ({ words, lists }: Slot): boolean =>
    lists.some(({ entries }) => entries.length > 0) ||
    words.some(({ how }) => how === 'exact' || how === 'plural');
  const unknown = slots.filter((slot) => slot.isRequired && !isKnown(slot));
  const suspects = unknown.length > 0 ? unknown : slots.filter(({ isRequired }) => isRequired);
  const wrong = new Set(suspects.slice(0, MOST_CORRECTED));
  const found: Slot[] = [];
  const corrected = slots.map((slot) => {
    if (!wrong.has(slot)) return slot;
    const similar = similarTo(data, slot);
    if (similar.length === 0) return slot;
    const more = { ...slot, words: [...slot.words, ...similar] };
    found.push(more);
    return more;
  });
  return found.length > 0 ? corrected : undefined;
}

function similarTo(data: IndexData, { word, words, isUnfinished: isLast = false }: Slot): WordSource[] {
  const edits = editsFor(word);
  if (edits === 0 || /[\d ]/.test(word)) return [];
  const isUnfinished = isLast && words.every(({ how }) => how === 'unfinished');
  const found = similarWords(data.words, word, edits);
  const whole = found.length > 0 || !isUnfinished ? found : similarWords(data.words, word, edits, true);
  return whole
    .filter(({ from }) => !isStopWord(data.words.at(from)))
    .map((each) => ({ ...each, count: data.countIn(each) }))
    .sort((one, other) => one.distance - other.distance || other.count - one.count)
    .slice(0, MOST_SIMILAR)
    .map(({ from, to, distance }) => ({
      from,
      to,
      how: 'typo',
      quality: WEIGHTS.typo / Math.max(1, distance),
    }));
}

/** What the words that were typed wrongly were taken for: what the best hit has in their place. */
export function correct(
  slots: readonly Slot[],
  best: { readonly why?: readonly Reason[] } | undefined,
): { readonly typed: string; readonly meant: string }[] {
  return slots.flatMap(({ word }) => {
    const reason = best?.why?.find(({ how, typed }) => how === 'typo' && typed === word);
    return reason?.word === undefined ? [] : [{ typed: word, meant: reason.word }];
  });
}
