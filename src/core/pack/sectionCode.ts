import type { Block, Fact, FilePosition, Key, RichText, Section } from '../model';

/** A section as compact JSON. Its own facts are `count` ordinals from `first` on; those of inner sections follow. */
export interface SectionCode {
  readonly id: string;
  readonly title: string;
  readonly depth: number;
  readonly line: number;
  readonly column: number;
  readonly first: number;
  readonly count: number;
  readonly blocks: readonly BlockCode[];
  readonly sections: readonly SectionCode[];
}

/** A block with the ordinals of its facts in place of them. */
export type BlockCode =
  | { readonly kind: 'paragraph'; readonly facts: readonly number[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly BlockCode[])[];
    }
  | { readonly kind: 'quote'; readonly blocks: readonly BlockCode[] }
  | { readonly kind: 'code'; readonly text: string; readonly language?: string }
  | {
      readonly kind: 'table';
      readonly header: readonly RichText[];
      readonly rows: readonly (readonly RichText[])[];
    };

/** Encodes sections; `facts` receives their facts in reading order, `owners` the number of each one's section. */
export function encodeSections(
  sections: readonly Section[],
  facts: Fact[],
  owners: number[],
  numbers = { next: 0 },
): SectionCode[] {
  return sections.map((section) => {
    const number = numbers.next++;
    const first = facts.length;
    const ordinals = new Map<Fact, number>();
    for (const fact of section.facts) {
      ordinals.set(fact, facts.length);
      facts.push(fact);
      owners.push(number);
    }
    const block = (each: Block): BlockCode => {
      switch (each.kind) {
        case 'paragraph':
          return { kind: 'paragraph', facts: each.facts.map((fact) => ordinals.get(fact)!) };
        case 'list':
          return { ...each, items: each.items.map((item) => item.map(block)) };
        case 'quote':
          return { kind: 'quote', blocks: each.blocks.map(block) };
        case 'code':
        case 'table':
          return each;
      }
    };
    const { id, title, depth, position } = section;
    return {
      id,
      title,
      depth,
      line: position.line,
      column: position.column,
      first,
      count: section.facts.length,
      blocks: section.blocks.map(block),
      sections: encodeSections(section.sections, facts, owners, numbers),
    };
  });
}

/** What a section needs of its topic to be read. */
export interface SectionPlace {
  readonly topic: Key;
  readonly dossier: string;
  readonly file: string;
  fact(ordinal: number): Fact;
}

/** A section that decodes its facts when they are asked for, and keeps them. */
export class PackedSection implements Section {
  readonly key: Key;
  readonly dossier: string;
  readonly topic: Key;
  // Only declared, so that a section without a section around it has no such property.
  declare readonly parent?: Key;
  readonly position: FilePosition;
  readonly sections: readonly PackedSection[];
  private ownFacts: readonly Fact[] | undefined;
  private ownBlocks: readonly Block[] | undefined;

  constructor(
    private readonly code: SectionCode,
    private readonly place: SectionPlace,
    parent?: Key,
  ) {
    this.key = `${place.topic}/${code.id}`;
    this.dossier = place.dossier;
    this.topic = place.topic;
    if (parent !== undefined) this.parent = parent;
    this.position = { file: place.file, line: code.line, column: code.column };
    this.sections = code.sections.map((inner) => new PackedSection(inner, place, this.key));
  }

  get id(): string {
    return this.code.id;
  }

  get title(): string {
    return this.code.title;
  }

  get depth(): number {
    return this.code.depth;
  }

  /** How many facts stand in the section and those in it; decodes nothing. */
  get factCount(): number {
    return this.sections.reduce((sum, section) => sum + section.factCount, this.code.count);
  }

  get facts(): readonly Fact[] {
    this.ownFacts ??= Array.from({ length: this.code.count }, (_, at) =>
      this.place.fact(this.code.first + at),
    );
    return this.ownFacts;
  }

  get blocks(): readonly Block[] {
    this.ownBlocks ??= this.code.blocks.map((block) => this.block(block));
    return this.ownBlocks;
  }

  private block(code: BlockCode): Block {
    switch (code.kind) {
      case 'paragraph':
        return { kind: 'paragraph', facts: code.facts.map((fact) => this.facts[fact - this.code.first]!) };
      case 'list':
        return { ...code, items: code.items.map((item) => item.map((block) => this.block(block))) };
      case 'quote':
        return { kind: 'quote', blocks: code.blocks.map((block) => this.block(block)) };
      case 'code':
      case 'table':
        return code;
    }
  }
}
