import type { NameKind } from '../../model';
import { fold } from '../../text/fold';
import { splitPersonName } from '../../names/forms';
import type { Country } from './countries';
import {
  DIRECTION,
  FUNCTION,
  GIVEN,
  isHead,
  kindByNoun,
  kindByWords,
  LOCATIVE,
  MOTION,
  PARTICLE,
  TITLE,
} from './cues';
import type { ProposedAlias } from './proposedName';
import type { Run } from './runs';
import type { Word } from './words';

/** What is gathered about a name while the article is read. */
export interface Candidate {
  label: string;
  count: number;
  /** Where it stands first: number of the text, and offset. */
  readonly first: { readonly text: number; readonly at: number };
  /** For each kind, how much speaks for it. */
  readonly kinds: Map<NameKind, number>;
  readonly aliases: Map<string, ProposedAlias>;
  /** Certain to be a name: linked, a country, the article's subject. */
  isCertain: boolean;
  /** How often it stands with a capital where only a name has one. */
  inside: number;
}

/** The words of a name without titles before it: *Deputy Secretary of State James Steinberg*, *President Lang*. */
export function withoutTitles<T extends { readonly text: string }>(
  words: readonly T[],
): { words: readonly T[]; hadTitle: boolean } {
  let at = 0;
  for (let next = 0; next < words.length; next++) {
    const folded = fold(words[next]!.text).replace(/\.$/, '');
    if (
      TITLE.has(folded) &&
      folded !== 'st' &&
      !(next === at && GIVEN.has(folded) && next + 1 < words.length)
    ) {
      at = next + 1;
    } else if (at > 0 && next === at && /^(?:of|for|de|du|des|state|affairs|general|the|and)$/.test(folded)) {
      at = next + 1;
    } else if (at === 0 && next >= 2) break;
  }
  return { words: words.slice(at), hadTitle: at > 0 };
}

/** Gathers candidates from the runs of an article. */
export class CandidateList {
  readonly byLabel = new Map<string, Candidate>();

  constructor(private readonly countries: ReadonlyMap<string, Country>) {}

  /** The candidate with a label; made where there is none. */
  take(label: string, first: Candidate['first']): Candidate {
    const key = label.replaceAll('’', "'");
    let candidate = this.byLabel.get(key);
    if (!candidate) {
      candidate = {
        label,
        count: 0,
        first,
        kinds: new Map(),
        aliases: new Map(),
        isCertain: false,
        inside: 0,
      };
      this.byLabel.set(key, candidate);
    }
    return candidate;
  }

  /** Adds what a run of capitals says. */
  addRun(run: Run, text: number): void {
    if (this.addCountry(run.text, { text, at: run.start })) return;
    const { words, hadTitle } = withoutTitles(run.words);
    const [first] = words;
    if (!first) return;
    // *French President Lang*, *North Korean leader*: what stands before a title is a name of its own.
    if (hadTitle) this.addLeading(run.words.slice(0, run.words.length - words.length), text);
    const place = { text, at: first.start };
    const label = words.map((word, at) => (at === 0 ? '' : word.gap) + word.text).join('');
    if (hadTitle && this.addCountry(label, place)) return;
    if (label.length < 2 || (words.length === 1 && (isHead(label) || FUNCTION.has(fold(label))))) return;
    const candidate = this.take(label, place);
    candidate.count++;
    if (!first.isStart || hadTitle) candidate.inside++;
    if (run.acronym !== undefined) candidate.aliases.set(run.acronym, { text: run.acronym });
    this.judge(candidate, run, hadTitle);
  }

  private addLeading(words: readonly Word[], text: number): void {
    for (let length = Math.min(3, words.length); length > 0; length--) {
      const label = words
        .slice(0, length)
        .map((word) => word.text)
        .join(' ');
      if (this.addCountry(label, { text, at: words[0]!.start })) return;
    }
  }

  /** Makes one candidate a part of another. */
  absorb(into: Candidate, from: Candidate): void {
    into.count += from.count;
    into.inside += from.inside;
    into.isCertain ||= from.isCertain;
    for (const [kind, weight] of from.kinds) vote(into, kind, weight);
    for (const [text, alias] of from.aliases) if (text !== into.label) into.aliases.set(text, alias);
    this.byLabel.delete(from.label.replaceAll('’', "'"));
  }

  /** Adds a country by its name, adjective or people. */
  addCountry(form: string, first: Candidate['first']): boolean {
    const text = form.replaceAll('’', "'");
    const state = STATE.exec(text)?.[1];
    if (state !== undefined && this.countries.get(state)?.isDemonym === false && !SEVERAL.test(state)) {
      this.addCountry(state, first);
      const { label } = this.countries.get(state)!;
      if (text !== label) this.take(label, first).aliases.set(text, { text });
      return true;
    }
    const single = text.replace(/s$/, '');
    const found =
      this.countries.get(text) ??
      (this.countries.get(single)?.isDemonym === true ? this.countries.get(single) : undefined);
    if (!found) return false;
    const candidate = this.take(found.label, first);
    candidate.count++;
    candidate.isCertain = true;
    vote(candidate, 'place', 100);
    if (found.isDemonym) {
      const demonym = this.countries.has(text) ? text : single;
      candidate.aliases.set(demonym, { text: demonym, demonym: true });
    } else if (text !== found.label) {
      candidate.aliases.set(text, { text });
    }
    return true;
  }

