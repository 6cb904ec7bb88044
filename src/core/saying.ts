/**
 * A sentence to users, with what is put into it: plain data, so that it can leave a worker and be said in any language.
 * The host translates the text by the bundles in `l10n/`; {@link inEnglish} is for the log and for programs.
 */
export interface Saying {
  /** English, with `{0}`, `{1}`, … for the values. */
  readonly text: string;
  readonly values: readonly (string | number)[];
}

/** Makes a saying from a template literal; a test finds the bundles' keys by this tag. */
export function say(parts: TemplateStringsArray, ...values: readonly (string | number)[]): Saying {
  return { text: parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`), values };
}

export function inEnglish({ text, values }: Saying): string {
  return text.replace(/\{(\d+)\}/gu, (match, index: string) => String(values[Number(index)] ?? match));
}
