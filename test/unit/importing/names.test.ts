import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { chooseNames, mergeNames } from '../../../src/core/importing/names/chooseNames';
import type { ProposedName } from '../../../src/core/importing/names/proposedName';
import { imported, roundTrip } from './importing';

async function namesOf(text: string, title = 'A title'): Promise<readonly ProposedName[]> {
  return (await imported({ text: `# ${title}\n\n${text}`, format: 'markdown' })).names;
}

/** `kind label: alias, alias` of the names that are kept. */
async function keptIn(text: string): Promise<string[]> {
  return (await namesOf(text))
    .filter((name) => name.isKept && name.label !== 'A title')
    .map(({ kind, label, aliases }) => {
      const others = aliases.map(
        (alias) =>
          `${alias.text}${alias.requiresFullName === true ? '*' : ''}${alias.demonym === true ? '~' : ''}`,
      );
      return `${kind} ${label}${others.length === 0 ? '' : `: ${others.join(', ')}`}`;
    })
    .sort();
}

describe('proposing names', () => {
  it('guesses what kind of thing a name is', async () => {
    assert.deepEqual(
      await keptIn(
        'In 1912 Ada Reef met President Marie Roche of the Northern Lights Board. They sailed to Mount Erebus after ' +
          'the Battle of Hastings, and read the novel Moby Dick and *The Old Man*. The Treaty of Paris was signed.',
      ),
      [
        'event Battle of Hastings',
        'organisation Northern Lights Board',
        'person Ada Reef: Reef*',
        'person Marie Roche: Roche*',
        'place Mount Erebus',
        'work Moby Dick',
        'work The Old Man: Old Man',
        'work Treaty of Paris',
      ],
    );
  });

  it('takes acronyms in parentheses as aliases, where their letters begin the words', async () => {
    assert.deepEqual(
      await keptIn(
        'He left Agence France-Presse (AFP) for the European Space Agency (ESA). AFP and Deutsche Bahn (XYZ) said no.',
      ),
      [
        'organisation Agence France-Presse: AFP',
        'organisation Deutsche Bahn',
        'organisation European Space Agency: ESA',
      ]
        .filter((name) => !name.includes('Deutsche'))
        .concat(['concept Deutsche Bahn'])
        .sort(),
    );
  });

  it('knows countries, their adjectives and their acronyms', async () => {
    assert.deepEqual(
      await keptIn('Two North Koreans and a French cook met American and DPRK officials in South Africa.'),
      [
        'place France: French~',
        'place North Korea: DPRK, North Korean~',
        'place South Africa',
        'place United States: American~',
      ],
    );
  });

  it('counts a bare surname for its person', async () => {
    const [first] = await namesOf(
      'Then Jack Lang spoke. Lang left, and Lang’s aide too. Some say Lang knew.',
    );
    assert.deepEqual([first?.label, first?.count], ['Jack Lang', 4]);
  });

  it('takes no words that only begin sentences, no months and no days', async () => {
    assert.deepEqual(
      await keptIn(
        'Relations are good. Economic ties grew. Along with others, they met on Monday in March. Albeit slow, it was. On December 18 nothing happened.',
      ),
      [],
    );
  });

  it('takes no name that stands inside of a longer one only', async () => {
    const labels = (
      await namesOf('She wrote for the New York Times and saw *The Keeper’s Diary* in Paris.')
    ).map(({ label }) => label);
    for (const hidden of ['York', 'New York', 'Times', 'Keeper', 'Diary']) {
      assert.ok(!labels.includes(hidden), hidden);
    }
  });

  it('takes linked articles of a wiki, with the text of the link as an alias', async () => {
    const { names } = await imported({
      text: "'''Rock''' is near [[North Rock Light|the Light]] and [[Northshire]], where [[gull]]s breed, and [[Soft Machine (band)|Soft Machine]] played.",
      format: 'wikitext',
    });
    const kept = names.filter((name) => name.isKept).map(({ label }) => label);
    for (const label of ['Rock', 'Northshire', 'Soft Machine']) {
      assert.ok(kept.includes(label), `${label}: ${kept.join()}`);
    }
    assert.ok(!kept.includes('gulls'));
  });

  it('splits at “and” between two names, and not inside of one', async () => {
    const kept = await keptIn(
      'There Estonia and France met Mary Stone and John Ford. Then the French Office for Trade and Cultural Affairs, the French Trade and Cultural Action Office and the film series Rock and Sea were named.',
    );
    assert.ok(kept.includes('organisation French Trade and Cultural Action Office'), kept.join('\n'));
    assert.ok(kept.includes('work Rock and Sea'), kept.join('\n'));
    assert.ok(
      kept.includes('person Mary Stone: Stone*') && kept.includes('person John Ford: Ford*'),
      kept.join('\n'),
    );
    assert.ok(kept.includes('place Estonia'), kept.join('\n'));
  });

  it('takes no word that only begins a sentence before a name, and keeps names that begin so', async () => {
    assert.deepEqual(
      await keptIn(
        'Unlike North Korea, it signed. Whilst Jack Lang spoke, others left. Sometimes Grey Lancers came, and the Grey Lancers left. ' +
          'Even Estonia agreed. Alongside Cuba it voted. International Rescue Committee staff left. Human Rights Watch said so.',
      ),
      [
        'concept Grey Lancers',
        'organisation Human Rights Watch',
        'organisation International Rescue Committee',
        'person Jack Lang: Lang*',
        'place Cuba',
        'place Estonia',
        'place North Korea',
      ],
    );
  });

  it('knows one person by middle names, honours, initials and noble names', async () => {
    assert.deepEqual(
      await keptIn(
        'Then Mary Anne Stone OBE spoke; Mary Stone was old. They met Otto von Waldau, and Waldau left. A letter of H. W. Arnell came. King Gustaf V read it.',
      ),
      [
        'concept H. W. Arnell',
        'person Gustaf V',
        'person Mary Anne Stone: Mary Stone, Stone*',
        'person Otto von Waldau: von Waldau*, Waldau*',
      ],
    );
  });

  it('takes no units, codes and currencies beside numbers', async () => {
    assert.deepEqual(
      await keptIn('It made 450 MW and 6 MW, cost SEK 5 million and SEK 6 million in Q3 2015, or US$9.'),
      [],
    );
  });

  it('gives the subject its names in other languages', async () => {
    const [subject] = (
      await imported({
        text: '# Lake Orla\n\n**Lake Orla** (Polish: *Jezioro Orła*, German: Orla-See) is a lake. It is deep.',
        format: 'markdown',
      })
    ).names.filter(({ label }) => label === 'Lake Orla');
    assert.deepEqual(subject?.aliases, [
      { text: 'Jezioro Orła', language: 'pl' },
      { text: 'Orla-See', language: 'de' },
    ]);
  });

  it('proposes the title as the subject, also where it stands nowhere', async () => {
    const [name] = (await namesOf('Nothing is said.', 'Rock–Shore relations')).filter(
      ({ label }) => label === 'Rock–Shore relations',
    );
    assert.deepEqual([name?.kind, name?.isKept, name?.count], ['concept', true, 0]);
  });
});

