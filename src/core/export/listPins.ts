import type { Library } from '../library';
import type { LanguageTag } from '../model';
import type { FoundPin } from '../pins/findAgain';
import { isFolder, isPin, type Pin, type Pins } from '../pins/pin';
import type { ListedEntry } from './factList';
import type { FactLister } from './listFacts';

/** The pins that are listed, and what they stand for. */
export interface PinsToList {
  entriesIn(folder?: string): Pins;
  found(pin: Pin): FoundPin;
}

/**
 * Lists pins with their notes: facts, then names, sections and topics as headings with what stands in them, then folders as headings
 * of what is in them. `language` is the user's, which the folders are called in.
 */
export function* listPins(
  pins: PinsToList,
  library: Library,
  lister: FactLister,
  language: LanguageTag,
  folder?: string,
  depth = 1,
): Iterable<ListedEntry> {
  const entries = pins.entriesIn(folder);
  const listed = entries.filter(isPin);
  // Facts first: behind the heading of a name or topic they would seem to be about that.
  for (const pin of [
    ...listed.filter(({ kind }) => kind === 'fact'),
    ...listed.filter(({ kind }) => kind !== 'fact'),
  ]) {
    yield* listPin(pins.found(pin), library, lister, depth);
  }
  for (const { key, title: text } of entries.filter(isFolder)) {
    yield { kind: 'heading', depth, text, language };
    yield* listPins(pins, library, lister, language, key, depth + 1);
  }
}

function* listPin(
  { pin, text, key, isGone }: FoundPin,
  library: Library,
  lister: FactLister,
  depth: number,
): Iterable<ListedEntry> {
  const noted = { ...(pin.note !== undefined && { note: pin.note }), ...(isGone && { isGone }) };
  const fact = pin.kind === 'fact' && key !== undefined ? library.fact(key) : undefined;
  if (fact) {
    yield { ...lister.fact(fact), ...noted };
    return;
  }
  if (pin.kind === 'fact') {
    const plain = { text, marks: [] };
    const none = { dates: [], quantities: [], names: [] };
    yield { kind: 'fact', key: pin.key, text: plain, language: '', ...none, ...noted };
    return;
  }
  const name = pin.kind === 'name' ? library.name(key ?? '') : undefined;
  const topic = pin.kind === 'topic' ? library.topic(key ?? '') : undefined;
  const section = pin.kind === 'section' ? library.section(key ?? '') : undefined;
  const summary = name?.description ?? topic?.summary;
  const language = (topic ?? (section && library.topic(section.topic)))?.language ?? '';
  const heading = { kind: 'heading', depth, text, language, key: pin.key, isPinned: true } as const;
  yield { ...heading, ...(summary && { summary }), ...noted };
  for (const each of topic?.sections ?? (section ? [section] : [])) yield* lister.ofSection(each, depth + 1);
}
