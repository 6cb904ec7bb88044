import assert from 'node:assert/strict';
import { NAME_KINDS } from '../../../src/core/model';
import { names, repeated, type WrittenAlias, type WrittenName } from './dossierFiles';

function aliasesOf(name: WrittenName): readonly WrittenAlias[] {
  return (name.aliases ?? []).map((alias) => (typeof alias === 'string' ? { text: alias } : alias));
}

/** Who and what the article speaks of. */
const ENTITIES: Readonly<Record<string, readonly string[]>> = {
  person: ['François Mitterrand', 'Jack Lang', 'James Steinberg', 'Nicolas Sarkozy', 'Sung Kim'],
  place: ['Cuba', 'Estonia', 'France', 'North Korea', 'Pyongyang', 'Russia', 'United States'],
  organisation: ['European Union', 'French Cooperation and Cultural Action Office', 'French government'],
  work: ['Nation and Destiny', "The Schoolgirl's Diary"],
};

describe('The names of the bundled dossier', () => {
  it('hold everyone and everything that the article names', () => {
    for (const [kind, labels] of Object.entries(ENTITIES)) {
      const known = names.filter((name) => name.kind === kind).map((name) => name.label);
      assert.deepEqual(
        labels.filter((label) => !known.includes(label)),
        [],
        kind,
      );
    }
    for (const kind of NAME_KINDS) assert.ok(names.some((name) => name.kind === kind), kind);
  });

  it('have an id, a label, a kind and one line of description each', () => {
    for (const name of names) {
      assert.match(name.id, /^[a-z0-9]+(?:-[a-z0-9]+)*$/u);
      assert.ok(name.label.trim() !== '', name.id);
      assert.ok((NAME_KINDS as readonly string[]).includes(name.kind), `${name.id}: ${name.kind}`);
      assert.match(name.description, /^[^\n]{10,}\.$/u, name.id);
      if (name.wikidata !== undefined) assert.match(name.wikidata, /^Q\d+$/u, name.id);
    }
    assert.deepEqual(repeated(names.map((name) => name.id)), []);
  });

  it('have French and Korean labels in those languages', () => {
    for (const name of names) {
      for (const [language, label] of Object.entries(name.labels ?? {})) {
        assert.ok(language === 'fr' || language === 'ko', `${name.id}: ${language}`);
        assert.equal(/\p{Script=Hangul}/u.test(label), language === 'ko', `${name.id}: ${label}`);
      }
    }
    for (const name of names.filter((each) => each.kind === 'person' || each.kind === 'place')) {
      assert.deepEqual(Object.keys(name.labels ?? {}).sort(), ['fr', 'ko'], name.id);
    }
  });

  it('write each surface form once', () => {
    for (const name of names) {
      assert.deepEqual(repeated([name.label, ...aliasesOf(name).map((alias) => alias.text)]), [], name.id);
    }
    const forms = names.flatMap((name) => [name.label, ...aliasesOf(name).map((alias) => alias.text)]);
    assert.deepEqual(repeated(forms), []);
  });

  it('let acronyms count only in their own case, and surnames only after the full name', () => {
    for (const name of names) {
      for (const alias of aliasesOf(name)) {
        if (/^[A-Z]{2,5}$/u.test(alias.text)) assert.equal(alias.case, 'exact', alias.text);
        const isPartOfPerson = name.kind === 'person' && /^[\p{Script=Latin}\p{Script=Hangul}]+$/u.test(alias.text);
        if (isPartOfPerson) assert.equal(alias.requires, 'full-name', alias.text);
      }
    }
  });
});
