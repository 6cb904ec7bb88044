import type { Passage } from '../passage';
import { WordClass, WordRole } from './lexicon';

/**
 * Two quick looks that settle nearly every hit of a plain name (no person's, people's or title's): whether
 * anything stands beside it that a rule about longer names could ask about. Both say no where in doubt; the rules
 * themselves decide then.
 */

const isSmall = (unit: number): boolean => unit >= 0x61 && unit <= 0x7a;

/** A sign that ends what could belong to a name: `" ' ( ) , . : ;` and curly quotation marks. */
function isParting(unit: number): boolean {
  return (
    unit === 0x2c ||
    unit === 0x2e ||
    unit === 0x29 ||
    unit === 0x28 ||
    unit === 0x3b ||
    unit === 0x3a ||
    unit === 0x22 ||
    unit === 0x201c ||
    unit === 0x201d
  );
}

const ASKED_LEFT =
  WordClass.of | WordClass.headOf | WordClass.given | WordClass.leftPersonHead | WordClass.republic;
/** The same for the next word; the second is for a name in small letters, which agrees in case with what stands beside it. */
const ASKED_NEXT = WordClass.of | WordClass.leftPart;
const ASKED_NEXT_LOWER = ASKED_NEXT | WordClass.direction | WordClass.given;

/**
 * Whether nothing before a name can make a longer one of it: a sign that parts them, or a word in small letters, also
 * behind small words such as *of the*, that heads no name.
 */
export function isPlainOnLeft(passage: Passage, first: number, isLower: boolean): boolean {
  if (first === 0) return true;
  const { lexicon } = passage;
  const { start, end, h1, h2 } = passage.tokens;
  const { data } = passage.units;
  let word = first;
  for (let steps = 0; steps < 4 && word > 0; steps++) {
    const at = start[word]!;
    if (data[at - 1] !== 0x20) return isParting(data[at - 1]!);
    if (end[word - 1] !== at - 1) return isParting(data[at - 2]!);
    word--;
    const unit = data[start[word]!]!;
    if (!isSmall(unit)) return false;
    const place = lexicon.find(h1[word]!, h2[word]!);
    if (place < 0) return true;
    const roles = lexicon.roleAt(place);
    if ((roles & (WordRole.frenchOf | WordRole.ship | WordRole.street)) !== 0) return false;
    if ((roles & WordRole.joining) !== 0) {
      // *Sur* is a direction as well, where case does not tell.
      if (isLower && steps === 0 && (lexicon.classAt(place) & WordClass.direction) !== 0) return false;
      continue;
    }
    const asked = steps > 0 ? ASKED_LEFT : isLower ? ASKED_NEXT_LOWER : ASKED_NEXT;
    return (lexicon.classAt(place) & asked) === 0;
  }
  return word === 0;
}

const ASKED_RIGHT = WordClass.idiom | WordClass.of;
const ASKED_RIGHT_LOWER = ASKED_RIGHT | WordClass.rightOfPlace;

/** Whether nothing behind a name can make a longer one of it: a sign that parts them, or a word in small letters. */
export function isPlainOnRight(passage: Passage, last: number, isLower: boolean): boolean {
  const { start, end, count } = passage.tokens;
  if (last + 1 >= count) return true;
  const { data } = passage.units;
  const at = end[last]!;
  const sign = data[at]!;
  // Behind an apostrophe nothing of the name goes on.
  if (isParting(sign) || sign === 0x27 || sign === 0x2019) return true;
  if (sign !== 0x20) return false;
  if (start[last + 1] !== at + 1) return isParting(data[at + 1]!);
  return (
    isSmall(data[start[last + 1]!]!) &&
    (passage.classOf(last + 1) & (isLower ? ASKED_RIGHT_LOWER : ASKED_RIGHT)) === 0
  );
}
