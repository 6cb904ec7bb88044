import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { imported, roundTrip, textOfDossier } from './importing';

const FOLDER = 'test/fixtures/import/wikitext';

/** What a reader of each page sees, and what it sees nothing of. */
const SEEN: Readonly<
  Record<string, { readonly shown: readonly string[]; readonly hidden?: readonly string[] }>
> = {
  '01-infobox': {
    shown: [
      'islet 12 km off the coast of Northshire.',
      'lit on 9 March 1912.',
      'An Seann Solas',
      '£400 a year – a large sum.',
      'from 1912 to 1942',
      'As of October 2011, nobody',
      'hired Thomas Stone in 1908.',
      '41 m',
      'Granite, Iron',
    ],
    hidden: ['Smith', 'example.org', 'Lighthouses', 'Phare', 'thumb', 'dmy', '250px', 'citation'],
  },
  '02-tables': {
    shown: [
      'six clubs.',
      'Table of the season 1911–12',
      'Club',
      'Rock United',
      'Shore Rovers',
      '21',
      'withdrew (in March)',
      'N/A',
      'Text behind the table.',
      'nested one',
      'nested two',
      'first item',
      'After the nested table.',
    ],
    hidden: ['wikitable', 'align', 'scope', 'rowspan', 'abandoned', '10px'],
  },
  '03-refs': {
    shown: [
      'was born in 1881. She kept the light for thirty years. She never left. The end came in 1942.',
      'A last sentence stands here.',
    ],
    hidden: [
      'Smith',
      'Jones',
      'First,',
      'several lines',
      '4–5',
      'Morte',
      'function',
      'Defined',
      'Notes',
      'References',
    ],
  },
  '04-redirect': { shown: ['North Rock Light'], hidden: ['REDIRECT', 'alternative'] },
  '05-disambiguation': {
    shown: [
      'may refer to:',
      'an islet off Northshire',
      'its harbour, North Rock Harbour',
      'a 1956 film by Jean Marin',
      'People',
      'Ada North-Rock (1881–1942), keeper',
      'the second in order',
    ],
    hidden: ['intitle', 'geo', 'NOTOC', '(island)'],
  },
  '06-rtl': {
    shown: [
      '(بالإنجليزية: Cairo)',
      'جمهورية مصر العربية',
      '9 ملايين نسمة',
      'أسسها جوهر الصقلي سنة 969م',
      'جامعة الأزهر',
      'النيل عند الغروب',
      'שמות',
      'השם העברי הוא קהיר.',
    ],
    hidden: ['تصغير', 'يسار', 'تصنيف', '250', 'مصدر ما', 'مايو'],
  },
  '07-files': {
    shown: [
      'has two basins. It lies below this map of the shoreline.',
      'The harbour at dusk, painted by Marin in 1890',
      'The first basin with a crane',
      'Three ships – all of oak',
      'Der Hafen im Winter',
      'The water is deep.',
    ],
    hidden: ['thumb', 'upright', '.jpg', '250px', 'mini', 'packed', 'Harbours'],
  },
  '08-templates': {
    shown: [
      'République du Rocher is bien nommée by Mme Roche.',
      'Its area is 1,250 km², its mountains reach 900 to 1,000 m, and it has 12,500 people living on 3/4 of it c. 1990.',
      '24 million',
      '20',
      'as of 2005, it was poor.',
      'kept words stay, also approx. half.',
      'Tokyo Tower (東京タワー, Tōkyō tawā)',
      '20 °C',
      '北岩, Běi Yán',
      'Severny',
      'ROK-a-way',
      'Rock is rock, and nothing else.',
      'Marie Roche, Letters',
      'North, South, East Side',
    ],
    hidden: ['it was rich', 'Navbox', 'Rocks of the', 'lc=y'],
  },
  '09-lists': {
    shown: [
      'gulls',
      'Larus argentatus',
      'terns',
      'fish, such as:',
      'herring',
      'count one-one',
      'Tide',
      'the rise of the sea',
      'It comes twice a day.',
      'first of HTML',
      'second of HTML',
      'The sea was calm.',
      'An indented line with a line behind it. And a third line.',
      'A box with mare in it.',
      'H2O and x²',
    ],
    hidden: ['float', 'span'],
  },
  '10-raw': {
    shown: [
      "[[links]] and ''quotes'' and {{braces}}",
      'this one',
      'E = mc², not a/b',
      'return x | 1  # [[not a link]]',
      ' plain   text',
      'An ampersand & a less-than sign < an arrow → and a hex one ←. 5 < 6 and 7 > 6.',
      'both',
      'a broken link',
      'broken template',
      'A heading with link words',
      'A labelled link, a bare one https://example.org/bare',
      '汉字',
      'Seen here.',
    ],
    hidden: ['A comment', 'Never seen', 'syntaxhighlight', '~~~~', 'NOEDITSECTION', 'zh-hans'],
  },
};

