import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { fold, foldTable } from '../../../src/core/text/fold';
import { FOLD_EXPANSIONS, FOLD_RUNS } from '../../../src/core/text/foldData';
import { makeFolding, packTable } from '../../../src/core/text/foldRules';

/** Unicode grows: characters that a newer engine knows may fold otherwise than when the data was made. */
const TOLERATED = 200;

describe('The folding table that is shipped', () => {
  const { table, expansions } = makeFolding();

  before(() => {
    if (process.env.UPDATE_FOLD_DATA === undefined) return;
    const runs = packTable(table).match(/.{1,100}/gu) ?? [];
    const text = `// Made by foldRules.ts: UPDATE_FOLD_DATA=1 npm run test:unit -- --grep "folding table"
// prettier-ignore
export const FOLD_RUNS =
${runs.map((line) => `  '${line}'`).join(' +\n')};
// prettier-ignore
export const FOLD_EXPANSIONS: readonly string[] = ${JSON.stringify(expansions).replaceAll('"', "'")};
`;
    writeFileSync('src/core/text/foldData.ts', text);
  });

  it('is what Unicode says', () => {
    const shipped = foldTable();
    assert.deepEqual(FOLD_EXPANSIONS, expansions);
    const different: string[] = [];
    for (let unit = 0; unit < 0x10000; unit++) {
      if (shipped[unit] !== table[unit]) different.push(unit.toString(16));
    }
    assert.ok(
      different.length <= TOLERATED,
      `${different.length} units fold otherwise: ${different.slice(0, 20).join(' ')}`,
    );
  });

  it('folds no character twice over: what is folded stays as it is', () => {
    const wrong: string[] = [];
    for (let point = 1; point < 0x20000; point++) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const folded = fold(String.fromCodePoint(point));
      if (fold(folded) !== folded) wrong.push(point.toString(16));
    }
    assert.deepEqual(wrong, []);
  });

  it('is what was packed', () => assert.ok(FOLD_RUNS.length > 1000));
});
