import { FormFlag, type FormTable } from './forms';

/**
 * Numbers for the forms that share a span, so that a mention is three integers. Most spans have one form: its number
 * plus one. Other sets have negative numbers. 0 is no set.
 */
export class FormSets {
  private readonly lists: (readonly number[])[] = [];
  private readonly known = new Map<number | string, number>();
  /** For a form, the set of two asked for last that begins with it: spans of two forms are the usual ones with several. */
  private readonly lastPair: Int32Array;

  constructor(private readonly table: FormTable) {
    this.lastPair = new Int32Array(table.count);
  }

  /** The number of the set of the first `count` of some forms; `count` is at least one. */
  numberOfFirst(forms: readonly number[], count: number): number {
    if (count === 1) return forms[0]! + 1;
    if (count > 2) return this.numberOf(forms.slice(0, count));
    const last = this.lastPair[forms[0]!]!;
    if (last !== 0 && this.lists[-last - 1]![1] === forms[1]) return last;
    return (this.lastPair[forms[0]!] = this.numberOf(forms.slice(0, 2)));
  }

  numberOf(forms: readonly number[]): number {
    if (forms.length === 1) return forms[0]! + 1;
    // Two forms, the usual case, make a number that no other two make.
    const key = forms.length === 2 ? forms[0]! * 0x20000000 + forms[1]! : forms.join();
    let number = this.known.get(key);
    if (number === undefined) {
      this.lists.push([...forms]);
      number = -this.lists.length;
      this.known.set(key, number);
    }
    return number;
  }

  /** The numbers of the forms in a set. */
  formsOf(set: number): readonly number[] {
    return set > 0 ? [set - 1] : this.lists[-set - 1]!;
  }

  /** The number of the one name that all forms of the set are forms of; -1 where they are of several. */
  onlyNameOf(set: number): number {
    const { nameOf } = this.table;
    if (set > 0) return nameOf[set - 1]!;
    const forms = this.lists[-set - 1]!;
    const name = nameOf[forms[0]!]!;
    return forms.every((form) => nameOf[form] === name) ? name : -1;
  }

  /** Whether all forms of the set are bare family names. */
  needsFullName(set: number): boolean {
    return set > 0 ? this.isSurname(set - 1) : this.lists[-set - 1]!.every((form) => this.isSurname(form));
  }

  /** Whether the set holds a bare family name, so that what it stands for depends on the document. */
  hasSurname(set: number): boolean {
    return set > 0 ? this.isSurname(set - 1) : this.lists[-set - 1]!.some((form) => this.isSurname(form));
  }

  private isSurname(form: number): boolean {
    return (this.table.flags[form]! & FormFlag.surname) !== 0;
  }
}
