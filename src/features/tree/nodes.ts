import type { Library } from '../../core/library';
import type { NameEntry, NameGroup } from '../../core/shelf';
import {
  NAME_KINDS,
  type Dossier,
  type Fact,
  type Key,
  type NameKind,
  type Section,
  type Topic,
} from '../../core/model';

/** An element of the Topics view. `kind` and `key` are what `dossier.open` takes. */
export type TopicNode =
  | { readonly kind: 'dossier'; readonly key: Key; readonly dossier: Dossier }
  | { readonly kind: 'topic'; readonly key: Key; readonly topic: Topic }
  | { readonly kind: 'section'; readonly key: Key; readonly section: Section }
  | { readonly kind: 'fact'; readonly key: Key; readonly fact: Fact };

/** An element of the Names view. */
export type NameNode =
  | { readonly kind: 'nameKind'; readonly key: NameKind; readonly count: number }
  | { readonly kind: 'nameLetter'; readonly key: string; readonly of: NameGroup }
  | { readonly kind: 'nameRange'; readonly key: string; readonly of: NameGroup; readonly start: number }
  | { readonly kind: 'name'; readonly key: Key; readonly label: string; readonly nameKind: NameKind }
  | { readonly kind: 'fact'; readonly key: Key; readonly fact: Fact; readonly about: Key };

/** More names than this are grouped by their letters, and more of one letter in ranges of so many. */
export const MOST_NAMES = 200;

const factNode = (fact: Fact): TopicNode => ({ kind: 'fact', key: fact.key, fact });
const sectionNode = (section: Section): TopicNode => ({ kind: 'section', key: section.key, section });

/** The elements under an element of the Topics view; without one, the dossiers. */
export function topicChildren(library: Library, node?: TopicNode): readonly TopicNode[] {
  switch (node?.kind) {
    case undefined:
      return library.dossiers.map((dossier) => ({ kind: 'dossier', key: dossier.id, dossier }));
    case 'dossier':
      return node.dossier.topics.map((topic) => ({ kind: 'topic', key: topic.key, topic }));
    case 'topic':
      return node.topic.sections.map(sectionNode);
    case 'section':
      return [...node.section.facts.map(factNode), ...node.section.sections.map(sectionNode)];
    case 'fact':
      return [];
  }
}

/** The element around an element of the Topics view. */
export function topicParent(library: Library, node: TopicNode): TopicNode | undefined {
  switch (node.kind) {
    case 'dossier':
      return undefined;
    case 'topic': {
      const dossier = library.dossier(node.topic.dossier);
      return dossier && { kind: 'dossier', key: dossier.id, dossier };
    }
    case 'section': {
      const parent = node.section.parent === undefined ? undefined : library.section(node.section.parent);
      if (parent) return sectionNode(parent);
      const topic = library.topic(node.section.topic);
      return topic && { kind: 'topic', key: topic.key, topic };
    }
    case 'fact': {
      const section = library.section(node.fact.section);
      return section && sectionNode(section);
    }
  }
}

/** The element of the Topics view for a key of the given kind; other kinds have none. */
export function topicNode(library: Library, kind: string, key: Key): TopicNode | undefined {
  switch (kind) {
    case 'dossier': {
      const dossier = library.dossier(key);
      return dossier && { kind, key, dossier };
    }
    case 'topic': {
      const topic = library.topic(key);
      return topic && { kind, key, topic };
    }
    case 'section': {
      const section = library.section(key);
      return section && sectionNode(section);
    }
    case 'fact': {
      const fact = library.fact(key);
      return fact && factNode(fact);
    }
    default:
      return undefined;
  }
}

/** The elements under an element of the Names view; without one, the kinds that have names. */
export function nameChildren(library: Library, node?: NameNode): readonly NameNode[] {
  switch (node?.kind) {
    case undefined:
      return NAME_KINDS.flatMap((kind): NameNode[] => {
        const count = groupsOf(library, kind).reduce((sum, group) => sum + group.count, 0);
        return count > 0 ? [{ kind: 'nameKind', key: kind, count }] : [];
      });
    case 'nameKind': {
      const groups = groupsOf(library, node.key);
      if (node.count > MOST_NAMES) return groups.map(letterNode);
      const entries = groups.flatMap(({ kind, letter }) => library.namesIn(kind, letter));
      return entries.map(nameNode);
    }
    case 'nameLetter': {
      const { kind, letter, count } = node.of;
      if (count <= MOST_NAMES) return library.namesIn(kind, letter).map(nameNode);
      return Array.from({ length: Math.ceil(count / MOST_NAMES) }, (_, at) =>
        rangeNode(node.of, at * MOST_NAMES),
      );
    }
    case 'nameRange':
      return namesOfRange(library, node).map(nameNode);
    case 'name':
      return library
        .factsAbout(node.key, { limit: MOST_FACTS })
        .map((fact) => ({ kind: 'fact', key: fact.key, fact, about: node.key }));
    case 'fact':
      return [];
  }
}

/** Facts listed under one name; a country has thousands, which one searches rather than scrolls. */
const MOST_FACTS = 500;

/** The names of a range, in the order of their labels. */
export function namesOfRange(
  library: Library,
  { of, start }: Extract<NameNode, { kind: 'nameRange' }>,
): readonly NameEntry[] {
  return library.namesIn(of.kind, of.letter, start, start + MOST_NAMES);
}

function groupsOf(library: Library, kind: NameKind): readonly NameGroup[] {
  return library.nameGroups().filter((group) => group.kind === kind);
}

function letterNode(of: NameGroup): NameNode {
  return { kind: 'nameLetter', key: `${of.kind}/${of.letter}`, of };
}

function rangeNode(of: NameGroup, start: number): NameNode {
  return { kind: 'nameRange', key: `${of.kind}/${of.letter}/${start}`, of, start };
}

function nameNode({ key, label, kind }: NameEntry): NameNode {
  return { kind: 'name', key, label, nameKind: kind };
}
