import assert from 'node:assert/strict';
import fc from 'fast-check';
import { READER_STRINGS, readHostMessage, type HostMessage } from '../../../src/protocol/hostMessages';
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
  page: gone,
  address: { kind: 'section', key: 'd/t/s' },
  reason: 'open',
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
        type: fc.constantFrom('show', 'announce', 'open', 'openSource', 'state', '__proto__'),
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
          const required = Object.keys(copy);
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
    assert.equal(
      reasonOf(readReaderState({ address: show.address, scroll: -1 })),
      'state.scroll: not from 0 to 1000000000',
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
    const section = { ...someSection(), parts: [{ key: 'a', title: 'A', level: 1, blocks: [block] }] };
    assert.match(reasonOf(readHostMessage({ ...show, page: section })), /nested more than 32 deep|blocks/u);
  });
});

function someSection(): object {
  const [message] = fc.sample(
    hostMessages.filter((each): each is Extract<HostMessage, { type: 'show' }> => {
      return each.type === 'show' && each.page.kind === 'section';
    }),
    1,
  );
  assert.ok(message);
  return message.page;
}
