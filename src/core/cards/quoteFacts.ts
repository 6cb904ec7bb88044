import type { Library } from '../library';
import type { Fact, Section, Source } from '../model';
import { escapeMarkdown, richTextMarkdown } from './cardMarkdown';

/**
 * A fact in Markdown, as a sentence with its source in parentheses:
 * `… in Pyongyang. ([France–North Korea relations](https://…), CC-BY-SA-4.0)`.
 */
export function quoteFact(library: Library, fact: Fact): string {
  const sentence = richTextMarkdown(fact);
  const source = library.sourceOf(fact);
  return source ? `${sentence} (${quoteSource(source)})` : sentence;
}

/** Facts as a Markdown list under a heading, each with its source: what "copy" gives for a topic, section or name. */
export function quoteFacts(library: Library, title: string, facts: readonly Fact[]): string {
  const lines = facts.map((fact) => `- ${quoteFact(library, fact)}`);
  return [`## ${escapeMarkdown(title)}`, '', ...lines, ''].join('\n');
}

/** The facts of a section and of those in it, in reading order. */
export function factsWithin(section: Section): readonly Fact[] {
  return [...section.facts, ...section.sections.flatMap(factsWithin)];
}

function quoteSource(source: Source): string {
  const license = source.license === undefined ? '' : `, ${source.license}`;
  const title = escapeMarkdown(source.title);
  return source.url === undefined
    ? `${title}${license}`
    : `[${title}](<${source.url.replace(/[<>\s]/gu, encodeURIComponent)}>)${license}`;
}
