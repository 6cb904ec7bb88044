import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { splitSentences } from '../../../src/core/text/sentences';
import { isEdtf } from '../../../src/core/values/edtf';
import { DATA, facts, names, repeated, topicFiles } from './dossierFiles';

interface WrittenDossier {
  readonly format: number;
  readonly id: string;
  readonly license: string;
  readonly sources: readonly { readonly id: string; readonly license: string; readonly url: string; readonly retrieved: string }[];
  readonly topics: readonly string[];
}

/** What must stand in the text of each of these facts, and when it holds. */
const FIGURES: readonly (readonly [id: string, when: string | undefined, ...parts: readonly string[]])[] = [
  ['bureau-decided', '2011-10', 'decided', 'October 2011', 'French Bureau for Cooperation', 'Pyongyang'],
  ['one-of-two-eu-members', undefined, 'two', 'European Union', 'France', 'Estonia', 'North Korea'],
  ['opinion-positive', '2013', '2013', '19%', 'positive'],
  ['opinion-negative', '2013', '2013', '81%', 'negative'],
  ['official-position', undefined, 'DPRK', 'if and when', 'nuclear weapons programme', 'human rights record'],
  ['mitterrand-tour', '1981', '1981', 'President François Mitterrand', 'North Korea'],
  ['mitterrand-promise', undefined, 'François Mitterrand', 'Before he was elected', 'recognition'],
  ['lang-appointed', '2009-10/2009-12', 'late 2009', 'Nicolas Sarkozy', 'Socialist politician Jack Lang', 'special envoy'],
  ['lang-cuba', '2009', 'Earlier in 2009', 'Jack Lang', 'similar', 'Cuba'],
  ['lang-in-pyongyang', '2009-11-09', '9 November 2009', 'Jack Lang', 'Pyongyang', 'listening mission', 'Nicolas Sarkozy'],
  ['lang-briefed-americans', undefined, 'American officials', 'James Steinberg', 'Deputy Secretary of State', 'Sung Kim'],
  ['lang-briefed-ambassadors', undefined, 'ambassadors', 'Russia'],
  ['office-agreed', '2009-12-18', '18 December 2009', 'French Cooperation and Cultural Action Office'],
  ['office-opened', '2011-10', 'opened', 'October 2011', 'Pyongyang', 'French government'],
  ['office-heads', '2011-10/..', 'French diplomats', 'cultur', 'humanitarian'],
  ['office-conditions', '2011-10', 'nuclear issue', 'inter-Korean relations', 'humanitarian', 'human rights'],
  ['imports-2005', '2005', '2005', 'imports from North Korea', '€24 million'],
  ['exports-2005', '2005', '2005', 'exports to North Korea', '€6 million'],
  ['north-koreans-in-france', '2005', '2005', 'official', '54 North Koreans'],
  ['french-in-north-korea', undefined, 'only', 'Humanitarian workers'],
  ['training', undefined, 'primarily', 'administrative', 'architecture'],
  ['schoolgirls-diary-release', '2007', '2007', "*The Schoolgirl's Diary*", 'France'],
  ['nation-and-destiny-scenes', undefined, '*Nation and Destiny*', 'film series', 'France'],
];

const dossier = parse(readFileSync(`${DATA}/dossier.yaml`, 'utf8')) as WrittenDossier;

describe('The facts of the bundled dossier', () => {
  it('stand in the topics that the dossier lists, and in each of them', () => {
    assert.deepEqual(dossier.topics.map((topic) => `${DATA}/${topic}`).sort(), [...topicFiles]);
    for (const file of topicFiles) assert.ok(facts.some((fact) => fact.file === file), file);
  });

  it('are all marked, so that each has an id that stays', () => {
    for (const file of topicFiles) {
      const [, , body = ''] = readFileSync(file, 'utf8').split(/^---$/mu);
      const prose = body.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
      assert.equal(prose.length, facts.filter((fact) => fact.file === file).length, file);
      for (const line of prose) assert.match(line, /^:fact\[.+\]\{#[a-z0-9-]+(?: when=\S+)?(?: names="[a-z0-9 -]+")?\}$/u);
    }
  });

  it('leave no section without a fact', () => {
    for (const file of topicFiles) {
      const headings = readFileSync(file, 'utf8').split(/^(?=#+ )/mu).slice(1);
      headings.forEach((section, index) => {
        const depth = (text: string) => /^#+/u.exec(text)?.[0].length ?? 0;
        const next = headings[index + 1];
        const hasSections = next !== undefined && depth(next) > depth(section);
        assert.ok(section.includes(':fact[') || hasSections, `${file}: ${section.split('\n', 1)[0] ?? ''}`);
      });
    }
  });

  it('have ids that no other fact and no name has', () => {
    assert.deepEqual(repeated([...facts.map((fact) => fact.id), ...names.map((name) => name.id)]), []);
  });

  it('are one sentence each', () => {
    for (const fact of facts) assert.equal(splitSentences(fact.text, 'en').length, 1, fact.text);
  });

  it('are dated in EDTF', () => {
    const wrong = facts.filter((fact) => fact.when !== undefined && !isEdtf(fact.when));
    assert.deepEqual(wrong, []);
  });

  it('have a date where their sentence names a year', () => {
    const undated = facts.filter((fact) => /\b(?:19|20)\d\d\b/u.test(fact.text) && fact.when === undefined);
    assert.deepEqual(undated, []);
  });

  for (const [id, when, ...parts] of FIGURES) {
    it(`keep the figures and names of ${id} exact`, () => {
      const fact = facts.find((each) => each.id === id);
      assert.ok(fact, `no fact ${id}`);
      assert.equal(fact.when, when);
      assert.deepEqual(
        parts.filter((part) => !fact.text.includes(part)),
        [],
        fact.text,
      );
    });
  }

  it('say where they come from and under which license', () => {
    assert.equal(dossier.format, 1);
    assert.equal(dossier.license, 'CC-BY-SA-4.0');
    assert.equal(dossier.sources[0]?.license, 'CC-BY-SA-4.0');
    for (const file of topicFiles) assert.match(readFileSync(file, 'utf8'), /^source: wp$/mu, file);
    assert.ok(existsSync('data/LICENSE'));
    assert.match(readFileSync('data/LICENSE', 'utf8'), /CC BY-SA 4\.0/u);
  });
});
