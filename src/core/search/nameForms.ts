import { fnv1a } from '../format/ids';
import type { Name } from '../model';
import { splitPersonName } from '../names/forms';
import { singular } from './plural';

/** All that a name is called: labels and aliases in all languages, and a person's family name alone. */
export function formsOf(name: Name): readonly string[] {
  const labels = [name.label, ...Object.values(name.labels)];
  const forms = new Set([...labels, ...name.aliases.map(({ text }) => text)]);
  if (name.kind === 'person') {
    for (const label of labels) {
      const surname = splitPersonName(label)?.surname;
      if (surname !== undefined) forms.add(surname);
    }
  }
  return [...forms];
}

/** Two hashes of a form, by which a name is looked up: one alone is shared by some forms of a million. */
export interface FormHash {
  readonly hash: number;
  readonly check: number;
}

/** The hashes of the words of a form; plurals are those of their singulars. */
export function hashForm(words: readonly string[]): FormHash {
  return hashSingulars(words.map(singular).join(' '));
}

/** The hashes of a form whose words are singular already, with spaces between them. */
export function hashSingulars(text: string): FormHash {
  return { hash: fnv1a(text, 0x811c9dc5), check: fnv1a(text, 0x2f0b4a27) };
}
