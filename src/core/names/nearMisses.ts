import MiniSearch from 'minisearch';
import type { Key, Name } from '../model';
import { fold } from '../text/fold';
import type { Mention } from './mention';

/** A word that is nearly a word of a known name. Offsets are UTF-16 code units. */
export interface NearMiss {
  readonly start: number;
  readonly end: number;
  /** The word as the name spells it. */
  readonly word: string;
  readonly name: Key;
}

/** Shorter words are near too many others. */
const SHORTEST = 6;
const CAPITALISED = /(?<![\p{L}\p{N}'’_@#/.\\-])\p{Lu}[\p{Ll}\p{M}]{5,}(?![\p{L}\p{N}_@/\\-])/gu;
/** What is not prose, also in prose: code, links' targets, addresses. */
const NOT_PROSE = /`[^`\n]*`|\]\([^)\n]*\)|\b\w+:\/\/\S+|<[^>\n]*>|^(```|~~~)[^]*?^\1/gmu;

/** Finds words one letter off a word of a known name: *Mitterand* for *Mitterrand*. */
export class NearMissFinder {
  private readonly index = new MiniSearch<{ id: string; word: string; name: Key }>({
    fields: ['id'],
    storeFields: ['word', 'name'],
    tokenize: (text) => [text],
    processTerm: (term) => term,
  });
  private readonly words = new Set<string>();
  private readonly known = new Map<string, Omit<NearMiss, 'start' | 'end'> | undefined>();

  constructor(names: Iterable<Name>) {
    for (const { key, label, aliases } of names) {
      const forms = [label, ...aliases.map((alias) => alias.text)];
      for (const word of forms.flatMap((form) => form.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? [])) {
        const id = fold(word);
        if (id.length < SHORTEST || this.words.has(id)) continue;
        this.words.add(id);
        this.index.add({ id, word, name: key });
      }
    }
  }

  /** The near misses in a text, apart from words that stand in mentions. */
  find(text: string, mentions: readonly Mention[]): readonly NearMiss[] {
    const prose = text.replace(NOT_PROSE, (run) => ' '.repeat(run.length));
    const misses: NearMiss[] = [];
    let next = 0;
    for (const match of prose.matchAll(CAPITALISED)) {
      const start = match.index;
      const end = start + match[0].length;
      while (next < mentions.length && mentions[next]!.end <= start) next++;
      if (next < mentions.length && mentions[next]!.start < end) continue;
      const near = this.near(fold(match[0]));
      if (near) misses.push({ start, end, ...near });
    }
    return misses;
  }

  private near(word: string): Omit<NearMiss, 'start' | 'end'> | undefined {
    // A known word is no miss; nor is its plural.
    if (this.words.has(word) || this.words.has(word.replace(/s$/u, ''))) return undefined;
    if (!this.known.has(word)) {
      const [best] = this.index.search(word, { fuzzy: 1, prefix: false });
      // The first letter is seldom wrong, and words that differ there are usually others.
      const isNear = best !== undefined && (best.id as string).startsWith(word.charAt(0));
      this.known.set(word, isNear ? { word: best['word'] as string, name: best['name'] as Key } : undefined);
    }
    return this.known.get(word);
  }
}
