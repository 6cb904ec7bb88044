import { fold } from '../../text/fold';
import {
  DATE,
  FUNCTION,
  GIVEN,
  isHead,
  isOrganisationHead,
  kindByNoun,
  kindByWords,
  OPENING,
  OPENING_OR_NAME,
  PARTICLE,
  POSTNOMINAL,
  TITLE,
} from './cues';
import type { Word } from './words';

/** Words with capitals that stand together: a name, as far as capitals tell. */
export interface Run {
  readonly words: readonly Word[];
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The words before and behind it. */
  readonly before: Word | undefined;
  readonly beforeThat: Word | undefined;
  readonly after: readonly Word[];
  /** The text right behind it. */
  readonly behind: string;
  /** The acronym in parentheses right behind it. */
  readonly acronym?: string;
}

/** What is known of a whole article's words when its runs are judged. */
export interface WordStatistics {
  /** Folded words that stand in small letters somewhere. */
  readonly lower: ReadonlySet<string>;
  /** Words that have their capital inside of a sentence somewhere. */
  readonly capital: ReadonlySet<string>;
}

export function statisticsOf(texts: readonly (readonly Word[])[]): WordStatistics {
  const lower = new Set<string>();
  const capital = new Set<string>();
  for (const words of texts) {
    for (const word of words) {
      if (!word.isCapital) lower.add(fold(word.text));
      else if (!word.isStart) capital.add(word.text);
    }
  }
  return { lower, capital };
}

const JOINER =
  /^(?:of|for|de|du|des|d|di|da|della|del|la|le|von|van|der|den|zu|bin|ibn|al|el|the|dos|und|y|e|et|&)$/i;
/** Little words that stand in names with a capital: *Médecins Sans Frontières*. */
const WITHIN = /^(?:Sans|Without|Against|Beyond|Before|After|Under|Over|With|Upon)$/;
/** Words that begin names which end with those of countries and persons: *Air France*, *New Caledonia*. */
const STARTER =
  /^(?:air|radio|new|great|greater|inner|outer|upper|lower|old|royal|north|south|east|west|northern|southern|eastern|western|central|saint|st|mount|lake|port|fort|cape|free|red|vichy|nazi|soviet)$/;
/** How many words a name has at most; longer runs are headlines. */
const LONGEST = 9;

/** Finds the runs of capitals of a text. */
export class RunFinder {
  private readonly runs: Run[] = [];

  constructor(
    private readonly text: string,
    private readonly words: readonly Word[],
    private readonly statistics: WordStatistics,
    /** Whether words are certainly a name: a country, a name that is known otherwise. */
    private readonly isKnown: (text: string) => boolean,
  ) {}

  find(): Run[] {
    for (let at = 0; at < this.words.length;) {
      if (this.begins(at)) at = this.read(at);
      else at++;
    }
    return this.runs;
  }

  private begins(at: number): boolean {
    const word = this.words[at]!;
    if (!word.isCapital || /^\d/.test(word.text)) return false;
    const folded = fold(word.text);
    if ((DATE.has(folded) && !this.isGivenName(at)) || this.text[word.end] === '$') return false;
    // Honours behind a name are no name, and neither is what follows them.
    if (/^\p{Lu}{2}/u.test(word.text) && POSTNOMINAL.has(folded) && !this.isKnown(word.text)) return false;
    if (!word.isStart) return !FUNCTION.has(folded) || /^\p{Lu}{2,}$/u.test(word.text);
    return this.beginsAtStart(at, word, folded);
  }

  /** *Jan Kowal*; not *Jan 5*. */
  private isGivenName(at: number): boolean {
    const next = this.words[at + 1];
    return GIVEN.has(fold(this.words[at]!.text)) && next?.isCapital === true && isSpace(next.gap);
  }

  /** Whether a capital at the beginning of a sentence is that of a name. */
  private beginsAtStart(at: number, word: Word, folded: string): boolean {
    if (this.isKnown(word.text)) return true;
    const next = this.words[at + 1];
    const hasNext =
      next?.isCapital === true && !next.isStart && isSpace(next.gap) && !DATE.has(fold(next.text));
    if (hasNext && this.isKnown(`${word.text} ${next.text}`)) return true;
    if (FUNCTION.has(folded)) return false;
    if (OPENING.has(folded) && !this.statistics.capital.has(word.text)) return false;
    if (hasNext && this.isNameBehind(at, folded)) return false;
    if (hasNext && OPENING_OR_NAME.has(folded) && !this.endsWithHead(at)) return false;
    if (this.statistics.capital.has(word.text) || /^\p{Lu}{2,}\d*$/u.test(word.text)) return true;
    if (hasNext && GIVEN.has(folded)) return true;
    // *Air France announced*, *Mount Reef is*; not *Relations France*, where the word is a common one elsewhere.
    if (this.statistics.lower.has(folded)) return false;
    if (hasNext) return !/(?:ing|ed|ly|ern)$/.test(folded);
    // *Battle of Waterloo*, *Bank of England*.
    const behind = this.words[at + 2];
    return (
      next?.text === 'of' && behind?.isCapital === true && kindByWords([word.text, behind.text]) !== undefined
    );
  }

