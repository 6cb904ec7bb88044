import { fold } from '../../text/fold';
import { isId, slug, UniqueIds } from '../../format/ids';
import { oneLine } from '../cleanText';
import type { ProposedName } from './proposedName';

/** Which names an import keeps: those proposed by default, none, or those with these labels, aliases or ids. */
export type NameChoice = 'proposed' | 'none' | readonly string[];

/** The names that a choice keeps. A label that nothing proposed has becomes a name of its own. */
export function chooseNames(proposed: readonly ProposedName[], choice: NameChoice): ProposedName[] {
  if (choice === 'proposed') return proposed.filter((name) => name.isKept);
  if (choice === 'none') return [];
  const chosen: ProposedName[] = [];
  const taken = new Set<string>(proposed.map(({ id }) => id));
  const ids = new UniqueIds(taken);
  for (const text of choice.map(oneLine)) {
    const wanted = fold(text);
    const found =
      proposed.find((name) => name.id === text || fold(name.label) === wanted) ??
      proposed.find((name) => name.aliases.some((alias) => fold(alias.text) === wanted));
    if (found) {
      if (!chosen.includes(found)) chosen.push(found);
    } else if (text !== '') {
      const own = slug(text);
      const id = ids.make(isId(own) ? own : 'name');
      taken.add(id);
      chosen.push({ id, label: text, kind: 'concept', aliases: [], count: 0, isKept: true, example: '' });
    }
  }
  return chosen;
}

/** Names in which one has become an alias of another, with all of its own aliases. */
export function mergeNames(names: readonly ProposedName[], id: string, into: string): ProposedName[] {
  const merged = names.find((name) => name.id === id);
  if (!merged || id === into || !names.some((name) => name.id === into)) return [...names];
  return names
    .filter((name) => name.id !== id)
    .map((name) => {
      if (name.id !== into) return name;
      const aliases = [...name.aliases];
      for (const alias of [{ text: merged.label }, ...merged.aliases]) {
        if (alias.text !== name.label && !aliases.some(({ text }) => text === alias.text)) {
          aliases.push(alias);
        }
      }
      return { ...name, aliases, count: name.count + merged.count, isKept: true };
    });
}