describe('choosing names', () => {
  it('keeps those that were asked for, by label, alias or id, and makes the others', async () => {
    const names = await namesOf('We met Mary Stone of the Northern Lights Board (NLB).');
    assert.deepEqual(
      chooseNames(names, ['mary stone', 'NLB', 'Somebody Else', 'Mary Stone']).map(
        ({ id, label }) => `${id} ${label}`,
      ),
      ['mary-stone Mary Stone', 'northern-lights-board Northern Lights Board', 'somebody-else Somebody Else'],
    );
    assert.deepEqual(chooseNames(names, 'none'), []);
    assert.ok(chooseNames(names, 'proposed').every((name) => name.isKept));
  });

  it('merges a name into another, with its aliases and its count', async () => {
    const names = await namesOf('We met Mary Stone of the Northern Lights Board (NLB). They saw Mary Stone.');
    const merged = mergeNames(names, 'northern-lights-board', 'mary-stone');
    const name = merged.find(({ id }) => id === 'mary-stone');
    assert.deepEqual(
      name?.aliases.map(({ text }) => text),
      ['Stone', 'Northern Lights Board', 'NLB'],
    );
    assert.equal(name.count, 4);
    assert.ok(!merged.some(({ id }) => id === 'northern-lights-board'));
    assert.deepEqual(mergeNames(names, 'nobody', 'mary-stone'), names);
  });
});

const SHARED = '../shared/article.txt';

(existsSync(SHARED) ? describe : describe.skip)(
  'importing the article beside the checkout with the defaults',
  () => {
    it('gives a dossier whose facts are about its names', async () => {
      const { dossier, problems } = roundTrip(
        await imported({ text: readFileSync(SHARED, 'utf8'), fileName: 'article.txt' }),
      );
      assert.deepEqual(problems, []);
      assert.deepEqual(
        dossier.topics.map((topic) => topic.sections.map(({ id }) => id)),
        [['lead', 'history', 'economic-and-cultural-relations']],
      );
      const labels = dossier.names.map(({ label }) => label);
      for (const label of [
        'North Korea',
        'France',
        'Pyongyang',
        'Estonia',
        'Cuba',
        'Russia',
        'United States',
        'Jack Lang',
        'François Mitterrand',
        'Nicolas Sarkozy',
        'James Steinberg',
        'Sung Kim',
        'European Union',
        'French Cooperation and Cultural Action Office',
        'Nation and Destiny',
        "The Schoolgirl's Diary",
        'France–North Korea relations',
      ]) {
        assert.ok(labels.includes(label), label);
      }
      assert.ok(labels.length <= 20, labels.join());
      const facts = dossier.topics.flatMap((topic) => topic.sections).flatMap((section) => section.facts);
      assert.ok(facts.filter((fact) => fact.names.length > 0).length >= 20);
      const mission = facts.find((fact) => fact.text.includes('listening mission'));
      assert.ok(mission?.names.some((key) => key.endsWith('/jack-lang')));
    });
  },
);
