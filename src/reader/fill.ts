/** Puts values into a template in the user's language: `{0} of {1}`. */
export function fill(template: string, ...values: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/gu, (place, at) => String(values[Number(at)] ?? place));
}
