import type { Library } from '../library';
import type { Key } from '../model';
import type { HitKind } from './searchOptions';

/** How something of the library is shown in a list. */
export interface Description {
  /** A name's label, a title, or a fact's sentence. */
  readonly label: string;
  /** A name's description, a summary, a section's beginning, or where a fact stands. */
  readonly text: string;
}

/** Describes what a key stands for; `undefined` where the library does not hold it (any more). */
export function describe(library: Library, kind: HitKind, key: Key): Description | undefined {
  switch (kind) {
    case 'name': {
      const name = library.name(key);
      return name && { label: name.label, text: name.description };
    }
    case 'topic': {
      const topic = library.topic(key);
      return topic && { label: topic.title, text: topic.summary };
    }
    case 'section': {
      const section = library.section(key);
      return section && { label: section.title, text: section.facts[0]?.text ?? '' };
    }
    case 'fact': {
      const fact = library.fact(key);
      return fact && { label: fact.text, text: trail(library, fact.section) };
    }
  }
}

/** `History › The Pyongyang office`: where a section stands. */
function trail(library: Library, sectionKey: Key): string {
  const section = library.section(sectionKey);
  if (!section) return '';
  const topic = library.topic(section.topic)?.title ?? '';
  return section.title === topic ? topic : `${topic} › ${section.title}`;
}
