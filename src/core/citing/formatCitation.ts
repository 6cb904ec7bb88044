import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CitationRequest, FormattedCitation } from './citationRequest';
import { inEnglish, say, type Saying } from '../saying';

/** A style that cannot be used; `why` is a sentence that says what it lacks. */
export class StyleError extends Error {
  override readonly name = 'StyleError';
  constructor(readonly why: Saying) {
    super(inEnglish(why));
  }
}

/**
 * Formats a source by a CSL style. Notes follow the style where it is one for notes; a style that refers to a list (author
 * and date) says too little in a note without one, so that the note then holds what the list would.
 * @throws {StyleError} where the style is none
 */
export function formatCitation({ item, style, locale, localeXml }: CitationRequest): FormattedCitation {
  const { styles, locales } = plugins.config.get('@csl');
  if (localeXml !== undefined && !locales.has(locale)) locales.add(locale, localeXml);
  if ('xml' in style) checkStyle(style.xml);
  const xml = withoutOrder('xml' in style ? style.xml : styles.get(style.id));
  // Known by its text, so that a file that changed is read anew.
  if (!styles.has(xml)) styles.add(xml, xml);
  const cite = new Cite([item], { generateGraph: false });
  const options = { template: xml, lang: locale, format: 'html' };
  const format = (what: 'citation' | 'bibliography'): string => {
    let written: string;
    try {
      written = cite.format(what, options);
    } catch (error) {
      // Citeproc also throws strings.
      throw new StyleError(
        say`The citation processor says: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
    // What citeproc writes instead of nothing, as for a style whose macros are missing.
    if (written.includes('[CSL STYLE ERROR')) throw new StyleError(say`It writes nothing for this source.`);
    return written;
  };
  if (!/<bibliography\b/u.test(xml)) {
    const note = format('citation');
    return { note, entry: note };
  }
  const entry = format('bibliography');
  const isForNotes = /<style\b[^>]*\bclass=["']note["']/u.test(xml);
  return { note: isForNotes ? format('citation') : entry, entry };
}

/**
 * A style without the order of what it lists: of one source there is none, and reading what APA's goes by takes citeproc
 * longer than all the rest (1.9 of 2.1 s), since it follows each macro wherever it is named.
 */
function withoutOrder(xml: string): string {
  return xml.replace(/<!--[^]*?-->/gu, '').replace(/<sort\b[^>]*(?<!\/)>[^]*?<\/sort>/gu, '');
}

function checkStyle(xml: string): void {
  if (!/<style\b[^>]*\bxmlns=["']http:\/\/purl\.org\/net\/xbiblio\/csl["']/u.test(xml)) {
    throw new StyleError(say`It has no <style> element of the Citation Style Language.`);
  }
  // Citeproc reads what is there of a file that was cut short, and may cite with half a style.
  if (!/<\/style>\s*$/u.test(xml.replace(/<!--[^]*?-->/gu, ''))) {
    throw new StyleError(say`It breaks off before its end.`);
  }
  if (!/<citation\b/u.test(xml)) {
    const parent = /<link\b[^>]*href=["']([^"']+)["'][^>]*rel=["']independent-parent["']/u.exec(xml)?.[1];
    throw new StyleError(
      parent === undefined
        ? say`It has no <citation> element.`
        : say`It only refers to another style, ${parent}, whose file is needed instead.`,
    );
  }
}
