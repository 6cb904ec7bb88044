import assert from 'node:assert/strict';
import { buildCards } from '../../../src/core/cards/card';
import { readDossier } from '../../../src/core/format/readDossier';
import { Library } from '../../../src/core/library';
import type { Dossier } from '../../../src/core/model';

function dossierOf(id: string, prose: string, label = 'Ada Reef'): Dossier {
  const files = {
    'dossier.yaml': `format: 1\nid: ${id}\ntitle: Dossier ${id}\nlanguage: en\n`,
    'names.yaml': `- id: ada\n  label: ${label}\n  kind: person\n`,
    'topics/t.md': `# T\n\n${prose}\n`,
  };
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)]));
  const { dossier, problems } = readDossier(bytes);
  assert.deepEqual(problems, []);
  return dossier!;
}

/** What the card of a fact in the first dossier says of the second's. */
function otherwise(one: string, other: string, label?: string): readonly string[] {
  const library = new Library([dossierOf('a', one), dossierOf('b', other, label)]);
  const cards = buildCards(library, ['a/ada', 'b/ada'], { facts: 3, language: 'en' });
  assert.equal(cards.length, 2, 'each dossier has its card');
  return cards[0]!.facts.flatMap(({ disagreements }) =>
    disagreements.map(({ dossierTitle, says }) => `${dossierTitle}: ${says}`),
  );
}

describe('Two dossiers on one name', () => {
  it('disagree on the date of the same fact', () => {
    assert.deepEqual(
      otherwise(
        'Ada Reef lit the lamp of the tower in March 1912.',
        'Ada Reef lit the lamp of the tower in May 1913.',
      ),
      ['Dossier b: May 1913'],
    );
  });

  it('disagree on a quantity of the same unit', () => {
    assert.deepEqual(
      otherwise('The tower of Ada Reef cost €2 million.', 'The tower of Ada Reef cost €3 million.'),
      ['Dossier b: €3 million'],
    );
  });

  it('agree where one is only less exact, or tells something else', () => {
    assert.deepEqual(
      otherwise(
        'Ada Reef lit the lamp of the tower in March 1912.',
        'Ada Reef lit the lamp of the tower in 1912.',
      ),
      [],
    );
    assert.deepEqual(
      otherwise('Ada Reef lit the lamp in 1912.', 'Ada Reef married a sailor from the south in 1920.'),
      [],
    );
    assert.deepEqual(
      otherwise('Ada Reef kept a crew of 12 sailors.', 'Ada Reef kept a crew for 30 euros.'),
      [],
    );
  });

  it('are not compared where the names are two', () => {
    assert.deepEqual(
      otherwise(
        'Ada Reef lit the lamp of the tower in 1912.',
        'Ben lit the lamp of the tower in 1913.',
        'Ben',
      ),
      [],
    );
  });
});
