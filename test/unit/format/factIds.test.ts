import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FactIds } from '../../../src/core/format/factIds';
import { hashText } from '../../../src/core/format/ids';

/** What a packed topic with these ids, each on a line of its own, tells. */
function packed(ids: readonly string[]): Parameters<FactIds['know']>[1] {
  const lineOf = (id: string): number | undefined => (ids.includes(id) ? ids.indexOf(id) : undefined);
  return { hashes: Uint32Array.from(ids, hashText), lineOf };
}

describe('The ids of facts', () => {
  it('are known where a map of all of them knows them, whether read or packed, until their topic is forgotten', () => {
    const file = fc.constantFrom('a.md', 'b.md', 'c.md');
    const ids = fc.uniqueArray(fc.string({ maxLength: 3 }), { maxLength: 20 });
    const step = fc.record({ file, ids, kind: fc.constantFrom('read', 'packed', 'forget') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), ids, (steps, asked) => {
        const facts = new FactIds();
        const files = new Map<string, readonly string[]>();
        for (const { file, ids, kind } of steps) {
          const own = ids.map((id) => `${file} ${id}`);
          if (kind === 'packed') facts.know(file, packed(own));
          else if (kind === 'forget') facts.forget(file);
          else {
            facts.begin(file);
            own.forEach((id, line) => facts.set(id, { file, line }));
          }
          files.set(file, kind === 'forget' ? [] : own);
        }
        for (const name of ['a.md', 'b.md', 'c.md']) {
          const own = files.get(name) ?? [];
          for (const id of [...own, ...asked.map((each) => `${name} ${each}`)]) {
            const line = own.indexOf(id);
            assert.deepEqual(facts.get(id), line < 0 ? undefined : { file: name, line });
            assert.equal(facts.has(id), line >= 0);
          }
        }
      }),
    );
  });
});
