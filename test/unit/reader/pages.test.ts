import assert from 'node:assert/strict';
import { Library } from '../../../src/core/library';
import { formatEdtf } from '../../../src/core/values/edtfText';
import { buildPage } from '../../../src/features/reader/pages/buildPage';
import type { PageAddress } from '../../../src/protocol/address';
import { readHostMessage, READER_STRINGS } from '../../../src/protocol/hostMessages';
import type { GonePage } from '../../../src/protocol/pages/gonePage';
import type { SectionPage } from '../../../src/protocol/pages/sectionPage';
import { readerLibrary, words } from './support';

const library = readerLibrary();

function sectionPage({ section, fact }: { section: string; fact?: string }): SectionPage {
  const address: PageAddress = { kind: 'section', key: section, ...(fact !== undefined && { fact }) };
  const { page } = buildPage(library, address, words);
  assert.equal(page.kind, 'section');
  return page;
}

function gonePage(section: string, of: Library = library): GonePage {
  const { page } = buildPage(of, { kind: 'section', key: section }, words);
  assert.equal(page.kind, 'gone');
  return page;
}

describe('The page of a section', () => {
  it('says where it is, from the dossier down', () => {
    assert.deepEqual(sectionPage({ section: 'd/one/a2' }).breadcrumb, [
      { title: 'A dossier', to: { kind: 'section', key: 'd/one/a' } },
      { title: 'Topic one', to: { kind: 'section', key: 'd/one/a' } },
      { title: 'A', to: { kind: 'section', key: 'd/one/a' } },
      { title: 'A2' },
    ]);
  });

  it('holds the sections inside it, under headings of their level', () => {
    const { parts } = sectionPage({ section: 'd/one/a' });
    assert.deepEqual(
      parts.map(({ key, title, level }) => [key, title, level]),
      [
        ['d/one/a', 'A', 1],
        ['d/one/a1', 'A1', 2],
        ['d/one/a2', 'A2', 2],
      ],
    );
  });

  it('lists all sections of its topic with their depth', () => {
    assert.deepEqual(
      sectionPage({ section: 'd/one/b' }).sections.map(({ key, depth }) => `${depth} ${key}`),
      ['1 d/one/a', '2 d/one/a1', '2 d/one/a2', '1 d/one/b'],
    );
  });

  it('goes on to what is not on it yet, into the next topic that has sections, and back', () => {
    const ways = ['d/one/a', 'd/one/a1', 'd/one/a2', 'd/one/b', 'd/two/c'].map((section) => {
      const { previous, next } = sectionPage({ section });
      return `${previous?.key ?? '-'} < ${section} > ${next?.key ?? '-'}`;
    });
    assert.deepEqual(ways, [
      '- < d/one/a > d/one/b',
      'd/one/a < d/one/a1 > d/one/a2',
      'd/one/a1 < d/one/a2 > d/one/b',
      'd/one/a < d/one/b > d/two/c',
      'd/one/b < d/two/c > -',
    ]);
    assert.equal(sectionPage({ section: 'd/one/b' }).next?.detail, 'Topic two');
    assert.equal(sectionPage({ section: 'd/one/a' }).next?.detail, undefined);
  });

  it('says what the topic is about under the topic’s own title, and under no section’s', () => {
    assert.equal(sectionPage({ section: 'd/one/a' }).summary, undefined);
    assert.equal(sectionPage({ section: 'd/one/b' }).summary, undefined);
    const [dossier] = library.dossiers;
    const topics = dossier!.topics.map((topic) => ({ ...topic, title: 'C' }));
    const address: PageAddress = { kind: 'section', key: 'd/two/c' };
    const { page } = buildPage(new Library([{ ...dossier!, topics }]), address, words);
    assert.equal(page.kind === 'section' && page.summary, 'About two');
  });

  it('describes each name of its text once and passes over names that the library does not hold', () => {
    const page = sectionPage({ section: 'd/one/a1' });
    assert.deepEqual(page.names, [
      {
        key: 'd/jack',
        label: 'Jack Lang',
        kind: 'person',
        kindLabel: '<person>',
        description: 'What Jack Lang is',
      },
    ]);
    const [block] = page.parts[0]!.blocks;
    assert.ok(block?.kind === 'paragraph');
    assert.deepEqual(block.facts[0]?.nameSpans, [{ start: 19, end: 28, names: [0] }]);
  });

  it('finds a date in the sentence that says it, and puts any other beside the sentence', () => {
    const [block] = sectionPage({ section: 'd/one/a1' }).parts[0]!.blocks;
    assert.ok(block?.kind === 'paragraph');
    assert.deepEqual(
      block.facts.map((fact) => fact.dates),
      [
        [{ edtf: '2009-11-09', text: '9 November 2009', start: 3, end: 18 }],
        // How a range is written differs between versions of ICU.
        [{ edtf: '2009-10/2009-12', text: formatEdtf('2009-10/2009-12', 'en') }],
      ],
    );
  });

  it('names each source of its facts once, with its licence and when it was read', () => {
    assert.deepEqual(sectionPage({ section: 'd/one/a1' }).sources, [
      {
        title: 'A source',
        url: 'https://example.org/a',
        license: 'CC-BY-SA-4.0',
        licenseUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
        retrieved: 'read on 23 November 2026',
      },
    ]);
    assert.deepEqual(sectionPage({ section: 'd/one/a2' }).sources, []);
  });

  it('follows the language of its topic', () => {
    assert.equal(sectionPage({ section: 'd/one/a' }).direction, 'ltr');
    const arabic = sectionPage({ section: 'd/two/c' });
    assert.deepEqual([arabic.language, arabic.direction], ['ar', 'rtl']);
  });

  it('is found through its fact when the section was renamed', () => {
    assert.equal(sectionPage({ section: 'd/one/old', fact: 'd/f4' }).key, 'd/one/b');
  });

  it('passes the guard of the protocol, whatever the section', () => {
    const strings = Object.fromEntries(READER_STRINGS.map((key) => [key, key]));
    for (const section of [...library.sections()].map(({ key }) => key).concat('d/one/gone', '-')) {
      const address: PageAddress = { kind: 'section', key: section };
      const { page } = buildPage(library, address, words);
      const message = { type: 'show', page, address, reason: 'open', strings };
      assert.deepEqual(readHostMessage(structuredClone(message)), { ok: true, value: message });
    }
  });
});

describe('The page for a section that is gone', () => {
  it('offers the sections of its topic, most similar first, and the way back to the dossier', () => {
    const page = gonePage('d/one/a2-renamed');
    assert.equal(page.text, 'No d/one/a2-renamed');
    assert.deepEqual(
      page.alternatives.map(({ key }) => key),
      ['d/one/a2', 'd/one/a', 'd/one/a1', 'd/one/b'],
    );
    assert.deepEqual(page.dossier, { kind: 'section', key: 'd/one/a', title: 'A dossier' });
  });

  it('offers the beginnings of topics when nothing is similar', () => {
    const page = gonePage('elsewhere/x/y');
    assert.deepEqual(
      page.alternatives.map(({ key, title }) => `${key} ${title}`),
      ['d/one/a Topic one', 'd/two/c Topic two'],
    );
    assert.equal(page.dossier, undefined);
  });

  it('says so when nothing is loaded', () => {
    const page = gonePage('d/one/a', new Library([]));
    assert.deepEqual([page.text, page.alternatives], ['Nothing is loaded', []]);
  });
});
