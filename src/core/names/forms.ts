import type { Key, LanguageTag, Name, NameKind } from '../model';

/** How a form of a name was made, and what it asks of a text. One bit each. */
export const FormFlag = {
  label: 1,
  /** Only in exactly this case. */
  exactCase: 2,
  /** Only after the full name. */
  surname: 4,
  /** A plural made from a demonym or a family name. */
  plural: 8,
  /** The people or adjective of a place. */
  demonym: 16,
  /** An acronym; the form may be written with or without points. */
  acronym: 32,
  /** *Lang, Jack*, made from a person's full name. */
  indexed: 64,
  /** Names the whole: a label or an alias that stands alone. */
  full: 128,
  /** Has a capital, so that case says something. */
  cased: 256,
  /** Of a work: a title of several words. */
  work: 512,
  person: 1024,
  place: 2048,
  organisation: 4096,
  /** Of a concept, which is a common noun as often as not. */
  concept: 8192,
  /** Names the whole, and short forms of that name count behind it. Only in `FormTable.flags`. */
  anchor: 16384,
} as const;

/** What makes a form more than words to be found wherever they stand. */
export const ASKS =
  FormFlag.exactCase |
  FormFlag.surname |
  FormFlag.plural |
  FormFlag.demonym |
  FormFlag.acronym |
  FormFlag.indexed |
  FormFlag.cased;

const OF_KIND: Readonly<Record<NameKind, number>> = {
  person: FormFlag.person,
  place: FormFlag.place,
  organisation: FormFlag.organisation,
  event: 0,
  work: FormFlag.work,
  concept: FormFlag.concept,
};

/** One surface form of one name. */
export interface Form {
  /** As the index compiles it. */
  readonly text: string;
  /** As the dossier spells it. */
  readonly spelled: string;
  readonly language?: LanguageTag;
  readonly flags: number;
  /** Place of the name in the list the table was made from. */
  readonly name: number;
}

const ACRONYM = /^\p{Lu}[\p{Lu}\d&-]*\p{Lu}\d*$/u;
const POINTED = /^(?:\p{Lu}\.\s?)+\p{Lu}\.?$/u;
/** Scripts in which a family name is written last, or at least with spaces. */
const LATIN_NAME = /^[\p{Script=Latin}\p{M}.'’\s-]+$/u;
/** Small words that begin a family name: *de Gaulle*, *von der Leyen*, *Le Pen*. */
const PARTICLE =
  /^(?:de|du|des|della|di|da|dos|del|von|van|der|den|zu|zum|ter|le|la|al|el|bin|ben|ibn|st\.?)$/i;
const SUFFIX = /^(?:jr|sr|ii|iii|iv|junior|senior)\.?$/i;

/**
 * Every form of every name: labels, labels in other languages, aliases, and what is made from them. Names are numbered
 * in the order of the list that the table was made from.
 */
export interface FormTable {
  readonly count: number;
  /** The flags and the name of each form: the rules ask for them at every hit, and an array stays in the caches. */
  readonly flags: Uint16Array;
  readonly nameOf: Uint32Array;
  form(number: number): Form;
  /** Whether a bare family name is a form of the name. */
  hasSurname(name: number): boolean;
  keyOf(name: number): Key;
  labelOf(name: number): string;
}

/** The forms of names that are at hand as objects. */
export class FormList implements FormTable {
  readonly forms: Form[] = [];
  readonly flags: Uint16Array;
  readonly nameOf: Uint32Array;
  /** Names of which a bare family name is a form. */
  private readonly withSurname: Uint8Array;

  constructor(readonly names: readonly Name[]) {
    this.withSurname = new Uint8Array(names.length);
    for (let name = 0; name < names.length; name++) this.addName(names[name]!, name);
    this.flags = Uint16Array.from(this.forms, ({ flags, name }) =>
      (flags & FormFlag.full) !== 0 && this.hasSurname(name) ? flags | FormFlag.anchor : flags,
    );
    this.nameOf = Uint32Array.from(this.forms, (form) => form.name);
  }

  get count(): number {
    return this.forms.length;
  }

  form(number: number): Form {
    return this.forms[number]!;
  }

  hasSurname(name: number): boolean {
    return this.withSurname[name] === 1;
  }

  keyOf(name: number): Key {
    return this.names[name]!.key;
  }

  labelOf(name: number): string {
    return this.names[name]!.label;
  }

  private addName(name: Name, at: number): void {
    const known = new Set<string>();
    const add = (text: string, spelled: string, flags: number, language?: LanguageTag) => {
      const key = `${text}\n${flags & FormFlag.exactCase}\n${flags & FormFlag.surname}`;
      if (text === '' || known.has(key)) return;
      known.add(key);
      const more = (/\p{Lu}/u.test(text) ? FormFlag.cased : 0) | OF_KIND[name.kind];
      if ((flags & FormFlag.surname) !== 0) this.withSurname[at] = 1;
      this.forms.push({
        text,
        spelled,
        flags: flags | more,
        name: at,
        ...(language === undefined ? {} : { language }),
      });
    };
    // *The Sarkozys*; in German the genitive.
    const addFamily = (surname: string, flags: number, language?: LanguageTag) => {
      if (!LATIN_NAME.test(surname)) return;
      const plural = /(?:[sxz]|ch|sh)$/i.test(surname) ? `${surname}es` : `${surname}s`;
      add(plural, surname, flags | FormFlag.plural, language);
    };
    const addSpelling = (spelled: string, flags: number, language?: LanguageTag) => {
      if (ACRONYM.test(spelled) || POINTED.test(spelled)) {
        const letters = spelled.replace(/[.\s]/g, '');
        const exact = flags | FormFlag.exactCase | FormFlag.acronym;
        add(letters, spelled, exact, language);
        if (/^\p{Lu}{2,6}$/u.test(letters)) add(letters.split('').join('.'), spelled, exact, language);
        return;
      }
      add(spelled, spelled, flags, language);
      if (name.kind === 'person' && (flags & FormFlag.surname) !== 0) addFamily(spelled, flags, language);
      if ((flags & FormFlag.demonym) !== 0) {
        for (const plural of pluralsOf(spelled, language)) {
          add(plural, spelled, flags | FormFlag.plural, language);
        }
      }
    };
    addSpelling(name.label, FormFlag.label | FormFlag.full);
    for (const [language, label] of Object.entries(name.labels)) {
      addSpelling(label, FormFlag.label | FormFlag.full, language);
    }
    let hasSurname = false;
    for (const alias of name.aliases) {
      if (alias.requiresFullName) hasSurname = true;
      const flags =
        (alias.exactCase ? FormFlag.exactCase : 0) |
        (alias.demonym ? FormFlag.demonym : 0) |
        (alias.requiresFullName ? FormFlag.surname : FormFlag.full);
      addSpelling(alias.text, flags, alias.language);
    }
    if (name.kind !== 'person') return;
    for (const label of new Set([name.label, ...Object.values(name.labels)])) {
      const parts = splitPersonName(label);
      if (!parts) continue;
      add(`${parts.surname}, ${parts.given}`, label, FormFlag.indexed | FormFlag.full);
      if (hasSurname) continue;
      add(parts.surname, parts.surname, FormFlag.surname);
      addFamily(parts.surname, FormFlag.surname);
    }
  }
}

/** The labels and aliases of a name that stand alone, as the dossier spells them. */
export function fullSpellings(table: FormTable, name: number): readonly string[] {
  const { nameOf, flags } = table;
  // The forms of a name follow each other, and names come in their order.
  let low = 0;
  let high = nameOf.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (nameOf[middle]! < name) low = middle + 1;
    else high = middle;
  }
  const spellings: string[] = [];
  for (; nameOf[low] === name; low++) {
    if ((flags[low]! & (FormFlag.full | FormFlag.indexed)) === FormFlag.full) {
      spellings.push(table.form(low).spelled);
    }
  }
  return spellings;
}

