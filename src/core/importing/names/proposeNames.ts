import { isId, slug, UniqueIds } from '../../format/ids';
import type { NameKind } from '../../model';
import { fold } from '../../text/fold';
import type { ImportedArticle, NameHint } from '../article';
import { PROPOSED_NAMES } from '../bounds';
import { CandidateList, kindOf, vote, withoutTitles } from './candidates';
import type { Candidate } from './candidates';
import { countriesIn } from './countries';
import { FUNCTION, GIVEN, isHead, kindByNoun, kindByWords, POSTNOMINAL, TITLE } from './cues';
import { ForeignTexts } from './foreignTexts';
import { bareHint, divideTitle, isCommonNoun, isDateLike, isNameLike } from './hints';
import { dropHidden, mergePersons, mergeShortForms, mergeStarts } from './mergeForms';
import type { ProposedAlias, ProposedName } from './proposedName';
import { countIn, exampleAt, proseOf } from './prose';
import { RunFinder, statisticsOf } from './runs';
import { kindOfSubject } from './subjectKinds';
import { wordsOf } from './words';

/** Hints that are looked at; an article of a wiki has some hundreds. */
const HINTS = 20_000;

class Proposer {
  private readonly texts: readonly string[];
  private readonly list: CandidateList;
  private readonly countries;
  private readonly foreign: ForeignTexts;
  private readonly optional = new Set<Candidate>();

  constructor(private readonly article: ImportedArticle) {
    this.texts = proseOf(article.blocks);
    this.countries = countriesIn(article.language);
    this.list = new CandidateList(this.countries);
    this.foreign = new ForeignTexts(article.hints, this.texts);
  }

  propose(): ProposedName[] {
    const words = this.texts.map(wordsOf);
    const statistics = statisticsOf(words);
    const hinted = new Set(this.article.hints.map((hint) => hint.text));
    const isKnown = (text: string): boolean => this.countries.has(text) || hinted.has(text);
    for (let at = 0; at < this.texts.length; at++) {
      for (const run of new RunFinder(this.texts[at]!, words[at]!, statistics, isKnown).find()) {
        if (!this.foreign.covers(at, run.start, run.end)) this.list.addRun(run, at);
      }
    }
    for (const hint of this.article.hints.slice(0, HINTS)) this.addHint(hint);
    this.addSubject();
    mergeStarts(this.list);
    mergePersons(this.list);
    mergeShortForms(this.list);
    dropHidden(this.list, this.texts);
    return this.ranked();
  }

  private addHint(hint: NameHint): void {
    const text = bareHint(hint.text);
    if (hint.kind === 'foreign' || !isNameLike(text) || isDateLike(text) || POSTNOMINAL.has(fold(text))) {
      return;
    }
    const isProper = /^(?:\p{Lu}|\p{Lo})/u.test(text) || /^(?:al|de|van|von)-?\s?\p{Lu}/u.test(text);
    if (hint.kind === 'link') this.addLink(hint, text, isProper);
    else if (hint.kind === 'emphasis' && isProper && text.split(' ').length <= 10 && !/[.!?]\s/.test(text)) {
      const candidate = this.find(text);
      if (!candidate) return;
      vote(candidate, 'work', candidate.isCertain && !text.includes(' ') ? 1 : 6);
      // A single word is emphasised for many reasons.
      if (!candidate.isCertain && !text.includes(' ') && candidate.inside === 0) this.optional.add(candidate);
    }
  }

