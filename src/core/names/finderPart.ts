import type { Key, Name } from '../model';
import { areBelow, areOffsets, Part, writePart, type PartKind } from '../pack/container';
import { decodeText, encodeJson, Texts, TextsWriter } from '../pack/texts';
import { compileIndex } from './compileIndex';
import { FormFlag, FormList, type Form, type FormTable } from './forms';
import { completableForms, FormPrefixes, type CompletableForm } from './formPrefixes';
import { NameIndex } from './nameIndex';

/** The sections of a finder's part. Texts are numbered; a text that several forms share stands there once. */
const Section = {
  /** {@link Head} as JSON. */
  head: 0,
  /** What `compileIndex` wrote. */
  index: 1,
  texts: 2,
  textOffsets: 3,
  keys: 4,
  keyOffsets: 5,
  /** Of each form: its flags, its name, the texts as it is compiled and spelled, its language's number or 0. */
  flags: 6,
  nameOf: 7,
  textOf: 8,
  spelledOf: 9,
  languageOf: 10,
  /** Of each name: the text of its label, and whether a bare family name is a form of it. */
  labelOf: 11,
  withSurname: 12,
  /** Of each completable form, sorted by its folded text: its text, its name with the top bit for a label, its language. */
  prefixText: 13,
  prefixName: 14,
  prefixLanguage: 15,
} as const;

const FINDER_PART: PartKind = { signature: 0x46000001, sections: 16 };
const IS_LABEL = 0x80000000;

interface Head {
  /** Number 0 stands for none. */
  readonly languages: readonly string[];
}

/** A finder's part, opened. */
export interface LoadedFinder {
  readonly table: FormTable;
  readonly index: NameIndex;
  readonly prefixes: FormPrefixes;
}

/** Numbers texts as they come, equal ones alike. */
class Numbers {
  readonly list: string[] = [];
  private readonly known = new Map<string, number>();

  of(text: string): number {
    let number = this.known.get(text);
    if (number === undefined) {
      number = this.list.push(text) - 1;
      this.known.set(text, number);
    }
    return number;
  }
}

/**
 * Compiles names to one buffer that `NameFinder.load` opens in a few milliseconds, however many they are: their forms,
 * the name index, and the order for completion, where that is wanted.
 */
export function compileFinder(names: readonly Name[], forCompletion = true): ArrayBuffer {
  const { forms, flags, nameOf, ...table } = withList(new FormList(names));
  const texts = new Numbers();
  const languages = new Numbers();
  languages.of('');
  const textOf = Uint32Array.from(forms, ({ text }) => texts.of(text));
  const spelledOf = Uint32Array.from(forms, ({ spelled }) => texts.of(spelled));
  const languageOf = Uint16Array.from(forms, ({ language = '' }) => languages.of(language));
  const labelOf = Uint32Array.from(names, ({ label }) => texts.of(label));
  const numberOf = new Map(names.map(({ key }, number) => [key, number]));
  const prefixes = forCompletion ? completableForms(names).map(({ form }) => form) : [];
  const prefixText = Uint32Array.from(prefixes, ({ text }) => texts.of(text));
  const prefixName = Uint32Array.from(
    prefixes,
    ({ name, isLabel }) => numberOf.get(name)! + (isLabel ? IS_LABEL : 0),
  );
  const prefixLanguage = Uint16Array.from(prefixes, ({ language = '' }) => languages.of(language));
  const pool = new TextsWriter(names.length * 20 + 64);
  for (const text of texts.list) pool.add(text);
  const keys = new TextsWriter(names.length * 24 + 64);
  for (const { key } of names) keys.add(key);
  const head: Head = { languages: languages.list };
  return writePart(FINDER_PART, [
    encodeJson(head),
    new Uint8Array(compileIndex(forms.map(({ text }) => text))),
    pool.bytes,
    pool.offsets,
    keys.bytes,
    keys.offsets,
    flags,
    nameOf,
    textOf,
    spelledOf,
    languageOf,
    labelOf,
    Uint8Array.from(names, (_, name) => (table.hasSurname(name) ? 1 : 0)),
    prefixText,
    prefixName,
    prefixLanguage,
  ]);
}

function withList(list: FormList): Pick<FormList, 'forms' | 'flags' | 'nameOf' | 'hasSurname'> {
  const { forms, flags, nameOf } = list;
  return { forms, flags, nameOf, hasSurname: (name) => list.hasSurname(name) };
}

