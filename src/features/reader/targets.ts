import type { Library } from '../../core/library';
import type { Key } from '../../core/model';
import type { OpenTarget } from '../../host/commands';
import type { Place } from '../../host/readingPlace';

const KINDS: readonly string[] = ['topic', 'section', 'fact', 'name'] satisfies readonly OpenTarget['kind'][];

/** Keys are bounded as the reader's messages are. */
const MAX_KEY = 2000;

/** Whether a command was given something that can be opened; an element of a view is one too. */
export function isOpenTarget(value: unknown): value is OpenTarget {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, key, beside } = value as Partial<Record<keyof OpenTarget, unknown>>;
  const isKey = typeof key === 'string' && key.length > 0 && key.length <= MAX_KEY;
  return (
    isKey &&
    typeof kind === 'string' &&
    KINDS.includes(kind) &&
    (beside === undefined || typeof beside === 'boolean')
  );
}

/**
 * Where a target is read: a topic at its first section, a fact in its section, a name at its first fact.
 * `undefined` where the library does not hold it, or holds nothing to read about it.
 */
export function placeOf(library: Library, target: OpenTarget): Place | undefined {
  switch (target.kind) {
    case 'topic': {
      const first = library.topic(target.key)?.sections[0];
      return first && { section: first.key };
    }
    case 'section':
      return library.section(target.key) && { section: target.key };
    case 'fact': {
      const fact = library.fact(target.key);
      return fact && { section: fact.section, fact: fact.key };
    }
    case 'name': {
      const [fact] = library.factsAbout(target.key);
      return fact && { section: fact.section, fact: fact.key };
    }
  }
}

/** The section in which a dossier begins. */
export function beginningOf(library: Library, dossier: string): Key | undefined {
  return library.dossier(dossier)?.topics.find((topic) => topic.sections.length > 0)?.sections[0]?.key;
}
