import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDossier } from '../../../src/core/format/readDossier';
import { Library } from '../../../src/core/library';
import { filesBelow } from '../project/files';
import { DATA, facts as written } from './dossierFiles';

const ID = 'france-north-korea';
const files = new Map([
  ...filesBelow(DATA, '.md').map((file) => [file.slice(DATA.length + 1), readFileSync(file)] as const),
  ...filesBelow(DATA, '.yaml').map((file) => [file.slice(DATA.length + 1), readFileSync(file)] as const),
]);

describe('The bundled dossier, as the reader takes it in', () => {
  const { dossier, problems } = readDossier(files);
  const library = new Library(dossier ? [dossier] : []);
  const factIds = (name: string) => library.factsAbout(`${ID}/${name}`).map((fact) => fact.id);

  it('has no problems', () => {
    assert.deepEqual(problems, []);
    assert.ok(dossier);
  });

  it('has every fact that its files hold, in plain text, with its date and source', () => {
    const facts = [...library.facts()];
    assert.deepEqual(facts.map((fact) => fact.id).sort(), written.map((fact) => fact.id).sort());
    for (const fact of facts) {
      const { text, when } = written.find((each) => each.id === fact.id)!;
      assert.equal(fact.text, text.replaceAll('*', ''));
      if (when !== undefined) assert.equal(fact.dates[0]?.edtf, when, fact.id);
      assert.equal(library.sourceOf(fact)?.license, 'CC-BY-SA-4.0');
    }
  });

  it('has no date in a fact that its author did not give', () => {
    const more = [...library.facts()].filter((fact) => {
      const { when } = written.find((each) => each.id === fact.id)!;
      return when === undefined && fact.dates.length > 0;
    });
    assert.deepEqual(
      more.map((fact) => fact.id),
      [],
    );
  });

  it('has the figures as quantities', () => {
    const quantities = [...library.facts()].flatMap((fact) =>
      fact.quantities
        .filter((quantity) => quantity.kind !== 'count' || quantity.value > 20)
        .map(({ value, unit, when }) => `${fact.id}: ${value} ${unit} in ${when ?? '?'}`),
    );
    assert.deepEqual(quantities, [
      'opinion-positive: 19 % in 2013',
      'opinion-negative: 81 % in 2013',
      'imports-2005: 24000000 EUR in 2005',
      'exports-2005: 6000000 EUR in 2005',
      'north-koreans-in-france: 54 North Koreans in 2005',
    ]);
  });

  it('says about each name at least one fact', () => {
    const silent = [...library.names()].filter((name) => library.factsAbout(name.key).length === 0);
    assert.deepEqual(
      silent.map((name) => name.id),
      [],
    );
  });

  it('says about each fact at least one of the two countries, or a person on the mission between them', () => {
    const pairs = ['france', 'north-korea', 'jack-lang'].map((name) => `${ID}/${name}`);
    const astray = [...library.facts()].filter((fact) => !fact.names.some((name) => pairs.includes(name)));
    assert.deepEqual(
      astray.map((fact) => fact.id),
      [],
    );
  });

  it('says of Jack Lang when he went to Pyongyang and for whom', () => {
    const fact = library.fact(`${ID}/lang-in-pyongyang`);
    assert.ok(factIds('jack-lang').includes('lang-in-pyongyang'));
    assert.match(fact?.text ?? '', /9 November 2009.*Pyongyang.*special envoy of Nicolas Sarkozy/u);
  });

  it('finds the trade figures under both countries', () => {
    for (const name of ['france', 'north-korea']) {
      for (const id of ['imports-2005', 'exports-2005']) assert.ok(factIds(name).includes(id), `${name}: ${id}`);
    }
  });
});
