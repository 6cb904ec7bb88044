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
    const topic = library.topic(key);
    return topic && topic.sections.length > 0 ? { kind: 'topic', key } : undefined;
  },
  section: (library, key) => {
    const section = library.section(key);
    return section && { kind: 'topic', key: section.topic, section: key };
  },
  fact: (library, key) => {
    const fact = library.fact(key);
    return fact && { kind: 'topic', key: fact.topic, section: fact.section, fact: fact.key };
  },
  name: (library, key) => {
    const [fact] = library.factsAbout(key, { limit: 1 });
    return fact && { kind: 'topic', key: fact.topic, section: fact.section, fact: fact.key };
  },
};

/**
 * Where a target is read: a section and a fact in their topic, a name at its first fact.
 * `undefined` where the library does not hold it, or holds nothing to read about it.
 */
export function addressOf(library: Library, { kind, key }: Target): PageAddress | undefined {
  return TARGETS[kind](library, key);
}

/** What an address says that is there or not: the finest that it names. */
export function targetOf({ kind, key, section, fact }: PageAddress): Target {
  if (fact !== undefined) return { kind: 'fact', key: fact };
  return section === undefined ? { kind, key } : { kind: 'section', key: section };
}

/** The topic with which a dossier begins. */
export function beginningOf(library: Library, dossier: string): Key | undefined {
  return library.dossier(dossier)?.topics.find((topic) => topic.sections.length > 0)?.key;
}