  /** Lets the words of a name and those around it say what kind of thing it is. */
  private judge(candidate: Candidate, run: Run, hadTitle: boolean): void {
    const texts = candidate.label.split(' ');
    const byWords = kindByWords(texts);
    const acts = PERSON_VERB.test(run.after[0]?.text ?? '') && run.after[0]?.gap === ' ';
    const isSurname =
      byWords === 'place' &&
      (looksLikePerson(texts) || acts) &&
      texts.length === 2 &&
      PLACE_SURNAME.test(texts[1]!);
    // *Human Rights Watch said*: organisations of many words speak too.
    const isLong = texts.length > 2 && !GIVEN.has(fold(texts[0]!));
    if (acts && !isLong && (!byWords || isSurname)) vote(candidate, 'person', 4);
    if (byWords) vote(candidate, byWords, isSurname ? 3 : 6);
    if (/^\p{Lu}{2,6}$/u.test(candidate.label)) vote(candidate, 'organisation', 1);
    if (run.acronym !== undefined) vote(candidate, 'organisation', 2);
    if (!byWords && texts.length > 1) {
      if (LIFE.test(run.behind)) vote(candidate, 'person', run.behind.startsWith(' (b') ? 4 : 2);
      if (GIVEN.has(fold(texts[0]!)) && NUMERAL.test(texts[1]!)) vote(candidate, 'person', 4);
      if (texts.some((text, at) => at > 0 && NOBLE.test(text))) vote(candidate, 'person', 3);
    }
    if ((!byWords || isSurname) && looksLikePerson(texts)) vote(candidate, 'person', 4);
    const before = run.before && fold(run.before.text);
    if (hadTitle && !byWords) vote(candidate, 'person', 3);
    if (before !== undefined && !hadTitle) {
      const noun = TITLE.has(before) ? 'person' : kindByNoun(before);
      if (noun && (noun !== 'person' || !byWords)) vote(candidate, noun, noun === 'work' ? 8 : 3);
      const isThere =
        LOCATIVE.has(before) || (DIRECTION.has(before) && MOTION.test(run.beforeThat?.text ?? ''));
      if (isThere && !byWords && !looksLikePerson(texts)) vote(candidate, 'place', 1);
    }
    const defined = definition(run.after);
    if (defined) vote(candidate, defined, 5);
  }
}

/** What the words behind a name define it as: *was a French **politician***, *, the **capital** of*. */
function definition(after: readonly Word[]): NameKind | undefined {
  const at = after.findIndex((word) => /^(?:is|was|are|were)$/.test(word.text));
  const article = after[at + 1];
  if (at < 0 || at > 1 || !article || !/^(?:an?|the|one)$/.test(article.text)) return undefined;
  for (const word of after.slice(at + 2, at + 9)) {
    if (/^(?:of|in|by|for|that|which|who|from|where)$/.test(word.text)) return undefined;
    if (word.isCapital) continue;
    const kind = kindByNoun(word.text);
    if (kind) return kind;
  }
  return undefined;
}

/** A given name first, and two to four words, of which only particles are in small letters. */
function looksLikePerson(texts: readonly string[]): boolean {
  const [first = '', ...others] = texts;
  if (others.length === 0 || others.length > 4) return false;
  if (others.some((word) => !/^\p{Lu}/u.test(word) && !PARTICLE.has(fold(word)))) return false;
  if (/^(?:Victoria|Albert|Charlotte|Virginia|Jordan)$/.test(first) && kindByWords(texts) === 'place') {
    return false;
  }
  if (!GIVEN.has(fold(first).split('-')[0]!) || GIVEN_PLACES.test(texts.join(' '))) return false;
  return splitPersonName(texts.join(' ')) !== undefined || /^\p{Lu}\p{Ll}+ \p{Lu}/u.test(texts.join(' '));
}

/** *Republic of Iceland*: a country in full. */
const STATE =
  /^(?:(?:Federal|Islamic|Socialist|United|Federative|Plurinational|Hashemite) )*(?:Republic|Kingdom|Commonwealth|State|Principality|Sultanate|Grand Duchy|Federation) of (?:the )?(.+)$/;
/** More than one state is called so. */
const SEVERAL = /^(?:Korea|China|Congo|Vietnam|Yemen|Germany)$/;
/** *(born 1967)*, *(1931–2004)*. */
const LIFE = /^ \((?:born|b\.|\d{4}\s?[–-]\s?\d{4}\))/;
export const NUMERAL = /^[IVX]{1,5}$/;
const NOBLE = /^(?:von|van|bin|ibn|ben|di|da)$/;

/** What persons do, and hardly anything else. */
const PERSON_VERB =
  /^(?:said|says|met|meets|told|kept|wrote|writes|argued|married|died|studied|travell?ed|resigned|visited|appointed|briefed|replied|thought|believed|spoke|painted|composed|sang|recalled|lived|worked|retired|whose|who)$/;

/** Surnames that are also what places are called. */
const PLACE_SURNAME =
  /^(?:Reef|Hill|Hills|Lake|Park|Street|Forest|Rock|Castle|Bridge|Beach|Fort|Port|Stone|Marsh|Banks|Valley|Rivers|Ford|Road)$/;

/** Places that begin like persons. */
const GIVEN_PLACES =
  /^(?:San|Santa|Saint|St\.?|Santiago|Virginia|Georgia|Florence|Jordan|Victoria|Charlotte|Madison) (?:\p{Lu}\p{Ll}+ )?(?:City|County|Valley|River|Falls|Beach|Island|Lake)?$/u;

/** Adds weight to a kind. */
export function vote(candidate: Candidate, kind: NameKind, weight: number): void {
  candidate.kinds.set(kind, (candidate.kinds.get(kind) ?? 0) + weight);
}

/** The kind that most speaks for; `undefined` where nothing speaks. */
export function kindOf(candidate: Candidate): NameKind | undefined {
  let best: NameKind | undefined;
  let most = 0;
  for (const [kind, weight] of candidate.kinds) if (weight > most) [best, most] = [kind, weight];
  return best;
}
