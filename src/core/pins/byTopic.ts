import type { Library } from '../library';
import type { Key } from '../model';
import { topicOfSection, type FoundPin } from './findAgain';

/** Pins of one topic; of names, which are in none; or of what is gone. */
export interface PinGroup {
  readonly of: 'topic' | 'names' | 'gone';
  /** Key of the topic; `names` or `gone` otherwise. */
  readonly key: Key;
  readonly pins: readonly FoundPin[];
}

/** Pins by what they stand in: topics in the order of the library, then names, then what is gone. */
export function pinsByTopic(library: Library, pins: readonly FoundPin[]): readonly PinGroup[] {
  const groups = new Map<Key, FoundPin[]>();
  for (const each of pins) {
    const key = each.isGone ? 'gone' : (topicOf(library, each) ?? 'names');
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const groupOf = (of: PinGroup['of'], key: Key): readonly PinGroup[] => {
    const found = groups.get(key);
    return found ? [{ of, key, pins: found }] : [];
  };
  return [
    ...[...library.topics()].flatMap(({ key }) => groupOf('topic', key)),
    ...groupOf('names', 'names'),
    ...groupOf('gone', 'gone'),
  ];
}

function topicOf(library: Library, { pin: { kind }, key = '' }: FoundPin): Key | undefined {
  switch (kind) {
    case 'fact':
      return library.fact(key)?.topic;
    case 'section':
      return topicOfSection(key);
    case 'topic':
      return key;
    case 'name':
      return undefined;
  }
}
