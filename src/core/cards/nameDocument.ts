import type { Library } from '../library';
import type { Key, Name } from '../model';
import { formatEdtf } from '../values/edtfText';
import { escapeMarkdown, richTextMarkdown } from './cardMarkdown';

/** A name written out as a document, and where in it the facts stand. */
export interface NameDocument {
  readonly text: string;
  /** 0-based line of each fact, by key. */
  readonly factLines: ReadonlyMap<Key, number>;
}

/** Writes a name with all its forms and facts as Markdown: what "Go to Definition" shows. */
export function nameDocument(library: Library, name: Name, language: string): NameDocument {
  const lines: string[] = [`# ${escapeMarkdown(name.label)}`, '', escapeMarkdown(name.description), ''];
  const labels = Object.entries(name.labels).filter(([, label]) => label !== name.label);
  if (labels.length > 0) {
    lines.push(labels.map(([tag, label]) => `${escapeMarkdown(label)} (${tag})`).join(' · '), '');
  }
  const aliases = [...new Set(name.aliases.map((alias) => alias.text))];
  if (aliases.length > 0) lines.push(aliases.map(escapeMarkdown).join(' · '), '');
  const factLines = new Map<Key, number>();
  let topic: Key | undefined;
  for (const fact of library.factsAbout(name.key)) {
    if (fact.topic !== topic) {
      if (topic !== undefined) lines.push('');
      lines.push(`## ${escapeMarkdown(library.topic(fact.topic)?.title ?? '')}`, '');
      topic = fact.topic;
    }
    const dates = [...new Set(fact.dates.map((date) => formatEdtf(date.edtf, language)))].join(', ');
    factLines.set(fact.key, lines.length);
    lines.push(`- ${richTextMarkdown(fact)}${dates && ` (${escapeMarkdown(dates)})`}`);
  }
  const sources = library.dossier(name.dossier)?.sources ?? [];
  if (sources.length > 0) {
    lines.push('', '---', '');
    for (const { title, url, license } of sources) {
      lines.push([title, url, license].filter((part) => part !== undefined).join(', '));
    }
  }
  lines.push('');
  return { text: lines.join('\n'), factLines };
}
