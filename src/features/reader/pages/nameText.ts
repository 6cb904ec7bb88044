import type { Library } from '../../../core/library';
import type { Fact, Key } from '../../../core/model';
import { directionOf } from '../../../core/text/direction';
import type { Chunk, Piece } from '../../../protocol/body';
import { CHUNK_FACTS, type LongText } from './longText';
import { PageFacts } from './pageFacts';
import type { PageWords } from './pageWords';

/** Facts of one topic that follow one another. */
interface Run {
  readonly topic: Key;
  readonly facts: readonly Fact[];
}

/** The facts about a name as a text: by topic, under its title, so many to a chunk. */
export class NameText implements LongText {
  readonly sizes: readonly number[];

  constructor(
    private readonly library: Library,
    private readonly name: Key,
    private readonly words: PageWords,
  ) {
    const count = library.factCountAbout(name);
    this.sizes = Array.from({ length: Math.ceil(count / CHUNK_FACTS) }, (_, index) =>
      Math.min(CHUNK_FACTS, count - index * CHUNK_FACTS),
    );
  }

  chunk(index: number): Chunk | undefined {
    if (this.sizes[index] === undefined) return undefined;
    const { library, words } = this;
    const all = this.factsOf(index);
    const language = this.languageOf(all[0]?.topic ?? '');
    const pageFacts = new PageFacts(library, language, words);
    const before = index === 0 ? undefined : this.factsOf(index - 1).at(-1)?.topic;
    const pieces = runsOf(all).flatMap(({ topic, facts }, at): readonly Piece[] => {
      const spoken = this.languageOf(topic);
      const piece: Piece = {
        kind: 'facts',
        facts: facts.map((fact) => ({ fact: pageFacts.fact(fact), where: this.placeOf(fact) })),
        language: spoken,
        direction: directionOf(spoken),
      };
      return at === 0 && topic === before ? [piece] : [this.heading(topic), piece];
    });
    const { names, sources } = pageFacts;
    return { index, pieces, names, sources, language, direction: directionOf(language) };
  }

  chunkOf(key: Key): number | undefined {
    const found = [...this.sizes.keys()].find((index) =>
      this.factsOf(index).some((fact) => fact.key === key || fact.topic === key),
    );
    return found;
  }

  private factsOf(index: number): readonly Fact[] {
    return this.library.factsAbout(this.name, { skip: index * CHUNK_FACTS, limit: CHUNK_FACTS });
  }

  private heading(topic: Key): Piece {
    const title = this.library.topic(topic)?.title ?? topic;
    return { kind: 'heading', key: topic, title, level: 3, to: { kind: 'topic', key: topic } };
  }

  private languageOf(topic: Key): string {
    return this.library.topic(topic)?.language ?? this.words.language;
  }

  /** The title of the section in which a fact stands. */
  private placeOf({ section, topic }: Fact): string {
    const title = this.library.section(section)?.title ?? '';
    return title === '' ? (this.library.topic(topic)?.title ?? '') : title;
  }
}

function runsOf(facts: readonly Fact[]): readonly Run[] {
  const runs: { readonly topic: Key; readonly facts: Fact[] }[] = [];
  for (const fact of facts) {
    const last = runs.at(-1);
    if (last?.topic === fact.topic) last.facts.push(fact);
    else runs.push({ topic: fact.topic, facts: [fact] });
  }
  return runs;
}
