import type { Fact, LanguageTag } from '../../../core/model';
import { formatEdtf } from '../../../core/values/edtfText';
import type { PageDate } from '../../../protocol/pageParts';

/**
 * The dates of a fact, each once, where the text says them. A date that an author gave beside the text is looked for
 * as people write it, so that the reader need not say again what the sentence says already.
 */
export function datesInText(
  fact: Fact,
  textLanguage: LanguageTag,
  userLanguage: LanguageTag,
): readonly PageDate[] {
  const taken: { readonly start: number; readonly end: number }[] = [];
  const placed: PageDate[] = [];
  const loose: PageDate[] = [];
  const write = (edtf: string): string => formatEdtf(edtf, userLanguage);

  for (const { edtf, start, end } of fact.dates) {
    if (start === undefined || end === undefined) continue;
    taken.push({ start, end });
    placed.push({ edtf, text: write(edtf), start, end });
  }
  for (const { edtf, start } of fact.dates) {
    if (start !== undefined || [...placed, ...loose].some((date) => date.edtf === edtf)) continue;
    const place = find(fact.text, formatEdtf(edtf, textLanguage), taken);
    if (place) {
      taken.push(place);
      placed.push({ edtf, text: write(edtf), ...place });
    } else {
      loose.push({ edtf, text: write(edtf) });
    }
  }
  return [...placed.sort((a, b) => (a.start ?? 0) - (b.start ?? 0)), ...loose];
}

/** Finds a written date as whole words, outside of what is taken. */
function find(
  text: string,
  written: string,
  taken: readonly { readonly start: number; readonly end: number }[],
): { readonly start: number; readonly end: number } | undefined {
  if (written === '') return undefined;
  for (let start = text.indexOf(written); start >= 0; start = text.indexOf(written, start + 1)) {
    const end = start + written.length;
    const isWhole = !/[\p{L}\p{N}]$/u.test(text.slice(0, start)) && !/^\p{N}/u.test(text.slice(end));
    if (isWhole && !taken.some((each) => each.start < end && start < each.end)) return { start, end };
  }
  return undefined;
}
