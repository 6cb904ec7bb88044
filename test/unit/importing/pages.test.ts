import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Fact, Section } from '../../../src/core/model';
import { imported, roundTrip, textOfDossier } from './importing';

/**
 * Pages as an encyclopedia, a newspaper and a writer of notes have them, of different kinds. Beside each stands what is
 * proposed and kept: the title, then a line for each name, with `*` behind aliases that ask for the full name and `~`
 * behind those of a people.
 */
const FOLDER = 'test/fixtures/import/pages';
const PAGES = readdirSync(FOLDER).filter((file) => !file.endsWith('.names'));

/** Markup of any of the formats, of which nothing may be left. */
const MARKUP =
  /\{\{|\}\}|\[\[|\]\]|'''|<\/?[a-z]+[^>]*>|&[a-z]+;|\{\||\|\}|__[A-Z]+__|==|style=|\bthumb\b|\[\^|\[\d+\]|\[edit\]|\\[a-z]{2,}|\*\*|\.svg|\.jpg|\( *[;,)]|[;,] *\)|[\ue000-\ue00f]/;

/** Sentences with their dates, quantities and names, for each page. */
const FACTS: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'relations.wikitext': [
    ['Diplomatic relations were established on 30 July 1974.', '1974-07-30'],
    [
      'In 2008, aid came to ISK 12 million (US$150,000), down 8.5% from the year before.',
      '2008 150000 USD 8.5 %',
    ],
    [
      'In 2019 Icelandic exports to Mongolia were worth €1.4 million and imports €320,000.',
      '2019 1400000 EUR 320000 EUR iceland mongolia',
    ],
    [
      'Mongolia is accredited to Iceland from its embassy in Stockholm, Sweden.',
      'mongolia iceland stockholm sweden',
    ],
  ],
  'biography.wikitext': [
    ['King Gustaf V gave her the Litteris et Artibus medal in 1919.', '1919 gustaf-v'],
    ['In the summer of 1922 she climbed Kebnekaise, 2,097 m high, at the age of 51.', '1922-22 kebnekaise'],
  ],
  'film.wikitext': [
    [
      'The film sold 48,300 tickets in Portugal, and earned US$85,000 abroad.',
      '48300 tickets 85000 USD portugal',
    ],
    ['Nothing happens in it, and one leaves it changed.', ''],
  ],
  'city.wikitext': [
    [
      'With 52,058 inhabitants (as of 2011), it is the fourth-largest city of the country.',
      '2011 52058 inhabitants',
    ],
    ['Frank Kaapanda (born 1967), sprinter', '1967 frank-kaapanda'],
  ],
  'battle.wikitext': [
    ['Swedish losses were 6,000 killed and 4,000 captured, about 57% of the army.', '57 % sweden'],
    ['The ransom for Horn was 1 1/2 tons of silver.', 'lennart-horn'],
  ],
  'substance.wikitext': [
    ['The IR spectrum shows a band at 1,620 cm⁻¹; the C=O bonds are 1.24(2) Å long.', ''],
    ['E = hν = hc/λ, λ ≈ 4.8 × 10⁻⁷ m', ''],
    ['H2O must be kept out.', ''],
  ],
  'list.wikitext': [['1794: Pentland Skerries', '1794 pentland-skerries']],
  'treaty.html': [
    ['Never was so much won in so few days.', ''],
    ['Its value was 2×10⁵ thalers.', ''],
    ['Scania (10⁴ km²)', 'scania'],
  ],
  'news.html': [
    ['It has cost £412 million, £38m more than planned.', '412000000 GBP 38000000 GBP'],
    ['Cars pay £2.', '2 GBP'],
  ],
  'lake.md': [
    ['It covers 14.3 km² and is up to 23 m deep.', ''],
    ['The dam holds 3 million m³.', ''],
    ['☑ A dam was built in 1928', '1928'],
  ],
};

/** What must not be seen, for pages that hide more than markup. */
const HIDDEN: Readonly<Record<string, readonly string[]>> = {
  'city.wikitext': ['Weather', 'auto', 'UN_Population', 'ˈkɛs', 'Category', 'region:NA'],
  'biography.wikitext': ['220px', 'Sig.png', 'Shaw', 'Notes', 'References', 'DEFAULTSORT'],
  'battle.wikitext': ['WIA', 'KIA', 'Novák, Pavel', 'Footnotes', 'Sources'],
  'company.wikitext': ['Navbox', 'Portal', 'keep this short', 'SR2'],
  'treaty.html': [
    'Jump to',
    'Main page',
    'edit',
    'Contents',
    'References',
    'External links',
    'catlinks',
    'last edited',
  ],
  'news.html': ['cookies', 'Sport', 'Related', 'Share', '©'],
  'lake.md': ['Ibid', 'Build', 'Kowalski'],
};

function factsOf(section: Section): readonly Fact[] {
  return [...section.facts, ...section.sections.flatMap(factsOf)];
}

describe('importing pages of different kinds', () => {
  for (const file of PAGES) {
    it(`${file}: readable, no markup left over, facts with what they say`, async () => {
      const source = readFileSync(`${FOLDER}/${file}`, 'utf8');
      const { dossier, problems } = roundTrip(await imported({ text: source, fileName: file }));
      assert.deepEqual(problems, []);
      const text = textOfDossier(dossier);
      assert.doesNotMatch(text, MARKUP);
      for (const hidden of HIDDEN[file] ?? []) {
        assert.ok(!text.includes(hidden), `“${hidden}” is in:\n${text}`);
      }
      const facts = dossier.topics.flatMap((topic) => topic.sections).flatMap(factsOf);
      for (const [sentence, expected] of FACTS[file] ?? []) {
        const fact = facts.find((each) => each.text === sentence);
        assert.ok(fact, `“${sentence}” is missing in:\n${text}`);
        const found = [
          ...fact.dates.map((date) => date.edtf),
          ...fact.quantities.map(({ value, unit }) => `${value} ${unit}`),
          ...fact.names.map((key) => key.slice(key.indexOf('/') + 1)),
        ];
        assert.equal(found.join(' '), expected, sentence);
      }
    });

    it(`${file}: sensible names, with their kinds and other forms`, async () => {
      const source = readFileSync(`${FOLDER}/${file}`, 'utf8');
      const { article, names } = await imported({ text: source, fileName: file });
      const lines = names
        .filter((name) => name.isKept)
        .map(({ kind, label, aliases }) => {
          const forms = aliases.map(
            (alias) =>
              `${alias.text}${alias.requiresFullName === true ? '*' : ''}${alias.demonym === true ? '~' : ''}`,
          );
          return `${kind} ${label}${forms.length === 0 ? '' : `: ${forms.join(', ')}`}`;
        });
      const golden = `${FOLDER}/${file}.names`;
      assert.ok(existsSync(golden), `${golden} is missing; it would be:\n${lines.join('\n')}`);
      assert.deepEqual([article.title, ...lines], readFileSync(golden, 'utf8').trimEnd().split('\n'));
    });
  }
});
