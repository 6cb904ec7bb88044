import type { LanguageTag, RichText } from '../model';
import { directionOf } from '../text/direction';
import { ListFoot, type ListedFact, type ListedHeading, type ListWords, type ListWriter } from './factList';
import { printable } from './printable';

/** The look of the page, on the screen and on paper. The file stands alone, so its style is in it. */
const STYLE = `
:root { color-scheme: light dark; --quiet: color-mix(in srgb, currentColor 70%, transparent); }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.55 system-ui, sans-serif; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; break-after: avoid; }
h1 { margin-top: 0; }
ul, ol { padding-inline-start: 1.4rem; }
li { margin: .45em 0; break-inside: avoid; }
html[dir=ltr] li[dir=rtl], html[dir=rtl] li[dir=ltr] { margin-inline-start: 1.4rem; }
small, .summary, footer { color: var(--quiet); }
small { display: block; font-size: .85em; }
blockquote { margin: .4em 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--quiet);
  white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: inherit; overflow-wrap: anywhere; }
@media print {
  :root { color-scheme: light; }
  body { margin: 0; max-width: none; font-size: 10.5pt; }
  #sources a[href]::after, #dossiers a[href]::after { content: " (" attr(href) ")"; }
}
`;

/**
 * Writes a list as one HTML file that can be read and printed anywhere: it loads nothing and runs nothing, and all text
 * is escaped.
 */
export const writeHtml: ListWriter = function* (head, entries, words) {
  const foot = new ListFoot();
  yield [
    '<!doctype html>',
    `<html${languageOf(head.language)}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    `<title>${escape(head.title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<main>',
    `<h1>${escape(head.title)}</h1>\n`,
  ].join('\n');
  if (head.summary) yield `<p class="summary">${escape(head.summary)}</p>\n`;
  let isInList = false;
  for (const entry of entries) {
    if (entry.kind === 'heading') {
      if (isInList) yield '</ul>\n';
      isInList = false;
      yield heading(entry, head.language, words);
      continue;
    }
    foot.add(entry);
    if (!isInList) yield '<ul>\n';
    isInList = true;
    yield fact(entry, foot, head.language, words);
  }
  if (isInList) yield '</ul>\n';
  yield `</main>\n<footer${languageOf(words.language, head.language)}>\n`;
  if (foot.sources.length > 0) {
    yield `<section id="sources">\n<h2>${escape(words.sources)}</h2>\n<ol>\n`;
    for (const [at, { title, url, license, licenseUrl, retrieved }] of foot.sources.entries()) {
      const parts = [
        `<cite>${link(title, url)}</cite>`,
        ...(license === undefined ? [] : [link(license, licenseUrl)]),
        ...(retrieved ? [escape(words.retrieved(retrieved.text))] : []),
      ];
      yield `<li id="source-${at + 1}">${parts.join(', ')}</li>\n`;
    }
    yield '</ol>\n</section>\n';
  }
  if (foot.dossiers.length > 0) {
    yield `<section id="dossiers">\n<h2>${escape(words.dossiers)}</h2>\n<ul>\n`;
    for (const { title, license, licenseUrl } of foot.dossiers) {
      yield `<li>${apart(title)}${license === undefined ? '' : `, ${link(license, licenseUrl)}`}</li>\n`;
    }
    yield '</ul>\n</section>\n';
  }
  yield `<p>${escape(words.exported(head.exported.text))}</p>\n</footer>\n</body>\n</html>\n`;
};

function heading(entry: ListedHeading, around: LanguageTag, words: ListWords): string {
  const element = `h${Math.min(6, entry.depth + 1)}`;
  const gone = entry.isGone === true ? ` <small>${escape(words.gone)}</small>` : '';
  const language = languageOf(entry.language, around);
  const summary = entry.summary ? `<p class="summary"${language}>${escape(entry.summary)}</p>\n` : '';
  return `<${element}${language}>${escape(entry.text)}${gone}</${element}>\n${summary}${noteOf(entry.note, words)}`;
}

function fact(entry: ListedFact, foot: ListFoot, around: LanguageTag, words: ListWords): string {
  const { source, dossier } = entry;
  const dates = entry.dates.map(({ edtf, text }) =>
    // HTML's `time` takes a year, a month or a day; what EDTF says beyond that is no valid `datetime`.
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/u.test(edtf)
      ? `<time datetime="${edtf}">${escape(text)}</time>`
      : escape(text),
  );
  const license = source?.license ?? dossier?.license;
  const details = [
    ...(dates.length > 0 ? [dates.join(', ')] : []),
    ...(source ? [`<a href="#source-${foot.numberOf(source)}">${apart(source.title)}</a>`] : []),
    ...(license === undefined ? [] : [apart(license)]),
    ...(entry.isGone === true ? [escape(words.gone)] : []),
  ];
  const foots = details.length > 0 ? `\n<small>${details.join(' · ')}</small>` : '';
  return `<li${languageOf(entry.language, around)}>${richText(entry.text)}${foots}${noteOf(entry.note, words)}</li>\n`;
}

function noteOf(note: string | undefined, words: ListWords): string {
  if (note === undefined) return '';
  return `\n<blockquote dir="auto" aria-label="${escape(words.note)}">${escape(note.trim())}</blockquote>\n`;
}

/** `lang` and `dir` of an element where they are not those of what is around it. */
function languageOf(language: LanguageTag, around?: LanguageTag): string {
  if (language === '' || language === around) return '';
  return ` lang="${escape(language)}" dir="${directionOf(language)}"`;
}

function link(text: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\//iu.test(url)) return apart(text);
  return `<a href="${escape(url)}" rel="noreferrer">${apart(text)}</a>`;
}

/** A title whose direction of writing, whichever it is, does not turn around what stands beside it. */
function apart(text: string): string {
  return `<bdi>${escape(text)}</bdi>`;
}

/** A fact's text with its emphasis and code; marks nest, so that they close in the order in which they opened. */
function richText({ text, marks }: RichText): string {
  const elements = { emphasis: 'em', strong: 'strong', code: 'code' } as const;
  const shown = marks.filter((mark) => mark.kind !== 'link' && mark.end > mark.start);
  const cuts = [...new Set([0, text.length, ...shown.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  let html = '';
  for (const [at, start] of cuts.entries()) {
    const end = cuts[at + 1];
    if (end === undefined) break;
    const around = shown
      .filter((mark) => mark.start <= start && mark.end >= end)
      .map((mark) => elements[mark.kind as keyof typeof elements]);
    html += around.map((element) => `<${element}>`).join('');
    html += escape(text.slice(start, end));
    html += around
      .reverse()
      .map((element) => `</${element}>`)
      .join('');
  }
  return html;
}

function escape(text: string): string {
  return printable(text).replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
