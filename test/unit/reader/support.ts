import { Library } from '../../../src/core/library';
import type { Block, Dossier, Fact, Section, Topic } from '../../../src/core/model';
import type { PageWords } from '../../../src/features/reader/pages/pageWords';
import { fact, name } from '../support/smallLibrary';

export const words: PageWords = {
  language: 'en',
  today: '2026-11-27',
  facts: (count) => `${count} facts`,
  sharedFacts: (count) => `${count} shared`,
  contents: (facts, names, topics) => `${facts} facts, ${names} names, ${topics} topics`,
  span: (from, to) => `${from} to ${to}`,
  datesOfFacts: (span) => `dates: ${span}`,
  oldFigures: (old, all, years) => `${old} of ${all} older than ${years} years`,
  newestFigure: (date, years) => `${date} is older than ${years} years`,
  dossierAnnouncement: (title) => `Overview of ${title}`,
  kind: (kind) => `<${kind}>`,
  retrieved: (date) => `read on ${date}`,
  announcement: (title, around) => `${title} in ${around}`,
  more: (count) => `${count} more`,
  otherwise: (dossierTitle) => `otherwise in ${dossierTitle}`,
  goneTitle: 'Gone',
  goneText: (key) => `No ${key}`,
  nothingLoaded: 'Nothing is loaded',
  figures: 'Figures',
  figuresTitle: (topic) => `Figures: ${topic}`,
  figuresOpened: (topic, charts) => `${topic}, ${charts}`,
  qualified: (qualifier, figure) => `${qualifier} ${figure}`,
  timeline: 'Timeline',
  timelineTitle: (subject) => `Timeline: ${subject}`,
  timelineOpened: (subject, dates) => `${subject}, ${dates}`,
};

const position = { file: 't.md', line: 0, column: 0 };

/** A section with facts, written as `id: text`, and sections in it. */
export function section(
  key: string,
  facts: readonly Fact[] = [],
  sections: readonly Section[] = [],
  more: Partial<Section> = {},
): Section {
  const [dossier = '', topic = '', id = ''] = key.split('/');
  const own = facts.map((each) => ({ ...each, dossier, topic: `${dossier}/${topic}`, section: key }));
  const blocks: readonly Block[] = own.length === 0 ? [] : [{ kind: 'paragraph', facts: own }];
  return {
    key,
    id,
    dossier,
    topic: `${dossier}/${topic}`,
    title: id.toUpperCase(),
    depth: 1,
    blocks,
    facts: own,
    sections: sections.map((inner) => ({ ...inner, depth: 2, parent: key })),
    position,
    ...more,
  };
}

export function topic(key: string, sections: readonly Section[], more: Partial<Topic> = {}): Topic {
  const [dossier = '', id = ''] = key.split('/');
  const file = `topics/${id}.md`;
  return {
    key,
    id,
    dossier,
    file,
    title: `Topic ${id}`,
    summary: `About ${id}`,
    language: 'en',
    sections,
    ...more,
  };
}

/**
 * Dossier `d`: topic `one` with sections `a` (in it `a1`, `a2`) and `b`, an empty topic, and topic `two`, in Arabic,
 * with section `c`.
 */
export function readerLibrary(): Library {
  const jack = fact('f1', 'On 9 November 2009 Jack Lang went.', ['jack'], [{ edtf: '2009-11-09' }]);
  const dossier: Dossier = {
    id: 'd',
    title: 'A dossier',
    description: '',
    language: 'en',
    sources: [
      {
        id: 'src',
        title: 'A source',
        url: 'https://example.org/a',
        license: 'CC-BY-SA-4.0',
        retrieved: '2026-11-23',
      },
    ],
    topics: [
      topic('d/one', [
        section(
          'd/one/a',
          [],
          [
            section('d/one/a1', [
              { ...jack, nameSpans: [{ start: 19, end: 28, names: ['d/jack', 'd/nobody'] }] },
              fact('f2', 'Late that year he came back.', [], [{ edtf: '2009-10/2009-12' }]),
            ]),
            section('d/one/a2', [{ ...fact('f3', 'A third.'), source: 'unknown' }]),
          ],
        ),
        section('d/one/b', [fact('f4', 'A fourth.')]),
      ]),
      topic('d/empty', []),
      topic('d/two', [section('d/two/c', [fact('f5', 'A fifth.')])], { language: 'ar' }),
    ],
    names: [name('jack', 'Jack Lang'), name('unused', 'Unused Name')],
  };
  return new Library([dossier]);
}
