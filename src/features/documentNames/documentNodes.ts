import type { Library } from '../../core/library';
import type { Fact, Key, Name } from '../../core/model';
import type { Mention } from '../../core/names/mention';

/** A name with its mentions in one document. */
export interface DocumentName {
  readonly name: Name;
  readonly mentions: readonly Mention[];
  /** Whether it stands in the paragraph of the cursor. */
  readonly isNear: boolean;
}

/** An element of the view "In This Document". `kind` and `key` are what `dossier.open` takes. */
export type DocumentNode =
  | { readonly kind: 'name'; readonly key: Key; readonly of: DocumentName }
  | { readonly kind: 'mention'; readonly key: string; readonly mention: Mention; readonly about: Key }
  | { readonly kind: 'fact'; readonly key: Key; readonly fact: Fact; readonly about: Key };

/** A part of a document in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The names of a document by first appearance, those in the cursor's paragraph first. A mention whose form several
 * names share counts for the best of them.
 */
export function namesByAppearance(
  library: Library,
  mentions: readonly Mention[],
  paragraph: Span | undefined,
): readonly DocumentName[] {
  const byName = new Map<Key, Mention[]>();
  for (const mention of mentions) {
    const key = mention.names[0]!;
    const list = byName.get(key);
    if (list) list.push(mention);
    else byName.set(key, [mention]);
  }
  const isIn = ({ start, end }: Mention): boolean =>
    paragraph !== undefined && start < paragraph.end && end > paragraph.start;
  const names = [...byName].flatMap(([key, list]): DocumentName[] => {
    const name = library.name(key);
    return name ? [{ name, mentions: list, isNear: list.some(isIn) }] : [];
  });
  return [...names.filter((each) => each.isNear), ...names.filter((each) => !each.isNear)];
}

/** The elements under a name: its mentions, then its facts. */
export function childrenOf(library: Library, node: DocumentNode): readonly DocumentNode[] {
  if (node.kind !== 'name') return [];
  const about = node.key;
  return [
    ...node.of.mentions.map((mention): DocumentNode => ({
      kind: 'mention',
      key: `${about}@${mention.start}`,
      mention,
      about,
    })),
    ...library.factsAbout(about).map((fact): DocumentNode => ({ kind: 'fact', key: fact.key, fact, about })),
  ];
}

/** The paragraph around an offset: from the empty line before it to the one after it. */
export function paragraphAt(text: string, offset: number): Span {
  const before = text.slice(0, offset);
  const start = Math.max(before.lastIndexOf('\n\n') + 1, before.lastIndexOf('\r\n\r\n') + 1, 0);
  const next = /\r?\n[ \t]*\r?\n/u.exec(text.slice(offset));
  return { start, end: next ? offset + next.index : text.length };
}
