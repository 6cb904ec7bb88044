import { splitPersonName } from '../../names/forms';
import { isId, slug, UniqueIds } from '../../format/ids';
import type { NameKind } from '../../model';
import { fold } from '../../text/fold';
import type { ImportedArticle, NameHint } from '../article';
import { PROPOSED_NAMES } from '../bounds';
import { oneLine } from '../cleanText';
import { CandidateList, kindOf, vote } from './candidates';
import type { Candidate } from './candidates';
import { countriesIn } from './countries';
import { DATE, FUNCTION, GIVEN, isHead, kindByWords, TITLE } from './cues';
import type { ProposedAlias, ProposedName } from './proposedName';
import { countIn, exampleAt, proseOf } from './prose';
import { RunFinder, statisticsOf } from './runs';
import { wordsOf } from './words';

/** Names that are looked into for others that they hide. */
const LONGER = 5_000;
/** Hints that are looked at; an article of a wiki has some hundreds. */
const HINTS = 20_000;

function isNameLike(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 120 &&
    /\p{L}/u.test(text) &&
    !/[.!?]$|^(?:list of|index of|template:)/i.test(text)
  );
}

class Proposer {
  private readonly texts: readonly string[];
  private readonly list: CandidateList;
  private readonly countries;
  private readonly optional = new Set<Candidate>();

  constructor(private readonly article: ImportedArticle) {
    this.texts = proseOf(article.blocks);
    this.countries = countriesIn(article.language);
    this.list = new CandidateList(this.countries);
  }

  propose(): ProposedName[] {
    const words = this.texts.map(wordsOf);
    const statistics = statisticsOf(words);
    const hinted = new Set(this.article.hints.map((hint) => hint.text));
    const isKnown = (text: string): boolean => this.countries.has(text) || hinted.has(text);
    for (let at = 0; at < this.texts.length; at++) {
      for (const run of new RunFinder(this.texts[at]!, words[at]!, statistics, isKnown).find()) {
        this.list.addRun(run, at);
      }
    }
    for (const hint of this.article.hints.slice(0, HINTS)) this.addHint(hint);
    this.addSubject();
    this.mergeShortForms();
    this.dropHidden();
    return this.ranked();
  }

