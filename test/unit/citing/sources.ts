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
  'a page whose title ends as a sentence, never dated': of({
    title: 'Who trades with the North?',
    url: 'http://example.org/who_',
    license: 'CC-BY-4.0',
  }),
  'a page read from right to left': of({ title: 'علاقات فرنسا', url: 'https://example.org/ar/١' }, 'ar'),
  'a page whose date is no day': of({
    title: '1. Notes from the archive',
    url: 'https://example.org/notes/#top',
    retrieved: '2024~',
  }),
  'a work with a DOI': of({ title: 'Sanctions and trade', url: 'https://doi.org/10.1000/xyz_(1)' }),
  'a work without an address': of({ title: 'The Pyongyang Papers' }),
  'a work without an address that was read on a day': of({
    title: 'Letters, vol. 2: 1953–1960',
    license: 'CC0-1.0',
    retrieved: '2026-01-31',
  }),
  'a fact without a source': citedSource(dossier),
};

/** A style that makes short citations, for tests that are not about styles. */
export const WIKIPEDIA = SOURCES['an article of Wikipedia']!;
