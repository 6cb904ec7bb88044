import fc from 'fast-check';
import type { SectionPage } from '../../../../src/protocol/pages/sectionPage';
import { base, breadcrumb, few, key, label, link, names, object, outer, sources } from '../arbitraries';

export const sectionPage: fc.Arbitrary<SectionPage> = object<SectionPage, 'summary' | 'previous' | 'next'>(
  {
    kind: fc.constant('section' as const),
    ...base,
    topicTitle: label,
    summary: label,
    breadcrumb,
    parts: fc.array(
      object<SectionPage['parts'][number]>({
        key,
        title: label,
        level: fc.integer({ min: 1, max: 9 }),
        blocks: few(outer),
      }),
      { minLength: 1, maxLength: 2 },
    ),
    names,
    sources,
    sections: few(fc.tuple(link, fc.integer({ min: 1, max: 9 })).map(([to, depth]) => ({ ...to, depth }))),
    previous: link,
    next: link,
    language: fc.constantFrom('en', 'ar', 'ko'),
  },
  ['summary', 'previous', 'next'],
);