/** The forms in a finder's part. A form is decoded when it is asked for first: a document meets few of them. */
class PackedForms implements FormTable {
  readonly count: number;
  readonly flags: Uint16Array;
  readonly nameOf: Uint32Array;
  private readonly textOf: Uint32Array;
  private readonly spelledOf: Uint32Array;
  private readonly languageOf: Uint16Array;
  private readonly labels: Uint32Array;
  private readonly withSurname: Uint8Array;
  private readonly keys: Texts;
  private readonly known = new Map<number, Form>();
  private readonly knownKeys = new Map<number, Key>();

  constructor(
    part: Part,
    private readonly texts: Texts,
    private readonly languages: readonly string[],
  ) {
    this.flags = part.units(Section.flags);
    this.count = this.flags.length;
    this.nameOf = part.words(Section.nameOf);
    this.textOf = part.words(Section.textOf);
    this.spelledOf = part.words(Section.spelledOf);
    this.languageOf = part.units(Section.languageOf);
    this.labels = part.words(Section.labelOf);
    this.withSurname = part.bytes(Section.withSurname);
    this.keys = new Texts(part.bytes(Section.keys), part.words(Section.keyOffsets));
  }

  form(number: number): Form {
    let form = this.known.get(number);
    if (!form) {
      const language = this.languages[this.languageOf[number]!]!;
      form = {
        text: this.texts.at(this.textOf[number]!),
        spelled: this.texts.at(this.spelledOf[number]!),
        // The anchor is the array's alone; see `FormList`.
        flags: this.flags[number]! & ~FormFlag.anchor,
        name: this.nameOf[number]!,
        ...(language === '' ? {} : { language }),
      };
      this.known.set(number, form);
    }
    return form;
  }

  hasSurname(name: number): boolean {
    return this.withSurname[name] === 1;
  }

  keyOf(name: number): Key {
    let key = this.knownKeys.get(name);
    if (key === undefined) {
      key = this.keys.at(name);
      this.knownKeys.set(name, key);
    }
    return key;
  }

  labelOf(name: number): string {
    return this.texts.at(this.labels[name]!);
  }
}

/** Opens what `compileFinder` made; `undefined` where the buffer is of another version, cut short or changed. */
export function openFinderPart(buffer: ArrayBuffer, isWhole = false): LoadedFinder | undefined {
  const part = Part.open(buffer, FINDER_PART, isWhole);
  const index = part && NameIndex.load(part.bytes(Section.index));
  if (!index || !(isWhole || isSound(part, index))) return undefined;
  let languages: readonly string[];
  try {
    ({ languages } = JSON.parse(decodeText(part.bytes(Section.head))) as Head);
  } catch {
    return undefined;
  }
  const texts = new Texts(part.bytes(Section.texts), part.words(Section.textOffsets));
  const table = new PackedForms(part, texts, languages);
  const prefixText = part.words(Section.prefixText);
  const prefixName = part.words(Section.prefixName);
  const prefixLanguage = part.units(Section.prefixLanguage);
  const prefixes = FormPrefixes.sorted({
    count: prefixText.length,
    textAt: (at) => texts.at(prefixText[at]!),
    formAt: (at): CompletableForm => {
      const name = prefixName[at]!;
      const language = languages[prefixLanguage[at]!]!;
      return {
        text: texts.at(prefixText[at]!),
        name: table.keyOf((name & ~IS_LABEL) >>> 0),
        isLabel: (name & IS_LABEL) !== 0,
        ...(language !== '' && { language }),
      };
    },
  });
  return { table, index, prefixes };
}

/** Whether all numbers of a part lead to places that are there. */
function isSound(part: Part, index: NameIndex): boolean {
  const texts = part.words(Section.textOffsets).length - 1;
  const names = part.words(Section.keyOffsets).length - 1;
  const forms = part.units(Section.flags).length;
  const prefixes = part.words(Section.prefixText).length;
  return (
    texts >= 0 &&
    names >= 0 &&
    index.forms === forms &&
    areOffsets(part.words(Section.textOffsets), texts, part.bytes(Section.texts).length) &&
    areOffsets(part.words(Section.keyOffsets), names, part.bytes(Section.keys).length) &&
    [Section.nameOf, Section.textOf, Section.spelledOf].every((each) => part.words(each).length === forms) &&
    part.units(Section.languageOf).length === forms &&
    part.words(Section.labelOf).length === names &&
    part.bytes(Section.withSurname).length === names &&
    part.words(Section.prefixName).length === prefixes &&
    part.units(Section.prefixLanguage).length === prefixes &&
    areBelow(part.words(Section.nameOf), names) &&
    [Section.textOf, Section.spelledOf, Section.labelOf, Section.prefixText].every((each) =>
      areBelow(part.words(each), texts),
    )
  );
}
