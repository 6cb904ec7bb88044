import type { Name } from '../core/model';
import { compileFinder } from '../core/names/finderPart';
import { namesInLanguages } from '../core/names/languagesOfNames';
import { PackedNames } from '../core/pack/namesPart';
import type { WorkerTable } from '../protocol/worker';

/** Compiles the names of all dossiers of a library, in their order, to one finder. */
export function compileLibraryFinder({
  names,
  languages,
}: WorkerTable['compileFinder']['request']): ArrayBuffer {
  const all: Name[] = [];
  for (const buffer of names) {
    for (const name of PackedNames.open(buffer, true)?.all() ?? []) all.push(name);
  }
  return compileFinder(namesInLanguages(all, languages));
}
