import fc from 'fast-check';
import type { DossierPage, TopicLine } from '../../../../src/protocol/pages/dossierPage';
import { base, few, label, link, name, object, sources } from '../arbitraries';

export const dossierPage: fc.Arbitrary<DossierPage> = object<DossierPage, 'old'>(
  {
    kind: fc.constant('dossier' as const),
    ...base,
    description: label,
    notes: few(label),
    old: label,
    topics: few(
      object<TopicLine, 'span' | 'old'>({ link, count: label, span: label, old: label }, ['span', 'old']),
    ),
    names: few(object<DossierPage['names'][number]>({ name, count: label })),
    sources,
  },
  ['old'],
);