  /** *Unlike North Korea*, *Even Jack Lang*: a name that needs no word before it; not *Air France*. */
  private isNameBehind(at: number, folded: string): boolean {
    const [next, then] = [this.words[at + 1]!, this.words[at + 2]];
    if (GIVEN.has(folded) || isHead(folded) || STARTER.test(folded)) return false;
    const two = then?.isCapital === true ? `${next.text} ${then.text}` : '';
    const isPerson = then?.isCapital === true && GIVEN.has(fold(next.text)) && isSpace(then.gap);
    return this.isKnown(next.text) || this.isKnown(two) || isPerson;
  }

  /** *National Assembly*: the last of the capitals that begin here says what the name is. */
  private endsWithHead(at: number): boolean {
    let end = at;
    while (this.words[end + 1]?.isCapital === true && isSpace(this.words[end + 1]!.gap)) end++;
    return end > at && kindByWords(['', this.words[end]!.text]) !== undefined;
  }

  private read(first: number): number {
    const { words } = this;
    let last = first;
    while (last - first < LONGEST && !words[last]!.isPossessive) {
      const step = this.step(first, last);
      if (step === 0) break;
      last += step;
    }
    this.add(first, last);
    return last + 1;
  }

  /** How many words further the name goes on; 0 where it ends. */
  private step(first: number, last: number): number {
    const { words } = this;
    const next = words[last + 1];
    if (!next) return 0;
    if (/^[-–‑]$/u.test(next.gap)) return this.joinsByDash(first, last) ? 1 : 0;
    if (next.gap === ' & ') return next.isCapital && !next.isStart ? 1 : 0;
    if (!isSpace(next.gap) && !this.isBehindInitial(last)) return 0;
    if (next.isCapital) {
      if (last > first && POSTNOMINAL.has(fold(next.text)) && /^\p{Lu}/u.test(next.text)) return 0;
      const isWithin = WITHIN.test(next.text) && words[last + 2]?.isCapital === true;
      const isFunction = FUNCTION.has(fold(next.text)) && !/^\p{Lu}{2,}$/u.test(next.text) && !isWithin;
      return isFunction || (DATE.has(fold(next.text)) && !this.isGivenName(last + 1)) ? 0 : 1;
    }
    const after = words[last + 2];
    if (!after || !isSpace(after.gap) || !isSpace(next.gap)) return 0;
    if (next.text === 'and') return this.joinsByAnd(first, last) ? 2 : 0;
    if (!JOINER.test(next.text)) return 0;
    if (after.isCapital) {
      if (DATE.has(fold(after.text))) return 0;
      if (/^(?:of|for)$/.test(next.text)) return this.joinsByOf(first, last, next.text) ? 2 : 0;
      if (next.text === 'the') return 0;
      return PARTICLE.has(fold(next.text)) || /^[de]$/.test(next.text) ? 2 : 0;
    }
    // *University of the North*, *Charles de la Tour*.
    const third = words[last + 3];
    const isDouble =
      (next.text === 'of' ? this.joinsByOf(first, last, 'of') : /^(?:de|von|van)$/.test(next.text)) &&
      /^(?:the|la|le|der|den|los|las)$/.test(after.text);
    return isDouble && third?.isCapital === true && isSpace(third.gap) && !DATE.has(fold(third.text)) ? 3 : 0;
  }

  /** *H. W. Arnell*, *St. Leonards*; not *class B. Firms pay*. */
  private isBehindInitial(last: number): boolean {
    const next = this.words[last + 1]!;
    return (
      /^\.?[ \u00a0]?$/.test(next.gap) &&
      /^(?:\p{Lu}|St|Ste|Mt|Ft)$/u.test(this.words[last]!.text) &&
      next.isCapital &&
      !this.statistics.lower.has(fold(next.text))
    );
  }

  /** *Molotov–Ribbentrop Pact*, what is known otherwise; not the line *Windhoek–Port Kessler*. */
  private joinsByDash(first: number, last: number): boolean {
    const { words } = this;
    if (!words[last + 1]!.isCapital) return false;
    let end = last + 1;
    while (words[end + 1]?.isCapital === true && isSpace(words[end + 1]!.gap)) end++;
    const text = this.text.slice(words[first]!.start, words[end]!.end);
    const texts = words.slice(first, end + 1).map((word) => word.text);
    return this.isKnown(text) || (end > last + 1 && kindByWords(['', texts.at(-1)!]) !== undefined);
  }

