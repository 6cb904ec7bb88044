import type { Key, Name } from '../model';
import { fold } from '../text/fold';

/** A form of a name that a beginning can be completed to. */
export interface CompletableForm {
  readonly text: string;
  readonly name: Key;
  /** The form's language; absent where the dossier gives none. */
  readonly language?: string;
  readonly isLabel: boolean;
}

/** Forms sorted by their folded texts, each made when it is asked for. */
export interface SortedForms {
  readonly count: number;
  textAt(place: number): string;
  formAt(place: number): CompletableForm;
}

/** The forms of names that can be completed to, sorted by their folded texts. */
export function completableForms(
  names: Iterable<Name>,
): { readonly folded: string; readonly form: CompletableForm }[] {
  const forms: { folded: string; form: CompletableForm }[] = [];
  for (const name of names) {
    const seen = new Set<string>();
    const add = (text: string, isLabel: boolean, language?: string): void => {
      if (seen.has(text)) return;
      seen.add(text);
      const form = { text, name: name.key, isLabel, ...(language !== undefined && { language }) };
      forms.push({ folded: fold(text), form });
    };
    add(name.label, true);
    for (const [language, label] of Object.entries(name.labels)) add(label, true, language);
    for (const alias of name.aliases) if (!alias.requiresFullName) add(alias.text, false, alias.language);
  }
  return forms.sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0));
}

/**
 * Finds the forms that begin with something, folded: a sorted list and a binary search, since a list of 100,000
 * forms is sorted once and each look-up takes 17 comparisons.
 */
export class FormPrefixes {
  private readonly forms: SortedForms;

  constructor(names: Iterable<Name> | { readonly sorted: SortedForms }) {
    this.forms = 'sorted' in names ? names.sorted : sortedForms(names);
  }

  /** Finds among forms that were sorted before. */
  static sorted(sorted: SortedForms): FormPrefixes {
    return new FormPrefixes({ sorted });
  }

  /** The forms that begin with `beginning`, at most `limit` of them, in the order of their folded text. */
  find(beginning: string, limit: number): readonly CompletableForm[] {
    const { forms } = this;
    const folded = fold(beginning);
    let low = 0;
    let high = forms.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (fold(forms.textAt(middle)) < folded) low = middle + 1;
      else high = middle;
    }
    const found: CompletableForm[] = [];
    for (let at = low; at < forms.count && found.length < limit; at++) {
      if (!fold(forms.textAt(at)).startsWith(folded)) break;
      found.push(forms.formAt(at));
    }
    return found;
  }
}

function sortedForms(names: Iterable<Name>): SortedForms {
  const forms = completableForms(names).map(({ form }) => form);
  return {
    count: forms.length,
    textAt: (place) => forms[place]!.text,
    formAt: (place) => forms[place]!,
  };
}
