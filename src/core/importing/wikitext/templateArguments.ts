/** The arguments of a template: those with a name, and the others by their number. */
export class TemplateArguments {
  readonly positional: string[] = [];
  private readonly named = new Map<string, string>();

  constructor(args: readonly string[]) {
    for (const arg of args) {
      // `=` inside of a tag or a link names no argument.
      const match = /^([^=<>[\]{}]{0,60})=([^]*)$/.exec(arg);
      if (!match) {
        this.positional.push(arg.trim());
      } else {
        const name = match[1]!.trim().toLowerCase();
        if (/^\d{1,2}$/.test(name)) this.positional[Number(name) - 1] = match[2]!.trim();
        else this.named.set(name, match[2]!.trim());
      }
    }
    for (let at = 0; at < this.positional.length; at++) this.positional[at] ??= '';
  }

  /** The first of some arguments that is not empty: by number from 1, or by name. */
  get(...keys: readonly (number | string)[]): string {
    for (const key of keys) {
      const value = typeof key === 'number' ? this.positional[key - 1] : this.named.get(key);
      if (value !== undefined && value !== '') return value;
    }
    return '';
  }

  /** The arguments without names that are not empty. */
  get texts(): string[] {
    return this.positional.filter((text) => text !== '');
  }

  get last(): string {
    return this.texts.at(-1) ?? '';
  }

  get entries(): readonly (readonly [string, string])[] {
    return [...this.named];
  }
}
