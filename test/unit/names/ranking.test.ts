import assert from 'node:assert/strict';
import { NameFinder } from '../../../src/core/names/nameFinder';
import { makeName } from './names';

const described = (description: string, ...rest: Parameters<typeof makeName>) => ({
  ...makeName(...rest),
  description,
});

const finder = new NameFinder([
  described('State in the South Caucasus, with its capital in Tbilisi.', 'georgia', 'Georgia', 'place'),
  described('State of the United States, with its capital in Atlanta.', 'ga', 'Georgia (state)', 'place', [
    'Georgia',
  ]),
  described('Capital of the United States.', 'dc', 'Washington, D.C.', 'place', ['Washington']),
  described('First president of the United States.', 'george', 'George Washington', 'person'),
]);

/** The ids of the names meant by each mention of `form`. */
function meant(text: string, form: string): readonly string[] {
  return finder
    .find(text)
    .filter((mention) => mention.text === form)
    .map((mention) => mention.names[0]!.slice(2));
}

describe('Names that share a form', () => {
  it('are ranked by words of their descriptions close by', () => {
    const text =
      'The train from Tbilisi crosses Georgia. The waiter, from Atlanta, grew up in Georgia, he said.';
    assert.deepEqual(meant(text, 'Georgia'), ['georgia', 'ga']);
  });

  it('are ranked by a title or a preposition of place before them', () => {
    const text =
      'George Washington slept here. General Washington dated it. A train to Washington left, in Washington it snowed.';
    assert.deepEqual(meant(text, 'Washington'), ['george', 'dc', 'dc']);
  });

  it('are ranked, of persons with one family name, by whose full name stood last in the passage', () => {
    const brothers = new NameFinder([
      described('Painter.', 'ada', 'Ada Reef', 'person'),
      described('Painter.', 'bea', 'Bea Reef', 'person'),
    ]);
    const first = (text: string) => brothers.find(text).map((mention) => mention.names[0]!.slice(2));
    assert.deepEqual(first('Ada Reef came, then Bea Reef. Reef sat down.'), ['ada', 'bea', 'bea']);
    assert.deepEqual(first('Bea Reef came, then Ada Reef. Reef sat down.'), ['bea', 'ada', 'ada']);
  });

  it('are none of them where another given name makes it another person', () => {
    assert.deepEqual(
      meant('George Washington slept. Denzel Washington, asked to read, did.', 'Washington'),
      [],
    );
  });
});
