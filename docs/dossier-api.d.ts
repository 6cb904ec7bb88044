/**
 * The API that the Dossier extension returns from `activate`, version 1. Copy this file into your extension:
 *
 *     const dossier = await vscode.extensions.getExtension<DossierApi>('dossier.dossier')?.activate();
 *     const mentions = await dossier?.mentions(document);
 *
 * Everything loads on first use; all calls are safe at any time. Offsets are UTF-16 code units.
 */
import type { Position, TextDocument } from 'vscode';

export interface DossierApi {
  readonly version: 1;
  /** All topics, in the order of the dossiers and of their topics. */
  topics(): Promise<TopicSummary[]>;
  /** All names. */
  names(): Promise<NameSummary[]>;
  /** The facts about a name, in reading order; none for an id that no dossier has. */
  facts(nameId: string): Promise<FactSummary[]>;
  /** The mentions of known names in a document, in the order of their start. */
  mentions(document: TextDocument): Promise<MentionSummary[]>;
  /** The Markdown of the card at a position; `undefined` where no known name stands. */
  card(document: TextDocument, position: Position): Promise<string | undefined>;
  /** What a search finds, best first; 50 hits unless `limit` says otherwise. */
  search(query: string, options?: { limit?: number }): Promise<SearchHit[]>;
}

export type NameKind = 'person' | 'organisation' | 'place' | 'event' | 'work' | 'concept';

export interface TopicSummary {
  /** Unique in its dossier. */
  id: string;
  dossier: string;
  title: string;
  summary: string;
  sections: SectionSummary[];
}

export interface SectionSummary {
  /** Unique in its topic. */
  id: string;
  title: string;
  /** How many facts stand right in this section. */
  facts: number;
  sections: SectionSummary[];
}

export interface NameSummary {
  /** Unique in its dossier. */
  id: string;
  dossier: string;
  label: string;
  kind: NameKind;
  description: string;
  aliases: string[];
  /** The label in other languages, by BCP 47 tag. */
  labels: Record<string, string>;
  wikidata?: string;
}

export interface FactSummary {
  /** Unique in its dossier, and stable when the dossier is read again. */
  id: string;
  dossier: string;
  text: string;
  /** Id of the topic. */
  topic: string;
  /** Id of the section in the topic. */
  section: string;
  /** Ids of the names it is about, in order of appearance. */
  names: string[];
  /** Its dates in EDTF (ISO 8601-2), such as `2009-11-09` or `2011-10`. */
  dates: string[];
  source?: { id: string; title: string; url?: string; license?: string; retrieved?: string };
}

export interface MentionSummary {
  start: number;
  end: number;
  /** The text between `start` and `end`. */
  text: string;
  /** The names that share this surface form, best first. */
  names: { id: string; label: string; kind: NameKind; dossier: string }[];
  /** Why it was found, in a sentence in the user's language. */
  why: string;
  /** The rules that applied, such as `alias`, `possessive`, `surname`. */
  rules: string[];
}

export interface SearchHit {
  kind: 'name' | 'fact' | 'section' | 'topic';
  /** Id of the name or fact in its dossier; `<topic>` or `<topic>/<section>` otherwise. */
  id: string;
  dossier: string;
  /** A name's label, a title, or a fact's sentence. */
  label: string;
  /** A name's description, a topic's summary, a section's beginning, or where a fact stands. */
  text: string;
  score: number;
}
