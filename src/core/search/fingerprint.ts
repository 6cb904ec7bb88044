import { fnv1a } from '../format/ids';
import type { Library } from '../library';
import { isPacked } from '../pack/packedShelf';
import type { Shelf } from '../shelf';

/** Changes whenever other words are indexed, or words are made otherwise. */
const OPTIONS = 'words-1';

/**
 * Sums up what is indexed of a library, to tell an index of this library from one of another or of an older state. Of a
 * packed shelf the checksums of its parts are enough; a plain one is read. So a packed and a plain shelf with the same
 * content differ: an index must be opened with a library in the form that it was encoded from.
 */
export function fingerprintOf(library: Library): string {
  return [OPTIONS, ...library.shelves.map((shelf) => `${shelf.id}:${ofShelf(shelf)}`)].join(' ');
}

function ofShelf(shelf: Shelf): string {
  if (isPacked(shelf)) {
    const parts = [shelf.packedNames, ...shelf.packedTopics];
    let hash = fnv1a(shelf.head.title, 0x811c9dc5);
    for (const part of parts) hash = Math.imul(hash ^ part.checksum, 0x01000193);
    return `${parts.length}.${(hash >>> 0).toString(36)}`;
  }
  let hash = fnv1a(shelf.dossier.title, 0x811c9dc5);
  const add = (value: unknown): void => void (hash = fnv1a(JSON.stringify(value), hash));
  for (const name of shelf.names()) add(name);
  for (const { key, title, summary } of shelf.topics()) add([key, title, summary]);
  for (const { key, title } of shelf.sections()) add([key, title]);
  for (const { key, section, text, names, dates, quantities } of shelf.facts()) {
    add([key, section, text, names, dates, quantities.length]);
  }
  return `plain.${hash.toString(36)}`;
}