  private addLink(hint: NameHint, text: string, isProper: boolean): void {
    if (hint.target === undefined) return;
    const { base, about } = divideTitle(hint.target);
    if (!isNameLike(base) || isDateLike(base)) return;
    const country = this.countries.get(base);
    if (country) this.addCountryLink(country.label, text);
    if (country || this.countries.has(text)) return;
    // *Mercury (planet)* in a list of what is called Mercury; elsewhere only the name is shown.
    const isListed = about !== '' && text === hint.target;
    const label = isListed ? text : isProper ? base : text;
    const untitled = isProper
      ? withoutTitles(text.split(' ').map((word) => ({ text: word })))
          .words.map((word) => word.text)
          .join(' ')
      : text;
    const titled = untitled === text ? undefined : this.list.byLabel.get(untitled);
    // *Region*, *Mayor*: a common noun that leads to a longer title.
    const isNoun = !text.includes(' ') && text !== base && (isHead(text) || kindByNoun(text) !== undefined);
    const candidate = titled ?? this.find(label) ?? (isNoun ? undefined : this.find(text));
    if (!candidate) return;
    if (isListed) candidate.aliases.set(base, { text: base });
    if (
      isProper &&
      text !== candidate.label &&
      fold(text) !== fold(candidate.label) &&
      this.isForm(text, candidate)
    ) {
      candidate.aliases.set(text, { text });
    }
    const kind = about.split(' ').map(kindByNoun).find(Boolean) ?? kindByWords(base.split(' '));
    if (kind) vote(candidate, kind, 4);
    // *TEU*, a link to “Twenty-foot equivalent unit”, is no name.
    const isShort = /^[\p{Lu}.]{2,5}$/u.test(text) && isCommonNoun(base);
    if (isProper && !isShort) candidate.isCertain = true;
    else if (isShort || !kindOf(candidate)) this.optional.add(candidate);
  }

  /** A link to a country; in scripts without capitals nothing else tells of it. */
  private addCountryLink(label: string, text: string): void {
    const candidate = this.find(label) ?? this.find(text);
    if (!candidate) return;
    candidate.isCertain = true;
    vote(candidate, 'place', 100);
    const isForm = text.includes(label) || !/\p{Script=Latin}/u.test(text);
    if (text !== candidate.label && isForm) candidate.aliases.set(text, { text });
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
    const kind = kindOfSubject(this.article.subjectType ?? '');
    if (kind) vote(candidate, kind, 20);
    else if (!kindOf(candidate)) vote(candidate, kindByWords(label.split(' ')) ?? 'concept', 1);
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
      if (other && other !== candidate) this.list.absorb(candidate, other);
      // *née Farquhar*: a surname that others have too.
      const isSurname = kindOf(candidate) === 'person' && !text.includes(' ') && label.includes(' ');
      candidate.aliases.set(text, { text, ...(isSurname && { requiresFullName: true }) });
    }
    for (const { text, language } of this.foreign.formsOf([label, ...bold])) {
      if (isNameLike(text) && fold(text) !== fold(label)) candidate.aliases.set(text, { text, language });
    }
  }

  /** *Harbour tunnel to open in June*, which stands nowhere: a sentence that is the title, and no name. */
  private isHeadline({ label, count, aliases }: Candidate): boolean {
    const small = label
      .split(' ')
      .filter((word) => /^\p{Ll}/u.test(word) && !/^(?:of|the|and|in|for|on|at|de|la|du)$/.test(word));
    return count === 0 && aliases.size === 0 && small.length >= 3;
  }

  private isKept(candidate: Candidate, kind: NameKind | undefined): boolean {
    if (this.optional.has(candidate) || this.isHeadline(candidate)) return false;
    if (candidate.isCertain) return true;
    const { label } = candidate;
    const isOneWord = !label.includes(' ');
    if (/^de\b/i.test(this.article.language) && isOneWord) return false;
    if (isOneWord && (GIVEN.has(fold(label)) || /(?:ist|ism|ic|ian|ish|ese)s?$/.test(label))) return false;
    // *Imperial* and *Ducal troops*.
    if (isOneWord && (kind === undefined || kind === 'concept') && /\p{Ll}{2}al$/u.test(label)) return false;
    // An acronym that nothing explains.
    if (/^\p{Lu}[\p{Lu}\d]+$/u.test(label)) return candidate.inside >= 2;
    if (kind !== undefined && kind !== 'concept') return !isOneWord || candidate.inside > 0;
    return candidate.inside >= 2 || !isOneWord;
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
