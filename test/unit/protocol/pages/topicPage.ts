import fc from 'fast-check';
import type { TopicPage } from '../../../../src/protocol/pages/topicPage';
import { base, body, breadcrumb, few, label, link, object } from '../arbitraries';

export const topicPage: fc.Arbitrary<TopicPage> = object<TopicPage, 'summary' | 'previous' | 'next'>(
  {
    kind: fc.constant('topic' as const),
    ...base,
    summary: label,
    breadcrumb,
    body,
    sections: few(
      fc
        .tuple(link, fc.integer({ min: 1, max: 9 }), fc.nat(9))
        .map(([to, depth, chunk]) => ({ ...to, depth, chunk })),
    ),
    hasDates: fc.boolean(),
    hasFigures: fc.boolean(),
    previous: link,
    next: link,
    language: fc.constantFrom('en', 'ar', 'ko'),
  },
  ['summary', 'previous', 'next'],
);
