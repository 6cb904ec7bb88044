import fc from 'fast-check';
import type { GonePage } from '../../../../src/protocol/pages/gonePage';
import { base, few, label, link, object } from '../arbitraries';

export const gonePage: fc.Arbitrary<GonePage> = object<GonePage, 'dossier'>(
  { kind: fc.constant('gone' as const), ...base, text: label, alternatives: few(link), dossier: link },
  ['dossier'],
);
