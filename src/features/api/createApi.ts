import type * as vscode from 'vscode';
import type {
  DossierApi,
  FactSummary,
  MentionSummary,
  NameSummary,
  SectionSummary,
  TopicSummary,
} from '../../../docs/dossier-api';
import type { Library } from '../../core/library';
import type { Fact, Key, Name, Section, Topic } from '../../core/model';
import { explainMention } from '../../host/explainMention';
import { cardsMarkdown } from '../../host/markdown';
import type { Services } from '../../host/services';
import { Turns } from '../../host/turns';

/** Makes the API that `activate` returns; documented in docs/api.md. */
export function createApi({ library, mentions, cards, search }: Services): DossierApi {
  return {
    version: 1,
    topics: async () => {
      const loaded = await library.settled();
      return inTurns(loaded.topics(), (topic) => topicSummary(loaded, topic));
    },
    names: async () => inTurns((await library.settled()).names(), nameSummary),
    facts: async (nameId) => {
      const loaded = await library.load();
      return keysOf(loaded, nameId).flatMap((key) =>
        loaded.factsAbout(key).map((fact) => factSummary(loaded, fact)),
      );
    },
    mentions: async (document) => {
      const loaded = await library.load();
      const found = await mentions.mentions(document);
      return found.map((mention): MentionSummary => ({
        start: mention.start,
        end: mention.end,
        text: mention.text,
        names: mention.names.flatMap((key) => {
          const name = loaded.name(key);
          return name ? [{ id: name.id, label: name.label, kind: name.kind, dossier: name.dossier }] : [];
        }),
        why: explainMention(mention, loaded),
        rules: [...mention.why.rules],
      }));
    },
    card: async (document: vscode.TextDocument, position: vscode.Position) => {
      const at = await cards.cardsAt(document, position);
      return at && cardsMarkdown(at.cards).value;
    },
    search: async (query, options) => {
      const hits = await search.search(query, options?.limit === undefined ? {} : { limit: options.limit });
      return hits.map(({ kind, key, label, text, score }) => {
        const [dossier = '', ...rest] = key.split('/');
        return { kind, id: rest.join('/'), dossier, label, text, score };
      });
    },
  };
}

async function inTurns<From, To>(all: Iterable<From>, make: (each: From) => To): Promise<To[]> {
  const made: To[] = [];
  const turns = new Turns();
  for (const each of all) {
    made.push(make(each));
    await turns.next();
  }
  return made;
}

/** The names an id stands for: one of its key, or one in each dossier that uses the id. */
function keysOf(library: Library, nameId: string): readonly Key[] {
  if (library.name(nameId)) return [nameId];
  return library.dossiers.map((dossier) => `${dossier.id}/${nameId}`).filter((key) => library.name(key));
}

function topicSummary(library: Library, topic: Topic): TopicSummary {
  const { id, dossier, title, summary } = topic;
  const sections = topic.sections.map((section) => sectionSummary(library, section));
  return { id, dossier, title, summary, sections };
}

function sectionSummary(library: Library, section: Section): SectionSummary {
  const { id, title } = section;
  const within = section.sections.reduce((sum, { key }) => sum + library.factCountIn(key), 0);
  return {
    id,
    title,
    // Counted: the facts themselves would all be decoded.
    facts: library.factCountIn(section.key) - within,
    sections: section.sections.map((inner) => sectionSummary(library, inner)),
  };
}

function nameSummary(name: Name): NameSummary {
  const { id, dossier, label, kind, description, labels, wikidata } = name;
  const aliases = name.aliases.map((alias) => alias.text);
  return {
    id,
    dossier,
    label,
    kind,
    description,
    aliases,
    labels: { ...labels },
    ...(wikidata !== undefined && { wikidata }),
  };
}

function factSummary(library: Library, fact: Fact): FactSummary {
  const source = library.sourceOf(fact);
  return {
    id: fact.id,
    dossier: fact.dossier,
    text: fact.text,
    topic: library.topic(fact.topic)?.id ?? '',
    section: library.section(fact.section)?.id ?? '',
    names: fact.names.flatMap((key) => library.name(key)?.id ?? []),
    dates: [...new Set(fact.dates.map((date) => date.edtf))],
    ...(source && { source: { ...source } }),
  };
}
