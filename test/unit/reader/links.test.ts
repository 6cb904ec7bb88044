import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addAddresses } from '../../../src/features/reader/linkedAddresses';
import { pathTo, readPath } from '../../../src/features/reader/links';
import { TARGET_KINDS } from '../../../src/protocol/address';

const kinds = fc.constantFrom(...TARGET_KINDS);

describe('An address that opens something', () => {
  it('is read back as it was written, whatever the key', () => {
    const key = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .filter((text) => !/\p{Cc}/u.test(text));
    fc.assert(
      fc.property(kinds, key, (kind, of) => {
        assert.deepEqual(readPath(pathTo({ kind, key: of })), { kind, key: of });
      }),
    );
  });

  it('opens nothing that it does not name, and never throws', () => {
    for (const path of [
      '',
      '/',
      '/fact',
      '/fact/',
      'fact/d/f',
      '/command/d/f',
      '/__proto__/x',
      '/fact/a\nb',
      `/fact/${'x'.repeat(2001)}`,
    ]) {
      assert.equal(readPath(path), undefined, path);
    }
    fc.assert(
      fc.property(fc.string(), (path) => {
        const target = readPath(path);
        assert.ok(target === undefined || (target.key.length > 0 && target.key.length <= 2000));
      }),
    );
  });
});

describe('The web addresses on a page', () => {
  it('are those of sources, licences and links, however deep', () => {
    const found = new Set<string>();
    addAddresses(
      {
        sources: [{ title: 'https://no.example', url: 'https://a.example', licenseUrl: 'https://b.example' }],
        body: { chunks: [{ marks: [{ kind: 'link', url: 'https://c.example' }] }] },
        nothing: null,
      },
      found,
    );
    assert.deepEqual([...found], ['https://a.example', 'https://b.example', 'https://c.example']);
  });
});
