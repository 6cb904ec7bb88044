import assert from 'node:assert/strict';
import fc from 'fast-check';
import { READER_STRINGS, readHostMessage } from '../../../src/protocol/hostMessages';
import { readReaderMessage, readReaderState } from '../../../src/protocol/readerMessages';
import { hostMessages, readerMessages, readerStates } from './messageArbitraries';

const reasonOf = (checked: { ok: boolean; reason?: string }): string => {
  assert.equal(checked.ok, false);
  return checked.reason ?? '';
};

const strings = Object.fromEntries(READER_STRINGS.map((key) => [key, key]));
const gone = {
  kind: 'gone',
  key: 'd/t/s',
  title: 'Gone',
  direction: 'ltr',
  announcement: 'Gone',
  text: 'It is gone',
  alternatives: [],
};
const show = {
  type: 'show',
  serial: 1,
  page: gone,
  address: { kind: 'topic', key: 'd/t' },
  reason: 'open',
  history: { visits: [{ address: { kind: 'topic', key: 'd/t' } }], at: 0 },
  strings,
};

describe('The protocol of the reader', () => {
  it('reads every well-formed message of the host as it was sent', () => {
    fc.assert(
      fc.property(hostMessages, (message) => {
        assert.deepEqual(readHostMessage(structuredClone(message)), { ok: true, value: message });
      }),
      { numRuns: 200 },
    );
  });

  it('reads every well-formed message and state of the reader as it was sent', () => {
    fc.assert(
      fc.property(readerMessages, (message) => {
        assert.deepEqual(readReaderMessage(structuredClone(message)), { ok: true, value: message });
      }),
    );
    fc.assert(
      fc.property(readerStates, (state) => {
        assert.deepEqual(readReaderState(structuredClone(state)), { ok: true, value: state });
      }),
    );
  });

  it('never throws, whatever arrives, and says why it rejects', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }),
      fc.record({
        type: fc.constantFrom('show', 'announce', 'open', 'openSource', 'place', '__proto__'),
        page: fc.anything(),
      }),
    );
    fc.assert(
      fc.property(anything, (value) => {
        for (const read of [readHostMessage, readReaderMessage, readReaderState]) {
          const checked = read(value);
          if (!checked.ok) assert.ok(checked.reason.length > 0 && checked.reason.length <= 300);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('rejects a well-formed message in which any one required thing is missing or of another type', () => {
    fc.assert(
      fc.property(
        hostMessages,
        fc.nat(),
        fc.constantFrom(undefined, null, Symbol('other')),
        (message, at, other) => {
          const copy = structuredClone(message) as unknown as Record<string, unknown>;
          const required = Object.keys(copy).filter((name) => name !== 'place');
          copy[required[at % required.length]!] = other;
          assert.equal(readHostMessage(copy).ok, false);
        },
      ),
    );
  });

  it('names the place and the fault', () => {
    assert.equal(reasonOf(readReaderMessage(7)), 'message: not an object');
    assert.equal(reasonOf(readReaderMessage({ type: 'erase' })), 'message.type: unknown: "erase"');
    assert.equal(
      reasonOf(readReaderMessage({ type: 'open', target: { kind: 'name', key: '' } })),
      'message.target.key: empty',
    );
    assert.equal(
      reasonOf(
        readHostMessage({
          ...show,
          page: { ...gone, alternatives: [{ kind: 'section', key: 'a', title: 1 }] },
        }),
      ),
      'message.page.alternatives[0].title: not a string',
    );
    assert.equal(reasonOf(readReaderState({ visits: [], at: 0 })), 'state: stands on no visit');
    const visits = [{ address: show.address, place: { offset: 0.5 } }];
    assert.equal(
      reasonOf(readReaderState({ visits, at: 0 })),
      'state.visits[0].place.offset: not a whole number',
    );
  });

  it('opens http: and https: addresses and no others', () => {
    for (const url of ['http://a.example', 'https://a.example/x?y#z', 'HTTPS://a.example']) {
      assert.equal(readReaderMessage({ type: 'openSource', url }).ok, true, url);
    }
    for (const url of [
      'javascript:alert(1)',
      'command:x',
      'file:///etc/passwd',
      'vscode://a',
      'https://a b',
      '//a',
      '',
    ]) {
      assert.equal(readReaderMessage({ type: 'openSource', url }).ok, false, url);
    }
  });

  it('leaves out what the protocol does not name', () => {
    assert.deepEqual(readReaderMessage({ type: 'copyFact', key: 'd/n', run: 'rm' }), {
      ok: true,
      value: { type: 'copyFact', key: 'd/n' },
    });
  });

  it('does not take inherited properties or those of Object for its own', () => {
    assert.equal(readReaderMessage(Object.create({ type: 'ready' })).ok, false);
    assert.equal(readReaderMessage({ type: 'toString' }).ok, false);
    assert.equal(readReaderMessage({ type: 'constructor' }).ok, false);
  });

  it('bounds sizes and nesting', () => {
    const long = 'x'.repeat(2001);
    assert.match(
      reasonOf(readReaderMessage({ type: 'copyFact', key: long })),
      /longer than 2000 characters/u,
    );
    let block: unknown = { kind: 'quote', blocks: [] };
    for (let depth = 0; depth < 5000; depth += 1) block = { kind: 'quote', blocks: [block] };
    const chunk = {
      index: 0,
      pieces: [{ kind: 'block', block }],
      names: [],
      sources: [],
      language: 'en',
      direction: 'ltr',
    };
    const message = (chunks: readonly object[]): unknown => ({ type: 'chunks', serial: 1, chunks });
    assert.match(reasonOf(readHostMessage(message([chunk]))), /nested more than 32 deep|blocks/u);
    const many = Array.from({ length: 9 }, () => ({ ...chunk, pieces: [] }));
    assert.match(reasonOf(readHostMessage(message(many))), /more than 8 elements/u);
    assert.equal(readHostMessage(message(many.slice(1))).ok, true);
  });
});
