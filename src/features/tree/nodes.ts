import type { Library } from '../../core/library';
import {
  NAME_KINDS,
  type Dossier,
  type Fact,
  type Key,
  type Name,
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
  | { readonly kind: 'nameKind'; readonly key: NameKind; readonly names: readonly Name[] }
  | { readonly kind: 'name'; readonly key: Key; readonly name: Name }
  | { readonly kind: 'fact'; readonly key: Key; readonly fact: Fact; readonly about: Key };

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

/** The element of the Topics view for a key of the given kind. */
export function topicNode(library: Library, kind: TopicNode['kind'], key: Key): TopicNode | undefined {
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
  }
}

/** How many facts stand in a section and the sections in it. */
export function countFacts(section: Section): number {
  return section.sections.reduce((sum, child) => sum + countFacts(child), section.facts.length);
}

/** The elements under an element of the Names view; without one, the kinds that have names. */
export function nameChildren(library: Library, node?: NameNode): readonly NameNode[] {
  switch (node?.kind) {
    case undefined: {
      const names = [...library.names()];
      return NAME_KINDS.map((kind): NameNode => {
        const ofKind = names.filter((name) => name.kind === kind);
        ofKind.sort((a, b) => a.label.localeCompare(b.label));
        return { kind: 'nameKind', key: kind, names: ofKind };
      }).filter((group) => group.kind === 'nameKind' && group.names.length > 0);
    }
    case 'nameKind':
      return node.names.map((name) => ({ kind: 'name', key: name.key, name }));
    case 'name':
      return library
        .factsAbout(node.key)
        .map((fact) => ({ kind: 'fact', key: fact.key, fact, about: node.key }));
    case 'fact':
      return [];
  }
}

/** The element around an element of the Names view. */
export function nameParent(library: Library, node: NameNode): NameNode | undefined {
  if (node.kind === 'nameKind') return undefined;
  if (node.kind === 'fact') {
    const name = library.name(node.about);
    return name && { kind: 'name', key: name.key, name };
  }
  return nameChildren(library).find((group) => group.key === node.name.kind);
}
