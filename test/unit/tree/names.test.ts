import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library';
import type { Dossier, Name } from '../../../src/core/model';
import { MOST_NAMES, nameChildren, type NameNode } from '../../../src/features/tree/nodes';
import { makeName } from '../names/names';

function libraryOf(names: readonly Name[]): Library {
  const dossier: Dossier = {
    id: 'd',
    title: 'D',
    description: '',
    language: 'en',
    sources: [],
    topics: [],
    names,
  };
  return new Library([dossier]);
}

/** All names below an element, and the largest number of children of one element on the way. */
function walk(library: Library, node?: NameNode): { readonly names: number; readonly widest: number } {
  const children = nameChildren(library, node);
  const below = children.filter(({ kind }) => kind !== 'name').map((child) => walk(library, child));
  return {
    names:
      children.filter(({ kind }) => kind === 'name').length +
      below.reduce((sum, each) => sum + each.names, 0),
    widest: Math.max(children.length, ...below.map(({ widest }) => widest)),
  };
}

describe('The Names view', () => {
  it('lists a few names right under their kind, by label', () => {
    const library = libraryOf([
      makeName('b', 'Bordeaux', 'place'),
      makeName('e', 'Évian', 'place'),
      makeName('a', 'Ada', 'person'),
    ]);
    assert.deepEqual(
      nameChildren(library).map(({ kind, key }) => `${kind} ${key}`),
      ['nameKind person', 'nameKind place'],
    );
    assert.deepEqual(
      nameChildren(library, nameChildren(library)[1]).map((node) => node.kind === 'name' && node.label),
      ['Bordeaux', 'Évian'],
    );
  });

  it('shows every one of many names, and never more than a screen can take at once', () => {
    const names = Array.from({ length: 3000 }, (_, at) =>
      makeName(`n${at}`, `${at % 3 === 0 ? 'A' : String.fromCharCode(65 + (at % 26))}${at}`, 'concept'),
    );
    const { names: found, widest } = walk(libraryOf(names));
    assert.equal(found, 3000);
    assert.ok(widest <= MOST_NAMES, String(widest));
  });
});
