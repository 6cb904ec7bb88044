import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { splitSentences } from '../../../src/core/text/sentences';
import { facts, repeated } from './dossierFiles';

const ARTICLE = '../shared/article.txt';

/** How many sentences each paragraph of the article has, counted by hand. */
const SENTENCES: Readonly<Record<string, readonly number[]>> = {
  Lead: [3, 1],
  History: [2, 1, 1, 4, 5],
  'Economic and cultural relations': [2, 4, 3],
};

interface Row {
  readonly place: string;
  readonly ids: readonly string[];
}

const rows: readonly Row[] = readFileSync('docs/article-map.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const match = /^\| ([^|]+) \| (\d+) \| (\d+) \| ([^|]+) \|$/u.exec(line);
    if (!match) return [];
    const [, section = '', paragraph = '', sentence = '', ids = ''] = match;
    return [{ place: `${section} ${paragraph}.${sentence}`, ids: [...ids.matchAll(/`([^`]+)`/gu)].map(([, id]) => id ?? '') }];
  });

/** The sentences in each paragraph of the article as a machine splits it; headings are not counted. */
function countSentences(article: string): Record<string, number[]> {
  const counts: Record<string, number[]> = { Lead: [] };
  let section = 'Lead';
  const [, ...paragraphs] = article.split(/\n\s*\n/u).map((paragraph) => paragraph.trim());
  for (const paragraph of paragraphs) {
    if (paragraph === '' || paragraph.startsWith("# ")) continue;
    const heading = /^## (.+)$/u.exec(paragraph)?.[1];
    if (heading === undefined) counts[section]?.push(splitSentences(paragraph, 'en').length);
    else counts[(section = heading)] = [];
  }
  return counts;
}

describe('The map from the article to the facts', () => {
  it('has one row for each sentence of the article, in its order', () => {
    const places = Object.entries(SENTENCES).flatMap(([section, paragraphs]) =>
      paragraphs.flatMap((count, paragraph) =>
        Array.from({ length: count }, (_, sentence) => `${section} ${paragraph + 1}.${sentence + 1}`),
      ),
    );
    assert.deepEqual(
      rows.map((row) => row.place),
      places,
    );
  });

  it('leads each sentence to facts that exist', () => {
    const known = new Set(facts.map((fact) => fact.id));
    for (const row of rows) {
      assert.ok(row.ids.length > 0, `${row.place} has no fact`);
      assert.deepEqual(
        row.ids.filter((id) => !known.has(id)),
        [],
        row.place,
      );
      assert.deepEqual(repeated(row.ids), [], row.place);
    }
  });

  it('leads to every fact of the dossier, so that none says more than the article', () => {
    const mapped = new Set(rows.flatMap((row) => row.ids));
    assert.deepEqual(
      facts.map((fact) => fact.id).filter((id) => !mapped.has(id)),
      [],
    );
  });

  it('counts the sentences as they stand in the article, where a copy of it is at hand', function () {
    if (!existsSync(ARTICLE)) this.skip();
    assert.deepEqual(countSentences(readFileSync(ARTICLE, 'utf8')), SENTENCES);
  });
});
