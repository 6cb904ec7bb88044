import type { Library } from '../library';
import type { Fact, Key, Section } from '../model';
import type { Pin, PinTarget } from './pin';

/** What a pin stands for now. */
export interface FoundPin {
  readonly pin: Pin;
  /** What it is called or says now, or said when it is gone. */
  readonly text: string;
  /** Key of what it stands for; absent where no loaded dossier holds it. */
  readonly key?: Key;
  /** It was looked for, and is nowhere. */
  readonly isGone?: true;
}

/** How much of their words two sentences share at least, to count as one that was reworded: from 0 to 1. */
const ALIKE = 0.6;
/** More than this is not looked through for one pin. */
const MOST_FACTS = 20_000;

/**
 * Finds what a pin stands for: by its key, else by its text. A fact that was reworded is the one nearest to it in its section,
 * topic or dossier, in this order; names, sections and topics are known by what they are called. Yields now and then, so
 * that the search through a large dossier can be done in turns.
 */
export function* findPin(
  library: Library,
  pin: Pin,
  /** Facts that other pins stand for, which this one is not about. */
  taken: ReadonlySet<Key>,
): Generator<undefined, FoundPin> {
  const text = textOf(library, pin);
  if (text !== undefined) return { pin, text, key: pin.key };
  const dossier = pin.key.split('/', 1)[0]!;
  const shelf = library.shelves.find(({ id }) => id === dossier);
  const gone: FoundPin = { pin, text: pin.text, isGone: true };
  if (!shelf) return gone;
  if (pin.kind === 'fact') {
    const fact = yield* findFact(library, pin, dossier, taken);
    return fact ? { pin, text: fact.text, key: fact.key } : gone;
  }
  const called = plain(pin.text);
  const candidates = {
    name: () => shelf.names(),
    section: () => sectionsNearFirst(library, pin.key, shelf.sections()),
    topic: () => shelf.topics(),
  }[pin.kind]();
  let count = 0;
  for (const candidate of candidates) {
    const title = 'label' in candidate ? candidate.label : candidate.title;
    if (plain(title) === called) return { pin, text: title, key: candidate.key };
    if (++count > MOST_FACTS) break;
    yield;
  }
  return gone;
}

/** What a target is called or says; `undefined` where the library does not hold it. */
export function textOf(library: Library, { kind, key }: PinTarget): string | undefined {
  switch (kind) {
    case 'fact':
      return library.fact(key)?.text;
    case 'name':
      return library.name(key)?.label;
    case 'section':
      return library.section(key)?.title;
    case 'topic':
      return library.topic(key)?.title;
  }
}

function* findFact(
  library: Library,
  { text, section: sectionKey = '' }: Pin,
  dossier: string,
  taken: ReadonlySet<Key>,
): Generator<undefined, Fact | undefined> {
  const words = wordsOf(text);
  const section = library.section(sectionKey);
  const topic = topicOfSection(sectionKey);
  const scopes: readonly (() => Iterable<Fact>)[] = [
    () => section?.facts ?? [],
    () => library.sectionsOf(topic).flatMap(({ facts }) => facts),
    () => library.shelves.find(({ id }) => id === dossier)?.facts() ?? [],
  ];
  for (const scope of scopes) {
    let best: { readonly fact: Fact; readonly likeness: number } | undefined;
    let count = 0;
    for (const fact of scope()) {
      if (++count > MOST_FACTS) break;
      yield;
      if (taken.has(fact.key)) continue;
      const likeness = likenessOf(words, wordsOf(fact.text));
      if (likeness >= ALIKE && likeness > (best?.likeness ?? 0)) best = { fact, likeness };
    }
    if (best) return best.fact;
  }
  return undefined;
}

/** Sections of the same topic come first: many topics have one called "History". */
function* sectionsNearFirst(library: Library, key: Key, all: Iterable<Section>): Iterable<Section> {
  yield* library.sectionsOf(topicOfSection(key));
  yield* all;
}

/** Key of the topic of a section, known by the section's own key. */
export function topicOfSection(section: Key): Key {
  return section.split('/').slice(0, 2).join('/');
}

/** The words of a text; of a script without spaces, pairs of its signs. */
function wordsOf(text: string): ReadonlySet<string> {
  const words = plain(text).match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]+|[\p{L}\p{N}]+/gu) ?? [];
  return new Set(
    words.flatMap((word) =>
      /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]{3}/u.test(word)
        ? Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2))
        : [word],
    ),
  );
}

/** Without case and accents. The scanner's folding is exact, but its table would double in this part of the bundle. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Dice's coefficient: how much of their words two texts share. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of one) if (other.has(word)) shared++;
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
