import type { Library } from '../../core/library';
import type { Key } from '../../core/model';
import type { OpenTarget } from '../../host/commands';
import {
  MAX_KEY,
  PAGE_KINDS,
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
  dossier: (library, key) => library.dossier(key) && { kind: 'dossier', key },
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
  name: (library, key) => library.name(key) && { kind: 'name', key },
  dossierTimeline: (library, key) => library.dossier(key) && { kind: 'dossierTimeline', key },
  topicTimeline: (library, key) => library.topic(key) && { kind: 'topicTimeline', key },
  nameTimeline: (library, key) => library.name(key) && { kind: 'nameTimeline', key },
  figures: (library, key) => library.topic(key) && { kind: 'figures', key },
};

/**
 * Where a target is read: a section and a fact in their topic.
 * `undefined` where the library does not hold it, or holds nothing to read about it.
 */
export function addressOf(library: Library, { kind, key }: Target): PageAddress | undefined {
  return TARGETS[kind](library, key);
}

/** The page for a target: where it is read, else where it would be, which then says that it is gone. */
export function pageOf(library: Library, target: Target): PageAddress {
  const kind = PAGE_KINDS.find((each) => each === target.kind) ?? 'topic';
  return addressOf(library, target) ?? { kind, key: target.key };
}

/** What an address says that is there or not: the finest that it names. */
export function targetOf({ kind, key, section, fact }: PageAddress): Target {
  if (fact !== undefined) return { kind: 'fact', key: fact };
  return section === undefined ? { kind, key } : { kind: 'section', key: section };
}
