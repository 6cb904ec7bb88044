import type { Library } from '../library';
import type { Fact, Section, Source } from '../model';
import { escapeMarkdown, richTextMarkdown } from './cardMarkdown';

/** How a document writes emphasis and links. */
export type QuoteForm = 'markdown' | 'plain';

/**
 * A fact as a sentence with its source in parentheses, to be put into a text:
 * `… in Pyongyang. ([France–North Korea relations](https://…), CC-BY-SA-4.0)`.
 */
export function quoteFact(library: Library, fact: Fact, form: QuoteForm): string {
  const sentence = form === 'markdown' ? richTextMarkdown(fact) : fact.text;
  const source = library.sourceOf(fact);
  return source ? `${sentence} (${quoteSource(source, form)})` : sentence;
}

/** Facts as a Markdown list under a heading, each with its source: what "copy" gives for a topic, section or name. */
export function quoteFacts(library: Library, title: string, facts: readonly Fact[]): string {
  const lines = facts.map((fact) => `- ${quoteFact(library, fact, 'markdown')}`);
  return [`## ${escapeMarkdown(title)}`, '', ...lines, ''].join('\n');
}

/** The facts of a section and of those in it, in reading order. */
export function factsWithin(section: Section): readonly Fact[] {
  return [...section.facts, ...section.sections.flatMap(factsWithin)];
}

function quoteSource(source: Source, form: QuoteForm): string {
  const license = source.license === undefined ? '' : `, ${source.license}`;
  if (source.url === undefined) {
    return `${form === 'markdown' ? escapeMarkdown(source.title) : source.title}${license}`;
  }
  return form === 'markdown'
    ? `[${escapeMarkdown(source.title)}](<${source.url.replace(/[<>\s]/gu, encodeURIComponent)}>)${license}`
    : `${source.title}, ${source.url}${license}`;
}
