import { citedSource, type CitedSource } from '../../../src/core/citing/cslItem';
import type { Source } from '../../../src/core/model';

const dossier = { id: 'd', title: 'A dossier of its own', language: 'en', license: 'MIT' };

const of = (source: Omit<Source, 'id'>, language = 'en'): CitedSource =>
  citedSource({ ...dossier, language }, { id: 's', ...source });

/** Kinds of sources that dossiers name, with what is hard about each. */
export const SOURCES: Readonly<Record<string, CitedSource>> = {
  'an article of Wikipedia': of({
    title: 'France–North Korea relations',
    url: 'https://en.wikipedia.org/wiki/France%E2%80%93North_Korea_relations',
    license: 'CC-BY-SA-4.0',
    retrieved: '2026-11-02',
  }),
  'a page with signs in its title': of({
    title: 'Trade & aid: 50 % of $5 {net} [draft] #3_b ~ <i> *x* `y` | "z" @home ^2',
    url: 'https://example.org/a_(b)?q=1&r=[2]#part_3',
    retrieved: '2024',
  }),
  'a page in French': of(
    { title: 'Rapport d’étape sur la Corée', url: 'https://exemple.fr/rapport', retrieved: '2024-05' },
    'fr',
  ),
  'a page in Korean': of({ title: '북한과 프랑스의 관계', url: 'https://example.kr/글/1' }, 'ko'),
  'a work with a DOI': of({ title: 'Sanctions and trade', url: 'https://doi.org/10.1000/xyz_(1)' }),
  'a work without an address': of({ title: 'The Pyongyang Papers' }),
  'a fact without a source': citedSource(dossier),
};

/** A style that makes short citations, for tests that are not about styles. */
export const WIKIPEDIA = SOURCES['an article of Wikipedia']!;
