import { Library } from '../core/library';
import { openParcel } from '../core/pack/parts';
import { encodeSearch } from '../core/search/encodeSearch';
import type { WorkerTable } from '../protocol/worker';

/** Indexes a library for searching. */
export function encodeLibrarySearch({ shelves }: WorkerTable['encodeSearch']['request']): ArrayBuffer {
  const opened = shelves.map((shelf) => {
    if (!('head' in shelf)) return shelf;
    const packed = openParcel(shelf, undefined);
    if (!packed) throw new Error(`The parts of "${shelf.head.id}" are damaged.`);
    return packed;
  });
  return encodeSearch(new Library(opened));
}
