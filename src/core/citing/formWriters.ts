import type { RichText } from '../model';
import { percentEncode } from './percentEncode';
import type { CitationForm } from './citationForms';

/** How a form writes text, emphasis and addresses. All text is escaped: nothing in it begins markup. */
export interface FormWriter {
  text(text: string): string;
  emphasis(written: string): string;
  strong(written: string): string;
  url(url: string): string;
}

const reference = (found: string): string =>
  Array.from(found, (character) => `&#${character.codePointAt(0)};`).join('');
const backslashed = (found: string): string => `\\${found}`;

const UNSAFE_IN_URLS = /[\s<>"`{}|\\^]/gu;

const markdown: FormWriter = {
  text: (text) =>
    text
      .replace(/[\\`*_{}[\]~$^]/gu, backslashed)
      .replace(/&(?=#?\w+;)/gu, '&amp;')
      .replace(/</gu, '&lt;'),
  emphasis: (written) => `*${written}*`,
  strong: (written) => `**${written}**`,
  url: (url) => `<${percentEncode(url, UNSAFE_IN_URLS)}>`,
};

const pandoc: FormWriter = {
  ...markdown,
  // What follows an at sign would be taken for a key.
  text: (text) => markdown.text(text).replace(/@/gu, backslashed),
};

const LATEX: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  // Text fonts of old have a dash in its place, and Pandoc knows no \textbar.
  '|': '$|$',
  // It would become a quotation mark.
  '`': '\\`{}',
  '\u00a0': '~',
};

/** `canLink` tells whether the document has `\url`, and lets it stand in the argument of another command. */
function latex(canLink: boolean): FormWriter {
  const text = (plain: string): string =>
    plain
      .replace(/[\\~^<>|`\u00a0]|[#$%&_{}]/gu, (found) => LATEX[found] ?? `\\${found}`)
      // Two hyphens would become a dash.
      .replace(/-(?=-)/gu, '-{}');
  return {
    text,
    emphasis: (written) => `\\emph{${written}}`,
    strong: (written) => `\\textbf{${written}}`,
    url: (url) => {
      const safe = percentEncode(url, UNSAFE_IN_URLS);
      return canLink ? `\\url{${safe.replace(/[%#]/gu, backslashed)}}` : text(safe);
    },
  };
}

const asciidoc: FormWriter = {
  // Its escapes depend on what stands around them; references to characters do not.
  text: (text) =>
    text
      .replace(/&(?=#?\w+;)/gu, '&amp;')
      .replace(/[*_`#^~{}[\]\\+|<>]/gu, reference)
      .replace(/\((?=(?:C|R|TM)\))/gu, reference)
      .replace(/-(?=[->])|=(?=>)|\.(?=\.\.)|:(?=:)/gu, reference),
  emphasis: (written) => `__${written}__`,
  strong: (written) => `**${written}**`,
  url: (url) => {
    const safe = percentEncode(url, UNSAFE_IN_URLS);
    return /^[\w:/.%?=&,;-]*$/u.test(safe) && !/__|--|::|\.\./u.test(safe)
      ? safe
      : `link:++${safe.replace(/[[\]+]/gu, (found) => percentEncode(found, /./gu))}++[${asciidoc.text(safe)}]`;
  },
};

const restructuredtext: FormWriter = {
  text: (text) => text.replace(/[\\`*_|]/gu, backslashed),
  emphasis: (written) => `*${written}*`,
  strong: (written) => `**${written}**`,
  url: (url) => percentEncode(percentEncode(url, UNSAFE_IN_URLS), /[*]|_$/gu),
};

const wikitext: FormWriter = {
  text: (text) =>
    text
      .replace(/&(?=#?\w+;)/gu, '&amp;')
      .replace(/[[\]{}|<>]/gu, reference)
      .replace(/'(?=')|~(?=~)|_(?=_)/gu, reference),
  emphasis: (written) => `''${written}''`,
  strong: (written) => `'''${written}'''`,
  url: (url) => percentEncode(percentEncode(url, UNSAFE_IN_URLS), /[[\]']/gu),
};

const plain: FormWriter = {
  text: (text) => text,
  emphasis: (written) => written,
  strong: (written) => written,
  url: (url) => url,
};

/** Whether a LaTeX document can be taken to have `\url` as hyperref makes it; a chapter has no preamble that would tell. */
export function canLinkInLatex(text: string): boolean {
  return (
    !/\\documentclass\b/u.test(text) || /\\usepackage\s*(?:\[[^\]]*\]\s*)?\{[^}]*\bhyperref\b/u.test(text)
  );
}

/** What writes for a form in a document. */
export function writerFor(form: CitationForm, documentText: string): FormWriter {
  switch (form) {
    case 'markdownFootnote':
      return markdown;
    case 'pandoc':
      return pandoc;
    case 'latexFootnote':
    case 'latexCite':
      return latex(canLinkInLatex(documentText));
    case 'asciidoc':
      return asciidoc;
    case 'restructuredtext':
      return restructuredtext;
    case 'wikitext':
      return wikitext;
    case 'plain':
      return plain;
  }
}

const URL_IN_TEXT = /https?:\/\/[^\s<>"“”«»]+/gu;

/** Where addresses stand in a text: without the punctuation and the brackets of the sentence around them. */
function linksIn(text: string): readonly { readonly start: number; readonly end: number }[] {
  return [...text.matchAll(URL_IN_TEXT)].map(({ index, 0: found }) => {
    let url = found;
    for (;;) {
      const last = url.at(-1)!;
      const opening = { ')': '(', ']': '[' }[last];
      const isOutside =
        opening === undefined ? /[.,;:!?’']/u.test(last) : url.split(opening).length < url.split(last).length;
      if (!isOutside) return { start: index, end: index + url.length };
      url = url.slice(0, -1);
    }
  });
}

/** Text with emphasis in the markup of a form; addresses in it become links where the form has them. */
export function writeRich({ text, marks }: RichText, writer: FormWriter): string {
  const styled = marks.filter(({ kind }) => kind === 'emphasis' || kind === 'strong');
  const links = linksIn(text);
  const cuts = new Set([0, text.length]);
  for (const { start, end } of [...styled, ...links]) cuts.add(start).add(end);
  const places = [...cuts].sort((one, other) => one - other);
  let written = '';
  for (let at = 0; at + 1 < places.length; at++) {
    const [start, end] = [places[at]!, places[at + 1]!];
    const isIn = (range: { start: number; end: number }): boolean => range.start <= start && range.end >= end;
    const piece = text.slice(start, end);
    const link = links.find(isIn);
    if (link) {
      // Emphasis that begins inside an address is left out: the address is one piece.
      if (link.start === start) written += writer.url(text.slice(link.start, link.end));
      continue;
    }
    // Marks must touch the words they set off.
    const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece) ?? [];
    let inner = writer.text(words);
    if (words !== '' && styled.some((mark) => mark.kind === 'emphasis' && isIn(mark))) {
      inner = writer.emphasis(inner);
    }
    if (words !== '' && styled.some((mark) => mark.kind === 'strong' && isIn(mark))) {
      inner = writer.strong(inner);
    }
    written += writer.text(before) + inner + writer.text(after);
  }
  return written;
}

/** What is written, so that it begins no list, heading or other block where it stands at the start of a line. */
export function asLineStart(written: string, form: CitationForm): string {
  switch (form) {
    case 'markdownFootnote':
    case 'pandoc':
      return written.replace(/^([-+#>=:|%])/u, '\\$1').replace(/^(\d{1,9})([.)])(?=\s)/u, '$1\\$2');
    case 'restructuredtext':
      return written.replace(/^([-+•=:.>#([]|\w+[.)]\s)/u, '\\$1');
    case 'asciidoc':
      return /^(?:[-.=:/*•'"]|\d+\.\s|\w+\.\s|[A-Z]+:\s)/u.test(written) ? `{empty}${written}` : written;
    case 'wikitext':
      return written.replace(/^[*#:;=-]/u, reference);
    default:
      return written;
  }
}