/** The given names and the family name of a person, where the label shows which is which. */
export function splitPersonName(
  label: string,
): { readonly given: string; readonly surname: string } | undefined {
  if (!LATIN_NAME.test(label)) return undefined;
  const words = label.trim().split(/\s+/);
  while (words.length > 2 && SUFFIX.test(words.at(-1)!)) words.pop();
  // *Gustaf V* has no surname.
  if (words.length < 2 || /^[IVXL]{1,5}$/.test(words.at(-1)!)) return undefined;
  // Korean and Chinese order: *Kim Jong-il*, *Ban Ki-moon*.
  if (words.length === 2 && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(words[1]!)) {
    return { given: words[1]!, surname: words[0]! };
  }
  let first = words.length - 1;
  while (first > 1 && PARTICLE.test(words[first - 1]!)) first--;
  return { given: words.slice(0, first).join(' '), surname: words.slice(first).join(' ') };
}

/** The plurals, and in French the feminine forms, of a word for the people of a place. Empty where it has none. */
export function pluralsOf(demonym: string, language?: LanguageTag): readonly string[] {
  if (!/\p{Script=Latin}$/u.test(demonym)) return [];
  if (language?.startsWith('fr')) return frenchForms(demonym);
  if (/(?:man|woman)$/.test(demonym)) return [demonym.replace(/man$/, 'men')];
  if (/(?:ese|sh|ch|ss|men)$/i.test(demonym)) return [];
  if (/[^aeiou]y$/i.test(demonym)) return [demonym.replace(/y$/i, 'ies')];
  return [/s$/i.test(demonym) ? `${demonym}es` : `${demonym}s`];
}

function frenchForms(demonym: string): readonly string[] {
  const masculine = /[sx]$/.test(demonym) ? [] : [`${demonym}s`];
  if (demonym.endsWith('e')) return masculine;
  const feminine = /(?:en|on)$/.test(demonym) ? `${demonym}ne` : `${demonym}e`;
  return [...masculine, feminine, `${feminine}s`];
}
