import assert from 'node:assert/strict';
import fc from 'fast-check';
import { insert, type Insertion } from '../../../src/core/authoring/insertion';
import { addToBib, readBib } from '../../../src/core/citing/bibFile';
import { addToCslJson, readCslJson } from '../../../src/core/citing/cslJsonFile';
import type { CslItem } from '../../../src/core/citing/cslItem';
import { entryPlace } from '../../../src/core/citing/entryPlace';

const itemOf = (id: string): CslItem => ({
  id,
  type: 'document',
  title: `Title {${id}}`,
  URL: 'https://a.b',
});
const KINDS = {
  bib: {
    add: (text: string, key: string): Insertion =>
      addToBib(text, `@online{${key},\n  title = {Title},\n  url = {https://a.b/${key}}\n}`),
    keys: (text: string): readonly string[] => readBib(text).map(({ key }) => key),
    files: ['', '% mine', '@book{b, title = {B}}', '@book{b,\n  title = {B}\n}\n', '@book{b}\n\n\n'],
  },
  json: {
    add: (text: string, key: string): Insertion => addToCslJson(text, itemOf(key)),
    keys: (text: string): readonly string[] => readCslJson(text).map(({ key }) => key),
    files: ['', '[]', '[ ]\n', '[{"id": "b"}]', '[\n  {\n    "id": "b"\n  }\n]\n', '[\n  {"id": "b"}\n]'],
  },
} as const;

function takeOut(text: string, kind: 'bib' | 'json', written: string): string {
  const place = entryPlace(text, kind, written);
  assert.ok(place, `${JSON.stringify(written)} in ${JSON.stringify(text)}`);
  return text.slice(0, place.start) + text.slice(place.end);
}

describe('An entry that was added', () => {
  for (const [kind, { add, keys, files }] of Object.entries(KINDS) as ['bib' | 'json', typeof KINDS.bib][]) {
    const file = fc
      .tuple(fc.constantFrom(...files), fc.constantFrom('\n', '\r\n'))
      .map(([text, lineBreak]) => text.replaceAll('\n', lineBreak));

    it(`to a ${kind} file is taken out, and every byte is as before`, () => {
      fc.assert(
        fc.property(file, (text) => {
          const added = add(text, 'a');
          assert.equal(takeOut(insert(text, added), kind, added.text), text);
        }),
      );
    });

    it(`to a ${kind} file goes alone, in whichever order entries are taken out`, () => {
      fc.assert(
        fc.property(
          file,
          fc.shuffledSubarray(['x', 'y', 'z'], { minLength: 1 }),
          fc.boolean(),
          (before, order, isLast) => {
            const written = new Map<string, string>();
            let text = before;
            for (const key of ['x', 'y', 'z']) {
              const added = add(text, key);
              written.set(key, added.text);
              text = insert(text, added);
            }
            const all = [...keys(before), 'x', 'y', 'z'];
            for (const [at, key] of order.entries()) {
              text = takeOut(text, kind, written.get(key)!);
              const left = all.filter((each) => !order.slice(0, at + 1).includes(each));
              assert.deepEqual(keys(text), left);
            }
            // What is left can be added to again.
            if (isLast) assert.equal(keys(insert(text, add(text, 'w'))).at(-1), 'w');
          },
        ),
      );
    });

    it(`to a ${kind} file is found where an editor changed all line breaks`, () => {
      for (const text of files) {
        const added = add(text, 'a');
        const changed = insert(text, added).replaceAll('\n', '\r\n');
        assert.equal(takeOut(changed, kind, added.text), text.replaceAll('\n', '\r\n'));
      }
    });

    it(`to a ${kind} file stays where somebody wrote in it, or copied it`, () => {
      const added = add(files[3], 'a');
      const text = insert(files[3], added);
      assert.equal(entryPlace(text.replace('Title', 'My title'), kind, added.text), undefined);
      assert.equal(entryPlace(text + added.text + added.text, kind, added.text), undefined);
      assert.equal(entryPlace('', kind, added.text), undefined);
    });
  }
});
