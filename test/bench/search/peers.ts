import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import MiniSearch, { type Options } from 'minisearch';
import type { Library } from '../../../src/core/library';
import { formsOf } from '../../../src/core/search/nameForms';
import type { HitKind } from '../../../src/core/search/searchOptions';
import type { Found } from './queries';

/** What every peer indexes: the same names, topics, sections and facts with the same words as ours. */
export interface PeerDocument {
  readonly id: number;
  readonly kind: HitKind;
  readonly key: string;
  readonly title: string;
  readonly aliases: string;
  readonly text: string;
  /** The titles of the section and the topic around it. */
  readonly place: string;
}

const FIELDS = ['title', 'aliases', 'text', 'place'] as const;

export function documentsOf(library: Library): PeerDocument[] {
  const documents: PeerDocument[] = [];
  const add = (
    kind: HitKind,
    key: string,
    title: string,
    aliases: string,
    text: string,
    place: string,
  ): void => {
    documents.push({ id: documents.length, kind, key, title, aliases, text, place });
  };
  for (const name of library.names()) {
    add('name', name.key, name.label, formsOf(name).slice(1).join(', '), name.description, '');
  }
  const places = new Map<string, string>();
  for (const topic of library.topics()) {
    add('topic', topic.key, topic.title, '', topic.summary, '');
    for (const section of library.sectionsOf(topic.key)) {
      places.set(section.key, `${topic.title} ${section.title}`);
      add('section', section.key, section.title, '', '', topic.title);
    }
  }
  for (const fact of library.facts()) {
    add('fact', fact.key, '', '', fact.text, places.get(fact.section) ?? '');
  }
  return documents;
}

export interface Peer {
  readonly name: string;
  /** Indexes documents; what comes back finds the numbers of the best ten. */
  build(
    documents: readonly PeerDocument[],
  ): Promise<(query: string) => Promise<readonly number[]> | readonly number[]>;
}

/** How a peer's numbers become what was found. */
export const foundOf = (documents: readonly PeerDocument[], ids: readonly number[]): Found[] =>
  ids.map((id) => documents[id]!);

/** The options with which the extension used MiniSearch before: prefixes and typing errors in all words. */
const PREFIX_AND_TYPOS: Partial<Options<PeerDocument>> = {
  processTerm: (word) => word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().normalize('NFC'),
  tokenize: (text) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [],
  searchOptions: {
    combineWith: 'AND',
    prefix: true,
    fuzzy: (term) => (term.length > 4 ? Math.min(2, Math.floor(term.length / 5)) : false),
    boost: { title: 4, aliases: 3, text: 1 },
    weights: { fuzzy: 0.3, prefix: 0.6 },
  },
};

function miniSearch(name: string, options: Partial<Options<PeerDocument>>): Peer {
  return {
    name,
    build(documents) {
      const index = new MiniSearch<PeerDocument>({ fields: [...FIELDS], ...options });
      index.addAll(documents);
      return Promise.resolve((query) =>
        index
          .search(query)
          .slice(0, 10)
          .map(({ id }) => id as number),
      );
    },
  };
}

interface FlexDocument {
  add(document: PeerDocument): void;
  search(query: string, options: object): readonly { readonly id: number }[];
}
interface Fuse {
  search(query: string, options: object): readonly { readonly item: PeerDocument }[];
}
interface Orama {
  create(options: object): unknown;
  insertMultiple(index: unknown, documents: readonly object[], batch: number): unknown;
  search(
    index: unknown,
    query: object,
  ): Promise<{ readonly hits: readonly { readonly document: { readonly number: number } }[] }>;
}

/** Loads the peers from their own node_modules; all with default options but for what finds the beginnings of words. */
export async function loadPeers(folder: string): Promise<Peer[]> {
  const require = createRequire(join(folder, '..', 'package.json'));
  const flex = require('flexsearch') as { Document: new (options: object) => FlexDocument };
  const orama = (await import(
    pathToFileURL(join(folder, '@orama', 'orama', 'dist', 'esm', 'index.js')).href
  )) as Orama;
  const fuseModule = require('fuse.js') as
    | (new (documents: readonly PeerDocument[], options: object) => Fuse)
    | { default: new (documents: readonly PeerDocument[], options: object) => Fuse };
  const FuseClass = 'default' in fuseModule ? fuseModule.default : fuseModule;
  return [
    miniSearch('MiniSearch, default options', {}),
    miniSearch('MiniSearch, prefixes and typos', PREFIX_AND_TYPOS),
    {
      name: 'FlexSearch, forward',
      build(documents) {
        const index = new flex.Document({ document: { id: 'id', index: [...FIELDS] }, tokenize: 'forward' });
        for (const document of documents) index.add(document);
        return Promise.resolve((query) =>
          index.search(query, { limit: 10, merge: true, suggest: true }).map(({ id }) => id),
        );
      },
    },
    {
      name: 'Orama',
      async build(documents) {
        const schema = {
          number: 'number',
          title: 'string',
          aliases: 'string',
          text: 'string',
          place: 'string',
        };
        const index = orama.create({ schema });
        const rows = documents.map(({ id, title, aliases, text, place }) => ({
          number: id,
          title,
          aliases,
          text,
          place,
        }));
        await orama.insertMultiple(index, rows, 5000);
        return async (query) => {
          const { hits } = await orama.search(index, { term: query, limit: 10, properties: [...FIELDS] });
          return hits.map(({ document }) => document.number);
        };
      },
    },
    {
      name: 'Fuse.js',
      build(documents) {
        const index = new FuseClass(documents, { keys: [...FIELDS], ignoreLocation: true });
        return Promise.resolve((query) => index.search(query, { limit: 10 }).map(({ item }) => item.id));
      },
    },
  ];
}
