import { lineBreakOf } from '../authoring/insertion';
import { licenseUrl } from '../licenses';
import type { LanguageTag, Source } from '../model';
import type { CitationForm } from './citationForms';
import { writeRich, writerFor } from './formWriters';
import { tellsOf } from './sameSource';
import type { TextEdit } from './planInsertion';

/** Whether a licence, by its SPDX identifier, asks that its source be named with it: Creative Commons BY in all its kinds. */
export function asksForAttribution(license: string | undefined): boolean {
  return license !== undefined && /^CC-BY(?:-|$)/u.test(license);
}

/** The line in the languages of the user interface; documents in other languages get the English one. */
const LINES: Readonly<Record<string, (source: string, license: string) => string>> = {
  en: (source, license) => `Contains facts from ${source}, licensed under ${license}.`,
  fr: (source, license) => `Contient des faits tirés de ${source}, sous licence ${license}.`,
  ko: (source, license) => `이 글에는 ${source}에서 가져온 사실이 있으며, 그 라이선스는 ${license}입니다.`,
};

/** The line that names a source and its licence, in the markup of a document. */
export function attributionLine(
  source: Source,
  language: LanguageTag | undefined,
  form: CitationForm,
  documentText: string,
): string {
  const license = source.license ?? '';
  const licensePage = licenseUrl(license);
  const name = license.replace(/^CC-(.*)-(\d\.\d)$/u, 'CC $1 $2');
  const line = (LINES[language ?? 'en'] ?? LINES['en']!)(
    language === 'fr'
      ? `« ${source.title} »${inParentheses(source.url)}`
      : `“${source.title}”${inParentheses(source.url)}`,
    `${name}${inParentheses(licensePage)}`,
  );
  return writeRich({ text: line, marks: [] }, writerFor(form, documentText));
}

const inParentheses = (url: string | undefined): string => (url === undefined ? '' : ` (${url})`);

/** Whether a document already names a source with its licence. */
export function hasAttribution(text: string, source: Source): boolean {
  const page = licenseUrl(source.license ?? '');
  return page !== undefined && text.includes(page.replace(/\/$/u, '')) && tellsOf(text, source);
}

/** The edit that adds a paragraph at the end of a document; of a whole LaTeX document, before `\end{document}`. */
export function addParagraph(text: string, paragraph: string, form: CitationForm): TextEdit {
  const lineBreak = lineBreakOf(text);
  const isLatex = form === 'latexFootnote' || form === 'latexCite';
  const end = isLatex ? text.lastIndexOf('\\end{document}') : -1;
  if (end >= 0) return { start: end, end, text: `${paragraph}${lineBreak}${lineBreak}` };
  const written = text.trimEnd();
  if (written === '') return { start: text.length, end: text.length, text: `${paragraph}${lineBreak}` };
  const breaks = text.slice(written.length).match(/\r\n|\n|\r/gu)?.length ?? 0;
  const lead = lineBreak.repeat(Math.max(0, 2 - breaks));
  return { start: text.length, end: text.length, text: `${lead}${paragraph}${lineBreak}` };
}
