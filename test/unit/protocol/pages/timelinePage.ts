import fc from 'fast-check';
import type { DatePlace } from '../../../../src/core/timeline/placeDate';
import type {
  TimelineDate,
  TimelineFact,
  TimelineKind,
  TimelinePage,
} from '../../../../src/protocol/pages/timelinePage';
import { base, breadcrumb, fact, few, label, names, object, sources } from '../arbitraries';

const day = fc.integer({ min: -5_000_000, max: 5_000_000 });

export const place: fc.Arbitrary<DatePlace> = object<DatePlace, 'to' | 'surelyFrom' | 'surelyTo'>(
  {
    shape: fc.constantFrom('day', 'within', 'span'),
    from: day,
    to: day,
    surelyFrom: day,
    surelyTo: day,
    precision: fc.constantFrom('day', 'month', 'season', 'year', 'decade', 'century', 'longer'),
    isApproximate: fc.boolean(),
    isUncertain: fc.boolean(),
  },
  ['to', 'surelyFrom', 'surelyTo'],
);

/** Well-formed timelines of a kind. */
export function timelinePage<K extends TimelineKind>(kind: K): fc.Arbitrary<TimelinePage<K>> {
  const made = object<TimelinePage>({
    kind: fc.constant(kind),
    ...base,
    breadcrumb,
    facts: few(
      object<TimelineFact>({
        fact,
        language: fc.constantFrom('en', 'ar', 'ko'),
        names: few(fc.nat(9)),
        section: fc.nat(9),
      }),
    ),
    dates: few(
      object<TimelineDate, 'place'>({ fact: fc.nat(9), edtf: label, text: label, place }, ['place']),
    ),
    names,
    sections: few(label),
    sources,
    isCut: fc.boolean(),
  });
  // `object` knows the properties by the widest kind.
  return made as fc.Arbitrary<TimelinePage<K>>;
}
