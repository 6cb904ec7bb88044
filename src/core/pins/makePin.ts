import type { Library } from '../library';
import type { Key } from '../model';
import { textOf } from './findAgain';
import type { Pin, PinTarget } from './pin';

/**
 * The pin for something of the library; `undefined` where the library does not hold it.
 * `pinned` is the time, as ISO 8601 in UTC.
 */
export function makePin(library: Library, { kind, key }: PinTarget, pinned: string): Pin | undefined {
  const text = textOf(library, { kind, key });
  if (text === undefined) return undefined;
  const fact = kind === 'fact' ? library.fact(key) : undefined;
  const section = kind === 'section' ? library.section(key) : library.section(fact?.section ?? '');
  const titles = [
    library.dossier(dossierOf(key))?.title,
    section && library.topic(section.topic)?.title,
    fact && section?.title,
  ];
  const place = titles.filter((title, at) => title !== undefined && title !== titles[at - 1]).join(' › ');
  return { kind, key, text, ...(place && { place }), ...(fact && { section: fact.section }), pinned };
}

/** The id of the dossier that a key belongs to. */
export function dossierOf(key: Key): string {
  return key.split('/', 1)[0] ?? key;
}
