import { escapeMarkdown, richTextMarkdown } from '../cards/cardMarkdown';
import type { RichText } from '../model';
import { ListFoot, type ListedFact, type ListedSource, type ListWords, type ListWriter } from './factList';
import { printable } from './printable';

/** Writes a list as CommonMark: headings, a bullet for each fact with its date and source, and all sources at the foot. */
export const writeMarkdown: ListWriter = function* (head, entries, words) {
  const foot = new ListFoot();
  yield `# ${plain(head.title)}\n`;
  if (head.summary) yield `\n${plain(head.summary)}\n`;
  let isInList = false;
  for (const entry of entries) {
    if (entry.kind === 'heading') {
      isInList = false;
      const gone = entry.isGone === true ? ` (${plain(words.gone)})` : '';
      yield `\n${'#'.repeat(Math.min(6, entry.depth + 1))} ${plain(entry.text)}${gone}\n`;
      if (entry.summary) yield `\n${plain(entry.summary)}\n`;
      if (entry.note !== undefined) yield `\n${quoted(entry.note, '')}`;
      continue;
    }
    foot.add(entry);
    yield `${isInList ? '' : '\n'}- ${factLine(entry, words)}\n`;
    if (entry.note !== undefined) yield `\n${quoted(entry.note, '  ')}`;
    isInList = entry.note === undefined;
  }
  if (foot.sources.length > 0) {
    yield `\n## ${plain(words.sources)}\n\n`;
    for (const source of foot.sources) {
      const parts = [
        link(source.title, source.url),
        ...(source.license === undefined ? [] : [link(source.license, source.licenseUrl)]),
        ...(source.retrieved ? [plain(words.retrieved(source.retrieved.text))] : []),
      ];
      yield `- ${parts.join(', ')}\n`;
    }
  }
  if (foot.dossiers.length > 0) {
    yield `\n## ${plain(words.dossiers)}\n\n`;
    for (const { title, license, licenseUrl } of foot.dossiers) {
      yield `- ${plain(title)}${license === undefined ? '' : `, ${link(license, licenseUrl)}`}\n`;
    }
  }
  yield `\n${plain(words.exported(head.exported.text))}\n`;
};

function factLine(fact: ListedFact, words: ListWords): string {
  const dates = fact.dates.map(({ text }) => plain(text)).join(', ');
  const parts = [
    rich(fact.text),
    ...(dates ? [`— _${dates}_`] : []),
    ...(fact.source ? [`(${sourceOf(fact.source)})`] : []),
    ...(fact.isGone === true ? [`(${plain(words.gone)})`] : []),
  ];
  return parts.join(' ');
}

function sourceOf({ title, url, license }: ListedSource): string {
  return `${link(title, url)}${license === undefined ? '' : `, ${plain(license)}`}`;
}

function link(text: string, url: string | undefined): string {
  if (url === undefined || !/^https?:\/\//iu.test(url)) return plain(text);
  return `[${plain(text)}](<${url.replace(/[<>\s\\]/gu, encodeURIComponent)}>)`;
}

/** A note is its author's own Markdown; a quotation keeps it apart from the facts. */
function quoted(note: string, indent: string): string {
  const lines = note.trim().split(/\r\n|\n|\r/u);
  return `${lines.map((line) => `${indent}>${line ? ` ${line}` : ''}`).join('\n')}\n`;
}

/** Text as it is, also where pages show formulas between dollar signs, as GitHub's and VS Code's preview do. */
function plain(text: string): string {
  return withoutFormulas(escapeMarkdown(printable(text)));
}

function rich({ text, marks }: RichText): string {
  return withoutFormulas(richTextMarkdown({ text: printable(text), marks }));
}

const withoutFormulas = (markdown: string): string => markdown.replaceAll('$', '\\$');
