import assert from 'node:assert/strict';
import { ReadingSession, type SessionResult } from '../../../src/core/format/readingSession';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const MANIFEST = 'format: 1\nid: d\ntitle: D\nlanguage: en\n';
const NAMES = '- id: ada\n  label: Ada Reef\n  kind: person\n';
const topics = ({ dossier }: SessionResult): readonly string[] =>
  dossier?.topics.map(({ title }) => title) ?? [];
const codes = ({ problems }: SessionResult): readonly string[] =>
  problems.map(({ file, code }) => `${file} ${code}`);

describe('The files of a dossier over time', () => {
  let session: ReadingSession;
  beforeEach(() => {
    session = new ReadingSession();
    const first = session.update([
      ['dossier.yaml', encode(MANIFEST)],
      ['names.yaml', encode(NAMES)],
      ['topics/a.md', encode('# A\n\nAda Reef came.\n')],
      ['topics/b.md', encode('# B\n\nAda Reef left.\n')],
    ]);
    assert.deepEqual(codes(first), []);
    assert.deepEqual(topics(first), ['A', 'B']);
  });

  it('are followed when they change, come and go', () => {
    assert.deepEqual(topics(session.update([['topics/a.md', encode('# Other\n')]])), ['Other', 'B']);
    assert.deepEqual(
      topics(
        session.update([
          ['topics/c.md', encode('# C\n')],
          ['topics/b.md', undefined],
        ]),
      ),
      ['Other', 'C'],
    );
  });

  it('stay in use as they last were good, with the problems that they have now', () => {
    const broken = session.update([['names.yaml', encode('- id: ada\n  label: "Ada\n')]]);
    assert.equal(broken.dossier?.names[0]?.label, 'Ada Reef');
    assert.ok(codes(broken).includes('names.yaml bad-yaml'));
    assert.deepEqual(broken.kept, ['names.yaml']);
    const worse = session.update([
      ['dossier.yaml', encode('title: D\n')],
      ['topics/b.md', new Uint8Array([0xff])],
    ]);
    assert.deepEqual(topics(worse), ['A', 'B']);
    assert.ok(codes(worse).includes('dossier.yaml missing-id'), codes(worse).join());
    assert.ok(codes(worse).includes('names.yaml bad-yaml'));
    assert.equal(worse.dossier?.topics[0]?.sections[0]?.facts[0]?.names[0], 'd/ada');
    const mended = session.update([
      ['dossier.yaml', encode(MANIFEST)],
      ['names.yaml', encode(NAMES)],
      ['topics/b.md', encode('# B again\n')],
    ]);
    assert.deepEqual(codes(mended), []);
    assert.deepEqual(topics(mended), ['A', 'B again']);
  });

  it('are gone once they are deleted, and so is the dossier with its manifest', () => {
    session.update([['topics/b.md', new Uint8Array([0xff])]]);
    const gone = session.update([['topics/b.md', undefined]]);
    assert.deepEqual(topics(gone), ['A']);
    assert.deepEqual(codes(gone), []);
    assert.equal(session.update([['dossier.yaml', undefined]]).dossier, undefined);
  });

  it('have a hash of names that changes with the names only', () => {
    const before = session.update([]).namesHash;
    assert.equal(session.update([['topics/a.md', encode('# Z\n')]]).namesHash, before);
    assert.notEqual(
      session.update([['names.yaml', encode(`${NAMES}- id: b\n  label: B\n  kind: place\n`)]]).namesHash,
      before,
    );
  });
});