  /** *Bank of England*, *Bureau for Cooperation*; not *Jack Lang of France*. */
  private joinsByOf(first: number, last: number, joiner: string): boolean {
    const head = this.words[last]!.text;
    if (last > first && GIVEN.has(fold(this.words[first]!.text))) return false;
    if (isHead(head)) return !(last > first && kindByWords([head, head]) === 'place');
    return (
      joiner === 'of' &&
      (TITLE.has(fold(head)) || (last === first && !GIVEN.has(fold(head)) && !this.isKnown(head)))
    );
  }

  /** *Cooperation and Cultural Action Office*, *the film series Nation and Destiny*; not *Estonia and France*. */
  private joinsByAnd(first: number, last: number): boolean {
    const { words } = this;
    const left = words.slice(first, last + 1).map((word) => word.text);
    if (!words[last + 2]!.isCapital || this.isKnown(left.join(' '))) return false;
    let end = last + 2;
    while (words[end + 1]?.isCapital === true && isSpace(words[end + 1]!.gap)) end++;
    const right = words.slice(last + 2, end + 1).map((word) => word.text);
    if (this.isKnown(right.join(' ')) || GIVEN.has(fold(right[0]!))) return false;
    if (
      left.length >= 2 &&
      right.length >= 2 &&
      isOrganisationHead(right.at(-1)!) &&
      kindByWords(left) === undefined
    ) {
      return true;
    }
    if (
      /\b(?:ministry|department|office|bureau|committee|commission|institute|council) (?:of|for) /i.test(
        left.join(' '),
      )
    ) {
      return true;
    }
    if (
      right.length === 1 &&
      /\b(?:university|institute|academy|college|school|faculty) of (?:science|arts?|technology|engineering|agriculture|economics|management|health|medicine|law|music|mines|design|commerce|education)/i.test(
        left.join(' '),
      )
    ) {
      return true;
    }
    const before = words[first - 1];
    return before !== undefined && kindByNoun(before.text) === 'work' && isSpace(words[first]!.gap);
  }

  /** Codes and units beside numbers: *SEK 60,000*, *450 MW*, *Q3 2015*. */
  private isNoName(at: number): boolean {
    const word = this.words[at]!;
    if (!/^\p{Lu}{1,5}\d?$/u.test(word.text) || this.isKnown(word.text)) return false;
    const before = this.words[at - 1];
    const after = this.words[at + 1];
    const isUnit =
      before !== undefined && /^\d/.test(before.text) && isSpace(word.gap) && !YEAR.test(before.text);
    return isUnit || (after !== undefined && /^\d/.test(after.text) && isSpace(after.gap));
  }

  private add(first: number, last: number): void {
    const words = this.words.slice(first, last + 1);
    const start = words[0]!.start;
    const { end } = words.at(-1)!;
    if (first === last && this.isNoName(first)) return;
    const acronym = /^ \((?:the )?(\p{Lu}[\p{Lu}\d&]{1,7})\)/u.exec(this.text.slice(end, end + 16))?.[1];
    this.runs.push({
      words,
      text: this.text.slice(start, end),
      start,
      end,
      before: isSpace(words[0]!.gap) ? this.words[first - 1] : undefined,
      beforeThat: this.words[first - 2],
      behind: this.text.slice(end, end + 24),
      after: this.words.slice(last + 1, last + 12),
      ...(acronym !== undefined && matchesInitials(acronym, words) && { acronym }),
    });
  }
}

/** A year, which may stand beside a name: *in 2005 EU exports*. */
const YEAR = /^(?:1\d|20)\d\d$/;

function isSpace(gap: string): boolean {
  return gap === ' ' || gap === '\u00a0';
}

/** Whether the letters of an acronym stand in a name in order: at the beginnings of its words, or some inside. */
export function matchesInitials(acronym: string, words: readonly { readonly text: string }[]): boolean {
  const initials = words.flatMap((word) => word.text.split(/[-–]/u)).map((part) => fold(part).charAt(0));
  const letters = fold(acronym);
  if (!letters.startsWith(initials[0] ?? ' ')) return false;
  const isIn = (signs: Iterable<string>): boolean => {
    let at = 0;
    for (const sign of signs) if (sign === letters[at]) at++;
    return at === letters.length;
  };
  // *International Renewable Energy Agency (IRENA)* takes a letter from inside of a word.
  return (
    isIn(initials) ||
    (letters.length >= 3 && initials.length >= 2 && isIn(words.map(({ text }) => fold(text)).join('')))
  );
}
