import { Cite, plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import type { CitationRequest, FormattedCitation } from './citationRequest';
import { say } from '../saying';
import { checkStyle, StyleError } from './checkStyle';

/**
 * Formats a source by a CSL style. Notes follow the style where it is one for notes; a style that refers to a list (author
 * and date) says too little in a note without one, so that the note then holds what the list would.
 * @throws {StyleError} where the style is none
 */
export function formatCitation({ item, style, locale, localeXml }: CitationRequest): FormattedCitation {
  const { styles, locales } = plugins.config.get('@csl');
  if (localeXml !== undefined && !locales.has(locale)) locales.add(locale, localeXml);
  if ('xml' in style) checkStyle(style.xml);
  const xml = forOneSource('xml' in style ? style.xml : styles.get(style.id));
  // Known by its text, so that a file that changed is read anew.
  if (!styles.has(xml)) styles.add(xml, xml);
  const cite = new Cite([item], { generateGraph: false });
  const options = { template: xml, lang: locale, format: 'html' };
  const format = (what: 'citation' | 'bibliography'): string => {
    let written: string;
    try {
      written = cite.format(what, options);
    } catch (error) {
      throw processorError(error, xml);
    }
    // What citeproc writes instead of nothing.
    if (/\[CSL STYLE ERROR|\[NO_PRINTED_FORM\]/u.test(written)) {
      throw new StyleError(say`It writes nothing for this source.`);
    }
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
 * A style for a source that stands alone: without the order of what it lists, since reading what APA's goes by takes citeproc
 * longer than all the rest (1.9 of 2.1 s), as it follows each macro wherever it is named; and without the number in
 * a list, which would be 1 for every source: a field that no source has stands in its place, so that what is around it goes too.
 */
function forOneSource(xml: string): string {
  return xml
    .replace(/<!--[^]*?-->/gu, (comment) => comment.replace(/[^\n]+/gu, ''))
    .replace(/<sort\b[^>]*(?<!\/)>[^]*?<\/sort>/gu, (order) => order.replace(/[^\n]+/gu, ''))
    .replace(/\bvariable=(["'])citation-number\1/gu, 'variable="annote"');
}

/** What citeproc throws, which can be a string, with the line where it can be told. */
function processorError(error: unknown, xml: string): StyleError {
  const message = error instanceof Error ? error.message : String(error);
  const unknown = /Undefined node name "([\w-]+)"/u.exec(message)?.[1];
  if (unknown === undefined) return new StyleError(say`The citation processor says: ${message}`);
  const at = xml.search(new RegExp(`<${unknown}(?![\\w-])`, 'u'));
  return new StyleError(
    say`CSL has no element “${unknown}”.`,
    at < 0 ? undefined : (xml.slice(0, at).match(/\n/gu)?.length ?? 0),
  );
}
