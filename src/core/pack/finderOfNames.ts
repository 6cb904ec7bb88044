import type { FindNames } from '../format/nameSpans';
import { makeNameFinder } from '../format/nameSpans';
import type { Key, Name } from '../model';
import { compileFinder } from '../names/finderPart';
import { NameFinder, type AboutName } from '../names/nameFinder';
import { encodeNames, PackedNames } from './namesPart';

/** From so many names on, a finder of objects takes several times the memory of a compiled one. */
const MANY = 3_000;

/** Of so many names it is remembered what is said about them. */
const REMEMBERED = 10_000;

/** The names of a dossier, packed, with what finds them. */
export interface NamesWithFinder {
  readonly packed: PackedNames;
  readonly findNames: FindNames;
  /** What `compileFinder` made; absent where the names are few. */
  readonly finder?: ArrayBuffer;
}

/** Packs the names of a dossier and makes a finder of them; of many, one that leaves no objects behind. */
export function finderOfNames(dossier: string, names: readonly Name[]): NamesWithFinder {
  const packed = PackedNames.open(encodeNames(dossier, names), true)!;
  if (names.length < MANY) return { packed, findNames: makeNameFinder(names) };
  const finder = compileFinder(names, false);
  return { packed, findNames: findingWith(finder, packed)!, finder };
}

/**
 * Takes names that were packed before.
 * @param finder what was compiled of them; made anew where it is absent or damaged
 */
export function finderOfPacked(packed: PackedNames, finder: ArrayBuffer | undefined): NamesWithFinder {
  const findNames = finder && findingWith(finder, packed);
  return findNames ? { packed, findNames, finder } : finderOfNames(packed.dossier, [...packed.all()]);
}

function findingWith(buffer: ArrayBuffer, packed: PackedNames): FindNames | undefined {
  const ownPart = packed.dossier.length + 1;
  const known = new Map<Key, AboutName>();
  const name = (key: Key): AboutName | undefined => {
    let about = known.get(key);
    if (!about) {
      const found = packed.byId(key.slice(ownPart));
      if (!found) return undefined;
      // Those that share a form with others are asked for again and again.
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, (about = { kind: found.kind, description: found.description }));
    }
    return about;
  };
  const finder = NameFinder.load(buffer, { name });
  return finder && ((text) => finder.findSpans(text));
}