/** Markup of MediaWiki of which nothing may be left. */
const MARKUP =
  /\{\{|\}\}|\[\[|\]\]|''|<\/?[a-z]+[^>]*>|&[a-z]+;|&#\d+;|\{\||\|\}|\|-|__[A-Z]+__|==|style=|\bthumb\b|\ue000|\ue001/;

describe('importing wikitext', () => {
  for (const file of readdirSync(FOLDER)) {
    const name = file.replace('.wikitext', '');
    it(`reads ${name} as a reader of the wiki does, without markup`, async () => {
      const source = readFileSync(`${FOLDER}/${file}`, 'utf8');
      const result = await imported({ text: source, fileName: file });
      assert.equal(result.format, 'wikitext');
      const { dossier, problems } = roundTrip(result);
      assert.deepEqual(problems, []);
      const text = textOfDossier(dossier);
      const { shown, hidden = [] } = SEEN[name]!;
      for (const piece of shown) assert.ok(text.includes(piece), `“${piece}” is missing in:\n${text}`);
      for (const piece of hidden) assert.ok(!text.includes(piece), `“${piece}” is in:\n${text}`);
      // Only what the author wrote as no markup may look like some.
      const rest = text.replace("[[links]] and ''quotes'' and {{braces}}", '').replace('[[not a link]]', '');
      assert.doesNotMatch(rest, MARKUP);
    });
  }

  it('has a page of each kind', () =>
    assert.deepEqual(
      readdirSync(FOLDER).map((file) => file.replace('.wikitext', '')),
      Object.keys(SEEN),
    ));

  it('takes a redirect as an alias of where it leads', async () => {
    const { article, names } = await imported({
      text: '#REDIRECT [[North Rock Light]]',
      fileName: 'Rock Light.wiki',
    });
    assert.equal(article.title, 'North Rock Light');
    assert.deepEqual(article.aliases, ['Rock Light']);
    assert.ok(
      names.some(
        (name) => name.label === 'North Rock Light' && name.aliases.some(({ text }) => text === 'Rock Light'),
      ),
    );
  });

  it('takes what a hatnote says redirects here as an alias, and bold forms of the first sentence', async () => {
    const text = readFileSync(`${FOLDER}/01-infobox.wikitext`, 'utf8');
    const { article, names } = await imported({ text, fileName: 'North Rock Light.wikitext' });
    assert.deepEqual(article.aliases, ['Rock Light']);
    const subject = names.find((name) => name.label === 'North Rock Light');
    assert.deepEqual(subject?.aliases.map(({ text: alias }) => alias).sort(), [
      'An Seann Solas',
      'Rock Light',
      'The Old Light',
    ]);
  });

  it('keeps sections as they nest', async () => {
    const { dossier } = roundTrip(
      await imported({ text: '== A ==\nx.\n=== B ===\ny.\n== C ==\nz.', format: 'wikitext' }),
    );
    assert.deepEqual(
      dossier.topics[0]?.sections.map((section) => [
        section.title,
        section.sections.map(({ title }) => title),
      ]),
      [
        ['A', ['B']],
        ['C', []],
      ],
    );
  });

  it('takes the title of a page without a name from its first sentence', async () => {
    const { article } = await imported({ text: "The '''North Rock''' is a [[rock]].", format: 'wikitext' });
    assert.equal(article.title, 'North Rock');
  });
});
