import { readSetting } from '../settings';
import type { DossierEntry } from './dossierEntry';

const ORIGINS = ['workspace', 'user', 'bundled'];

/** The dossiers that could be read and are switched on, in the user's order, else the nearest to the user first. */
export function inUsersOrder(entries: Iterable<DossierEntry>): readonly DossierEntry[] {
  const order = readSetting('order');
  const disabled = readSetting('disabled');
  const rank = ({ dossier }: DossierEntry): number => order.indexOf(dossier!.id) + 1 || order.length + 1;
  const origin = ({ folder }: DossierEntry): number => ORIGINS.indexOf(folder.origin);
  return [...entries]
    .filter(({ dossier }) => dossier && !disabled.includes(dossier.id))
    .sort((a, b) => rank(a) - rank(b) || origin(a) - origin(b));
}
