import assert from 'node:assert/strict';
import type { Dossier, Problem, Section } from '../../../src/core/model';
import { readDossier } from '../../../src/core/format/readDossier';
import { importArticle } from '../../../src/core/importing/importArticle';
import type { ImportRequest, ImportResult } from '../../../src/core/importing/importArticle';
import { writeDossier } from '../../../src/core/importing/writeDossier';
import { inEnglish } from '../../../src/core/saying';

const encoder = new TextEncoder();

export type Imported = Exclude<ImportResult, { error: unknown }>;

/** Imports a text that can be imported. */
export async function imported(request: ImportRequest): Promise<Imported> {
  const result = await importArticle(request);
  assert.ok(!('error' in result), 'error' in result ? inEnglish(result.error.message) : '');
  return result;
}

export interface RoundTrip {
  readonly files: ReadonlyMap<string, string>;
  readonly dossier: Dossier;
  readonly problems: readonly Problem[];
}

/** Writes what was imported with the names that are kept by default, and reads it again. */
export function roundTrip(result: Imported): RoundTrip {
  const files = writeDossier(
    result.article,
    result.names.filter((name) => name.isKept),
    { source: { title: result.article.title, retrieved: '2026-01-02' } },
  );
  const bytes = new Map([...files].map(([path, text]) => [path, encoder.encode(text)]));
  const { dossier, problems } = readDossier(bytes);
  assert.ok(dossier, JSON.stringify(problems));
  return { files, dossier, problems };
}

function sectionWords(section: Section): string[] {
  return [
    ...(section.id === 'lead' ? [] : [section.title]),
    ...section.blocks.flatMap(blockTexts),
    ...section.sections.flatMap(sectionWords),
  ];
}

function blockTexts(block: Section['blocks'][number]): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.facts.map((fact) => fact.text).join(' ')];
    case 'list':
      return block.items.flat().flatMap(blockTexts);
    case 'quote':
      return block.blocks.flatMap(blockTexts);
    case 'code':
      return [block.text];
    case 'table':
      return [...block.header, ...block.rows.flat()].map((cell) => cell.text);
  }
}

/** Everything that a reader of a dossier sees, in reading order. */
export function textOfDossier(dossier: Dossier): string {
  return dossier.topics.flatMap((topic) => [topic.title, ...topic.sections.flatMap(sectionWords)]).join('\n');
}

/** The words of a text. */
export function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}
