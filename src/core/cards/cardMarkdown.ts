import type { RichText } from '../model';
import type { Card } from './card';

/** The words of a card in the user's language. */
export interface CardStrings {
  kind(kind: Card['name']['kind']): string;
  more(count: number): string;
  noFacts: string;
  source: string;
  /** Before what another dossier says otherwise. */
  otherwise(dossierTitle: string): string;
}

/** A link at the foot of a card: its words and the address the host made for it. */
export interface CardAction {
  readonly label: string;
  readonly href: string;
  readonly tooltip?: string;
}

/** The addresses that the host gives a card; core knows no commands. */
export interface CardLinks {
  /** Opens the section at the fact. */
  fact(key: string): string;
  /** The links at the card's foot, in order. */
  actions(card: Card): readonly CardAction[];
}

/**
 * Escapes text from a dossier so that Markdown shows it as it is: no emphasis, no link, no HTML, no heading, list
 * or line break. Only what could begin such a thing is escaped (CommonMark 0.31, sections 2.4 and 4 to 6), so that
 * the source stays readable for scripts that ask for a card's Markdown.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/[\\`*_{}[\]~]/gu, '\\$&')
    .replace(/&/gu, '&amp;')
    .replace(/</gu, '&lt;')
    .replace(/^( ?)([-+#>=|])/u, '$1\\$2')
    .replace(/^( ?\d{1,9})([.)])/u, '$1\\$2');
}

/** A fact's text with its emphasis; links and code are shown as plain text. */
export function richTextMarkdown(rich: RichText): string {
  const cuts = new Set([0, rich.text.length]);
  const marks = rich.marks.filter((mark) => mark.kind === 'emphasis' || mark.kind === 'strong');
  for (const mark of marks) cuts.add(mark.start).add(mark.end);
  const places = [...cuts].sort((a, b) => a - b);
  let markdown = '';
  for (let i = 0; i + 1 < places.length; i++) {
    const start = places[i]!;
    const end = places[i + 1]!;
    const piece = rich.text.slice(start, end);
    const around = marks.filter((mark) => mark.start <= start && mark.end >= end);
    const strong = around.some((mark) => mark.kind === 'strong') ? '**' : '';
    const emphasis = around.some((mark) => mark.kind === 'emphasis') ? '_' : '';
    // Emphasis marks must touch the words they set off.
    const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(piece) ?? [];
    const escaped = escapeMarkdown(words);
    markdown += words
      ? `${before && ' '}${strong}${emphasis}${escaped}${emphasis}${strong}${after && ' '}`
      : piece;
  }
  return markdown;
}

/** A card as Markdown for VS Code's hover. */
export function cardMarkdown(card: Card, strings: CardStrings, links: CardLinks): string {
  const { name } = card;
  const lines = [`**${escapeMarkdown(name.label)}** · ${escapeMarkdown(strings.kind(name.kind))}`];
  if (name.description) lines.push(escapeMarkdown(name.description));
  const facts = card.facts.map(({ fact, dates, disagreements }) => {
    const when =
      dates.length > 0 ? ` — [${dates.map(escapeMarkdown).join(', ')}](${links.fact(fact.key)})` : '';
    const others = disagreements.map(
      (other) =>
        `\n  - _${escapeMarkdown(strings.otherwise(other.dossierTitle))}_ [${escapeMarkdown(other.says)}](${links.fact(other.fact)})`,
    );
    return `- ${richTextMarkdown(fact)}${when}${others.join('')}`;
  });
  if (facts.length > 0) lines.push(facts.join('\n'));
  else lines.push(escapeMarkdown(strings.noFacts));
  const foot = [
    ...(card.more > 0 ? [escapeMarkdown(strings.more(card.more))] : []),
    escapeMarkdown(card.dossierTitle),
    ...card.sources.map((source) => {
      const license = source.license ? ` (${source.license})` : '';
      const title = escapeMarkdown(
        source.title === card.dossierTitle ? (hostOf(source.url) ?? source.title) : source.title,
      );
      return `${escapeMarkdown(strings.source)} ${source.url ? `[${title}](${linkTarget(source.url)})` : title}${escapeMarkdown(license)}`;
    }),
  ];
  lines.push(foot.join(' · '));
  const actions = links
    .actions(card)
    .map(
      ({ label, href, tooltip }) =>
        `[${label}](${href}${tooltip ? ` "${tooltip.replace(/["\\]/gu, '')}"` : ''})`,
    );
  if (actions.length > 0) lines.push(actions.join(' · '));
  return lines.join('\n\n');
}

/** `en.wikipedia.org` of an http address: says more than the title of a source that is called as the dossier is. */
function hostOf(url: string | undefined): string | undefined {
  return url === undefined ? undefined : /^https?:\/\/([^/?#]+)/u.exec(url)?.[1];
}

/** An address inside the parentheses of a Markdown link; only http, https and mailto get a link at all. */
function linkTarget(url: string): string {
  if (!/^(?:https?:\/\/|mailto:)/iu.test(url)) return '';
  return url.replace(
    /[\s()<>\\"]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}
