import type { Library } from '../../core/library';
import type { Key } from '../../core/model';
import type { OpenTarget } from '../../host/commands';
import {
  MAX_KEY,
  TARGET_KINDS,
  type PageAddress,
  type Target,
  type TargetKind,
} from '../../protocol/address';

/** Whether a command was given something that can be opened; an element of a view is one too. */
export function isOpenTarget(value: unknown): value is OpenTarget {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, key, beside } = value as Partial<Record<keyof OpenTarget, unknown>>;
  const isKey = typeof key === 'string' && key.length > 0 && key.length <= MAX_KEY;
  return (
    isKey &&
    TARGET_KINDS.some((each) => each === kind) &&
    (beside === undefined || typeof beside === 'boolean')
  );
}

/** Where each kind of target is read; `undefined` where the library does not hold it, or nothing to read about it. */
const TARGETS: Readonly<Record<TargetKind, (library: Library, key: Key) => PageAddress | undefined>> = {
  topic: (library, key) => {
    const first = library.topic(key)?.sections[0];
    return first && { kind: 'section', key: first.key };
  },
  section: (library, key) => library.section(key) && { kind: 'section', key },
  fact: (library, key) => {
    const fact = library.fact(key);
    return fact && { kind: 'section', key: fact.section, fact: fact.key };
  },
  name: (library, key) => {
    const [fact] = library.factsAbout(key, { limit: 1 });
    return fact && { kind: 'section', key: fact.section, fact: fact.key };
  },
};

/**
 * Where a target is read: a topic at its first section, a fact in its section, a name at its first fact.
 * `undefined` where the library does not hold it, or holds nothing to read about it.
 */
export function addressOf(library: Library, { kind, key }: Target): PageAddress | undefined {
  return TARGETS[kind](library, key);
}

/** The section in which a dossier begins. */
export function beginningOf(library: Library, dossier: string): Key | undefined {
  return library.dossier(dossier)?.topics.find((topic) => topic.sections.length > 0)?.sections[0]?.key;
}
