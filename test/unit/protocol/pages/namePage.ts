import fc from 'fast-check';
import { NAME_KINDS } from '../../../../src/core/model';
import type { NameLabel, NamePage, SharingName } from '../../../../src/protocol/pages/namePage';
import { base, body, breadcrumb, few, label, link, name, object, sources } from '../arbitraries';

export const namePage: fc.Arbitrary<NamePage> = object<NamePage>({
  kind: fc.constant('name' as const),
  ...base,
  nameKind: fc.constantFrom(...NAME_KINDS),
  kindLabel: label,
  description: label,
  labels: few(object<NameLabel>({ text: label, language: fc.constantFrom('fr', 'ko'), languageName: label })),
  aliases: few(label),
  breadcrumb,
  factCount: label,
  body,
  sharing: few(object<SharingName, 'more'>({ name, count: label, facts: few(link), more: label }, ['more'])),
  sources,
});