  private addHint(hint: NameHint): void {
    const text = oneLine(hint.text)
      .replace(/['’]s$/u, '')
      .replace(/^[\s"“'‘(]+|[\s"”'’),.;:]+$/gu, '');
    if (!isNameLike(text) || DATE.has(fold(text).split(' ').at(-1)!) || /\d{4}$|^\d/.test(text)) return;
    const isProper = /^(?:\p{Lu}|\p{Lo})/u.test(text) || /^(?:al|de|van|von)-?\s?\p{Lu}/u.test(text);
    if (hint.kind === 'link') this.addLink(hint, text, isProper);
    else if (hint.kind === 'emphasis' && isProper && text.split(' ').length <= 10 && !/[.!?]\s/.test(text)) {
      const candidate = this.find(text);
      if (!candidate || candidate.isCertain) return;
      vote(candidate, 'work', 6);
      // A single word is emphasised for many reasons.
      if (!text.includes(' ') && candidate.inside === 0) this.optional.add(candidate);
    }
  }

  private addLink(hint: NameHint, text: string, isProper: boolean): void {
    const target = hint.target?.replace(/\s*\([^()]*\)$/, '') ?? text;
    if (hint.target === undefined || !isNameLike(target) || DATE.has(fold(target).split(' ').at(-1)!)) return;
    if (this.countries.has(target) || this.countries.has(text)) return;
    const label = isProper ? target : text;
    const candidate = this.find(label) ?? this.find(text);
    if (!candidate) return;
    if (
      isProper &&
      text !== candidate.label &&
      fold(text) !== fold(candidate.label) &&
      this.isForm(text, candidate)
    ) {
      candidate.aliases.set(text, { text });
    }
    if (isProper) candidate.isCertain = true;
    else if (!kindOf(candidate)) this.optional.add(candidate);
  }

  /** Whether a link's text is another form of its target, and no word about it. */
  private isForm(text: string, candidate: Candidate): boolean {
    if (text.length < 2 || isHead(text) || TITLE.has(fold(text)) || FUNCTION.has(fold(text))) return false;
    return (
      this.list.byLabel.get(text) === undefined ||
      this.list.byLabel.get(text) === candidate ||
      /^\p{Lu}{2,}$/u.test(text)
    );
  }

  /** The candidate with a label, made where the label stands in the prose. */
  private find(label: string): Candidate | undefined {
    const known = this.list.byLabel.get(label.replaceAll('’', "'"));
    if (known) return known;
    const text = this.texts.findIndex((prose) => prose.includes(label));
    if (text < 0) return undefined;
    const candidate = this.list.take(label, { text, at: this.texts[text]!.indexOf(label) });
    candidate.count = Math.max(1, countIn(this.texts, label));
    const kind = kindByWords(label.split(' '));
    if (kind) vote(candidate, kind, 3);
    return candidate;
  }

  /** What the article is about: its title, with the forms in bold in its first sentence and the titles that lead to it. */
  private addSubject(): void {
    const label = this.article.title.replace(/\s*\([^()]*\)$/, '');
    if (!isNameLike(label) || this.countries.has(label)) return;
    const candidate = this.list.take(label, { text: 0, at: 0 });
    candidate.isCertain = true;
    candidate.count = Math.max(candidate.count, countIn(this.texts, label));
    if (!kindOf(candidate)) vote(candidate, kindByWords(label.split(' ')) ?? 'concept', 1);
    const lead = this.texts[0]?.slice(0, 1000) ?? '';
    const bold = this.article.hints
      .filter(
        ({ kind, text }) => kind === 'strong' && lead.includes(text) && /^(?:\p{Lu}|\p{Lo})/u.test(text),
      )
      .slice(0, 5)
      .map(({ text }) => text);
    for (const text of [...bold, ...this.article.aliases]) {
      if (!isNameLike(text) || fold(text) === fold(label) || this.countries.has(text)) continue;
      const other = this.list.byLabel.get(text);
      if (other && other !== candidate) this.absorb(candidate, other);
      candidate.aliases.set(text, { text });
    }
  }

  private absorb(into: Candidate, from: Candidate): void {
    into.count += from.count;
    into.inside += from.inside;
    for (const [kind, weight] of from.kinds) vote(into, kind, weight);
    for (const [text, alias] of from.aliases) into.aliases.set(text, alias);
    this.list.byLabel.delete(from.label.replaceAll('’', "'"));
  }

  /** Surnames, acronyms and forms without an article are aliases of the full name. */
  private mergeShortForms(): void {
    for (const candidate of [...this.list.byLabel.values()]) {
      for (const { text } of [...candidate.aliases.values()]) {
        const other = this.list.byLabel.get(text);
        if (other && other !== candidate) this.absorb(candidate, other);
      }
      const bare = /^(?:The|An?) (.+)$/u.exec(candidate.label)?.[1];
      if (bare !== undefined) {
        const other = this.list.byLabel.get(bare);
        if (other) this.absorb(candidate, other);
        if (other || kindOf(candidate) === 'work') candidate.aliases.set(bare, { text: bare });
      }
    }
    const surnames = new Map<string, Candidate[]>();
    for (const candidate of this.list.byLabel.values()) {
      if (kindOf(candidate) !== 'person') continue;
      const surname = splitPersonName(candidate.label)?.surname;
      if (surname !== undefined) surnames.set(surname, [...(surnames.get(surname) ?? []), candidate]);
    }
    for (const [surname, persons] of surnames) {
      const bare = this.list.byLabel.get(surname);
      for (const person of persons) person.aliases.set(surname, { text: surname, requiresFullName: true });
      // Where two persons share a surname, the finder tells them apart by what stands around it.
      if (bare && !bare.isCertain) {
        this.absorb(persons[0]!, { ...bare, aliases: new Map(), kinds: new Map() });
      }
    }
  }

  /** Takes out what stands only inside of a title that was set off: *Schoolgirl* of *The Schoolgirl's Diary*. */
  private dropHidden(): void {
    const longer = [...this.list.byLabel.values()]
      .filter(({ label }) => /[ ’']/.test(label))
      .slice(0, LONGER);
    const inside = new Map<string, number>();
    for (const { label, count } of longer) {
      for (const { text } of wordsOf(label)) inside.set(text, (inside.get(text) ?? 0) + count);
    }
    for (const candidate of [...this.list.byLabel.values()]) {
      const { label, isCertain } = candidate;
      const hidden = inside.get(label);
      if (isCertain || hidden === undefined || candidate.aliases.size > 0) continue;
      // All its places are places of longer names.
      if (countIn(this.texts, label) <= hidden) this.list.byLabel.delete(label);
    }
  }

  private isKept(candidate: Candidate, kind: NameKind | undefined): boolean {
    if (this.optional.has(candidate)) return false;
    if (candidate.isCertain) return true;
    const { label } = candidate;
    const isOneWord = !label.includes(' ');
    if (/^de\b/i.test(this.article.language) && isOneWord) return false;
    if (isOneWord && (GIVEN.has(fold(label)) || /(?:ist|ism|ic|ian|ish|ese)s?$/.test(label))) return false;
    // An acronym that nothing explains.
    if (/^\p{Lu}[\p{Lu}\d]+$/u.test(label)) return candidate.inside >= 2;
    if (kind !== undefined && kind !== 'concept') return !isOneWord || candidate.inside > 0;
    return candidate.inside >= 2 || (!isOneWord && candidate.inside >= 1);
  }

  private ranked(): ProposedName[] {
    const taken = new Set<string>();
    const ids = new UniqueIds(taken);
    const subject = this.article.title.replace(/\s*\([^()]*\)$/, '');
    const candidates = [...this.list.byLabel.values()]
      .filter((candidate) => candidate.count > 0 || candidate.label === subject)
      .sort((a, b) => b.count - a.count || a.first.text - b.first.text || a.first.at - b.first.at)
      .slice(0, PROPOSED_NAMES);
    return candidates.map((candidate): ProposedName => {
      const kind = kindOf(candidate);
      const own = slug(candidate.label);
      const id = ids.make(isId(own) ? own : 'name');
      taken.add(id);
      const aliases = [...candidate.aliases.values()].filter(({ text }) => text !== candidate.label);
      return {
        id,
        label: candidate.label,
        kind: kind ?? 'concept',
        aliases: sortedAliases(aliases),
        count: candidate.count,
        isKept: this.isKept(candidate, kind),
        example: exampleAt(this.texts[candidate.first.text] ?? '', candidate.first.at),
      };
    });
  }
}

/** Full forms first, then adjectives, then surnames. */
function sortedAliases(aliases: readonly ProposedAlias[]): ProposedAlias[] {
  const rank = (alias: ProposedAlias): number =>
    alias.requiresFullName === true ? 2 : alias.demonym === true ? 1 : 0;
  return [...aliases].sort((a, b) => rank(a) - rank(b));
}

/**
 * Proposes the names of an article: linked titles, what its first sentence sets in bold, emphasised titles, runs of
 * capitals and acronyms in parentheses, most frequent first. Which of them are kept by default is a guess to be seen
 * and changed by the user.
 */
export function proposeNames(article: ImportedArticle): ProposedName[] {
  return new Proposer(article).propose();
}
