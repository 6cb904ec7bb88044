import type { Key, Name } from '../model';
import { compileIndex } from './compileIndex';
import { DocumentMentions, type PassageMentions } from './documentMentions';
import { FormFlag, FormList, type FormTable } from './forms';
import { openFinderPart, type LoadedFinder } from './finderPart';
import type { FormPrefixes } from './formPrefixes';
import { FormSets } from './formSets';
import { Candidates, judge } from './judge';
import type { Mention, MentionSpan, Why } from './mention';
import { NameIndex } from './nameIndex';
import { Passage } from './passage';
import { Cover, type Lexer } from './regions/cover';
import { lexerOf } from './regions/lexers';
import { Lexicon } from './rules/lexicon';
import type { RuleSwitches } from './rules/ruleSwitch';
import { Hits, scan, scanText } from './scan';
import { Tokens, Units } from './tokens';
import { explain } from './why';

export type { RuleSwitch } from './rules/ruleSwitch';

export interface FindOptions {
  /** VS Code's id of the document's language, such as `markdown`; plain text where absent or unknown. */
  readonly languageId?: string;
  /** Switches rules off (or on again); all are on by default. */
  readonly rules?: RuleSwitches;
}

/** What ranking asks about a name. */
export type AboutName = Pick<Name, 'kind' | 'description'>;

export interface NameFinderOptions {
  /** An index that `compileIndex` made of the forms of the same names, to spare the building. */
  readonly index?: ArrayBuffer;
  /** How closely two names belong together, 0 or more: facts they share, say. Ranks names that share a form. */
  readonly related?: (name: Key, other: Key) => number;
  /** The name with a key: a loaded finder knows only forms. Ranks names that share one. */
  readonly name?: (key: Key) => AboutName | undefined;
}

/**
 * Finds the mentions of names in texts: builds the index once, then reads any number of texts. Not for use from two
 * documents at the same time in one call stack; between calls it holds no text.
 */
export class NameFinder {
  readonly table: FormTable;
  readonly sets: FormSets;
  readonly index: NameIndex;
  /** What the lexer said of the passage read last. */
  readonly cover = new Cover();
  private readonly units = new Units();
  private readonly tokens = new Tokens();
  private readonly hits = new Hits();
  private readonly candidates = new Candidates();
  private readonly passage: Passage;

  /** What a beginning can be completed to, where the finder was loaded. */
  readonly prefixes: FormPrefixes | undefined;

  constructor(
    names: readonly Name[] | LoadedFinder,
    private readonly options: NameFinderOptions = {},
  ) {
    if ('table' in names) {
      ({ table: this.table, index: this.index, prefixes: this.prefixes } = names);
    } else {
      const table = new FormList(names);
      this.table = table;
      this.index = loadIndex(table, options.index);
    }
    this.sets = new FormSets(this.table);
    const lexicon = new Lexicon(this.index.seed1, this.index.seed2);
    this.passage = new Passage(this.units, this.tokens, this.hits, this.table, lexicon);
  }

  /**
   * Loads what `compileFinder` made, without making anything of each name; `undefined` where the buffer is of another
   * version, cut short or changed.
   * @param isWhole it comes from this very process, or its checksum was looked at before
   */
  static load(buffer: ArrayBuffer, options: NameFinderOptions = {}, isWhole = false): NameFinder | undefined {
    const loaded = openFinderPart(buffer, isWhole);
    return loaded && new NameFinder(loaded, options);
  }

  /** The mentions in `text`, in order; offsets are UTF-16 code units of `text`. */
  find(text: string, options: FindOptions = {}): Mention[] {
    return this.document(text, options).all();
  }

  /** Where names stand in `text`, in order: `find` without asking why, which takes longer than the search. */
  findSpans(text: string, options: FindOptions = {}): MentionSpan[] {
    return this.document(text, options).allSpans();
  }

  /** The mentions of a document that changes. */
  document(text: string, options: FindOptions = {}): DocumentMentions {
    return new DocumentMentions(this, text, options);
  }

  lexerFor(languageId: string | undefined): Lexer | undefined {
    return lexerOf(languageId ?? 'plaintext');
  }

  /**
   * Scans the passage between two offsets, whose lexer has just filled `cover`, and applies the rules that need no
   * more than the passage. `undefined` where nothing was found.
   */
  scanPassage(text: string, start: number, end: number, options: FindOptions): PassageMentions | undefined {
    const rules = options.rules ?? {};
    const isCovered = rules.regions !== false && !this.cover.isEmpty;
    if (isCovered) {
      this.units.load(text, start, end);
      this.cover.apply(this.units);
      scan(this.index, this.units, this.tokens, this.hits);
    } else scanText(this.index, text, this.units, this.tokens, this.hits, start, end);
    if (this.hits.count === 0) return undefined;
    const isCode = this.lexerFor(options.languageId)?.isCode === true;
    this.passage.begin(isCovered ? undefined : text, start, end, isCode);
    judge(this.passage, this.sets, rules, this.candidates);
    this.passage.end();
    return this.candidates.count === 0 ? undefined : this.pack();
  }

  private pack(): PassageMentions {
    const { candidates, sets, table } = this;
    const spans = new Int32Array(candidates.count * 3);
    for (let at = 0; at < spans.length; at++) spans[at] = candidates.spans[at]!;
    let persons: number[] | undefined;
    for (let at = 2; at < spans.length; at += 3) {
      const set = spans[at]!;
      // A full name counts for the short forms behind it; most names have none.
      if (set > 0 && (table.flags[set - 1]! & FormFlag.anchor) === 0) continue;
      for (const number of sets.formsOf(set)) {
        if ((table.flags[number]! & FormFlag.anchor) === 0) continue;
        const name = table.nameOf[number]!;
        persons ??= [];
        if (!isListed(persons, name)) persons.push(name, spans[at - 1]!);
      }
    }
    return { spans, persons };
  }

  /** Why the span of `text` counts as the form with this number. */
  explain(text: string, start: number, end: number, form: number): Why {
    return explain(text, start, end, this.table.form(form));
  }

  /** What is known about a name, by its number in the table. */
  about(name: number): AboutName {
    const { table } = this;
    const known = table instanceof FormList ? table.names[name] : this.options.name?.(table.keyOf(name));
    return known ?? { kind: 'concept', description: '' };
  }

  /** How closely two names (by their numbers) belong together; 0 where the library does not say. */
  relatedness(name: number, other: number): number {
    return this.options.related?.(this.table.keyOf(name), this.table.keyOf(other)) ?? 0;
  }
}

function loadIndex(table: FormList, buffer: ArrayBuffer | undefined): NameIndex {
  const loaded = buffer && NameIndex.load(buffer);
  if (loaded?.forms === table.count) return loaded;
  return NameIndex.load(compileIndex(table.forms.map((form) => form.text)))!;
}

function isListed(persons: readonly number[], name: number): boolean {
  for (let at = 0; at < persons.length; at += 2) if (persons[at] === name) return true;
  return false;
}
