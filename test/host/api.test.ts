import { deepEqual, equal, match, ok } from './support/assert';
import { dossierApi, positionOf, untitled } from './support/dossier';

describe('The API', () => {
  it('has version 1', async () => equal((await dossierApi()).version, 1));

  it('gives the topics of the bundled dossier with their sections', async () => {
    const topics = await (await dossierApi()).topics();
    ok(topics.length >= 4, `${topics.length} topics`);
    ok(topics.every((topic) => topic.dossier === 'france-north-korea' && topic.title && topic.summary));
    ok(topics.some((topic) => /history/iu.test(topic.title)));
    ok(topics.every((topic) => topic.sections.length > 0));
  });

  it('gives the names with aliases and labels', async () => {
    const names = await (await dossierApi()).names();
    const korea = names.find((name) => name.label === 'North Korea');
    ok(korea, 'North Korea');
    equal(korea.kind, 'place');
    ok(korea.aliases.includes('DPRK'));
    equal(korea.labels.ko, '북한');
  });

  it('gives the facts about a name by id and by key, with dates in EDTF and the source', async () => {
    const api = await dossierApi();
    const lang = (await api.names()).find((name) => name.label === 'Jack Lang')!;
    const facts = await api.facts(lang.id);
    ok(facts.some((fact) => fact.dates.includes('2009-11-09')));
    ok(facts.every((fact) => fact.names.includes(lang.id) && fact.topic && fact.section));
    equal(facts[0]?.source?.license, 'CC-BY-SA-4.0');
    deepEqual(await api.facts(`${lang.dossier}/${lang.id}`), facts);
    deepEqual(await api.facts('nobody'), []);
  });

  it('gives mentions with UTF-16 offsets, names and reasons', async () => {
    const text =
      '😀 Jack Lang went to Pyongyang. Francois Mitterrand’s tour. See https://x.org/France and `France`.';
    const document = await untitled(text);
    const mentions = await (await dossierApi()).mentions(document);
    deepEqual(
      mentions.map((mention) => [mention.text, mention.names[0]?.label]),
      [
        ['Jack Lang', 'Jack Lang'],
        ['Pyongyang', 'Pyongyang'],
        ['Francois Mitterrand', 'François Mitterrand'],
      ],
    );
    for (const mention of mentions) equal(text.slice(mention.start, mention.end), mention.text);
    equal(mentions[0]?.start, 3);
    match(mentions[2]?.why, /François Mitterrand/u);
  });

  it('gives the Markdown of the card at a position, and nothing where no name stands', async () => {
    const api = await dossierApi();
    const document = await untitled('A word, and Jack Lang.');
    const card = await api.card(document, positionOf(document, 'Jack'));
    match(card, /\*\*Jack Lang\*\*/u);
    match(card, /Pyongyang/u);
    equal(await api.card(document, positionOf(document, 'word')), undefined);
  });

  it('searches', async () => {
    const api = await dossierApi();
    const [best] = await api.search('jack lang');
    deepEqual([best?.kind, best?.label], ['name', 'Jack Lang']);
    equal((await api.search('france', { limit: 2 })).length, 2);
    deepEqual(await api.search('xyzzyqwv'), []);
  });
});
